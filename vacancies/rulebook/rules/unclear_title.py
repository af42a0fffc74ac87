"""B3: a job title that does not explain itself, or that names an age or a gender.

Source: NHS Employers, Writing successful job descriptions.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.title import title_of
from vacancies.rulebook.words import listed

RULE = "B3"

_AGE_OR_GENDER = re.compile(
    r"\b(?:girl|boy|lady|man|woman|men|women|foreman|storeman|handyman|manageress"
    r"|junior(?! doctors?)|young"
    r"|recent graduate|ninja|guru|rock ?star|wizard|superstar)\b(?!')"
)
_SENIOR_ALONE = re.compile(r"senior(?: (?:officer|post|role|position|staff|grade|member))?")
_CAPITALS = re.compile(r"\b[A-Z][A-Z&]{1,5}\b")
_PLACE_BEFORE = re.compile(r"(?:[,(-]|\bat|\bin) $")
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")
_KNOWN = frozenset(listed("known_abbreviations")) | frozenset(listed("shouted"))


def check(document: Document) -> Iterator[Finding]:
    """Report the first word of the title that shuts outsiders out."""
    title = title_of(document)
    if title is None:
        return
    match = _AGE_OR_GENDER.search(document.folded, title.start, title.end)
    if match:
        yield found(RULE, document, Span(*match.span()))
    elif _SENIOR_ALONE.fullmatch(document.folded, title.start, title.end):
        yield found(RULE, document, title)
    elif place := _abbreviation(document, title):
        yield found(RULE, document, place)


def _abbreviation(document: Document, title: Span) -> Span | None:
    if document.text[title.start : title.end].isupper():
        return None
    places = _CAPITALS.finditer(document.text, title.start, title.end)
    unknown = (match for match in places if match.group() not in _KNOWN)
    return next(
        (Span(*match.span()) for match in unknown if not _of_a_place(document, match)), None
    )


def _of_a_place(document: Document, match: re.Match[str]) -> bool:
    """Whether the letters begin the name of the place of work: "Librarian, HMP Ranby"."""
    before = document.folded[max(0, match.start() - 6) : match.start()]
    return bool(_PLACE_BEFORE.search(before) and _NAME_BEHIND.match(document.text, match.end()))
