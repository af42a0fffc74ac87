"""A gold set: texts in our own words with every finding they should give marked at its place."""
