"""The line that evaluation adds to a vacancy's first page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from vacancies.evaluation.models import FactorEvidence
from vacancies.posts.models import VacancyQuery
from vacancies.posts.overview import Entry, link, state_of
from vacancies.posts.rules import DESCRIBE
from vacancies.profiles.rules.loading import scheme


def needed(rows: VacancyQuery) -> VacancyQuery:
    """Return the vacancies with everything that the line below needs, in no more queries."""
    pointed = FactorEvidence.duties.through.objects.filter(factorevidence=OuterRef("pk"))
    rated = FactorEvidence.objects.filter(~Q(text="") | Exists(pointed), level__isnull=False)
    mine = rated.filter(vacancy=OuterRef("pk")).order_by().values("vacancy")
    return rows.annotate(levels_given=Subquery(mine.annotate(number=Count("pk")).values("number")))


def evaluation_lines(vacancy: Any, _: date) -> Iterator[Entry]:
    given, total = vacancy.levels_given or 0, len(scheme().factors)
    state, label = state_of(given, given == total), "The panel’s evidence sheet"
    hint = f"{given} of {total} factors have a level." if given else ""
    yield link(vacancy, DESCRIBE, "evidence_detail", label, state, hint)
