"""The facts of a post that an advert must give: contract, hours and place."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.registry import text_rule
from vacancies.rulebook.rulebook import found, rule

_FACTS = {
    "contract type": re.compile(
        r"\b(?:permanent(?:ly)?|fixed[ -]term|secondments?|seconded|temporary|bank (?:post|staff"
        r"|contract)|(?:maternity|sick|sickness|parental) (?:cover|leave)|apprenticeship"
        r"|traineeship|casual|interim|(?:career break|study leave|absence) cover|zero hours"
        r"|substantive|contract type|open[ -]ended|ongoing|(?:month"
        r"|year) (?:contract|post|job|role|appointment)|for (?:\w{1,9} ){1,2}months|ftc"
        r"|parhaol|perm|indefinite|no (?:fixed )?end(?: date)?|without (?:an )?end date|on the bank"
        r"|(?:contract|post|job|role|appointment|funding|funded) (?:is |lasts |ends |runs )?"
        r"(?:until|till|for)|contract (?:of|to)|(?:contract|post|job|role|funding) ends"
        r"|(?:one|two|three|\d{1,2})[ -](?:year|month) (?:training|development|graduate)"
        r" (?:post|job|role|scheme)|for the (?:length|duration|life) of the (?:project|programme)"
        r"|(?:\d{1,2}|one|two|three) (?:months?|years?),? (?:from|starting))\b"
        r"|\b(?:contract|term|contract length|length of contract) ?[:\t]"
        r"|^(?:until|ends?) (?:the end of )?\d",
        re.MULTILINE,
    ),
    "hours": re.compile(
        r"\b(?:\d{1,2}(?:\.\d{1,2})?½?(?: and a half)? ?-?(?:hours?|hrs|awr|pw|p/w)|full[ -]?time"
        r"|hours (?:a|per|each|every) week|whole[ -]time|(?:ten|twelve|fifteen|sixteen|eighteen"
        r"|twenty|thirty)(?:[ -]\w{3,5})? (?:and a half )?hours|(?:\d(?:\.5|½)?|one|two|three|four"
        r"|five) (?:and a half )?(?:full )?(?:days|sessions|evenings|mornings"
        r"|afternoons|nights) (?:weekly|(?:a|per|each|every) week)|\d\d(?:\.\d{1,2})? ?hpw"
        r"|annual hours|working week|[\w-]{2,9}-hour shifts"
        r"|(?:mon|tues|wednes|thurs|satur)day (?:to|until) (?:wednes|thurs|fri|sun)day"
        r"|(?:over|equivalent of) (?:\d|one|two|three|four|five) days|half[ -]time"
        r"|annuali[sz]ed hours|as and when|mon(?:day)? ?(?:to|-|–) ?(?:thu|fri)(?:rs|rsday|day)?"
        r"|\d{1,2} ?am (?:to|-|until) \d|w\.?t\.?e\b|f\.?t\.?e\b)|\bhours?(?: of work)? ?[:\t]"
        r"|\bhours (?:by agreement|are|of|is|will be)?[^.\n\d]{0,20}\d"
    ),
    "place": re.compile(
        r"\b(?:(?:based|located|situated) (?:at|in|on|within|with)|location|place of work|workplace"
        r"|(?:work(?:ing)?|post|job|role|desk|office|library) (?:is )?(?:at|from) (?:the|our|home)"
        r"|work(?:s|ing)? (?:\w{1,12} )?remotely|fully remote|remote (?:working|work|post|job|role)"
        r"|(?:wherever|anywhere) (?:you|in)|hybrid between"
        r"|(?:across|between) (?:the )?sites|across (?:the|our|all|both|two|three"
        r"|four|five) (?:[\w-]{1,15} ){0,2}(?:sites?|hospitals?|bases|buildings"
        r"|libraries|counties)|home[ -]?(?:based|working)|base is|(?:library|job|post|role|office"
        r"|desk|team) (?:is )?(?:at|in|on) (?!the (?:heart|nhs|centre of|trust)))\b"
        r"|\b(?:base|where|place|site|address|work base|town|city|campus|area|hybrid)s? ?[:\t]"
        r"|\b[a-z]{1,2}\d{1,2} \d[a-z]{2}\b|(?:^|, |\()remote\b",
        re.MULTILINE,
    ),
}
_OF_OTHERS = {
    "contract type": re.compile(
        r"▮(?: (?:and|or) \w{1,12})? (?:staff|team|colleagues?|members?|employees|collections?"
        r"|workforce|place|home|display|records?)\b"
    ),
    "hours": re.compile(
        r"\b(?:within|in|opens?|opening(?: hours| times)?(?: are)?|staffed|after|every|first|next"
        r"|last) ▮|▮['’]? (?:of )?notice\b|▮,? (?:a|per|each) (?:day|month|year)\b"
        r"|▮[ -](?:access|service|library|opening|turnaround)\b"
    ),
    "length": re.compile(
        r"\b(?:at least|minimum(?: of)?|more than|past|last|every|next|first) ▮"
        r"|\b(?:worked|takes|spent|training)\b[^.\n]{0,25}▮"
        r"|▮['’]?,? (?:of )?(?:\w{1,15} ){0,3}experience\b|▮['’]? (?:ago|old|notice)\b"
    ),
}
"""Words around ▮ that say no fact of the post: “our permanent team”, “within 24 hours”."""
_TOWN = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Excel|Word|Outlook|Microsoft|Knowledge|NHS|Health|Library|Learning|Education|Digital|Trust"
    r"|English|Welsh)\b)[A-Z][a-z]{2,20}"
)
_NAME = r"[A-Z][\w'’-]{1,20}"
_AT_A_PLACE = re.compile(
    r"\bSt\.? [A-Z]\w{1,20}['’]s\b|\b[A-Z]\w{2,20} (?:General|Royal|District|Memorial)\b"
    r"|\b(?:School|Faculty|Institute) of [A-Z]|\b[A-Z][a-z]{1,20} campus\b"
    rf"|\b(?:are|be|work|works|working|sites|hospitals|libraries|offices|desk|us) (?:in|at) {_TOWN}"
    rf"|\bin {_TOWN}\.(?:\s|$)|\bfloor of (?:the|our) [A-Z]"
    rf"|\b(?:across|between) (?:the )?{_TOWN},? (?:and )?(?:{_TOWN} )?(?:sites|hospitals|libraries"
    r"|campuses)\b"
    rf"|\bour {_TOWN} (?:library|site|office|hospital|base)\b|, {_TOWN}\.(?:\s|$)"
    r"|\b(?:HMP|HMYOI|RAF) [A-Z][a-z]|\b[Aa]t (?:[A-Z][\w'’.-]{1,20} ){0,3}[A-Z][\w'’.-]{1,20},"
    r" [A-Z][a-z]|\b(?:[A-Z][\w'’.-]{1,20} ){1,4}(?:Hospital|Infirmary|House|Campus|Centre|Building"
    r"|Library|Hub|Clinic|Court|Lodge|Wharf|Station|Headquarters|Offices?|College|Mill|Park"
    r"|Site)\b(?! (?:NHS|Trust|Foundation|Hospitals|Assistant|Manager|Service|Librarian|Officer))"
    r"|\b[Ii]n the (?:heart|centre|middle|north|south|east|west) of [A-Z]"
    rf"|^{_NAME}(?: (?:of |and )?{_NAME}){{0,3}}, {_NAME}(?: {_NAME})?$"
    r"|\b(?:[Aa]t|[Ii]n|[Oo]n|[Ff]rom) (?:the|our|its) (?:[\w'’.-]{2,16} ){0,3}(?:hospital"
    r"|infirmary|campus|sites?|house|centre|building|hub|base|offices?|station|headquarters|clinic"
    r"|surgery)\b",
    re.MULTILINE,
)
_LIMITED = re.compile(
    r"\b(?:fixed[ -]term|secondment|temporary post|temporary contract|maternity cover)\b"
)
_LENGTH = re.compile(
    r"\b(?:\d{1,2}|one|two|three|six|nine|ten|twelve|eighteen|\d{1,2}-|(?:for|of|lasts"
    r"|over) an?)[ -]{0,2}(?:months?|mths|years?|weeks?)\b|\b\d{1,2} ?m\b"
    r"|\b(?:until|till) (?:easter|christmas|spring|summer|autumn|winter)\b|\b(?:until|till|ending"
    r"|ends)"
    r" (?:the|our|funding|\d{1,2}[/.]\d)|\b(?:until|to|till|ending"
    r"|ends) (?:the end of )?(?:\d{1,2}\w{0,2} )?(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)\b"
)


@text_rule("D3")
def basic_facts_missing(document: Document) -> Iterator[Finding]:
    """D3: contract type, its length, hours or place are missing.

    Report once, with everything that is missing. Source: background knowledge; two of the adverts
    read leave out one or more.
    """
    if not document.demands(rule("D3").kinds):
        return
    job = document.reading.job
    read = {"contract type": job.contract, "hours": job.hours, "place": job.place}
    missing = [name for name in _FACTS if not (read[name] or _says(document, name, _FACTS[name]))]
    if "place" in missing and _AT_A_PLACE.search(document.text):
        missing.remove("place")
    limited = document.has(_LIMITED) and "permanent" not in job.contract.casefold()
    if limited and not _says(document, "length", _LENGTH):
        missing.append("length of the contract")
    if missing:
        yield found("D3", document, missing=", ".join(missing))


def _says(document: Document, name: str, words: re.Pattern[str]) -> bool:
    """Whether words in a text say a fact of the post itself."""
    if name not in _OF_OTHERS:
        return document.has(words)
    return any(not _OF_OTHERS[name].search(_near(document, one)) for one in document.found(words))


def _near(document: Document, place: Span) -> str:
    """Return what stands around a place, with ▮ for the words themselves."""
    before = document.folded[max(0, place.start - 30) : place.start]
    return f"{before}▮{document.folded[place.end : place.end + 60]}"
