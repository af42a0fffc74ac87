"""Formal qualifications, and the alternatives that a criterion may offer."""

import re
from collections.abc import Iterator
from functools import cache

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.requirements import asked_for, offers_a_route
from vacancies.rulebook.rulebook import all_per_document
from vacancies.rulebook.words import phrases, words_of

_QUALIFICATION = re.compile(
    r"\b(?:educated to|(?:first |second |honours |bachelor's |master's |masters "
    r"|university )?degrees?(?: level)?(?! (?:of|programmes?|courses?|students?)\b)"
    r"|graduates?(?! (?:trainee|students?|medical|on|among))|postgraduate|post-graduate"
    r"|master'?s(?! of ceremonies)|m\.?sc|pg ?dip|b\.?sc|(?:an?|m\.?a\.?|b\.?a\.?) in (?:library"
    r"|librarianship|information)|qualified librarian|diploma|n?vqs?|gcses?|[ao] levels?|a-levels?"
    r"|btec|(?<!post-)(?<!post )qualifications?(?! (?:are|framework|system|body|bodies)\b)"
    r"|qualified)\b"
)
_ORDINARY = re.compile(
    r"\b(?:(?:high|some|certain|large|greater|reasonable|good) degree of|degree of|(?:teach|support"
    r"|supports|help|advise|train)\w{0,3} (?:[\w-]{1,15} ){0,3}(?:graduates|postgraduates?)"
    r"|(?:at|by) the end,? (?:[\w-]{1,15} ){1,8}qualifications?|(?:towards|gaining|gain|study for"
    r"|studying for) (?:an? )?(?:[\w-]{1,15}"
    r" ){0,3}qualifications?|no (?:formal )?qualifications?|(?:(?:to|can|will|may|could) (?:take"
    r"|complete|gain|do|get|earn)|chance of|fund(?:s|ing)?|pays? for|offers?|their|readers'"
    r"|students'|whose) (?:[\w-]{1,15} ){0,3}(?:degrees?|diplomas?|n?vqs?|master's|m\.?sc|btec))\b"
)
_OTHER_WAY = re.compile(
    r"\bequivalent(?! qualification| degree| diploma| award| certificate| professional| level \d"
    r"| n?vq| gcse| grade| post-?grad| library| foreign| overseas| to \d)"
    r"|\bor (?:[\w'-]{1,20}[ ,/-]{1,3}){0,6}experience\b|\bdemonstrable\b|\brelevant experience\b"
    r"|\bexperience (?:[\w-]{1,15} ){0,3}instead\b|\bor (?:be )?able to show\b|\bor (?:can"
    r"|could) show\b|\b(?:comparable|similar) experience\b"
    r"|\bor (?:[\w'-]{1,20}[ ,/-]{1,3}){0,6}(?:knowledge|skills?|learning|work) (?:from|gained"
    r"|got|acquired|built|through|in|at)\b|\bexperience (?:counts|is|will do|matters)\b"
    r"|\bor (?:the )?(?:same"
    r"|similar) (?:level|skills?|knowledge)\b|\bhowever (?:you )?gained\b"
)
_QUALIFIED_AS = re.compile(r"[ -]{1,3}(?:to degree|librarian|in librar|information prof)")
_TIME = re.compile(r"(?:full|whole|part)[ -]time\s{0,3}$")


@all_per_document
def qualifications_alone(document: Document) -> Iterator[Span]:
    """Yield the qualification of each essential item that accepts nothing else instead."""
    for item in asked_for(document):
        if offers_a_route(document, item):
            continue
        match = _QUALIFICATION.search(document.folded, item.start, item.end)
        while match and _is_ordinary(document, match):
            match = _QUALIFICATION.search(document.folded, match.end(), item.end)
        if match and not has_other_way(document, item):
            yield Span(*match.span())


def _is_ordinary(document: Document, match: re.Match[str]) -> bool:
    start = max(0, match.start() - 60)
    around = _ORDINARY.finditer(document.folded, start, match.end() + 4)
    if any(match_around.start() <= match.start() < match_around.end() for match_around in around):
        return True
    if match.group() == "qualified":
        return not _QUALIFIED_AS.match(document.folded, match.end())
    return document.is_denied(Span(*match.span()))


def has_other_way(document: Document, item: Span) -> bool:
    """Whether the item says "or equivalent experience", or something to that effect."""
    text = document.folded
    return any(
        not _TIME.search(text, max(item.start, match.start() - 14), match.start())
        for match in _OTHER_WAY.finditer(text, item.start, item.end)
    )


def level_of(text: str) -> int | None:
    """Return the lowest level (1 to 8) of the qualifications named in `text`, or None.

    A criterion that accepts any of several qualifications demands no more than the lowest.
    """
    folded = text.lower().replace("’", "'").replace("degree of", "")
    return next((level for level, words in _levels() if words.search(folded)), None)


@cache
def _levels() -> tuple[tuple[int, re.Pattern[str]], ...]:
    rows = words_of("knowledge_words")["levels"]
    return tuple((row["level"], phrases(row["words"]).pattern) for row in rows)
