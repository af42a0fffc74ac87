"""The guidance that editors maintain, and its search."""

from pathlib import Path

CONTENT = Path(__file__).resolve().parent / "content"
"""The folder of the content that ships with the portal."""
