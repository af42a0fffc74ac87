"""D3: contract type, its length, hours or place are missing.

Source: background knowledge; two of the adverts that were read leave out one or more.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, rule

RULE = "D3"

_FACTS = {
    "contract type": re.compile(
        r"\b(?:permanent(?:ly)?|fixed[ -]term|secondments?|seconded|temporary|bank (?:post|staff"
        r"|contract)|(?:maternity|sick|sickness|parental) (?:cover|leave)|apprenticeship"
        r"|traineeship|casual|zero hours|substantive|contract type|open-ended|ongoing"
        r"|(?:month|year) (?:contract|post|job|role|appointment)|for (?:\w{1,9} ){1,2}months)\b"
        r"|\bcontract ?[:\t]"
    ),
    "hours": re.compile(
        r"\b(?:\d{1,2}(?:\.\d{1,2})?½?(?: and a half)? ?-?(?:hours?|hrs)|full[ -]?time"
        r"|hours (?:a|per|each|every) week|whole[ -]time"
        r"|(?:ten|twelve|fifteen|sixteen|eighteen|twenty|thirty)(?:[ -]\w{3,5})? (?:and a half )?"
        r"hours|w\.?t\.?e\b|f\.?t\.?e\b)|\bhours ?[:\t]"
    ),
    "place": re.compile(
        r"\b(?:(?:based|located|situated) (?:at|in|on|within|with)|location|place of work"
        r"|workplace"
        r"|(?:work(?:ing)?|post|job|role|desk|office|library) (?:is )?(?:at|from) (?:the|our|home)"
        r"|remote(?:ly)?|across (?:the|our|all|both|two|three|four|five) (?:[\w-]{1,15} ){0,2}"
        r"(?:sites?|hospitals?|bases|buildings|libraries|counties)|base is|(?:library|job|post"
        r"|role"
        r"|office|desk|team) (?:is )?(?:at|in|on) (?!the (?:heart|nhs|centre of|trust)))\b"
        r"|\b(?:base|where|place|site|address|work base)s? ?[:\t]|\b[a-z]{1,2}\d{1,2} \d[a-z]{2}\b"
    ),
}
_AT_A_PLACE = re.compile(
    r"\b(?:HMP|HMYOI|RAF) [A-Z][a-z]"
    r"|\b[Aa]t (?:[A-Z][\w'’.-]{1,20} ){0,3}[A-Z][\w'’.-]{1,20}, [A-Z][a-z]"
    r"|\b(?:[A-Z][\w'’.-]{1,20} ){1,4}(?:Hospital|Infirmary|House|Campus|Centre|Building|Library"
    r"|Hub|Clinic|Court|Lodge|Wharf|Station|Headquarters|Offices?|College|Mill|Park|Site)\b"
    r"(?! (?:NHS|Trust|Foundation|Hospitals|Assistant|Manager|Service|Librarian|Officer))"
    r"|\b(?:[Aa]t|[Ii]n|[Oo]n|[Ff]rom) (?:the|our|its) (?:[\w'’.-]{2,16} ){0,3}(?:hospital"
    r"|infirmary|campus"
    r"|sites?|house|centre|building|hub|base|offices?|station|headquarters|clinic|surgery)\b"
)
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
    if "place" in missing and _AT_A_PLACE.search(document.text):
        missing.remove("place")
    if document.has(_LIMITED) and not document.has(_LENGTH):
        missing.append("length of the contract")
    if missing:
        yield found(RULE, document, missing=", ".join(missing))
