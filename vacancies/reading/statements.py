"""Standard statements: what the job descriptions of an organisation all carry.

Source: the closing pages of NHS job descriptions (November 2026); the words are our own choice.
"""

import re

_OF_ALL = re.compile(
    r"\bequal(?:ity)? (?:of )?opportunit|health (?:and|&) safety at work|data protection act|"
    r"\bgdpr\b|general data protection|infection (?:prevention|control)|"
    r"safeguarding (?:of )?(?:children|adults|policy|policies|vulnerable)|no[- ]smoking|"
    r"smoke[- ]?free|rehabilitation of offenders|not (?:an |intended to be )?exhaustive|"
    r"not intended (?:to be|as) (?:an? )?(?:exhaustive|definitive|complete|rigid)|"
    r"(?:job|role) description (?:is|may|will|can) (?:be |not |subject )|"
    r"not (?:be )?exhaustive|exhaustive list|disclosure and barring|"
    r"(?:trust|organisation|board|university|employer)(?:['’]s)? polic(?:y|ies)|"
    r"maintain (?:strict )?confidentiality|breach of confiden|freedom of information act|"
    r"commensurate with the (?:grade|band)|mandatory training|equality act|"
    r"carbon footprint|nhs constitution|code of conduct for nhs managers|"
    r"this (?:job|role) description (?:is|may|will|sets|gives|reflects|does|should)",
    re.IGNORECASE,
)
LOOKED_AT = 2_000


def is_statement(text: str) -> bool:
    """Whether a paragraph reads as one that every job description carries."""
    return bool(_OF_ALL.search(text[:LOOKED_AT]))
