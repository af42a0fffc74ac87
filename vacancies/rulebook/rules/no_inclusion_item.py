"""A14: no item on values or inclusion in the person specification.

Source: NHS Providers.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

RULE = "A14"

_INCLUSION = re.compile(
    r"\b(?:inclusi|equalit|equit(?:y|able)|divers|values\b|value-based|anti-?racis|respect(?!ive)"
    r"|fair(?:ly|ness)\b|dignity|different (?:views|backgrounds|cultures|people)|all backgrounds"
    r"|people of all|discriminat|(?:treats?|treating) (?:\w{1,12} ){1,4}equally|welcom(?:es?"
    r"|ing) (?:every|people of|people from)|prejudice|accessib|bias"
    r"|cultur(?!al fit|e fit)|neurodiver|exclu(?:ded|sion)|belonging)"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when no criterion speaks of inclusion, equality, respect or values."""
    if not document.demands(["ps"]) or not document.criteria:
        return
    whole = document.kind == "ps" and document.has(_INCLUSION)
    if not whole and not any(document.has(_INCLUSION, item.span) for item in document.criteria):
        yield found(RULE, document)
