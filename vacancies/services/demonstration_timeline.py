"""The timeline of the demonstration's vacancy."""

from vacancies.models import Vacancy, VacancyTimeline
from vacancies.services.timeline_changes import mark_done, take_over


def demonstration_timeline(vacancy: Vacancy) -> None:
    """Mark a new vacancy as approved, and work its dates backwards from its start date."""
    VacancyTimeline.objects.create(vacancy=vacancy, needed_by=vacancy.starts_on)
    fresh = Vacancy.objects.for_timeline()
    mark_done(vacancy=fresh.get(pk=vacancy.pk), step_id="approval")
    take_over(vacancy=fresh.get(pk=vacancy.pk), move_by_hand=True)
    vacancy.refresh_from_db()
