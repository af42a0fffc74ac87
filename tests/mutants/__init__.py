"""Mutants of the rules that matter most, and whether a test kills each: python -m tests.mutants."""
