"""What recruiting adds to a vacancy's first page."""

from collections.abc import Iterator
from datetime import date

from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.overview import Entry, Line, Notice, link
from vacancies.recruiting.services.outcomes import current_outcome
from vacancies.recruiting.views.advert_plan import advert_plan_entry
from vacancies.recruiting.views.outcomes import outcome_entry
from vacancies.recruiting.views.selection import selection_entries
from vacancies.recruiting.views.timeline import plan_entries

PLAN = "The whole plan: every milestone and task, worked backwards from the day you need somebody"
FILLED = "vacancies/recruiting/partials/filled.html"
GUIDANCE = (("interviews", "Read about interviews"), ("assessments", "Read about assessments"))


def needed(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies with what the lines below are made of."""
    return rows.for_selection().for_plan().select_related("advert_case")


def recruiting_lines(vacancy: Vacancy, today: date) -> Iterator[Line]:
    """Yield the advert, the selection, the plan and the outcome."""
    outcome = current_outcome(vacancy)
    if outcome.filled_on:
        yield Notice(FILLED, outcome)
    yield advert_plan_entry(vacancy)
    yield link(vacancy, "advert", "nhs_jobs_pack", "NHS Jobs pack and ready texts")
    yield from selection_entries(vacancy)
    for slug, words in GUIDANCE:
        yield Entry("selection", slug, words, f"/recruiting/{slug}/")
    yield from plan_entries(vacancy, today)
    yield link(vacancy, "plan", "timeline_detail", PLAN)
    yield outcome_entry(vacancy, outcome)
