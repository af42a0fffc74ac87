"""Advert plan, timeline, checklists, selection and its packs, outcome."""
