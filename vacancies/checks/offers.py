"""What a text offers, where more than one rule asks for it."""

import re

ADJUSTMENTS = re.compile(
    r"\b(?:adjustments? (?:can|will|may|are|is|to|for|at|if|you|as|during|and|or|needed|needs)\b"
    r"|(?:reasonable|workplace|any|need(?:ed)?|make|making|request|discuss|of|an"
    r"|offer) adjustments?\b"
    r"|(?:accessible|another|other|alternative|different|large print|easy read"
    r"|easier) (?:[\w-]{1,12} )?formats?\b"
    r"|access (?:needs|requirements|support)\b"
    r"|disability (?:confident|friendly|passport)|disabled (?:applicants|candidates|people)"
    r"|if you (?:are disabled|have a disability)|guaranteed interview)"
)
"""Adjustments, another format, or an invitation to disabled applicants; no "internet access"."""
