"""Keeping staff: the tools, their forms and their yearly rhythm. No Django, no input or output."""
