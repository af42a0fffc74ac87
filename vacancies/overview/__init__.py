"""The first pages of a vacancy, and what is loaded for all features."""
