"""A value in, bytes out: PDF, Word and calendar files. No Django, no database, no network."""

from pathlib import Path

TEMPLATES = Path(__file__).with_name("typst")
