"""B9: neither the values nor the mission of the Trust are mentioned.

Source: recruitment and retention guide for KLS managers.
"""

import re

from vacancies.rulebook.rulebook import reports_missing

RULE = "B9"

_VALUES = re.compile(
    r"\b(?:mission|(?<!p-)(?<!p )(?<!missing )values(?! (?:its|their|your|every"
    r"|staff|accuracy|people|what))|what we stand for|ethos|(?:trust|board|service"
    r"|we) believes? in"
    r"|(?:we|trust|board|service|office) (?:is|are) here (?:to|for)|our vision|vision of the"
    r"|purpose of the"
    r" (?:trust|organisation|service)|(?:trust|organisation|service|board|office|we) (?:exists?"
    r"|is here) to|our purpose)\b"
)

check = reports_missing(RULE, lambda document: document.has(_VALUES))
"""Reports once when the text says nothing of them."""
