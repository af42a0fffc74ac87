"""Drafts: duties, criteria, sections, advert, versions, examples, import, job descriptions."""
