"""Evidence for the panel, comparison with profiles, copied wording."""
