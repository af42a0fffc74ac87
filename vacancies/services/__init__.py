"""The one bridge between stored rows and pure values. Writes are atomic and keyword-only."""
