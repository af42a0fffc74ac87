"""Advertising a post: channels, the plan of a vacancy, what came of it. No Django, no I/O."""
