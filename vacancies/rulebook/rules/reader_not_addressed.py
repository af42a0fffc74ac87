"""C8: the advert does not speak to the reader.

Source: NHS content style.
"""

import re

from vacancies.rulebook.rulebook import reports_missing

RULE = "C8"

_YOU = re.compile(r"\b(?:you|your|yours|you'll|you're)\b")

check = reports_missing(RULE, lambda document: document.has(_YOU))
"""Reports once when "you" is nowhere in the text."""
