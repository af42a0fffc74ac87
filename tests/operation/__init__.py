"""How the site is run: letters, logs, reports."""
