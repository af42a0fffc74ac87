"""A10: a driving licence or a car, and no other way of travelling.

Source: Equality Act 2010, sections 15, 19, 20 and 39; the Equality and Human Rights Commission on
adverts (Journal of the Law Society of Scotland, volume 59, issue 8, read on 28 November 2026). A
post whose work is to drive is another matter.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.protected import under_law

RULE = "A10"

_DRIVING = re.compile(
    r"\b(?:(?:(?:full|clean|current|valid|uk),? ){0,4}(?:driving|driver's|drivers) licen[cs]e"
    r"|(?:full|clean|current|valid) (?:uk |clean |driver's ){0,2}licen[cs]e|licen[cs]e to drive"
    r"|(?:owns?|has|hold) (?:an? |their own |your own )(?:car|vehicle)(?! (?:park|boot|pool"
    r"|share))|(?:own|use of an?"
    r"|access to an?|have an?) (?:car|vehicle)(?! (?:park|boot|pool|share))"
    r"|(?:own|your own) transport|car (?:owner|driver|user|ownership)"
    r"|licen[cs]ed drivers?|(?:car|vehicle) (?:is )?(?:essential|required|needed)|driving is"
    r" (?:essential|required)|(?:must|able to|ability to) drive(?= an? (?:car|van|vehicle)"
    r"|\s{0,3}[.,;\n]|$))\b"
)
_LINE = re.compile(r"[^\n\t]{0,600}")
_OTHERWISE = re.compile(
    r"\bor (?:[\w-]{1,15} ){0,6}(?:travel|transport|means|alternative|arrangements?|mobility"
    r"|otherwise|taxis?|other way|bus|lifts?|driver)\b|\botherwise\b"
    r"|\badjust(?:ment|ed|s)?s?\b|\b(?:other|another|alternative|different|any|whatever) (?:means"
    r"|ways?|forms? of (?:travel|transport))\b|\bpublic transport\b|\baccess to work\b"
    r"|\b(?:waived|exempt\w{0,3}|unless)\b|\bdisab(?:led|ility|ilities)\b|\bif you (?:do not|don't"
    r"|cannot|can't) drive\b|\b(?:licen[cs]e|to|you|will|and|who) drives? (?:the|our|an?)"
    r" (?:[\w-]{1,12} ){0,2}(?:van|mobile library|minibus|bus|ambulance|lorry|vehicle)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each licence or car asked for, unless another way of travelling will do."""
    for place in first_of_each(document, document.found(_DRIVING), by_sentence=True):
        if not document.is_denied(place) and not _OTHERWISE.search(_item(document, place)):
            yield under_law(RULE, document, place)


def _item(document: Document, place: Span) -> str:
    """Return the rest of the item, where a second sentence may name the other way."""
    sentence = document.sentence_at(place.start)
    start = sentence.start if sentence else place.start
    return _LINE.match(document.flowing, start).group()  # type: ignore[union-attr]
