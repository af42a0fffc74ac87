"""A value in, bytes out: PDF, Word and calendar files. No Django, no database, no network."""
