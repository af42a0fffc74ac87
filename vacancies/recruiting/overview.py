"""What recruiting adds to a vacancy's first page."""

from collections.abc import Iterator
from datetime import date

from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.overview import Entry, Line, Notice, link
from vacancies.recruiting.services.outcomes import current_outcome
from vacancies.recruiting.views.advert_plan import advert_plan_entry
from vacancies.recruiting.views.outcomes import outcome_entry
from vacancies.recruiting.views.selection import selection_entries
from vacancies.recruiting.views.stages import stage_entries

TIMELINE = "Timeline: every date, worked backwards from the day you need somebody"
FILLED = "vacancies/recruiting/partials/filled.html"
GUIDANCE = (("interviews", "Read about interviews"), ("assessments", "Read about assessments"))


def needed(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies with what the lines below are made of."""
    return rows.for_selection().for_stages().select_related("advert_case")


def recruiting_lines(vacancy: Vacancy, today: date) -> Iterator[Line]:
    """Yield the timeline, the advert, the selection, the checklists and the outcome."""
    outcome = current_outcome(vacancy)
    if outcome.filled_on:
        yield Notice(FILLED, outcome)
    yield link(vacancy, "start", "timeline_detail", TIMELINE)
    yield advert_plan_entry(vacancy)
    yield link(vacancy, "advert", "nhs_jobs_pack", "NHS Jobs pack and ready texts")
    yield from selection_entries(vacancy)
    for slug, words in GUIDANCE:
        yield Entry("selection", slug, words, f"/recruiting/{slug}/")
    yield from stage_entries(vacancy, today)
    files = "vacancies:stages_file"
    yield Entry("checklist", "stages_file", "All three checklists", files=files)
    yield outcome_entry(vacancy, outcome)
