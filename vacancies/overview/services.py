"""Lists of a person's vacancies with their status."""

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
"""Most vacancies whose next date is calculated to order a list, about 0.1 s. House default."""
OWN = "vacancies/overview/partials/own_vacancies.html"


@dataclass(frozen=True)
class Row:
    """A vacancy in a list, with its status and the notices of the features."""

    vacancy: Vacancy
    standing: Standing
    notices: tuple[Line, ...] = ()


def listed(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies with everything a list shows, in a constant number of queries."""
    return rows.for_list().for_plan()


def rows_of(vacancies: Iterable[Vacancy], today: date) -> list[Row]:
    """Return the rows of vacancies fetched with `listed`, in the same order."""
    return [
        Row(one, overview.standing(one, today), tuple(overview.row(one, today)))
        for one in vacancies
    ]


def due_first(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies ordered by the dates of their next steps, in a constant number of queries.

    Filled vacancies, and open ones beyond the MOST_DATED most recently changed, follow by last
    change.
    """
    dated = rows.filled(False).prefetch_related(None).for_dates()[:MOST_DATED]
    by_due_day = sorted(dated, key=lambda one: overview.due(one) or date.max)
    places = [When(pk=one.pk, then=Value(place)) for place, one in enumerate(by_due_day)]
    if not places:  # PostgreSQL would read a bare integer as a column number
        return rows.order_by("-changed", "-id")
    by_day = Case(*places, default=Value(MOST_DATED), output_field=IntegerField())
    return rows.order_by(by_day, "-changed", "-id")


def own_vacancies(person: User) -> Panel | None:
    """Return the home page panel of a person's vacancies, None if none is open."""
    open_ones = listed(Vacancy.objects.visible_to(person)).filled(False)
    first = due_first(open_ones)[:MOST_AT_HOME]
    rows = rows_of(first, localdate())
    return Panel(OWN, rows) if rows else None
