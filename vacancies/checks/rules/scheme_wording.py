"""B2: wording borrowed from the evaluation scheme.

Source: Job Evaluation Handbook, chapter 10; NHS Employers, Writing successful job descriptions.
Each phrase can be honest on its own, so two different ones must be there. A hint that never
blocks.
"""

from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.once import first_of_each
from vacancies.checks.patterns import phrases
from vacancies.checks.rulebook import found, number
from vacancies.checks.words import listed

RULE = "B2"

_WORDING = phrases(listed("scheme_wording"))


def check(document: Document) -> Iterator[Finding]:
    """Report each phrase at its first place, when there are as many as the rule asks for."""
    places = list(first_of_each(document, document.found(_WORDING)))
    if len(places) >= number(RULE, "fewest"):
        for place in places:
            phrase = " ".join(document.text[place.start : place.end].split())
            yield found(RULE, document, place, phrase=phrase)
