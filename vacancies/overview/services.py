"""The vacancies of a person, each with where it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Value, When
from django.utils.timezone import localdate

from kls_portal.accounts.models import User
from kls_portal.own_work import Panel
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.overview import Line, Standing, overview

MOST_AT_HOME = 5
MOST_DATED = 200
"""Vacancies whose next day is worked out to order a list. House default: 0.1 s."""
OWN = "vacancies/overview/partials/own_vacancies.html"


@dataclass(frozen=True)
class Row:
    """A vacancy in a list: where it is, and what the features say of it."""

    vacancy: Vacancy
    standing: Standing
    notices: tuple[Line, ...] = ()


def listed(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies with all that a list shows of them, in a constant number of queries."""
    return rows.for_list().for_plan()


def rows_of(vacancies: Iterable[Vacancy], today: date) -> list[Row]:
    """Return vacancies that were `listed` as rows, in their order."""
    return [
        Row(one, overview.standing(one, today), tuple(overview.rows_of(one, today)))
        for one in vacancies
    ]


def due_first(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies in the order of the days of their next steps.

    Those filled, and open ones beyond the MOST_DATED changed last, follow by their last change.
    Constant queries.
    """
    dated = rows.filled(False).prefetch_related(None).for_dates()[:MOST_DATED]
    found = sorted(dated, key=lambda one: overview.due(one) or date.max)
    places = [When(pk=one.pk, then=Value(place)) for place, one in enumerate(found)]
    if not places:  # PostgreSQL would take the value alone for the number of a column
        return rows.order_by("-changed", "-id")
    by_day = Case(*places, default=Value(MOST_DATED), output_field=IntegerField())
    return rows.order_by(by_day, "-changed", "-id")


def own_vacancies(person: User) -> Panel | None:
    """Return what the home page shows of a person's vacancies; None without an open one."""
    open_ones = listed(Vacancy.objects.visible_to(person)).filled(False)
    found = due_first(open_ones)[:MOST_AT_HOME]
    rows = rows_of(found, localdate())
    return Panel(OWN, rows) if rows else None
