"""D3: contract type, its length, hours or place are missing.

Source: background knowledge; two of the adverts that were read lack one or more.
"""

import re
from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.rulebook import found, rule

RULE = "D3"

_FACTS = {
    "contract type": re.compile(
        r"\b(?:permanent|fixed[ -]term|secondment|temporary|bank (?:post|staff|contract)"
        r"|maternity cover"
        r"|apprenticeship|traineeship|casual|zero hours|substantive|contract type)\b"
    ),
    "hours": re.compile(
        r"\b(?:\d{1,2}(?:\.\d{1,2})? ?(?:hours|hrs)|full[ -]time|part[ -]time|job[ -]share"
        r"|hours (?:a|per|each) week|w\.?t\.?e\b|f\.?t\.?e\b)"
    ),
    "place": re.compile(
        r"\b(?:based (?:at|in|on)|location|hospitals?|site|campus|infirmary|centre|place of work"
        r"|work(?:ing)? (?:at|from) (?:the|our|home)|house|remote|building|library (?:at|in))\b"
    ),
}
_LIMITED = re.compile(
    r"\b(?:fixed[ -]term|secondment|temporary post|temporary contract|maternity cover)\b"
)
_LENGTH = re.compile(
    r"\b(?:\d{1,2}|one|two|three|six|nine|ten|twelve|eighteen|a|\d{1,2}-) ?-?(?:months?"
    r"|years?|weeks?)\b"
    r"|\b(?:until|to|till|ending|ends) (?:the end of )?(?:\d{1,2}\w{0,2} )?(?:january"
    r"|february|march|april|may"
    r"|june|july|august|september|october|november|december)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once, with everything that is missing."""
    if not document.demands(rule(RULE).kinds):
        return
    missing = [name for name, words in _FACTS.items() if not document.has(words)]
    if document.has(_LIMITED) and not document.has(_LENGTH):
        missing.append("length of the contract")
    if missing:
        yield found(RULE, document, missing=", ".join(missing))
