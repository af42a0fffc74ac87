"""Working days, days worked and the dates that hang on them: pure."""
