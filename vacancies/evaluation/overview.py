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
    evidenced = FactorEvidence.objects.filter(~Q(text="") | Exists(pointed))
    mine = evidenced.filter(vacancy=OuterRef("pk")).order_by().values("vacancy")
    return rows.annotate(
        factors_evidenced=Subquery(mine.annotate(number=Count("pk")).values("number")),
        levels_given=Subquery(mine.annotate(number=Count("level")).values("number")),
    )


def evaluation_lines(vacancy: Any, _: date) -> Iterator[Entry]:
    evidenced, given = vacancy.factors_evidenced or 0, vacancy.levels_given or 0
    total, label = len(scheme().factors), "The panel’s evidence sheet"
    state = state_of(evidenced, given == total)
    hint = f"{evidenced} of {total} factors have evidence, {given} a level." if evidenced else ""
    yield link(vacancy, DESCRIBE, "evidence_detail", label, state, hint)
