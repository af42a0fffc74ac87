"""What a text offers, where more than one rule asks for it."""

import re

ADJUSTMENTS = re.compile(
    r"\b(?:(?:(?<!salary )(?<!pay )(?<!price )(?<!budget )(?<!stock )(?<!minor )adjustments"
    r"|(?:reasonable|workplace|any|an) adjustment)\b"
    r"(?! to (?:the |our )?(?:stock|budget|price|catalogue|record|rota|layout|system|shel))"
    r"|(?:accessible|another|other|alternative|different|large print|easy read"
    r"|easier) (?:[\w-]{1,12} )?formats?\b"
    r"|access (?:needs|requirements|support)\b"
    r"|disability (?:confident|friendly|passport)|disabled (?:applicants|candidates|people)"
    r"|if you (?:are disabled|have a disability)|guaranteed interview)"
)
"""Adjustments, another format, or an invitation to disabled applicants; no "internet access"."""
