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
        r"\b(?:permanent|fixed[ -]term|secondment|seconded|temporary|bank (?:post|staff|contract)"
        r"|(?:maternity|sick|sickness) (?:cover|leave)|apprenticeship|traineeship|casual"
        r"|zero hours|substantive|contract type|open-ended|ongoing|(?:month|year) (?:contract"
        r"|post|job|role|appointment)|for (?:\w{1,9} ){1,2}months)\b"
    ),
    "hours": re.compile(
        r"\b(?:\d{1,2}(?:\.\d{1,2})? ?(?:hours|hrs)|full[ -]time|part[ -]time|job[ -]share"
        r"|hours (?:a|per|each|every) week|hours ?[:\t]|w\.?t\.?e\b|f\.?t\.?e\b)"
    ),
    "place": re.compile(
        r"\b(?:based (?:at|in|on)|bases?:|location|(?:place of work|where|address)[:\t]"
        r"|work(?:ing)? (?:at|from) (?:the|our|home)|remote|library (?:at|in)"
        r"|(?:at|in|on|from) (?:(?:the|our|one|[\w'.]{2,16}) ){1,4}(?:hospitals?(?! (?:nhs|trust"
        r"|foundation))|infirmary|campus|sites?|house|centre|building|hub|base|offices?|station"
        r"|headquarters|clinic|surgery))\b|^base\t",
        re.MULTILINE,
    ),
}
_LIMITED = re.compile(
    r"\b(?:fixed[ -]term|secondment|temporary post|temporary contract|maternity cover)\b"
)
_LENGTH = re.compile(
    r"\b(?:\d{1,2}|one|two|three|six|nine|ten|twelve|eighteen|\d{1,2}-|(?:for|of|lasts|over) an?)"
    r"[ -]{0,2}(?:months?|years?|weeks?)\b"
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
