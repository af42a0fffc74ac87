"""What a text offers, where more than one rule asks for it."""

import re

ADJUSTMENTS = re.compile(
    r"\b(?:(?:(?<!salary )(?<!pay )(?<!price )(?<!budget )(?<!stock )(?<!minor )adjustments"
    r"|(?:reasonable|workplace|any|an) adjustment)\b"
    r"(?! to (?:the |our )?(?:stock|budget|price|catalogue|record|rota|layout|system|shel))"
    r"|(?:in|want|need|send|have|get|ask for|version in|copy in|as) (?:[\w-]{1,12} ){0,4}(?:large"
    r" print|braille|easy read|audio(?! ?books?)|british sign language|sign language)"
    r"(?! (?:book|collection|stock|edition|title|section|shel))"
    r"|(?:help|support) (?:to apply|with (?:applying|your application|the interview))"
    r"|changes? (?:to|in) (?:the way we|how we) interview|(?:adapt|change) the (?:format"
    r"|interview)"
    r"|(?:tell us|let us know) (?:if|what|how) you (?:need|would (?:need|like)|work best)"
    r"|(?:accessible|another|other|alternative|different|large print|easy read"
    r"|easier|suitable) (?:[\w-]{1,12} )?formats?\b"
    r"|access (?:needs|requirements|support)\b"
    r"|adjust (?:the|our|this) (?:job|role|post|process|interview|workplace)"
    r"|disability (?:confident|friendly|passport)|disabled (?:applicants|candidates|people (?:to"
    r"|can|may|who"
    r" (?:apply|meet)))"
    r"|if you (?:are disabled|have a disability)|guaranteed interview)"
)
"""Adjustments, another format, or an invitation to disabled applicants; no "internet access"."""
