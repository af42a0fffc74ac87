"""Accessible files of any kind: PDF, Word, their fonts, names and cleaning. No Django."""
