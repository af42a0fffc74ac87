"""Faults that are planted on purpose, to see which tests find them: python -m tests.faults."""
