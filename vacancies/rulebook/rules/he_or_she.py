"""C7: "he" or "she" for whoever gets the job.

Source: good practice. A named contact may be a she; "HE", "SHE" and "HIS" in capitals are higher
education, safety and a system.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found

RULE = "C7"

_PRONOUNS = re.compile(
    r"(?<![\w'-])(?:s/he|\(s\)he|he/she|she/he|his/her|her/his|him/her|his or her|he or she"
    r"|she or he"
    r"|himself|herself|he|she|his|hers?|him)(?![\w-])(?:'(?:s|ll|d)\b)?"
)
_CONTACT = re.compile(
    r"\b(?:contact|call|phone|telephone|ring|speak to|talk to|email|e-mail|write to|pronouns"
    r"|majesty|reach|(?:stand|standing|stands) in for|deputi[sz]\w{1,4} for)\b"
)

_NAME = re.compile(
    r"(?<=[a-z,(:;] )(?:Dr |Mrs? |Ms |Professor )?[A-Z][a-z]{1,15} [A-Z][a-z]{1,20}\b"
)
_NO_NAME = re.compile(
    r"librar|manag|trust|hospital|head|service|officer|assistant|knowledge|information"
    r"|director|lead"
    r"|senior|clinical|infirmary|road|street|house|campus|site|may|june|july|outreach|health"
    r"|nhs|care|team|department|specialist|systems|band|education"
    r"|university|college|school|the |british|national|royal|general|community|board|centre|job"
    r"|post|holder|person|trainee|human|resources|training|development|research|digital"
)


def check(document: Document) -> Iterator[Finding]:
    """Report the first pronoun of each sentence."""
    places = (place for place in document.found(_PRONOUNS) if _of_the_worker(document, place))
    yield from (
        found(RULE, document, place) for place in first_of_each(document, places, by_sentence=True)
    )


def _of_the_worker(document: Document, place: Span) -> bool:
    words = document.text[place.start : place.end]
    around = document.text[max(0, place.start - 12) : place.end + 12]
    if len(words) > 1 and words.isupper() and not around.isupper():
        return False  # HE, SHE and HIS may be short for something
    start = max(0, place.start - 150)
    if _CONTACT.search(document.folded, start, place.end + 20):
        return False
    return not any(
        not _NO_NAME.search(match.group().lower())
        for match in _NAME.finditer(document.text, start, place.start)
    )
