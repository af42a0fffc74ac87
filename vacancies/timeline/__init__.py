"""The timeline of a vacancy: its steps, dates worked backwards, and what moves with a date.

No Django, no input or output but for reading its own data.
"""
