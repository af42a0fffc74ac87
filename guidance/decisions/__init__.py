"""Decisions taken question by question, and the record of how one was taken."""
