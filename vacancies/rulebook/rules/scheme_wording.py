"""B2: wording borrowed from the evaluation scheme.

Source: Job Evaluation Handbook, chapter 10; NHS Employers, Writing successful job descriptions.
Each phrase can be honest on its own, so two different ones must be there. The names of factors
("freedom to act") count inside a sentence, beside another phrase. A hint that never blocks.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found, number
from vacancies.rulebook.words import listed, phrases

RULE = "B2"

_WORDING = phrases(listed("scheme_wording"))
_BESIDE_OTHERS = phrases(listed("scheme_wording_beside_others"))


def check(document: Document) -> Iterator[Finding]:
    """Report each phrase at its first place, when there are as many as the rule asks for."""
    wording = list(document.found(_WORDING))
    if wording:
        named = document.found(_BESIDE_OTHERS)
        wording += [place for place in named if document.sentence_at(place.start)]
    places = list(first_of_each(document, sorted(wording)))
    if len(places) >= number(RULE, "fewest"):
        for place in places:
            phrase = " ".join(document.text[place.start : place.end].split())
            yield found(RULE, document, place, phrase=phrase)
