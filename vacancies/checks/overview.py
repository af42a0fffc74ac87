"""The lines that the checks add to a vacancy's first page."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from kls_portal.in_words import counted
from vacancies.checks.services import open_severities
from vacancies.drafting.rules.freezing import is_drafted
from vacancies.drafting.services.drafting import draft_of
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.overview import Entry, Line, Waiting
from vacancies.posts.rules import ADVERTISE, DESCRIBE, WELCOME


def needed(rows: VacancyQuery) -> VacancyQuery:
    """Return the vacancies with everything that the lines below need."""
    return rows.for_words()


def check_lines(vacancy: Vacancy, _: date) -> Iterator[Line]:
    page = reverse("vacancies:draft_check", args=[vacancy.pk])
    fair = reverse("vacancies:fair_report", args=[vacancy.pk])
    label = "Check the vacancy: things to look at"
    fair_label = "Fair Library Jobs report"
    draft = draft_of(vacancy)
    if not is_drafted(draft):
        yield Entry(DESCRIBE, "draft_check", label, page, "not-started")
        yield Entry(ADVERTISE, "fair_report", fair_label, fair, "not-started")
        return
    counts = Counter(open_severities(vacancy, draft))
    points, must = counts.total(), counts["must"]
    hint = f"{counted(points, 'thing')} to look at, {must} of them “must”."
    if must:
        words = f"{counted(must, 'thing')} that you must look at"
        yield Waiting("must", words, page, until=WELCOME)
    state = "incomplete" if must else "complete"
    yield Entry(DESCRIBE, "draft_check", label, page, state, hint)
    yield Entry(ADVERTISE, "fair_report", fair_label, fair, state)
