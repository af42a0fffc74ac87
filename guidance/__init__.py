"""Guidance that editors keep true, and the search over it."""

from pathlib import Path

CONTENT = Path(__file__).resolve().parent / "content"
"""What ships with the portal."""
