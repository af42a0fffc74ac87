"""The scheme, national profiles and the matching rules. No vacancy in it."""
