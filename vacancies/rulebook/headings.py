"""Headings, and which section of a document each opens.

They are known by the words of the reader of old job descriptions (`vacancies.reading.headings`).
Known here is what adverts say in their own way, what divides a person specification into topics,
and what names the whole paper.
"""

import re
from functools import lru_cache

from vacancies.reading.headings import section_of

LONGEST = 110
"""Characters a heading may have."""

_SECTIONS = {
    "person": "ps",
    "essential": "essential",
    "desirable": "desirable",
    "duties": "duties",
    "purpose": "purpose",
}
_OF_LEVEL = (
    r"(?:[ -](?:criteria|criterion|requirements?|attributes?|skills?|qualities|qualifications?"
    r"|experience|knowledge|and|&|or){1,5})?(?:[ ]for (?:the|this) (?:job|post|role))?"
)
_ADVERT_WORDS = {
    "jd": r"job description(?: and person specification)?|(?:role|job) (?:description|profile"
    r"|details)|post (?:details|particulars)",
    "essential": rf"essential{_OF_LEVEL}|(?:what )?you(?:'ll| will)? need",
    "desirable": rf"(?:desirable|preferred){_OF_LEVEL}|it (?:is|would be) (?:a bonus"
    r"|an advantage|helpful) if you(?: have)?",
    "ps": r"(?:the )?person(?:al)? spec(?: form)?|skills and experience"
    r"|(?:your )?skills and qualities|requirements",
    "duties": r"what (?:the|this) (?:job|role|post) (?:involves|includes|covers)"
    r"|(?:the )?work in (?:brief|detail)|(?:what|the things) you would (?:be doing|do)",
    "purpose": r"why (?:the|this|your) (?:job|post|role) (?:exists|matters|is here)"
    r"|(?:the )?(?:job|role|post) (?:in brief|outline|objectives?|at a glance|in a nutshell)"
    r"|in (?:short|a nutshell)|(?:main|primary|overall|key) objectives?",
    "topic": r"(?:education(?:al)?|qualifications?|training|experience|knowledge|skills?"
    r"|abilit(?:y|ies)|aptitudes?|personal (?:qualities|attributes|skills)|qualities"
    r"|values(?: and behaviours)?|behaviours|attributes|other(?: requirements)?"
    r"|communication|disposition|special requirements)(?:(?:,| and| &|/"
    r"|, and) ?(?:education(?:al)?|qualifications?|training|experience|knowledge"
    r"|skills?|abilit(?:y|ies)|aptitudes?|attributes|qualities|behaviours|values"
    r"|professional)){0,3}",
    "other": r"interviews?(?: (?:details|process))?|selection(?: process)?|why work (?:for|with) us"
    r"|what we offer you|contact us|working (?:patterns?|here|with us|arrangements)|our library"
    r"|reporting|notes?|adjustments|general (?:duties|responsibilities)",
}
_PATTERNS = {name: re.compile(words) for name, words in _ADVERT_WORDS.items()}
LEVELS = ("essential", "desirable")
_BOTH_LEVELS = re.compile(r"\be(?:ssential)?\b.{1,12}\bd(?:esirable)?\b")
_NUMBER = re.compile(r"(?:[#*•●▪–—-]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-z][.)])[ \t]{1,4}")
_SPACES = re.compile(r"\s+")
_EDGE = " \t:*#_–—-.\xa0"
_LABEL = re.compile(r"[^:\n\r]{3,45}:[ \t]{1,4}(?=\S)")


@lru_cache(maxsize=4096)
def section_named(heading: str) -> str | None:
    """Return what a heading announces, or None for a line that is no known heading.

    "essential" and "desirable" are parts of a person specification, "topic" divides either.
    """
    if len(heading) > LONGEST:
        return None
    words = _SPACES.sub(" ", heading.strip().lower().replace("’", "'"))
    if number := _NUMBER.match(words):
        words = words[number.end() :]
    words = words.strip(_EDGE)
    if len(words) == 1 and not heading.strip(_EDGE).isupper():
        return None
    for name, pattern in _PATTERNS.items():
        if pattern.fullmatch(words):
            return name
    part = section_of(words)
    if part in LEVELS and _BOTH_LEVELS.search(words):
        return None  # the name of a column or of a key
    return _SECTIONS.get(part, "other") if part else None


def label_of(block: str) -> tuple[str, int] | None:
    """Return what a label before a text announces, and its length: "Job purpose: To run …"."""
    match = _LABEL.match(block)
    name = section_named(match.group()) if match else None
    return (name, match.end()) if match and name else None
