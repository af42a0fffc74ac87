"""The line that the handover adds to a vacancy's first page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.timezone import localdate, now

from kls_portal.in_words import plain_date
from vacancies.posts.models import VacancyLink, VacancyQuery
from vacancies.posts.overview import Entry, link, state_of
from vacancies.posts.rules import DESCRIBE
from vacancies.retention.models import HandoverAnswers
from vacancies.retention.rules.handover import QUESTIONS


def needed(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies with everything `handover_lines` needs, without further queries."""
    leaver = VacancyLink.objects.filter(kind=VacancyLink.Kind.LEAVER, revoked_at=None)
    mine = leaver.filter(vacancy=OuterRef("pk"))
    link_until = Subquery(mine.values("expires_at")[:1])
    return rows.select_related("handover_answers").annotate(handover_link_until=link_until)


def handover_lines(vacancy: Any, _: date) -> Iterator[Entry]:
    """Yield the line about the handover: answered questions and the expiry of the link."""
    row: HandoverAnswers | None = getattr(vacancy, "handover_answers", None)
    given = sum(bool(getattr(row, question.id).strip()) for question in QUESTIONS) if row else 0
    last = vacancy.handover_link_until
    until = last if last and last > now() else None
    hint = f"{given} of {len(QUESTIONS)} questions answered." if given else ""
    if until:
        hint = f"{hint} The link is open until {plain_date(localdate(until))}.".strip()
    label = "Handover from the person who is leaving"
    yield link(vacancy, DESCRIBE, "handover_detail", label, state_of(until, given), hint)
