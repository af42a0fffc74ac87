"""The rules that read a vacancy's own fields, by what they read."""
