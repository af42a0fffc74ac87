"""D2: a part-time post without both the full-time and the pro-rata pay.

Source: Fair Museum Jobs manifesto, section 2. A range is one figure. What calls itself full time is
not part-time, whatever its hours, and pay by the hour is the pay for any hours.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import full_time_hours
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.nations import nation_of
from vacancies.rulebook.pay import pay_places
from vacancies.rulebook.rulebook import found

RULE = "D2"

_PART_TIME = re.compile(
    r"\bpart[ -]time\b|\b0?\.\d{1,2} ?(?:wte|fte|of full[ -]time|(?:full|whole)[ -]time)\b"
    r"|\b(\d{1,2}(?:\.\d{1,2})?) ?(?:hours?|hrs?)(?! (?:notice|a day|per day"
    r"|of))\b"
)
_BOTH = re.compile(
    r"(?:\bfull[ -](?:time )?(?:or|and|/) ?$|\bfull[ -]time,? $)|\b(?:consider|considered"
    r"|welcome|open to|discuss|talk about|ask (?:for|about)|offer|such as|including|possible:)"
    r"[^.\n]{0,30}$|\b(?:of (?:them|us|whom|our team|the team|these)|who (?:work|are)"
    r"|(?:manage|supervise|lead|with|and|are|have) (?:one|two|three|four|five|six|\d))"
    r"(?: [a-z]{1,9})?,? $"
)
_OPEN_TO = re.compile(
    r"[ ,]{1,2}(?:or full|and full|/ ?full|working|hours (?:can|are)|is possible|considered"
    r"|(?:will be|are|is) "
    r"(?:considered|welcome|possible)|applicants|(?:library )?(?:assistants?|colleagues?"
    r"|librarians?|team|members?|students?"
    r"|learners|courses?)|or job|and job|options?|study|staff|requests?)"
)
_FULL_TIME = re.compile(
    r"\b(?:full|whole)[ -]?time\b(?! ?(?:equivalent|salary|pay\b|figure|rate|amount|colleague|staff"
    r"|member|librarian|student|education|course|(?:or|and|/) ?part))"
)
_HOURLY = re.compile(
    r"£ ?\d{1,2}\.\d{2}[^.\n]{0,20}\b(?:an|per|/|each) ?hour\b|\bhourly (?:pay|rate|paid)\b"
)
_OPENING = re.compile(r"\b(?:open|opens|opening|staffed|available)\b[^.\n]{0,20}$")
_WEEK = re.compile(r" ?(?:a|per|each|/|every) ?week|,? (?:full|part)[ -]time|\s{0,3}(?:[.\n]|$)")


def check(document: Document) -> Iterator[Finding]:
    """Report once, where the text says that the post is part time."""
    if document.kind != "advert" or document.has(_HOURLY):
        return
    place = _part_time(document)
    if place and sum(1 for _ in pay_places(document)) < 2:
        yield found(RULE, document, place)


def calls_itself_full_time(document: Document) -> bool:
    """Whether the text says that the post is full time, whatever its hours."""
    return document.has(_FULL_TIME)


def _full_week(document: Document) -> float:
    return full_time_hours(nation_of(document), document.today, document.facts)


def _part_time(document: Document) -> Span | None:
    most = 0.0 if calls_itself_full_time(document) else _full_week(document)
    for match in _PART_TIME.finditer(document.folded):
        place = Span(*match.span())
        before = document.folded[max(0, match.start() - 50) : match.start()]
        if match.group(1):
            a_week = _WEEK.match(document.folded, match.end())
            if a_week and 1 <= float(match.group(1)) < most and not _OPENING.search(before):
                return place
            continue
        if _BOTH.search(before) or _OPEN_TO.match(document.folded, match.end()):
            continue
        return place
    return None
