"""How the site is run: emails, logs, reports."""
