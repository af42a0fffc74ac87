"""Forms: what a page asks, in which words, and what it refuses."""
