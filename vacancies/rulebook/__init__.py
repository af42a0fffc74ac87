"""The rules of a text, one a file. No vacancy in it."""
