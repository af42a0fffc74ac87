"""The steps of the timeline: loading them, and reading them as editors left them."""

from collections.abc import Iterator

from vacancies.models import TimelineStep
from vacancies.models.timeline import CORRECTED
from vacancies.services.loaded_rows import load_row
from vacancies.timeline.loading import steps as shipped
from vacancies.timeline.step import Step


def load_timeline_steps() -> Iterator[str]:
    """Load the steps that come with the portal, never over an editor's correction."""
    for place, step in enumerate(shipped(), start=1):
        fields = {name: getattr(step, name) for name in CORRECTED}
        fields |= {"not_routes": list(step.not_routes), "place": place}
        yield load_row(TimelineStep, step.id, fields)


def timeline_steps() -> tuple[Step, ...]:
    """Return every step, as corrected, in one query. What has no row is as shipped."""
    rows = {row.code: row for row in TimelineStep.objects.all()}
    return tuple(rows[step.id].as_value(step) if step.id in rows else step for step in shipped())
