"""D6: no interview date.

Source: recruitment and retention guide for KLS managers.
"""

import re

from vacancies.rulebook.dates import DATE
from vacancies.rulebook.rulebook import reports_missing

RULE = "D6"

_INTERVIEW = re.compile(
    rf"\b(?:interview(?:s|ed|ing)?|assessment (?:day|centre)|selection (?:day|event)"
    rf"|(?:meet|see) (?:the |our )?(?:shortlisted|candidates|applicants|people"
    rf"|everyone))\b(?:[^.\n]|\.(?=\d)"
    rf"|\n(?=.{{0,16}}\d|\n.{{0,12}}\d))"
    rf"{{0,80}}?\b{DATE}|{DATE}[^.\n]{{0,30}}\binterviews?\b"
)

check = reports_missing(RULE, lambda document: document.has(_INTERVIEW))
"""Reports once when no date stands behind the word interview."""
