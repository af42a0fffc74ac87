"""Induction checklists: templates and dates in, dated tasks out. No Django, no input or output."""
