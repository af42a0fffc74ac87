"""The engine of plans: tasks, owners, steps, dates, progress."""
