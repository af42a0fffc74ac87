"""Induction checklists, plans, the starter's page, templates of organisations."""
