"""T1: a law, a body or a product that is there no more, named as if it were.

Source: house rule; the lists, with what came after each, stand in jd_words.toml. A sentence that
speaks of the past, and the laws of Northern Ireland, are up to date.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.nations import nation_of
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.protected import NORTHERN_IRELAND
from vacancies.rulebook.rulebook import found
from vacancies.rulebook.words import phrases, replacements

RULE = "T1"

_EVERYWHERE = replacements("out_of_date")
_GREAT_BRITAIN = {**_EVERYWHERE, **replacements("out_of_date_in_great_britain")}
_WANTED, _WANTED_IN_GB = phrases(_EVERYWHERE), phrases(_GREAT_BRITAIN)
_PAST = re.compile(
    r"\b(?:formerly|previous(?:ly)?|former|replac\w{1,3}|used to be|was once|once|repealed|now"
    r"|until|archiv\w{1,4}|histor\w{1,5}|legacy|merged|succe\w{4,7}|old|closed|abolished"
    r"|before (?:it|the)|known as|migrat\w{1,4})\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each name once, at its first place."""
    wanted = _WANTED if nation_of(document) == NORTHERN_IRELAND else _WANTED_IN_GB
    places = (
        place
        for place in document.found(wanted)
        if not (_PAST.search(document.around(place)) or document.is_denied(place))
    )
    for place in first_of_each(document, places):
        words = document.text[place.start : place.end]
        known = " ".join(document.folded[place.start : place.end].replace("-", " ").split())
        yield found(
            RULE, document, place, word=" ".join(words.split()), instead=_GREAT_BRITAIN[known]
        )
