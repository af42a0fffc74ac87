"""The timeline as lines to display: the state of each step, and anything to check."""

from dataclasses import dataclass
from datetime import date

from kls_portal.calendar.working_days import why_not_worked
from vacancies.planning.rules.progress import DONE, state_on
from vacancies.planning.rules.standing import reached
from vacancies.planning.rules.step import Planned, Step
from vacancies.planning.rules.timeline import Spacing, Timeline, short_of, too_late

NO_DATE = "no-date"


@dataclass(frozen=True)
class Line:
    """One step.

    state: as for tasks (see `state_on`), or NO_DATE; a step that is reached and whose day has come
    counts as done. to_next: working days to the next date, None
    for the last. short_of: the step it depends on, if fewer days than planned lie between them.
    latest: the last possible date, if it is planned after that. why_not: why its date is not a
    working day, "" if it is; next_worked: the next working day after such a date.
    """

    row: Planned
    state: str
    to_next: int | None
    short_of: Step | None = None
    why_not: str = ""
    next_worked: date | None = None
    latest: date | None = None


def lines(
    timeline: Timeline, today: date, spacing: Spacing, opened: date = date.min
) -> tuple[Line, ...]:
    """Return a line for each step, in order.

    Nothing is late on the day on which the file was opened.
    """
    following, over, today = _following(timeline), reached(timeline), max(today, opened)
    worked = spacing.worked

    def line_of(row: Planned) -> Line:
        day, after = row.day, following.get(row.id)
        if day is None:
            return Line(row, DONE if row.done else NO_DATE, None)
        done = row.done or (row.id in over and day <= today)
        why_not = "" if done else why_not_worked(day, worked.nation)
        return Line(
            row,
            state_on(max(day, opened), today, done=done),
            worked.between(day, after) if after else None,
            short_of(timeline, row, spacing),
            why_not,
            worked.next_working_day(day) if why_not else None,
            too_late(timeline, row, worked),
        )

    return tuple(map(line_of, timeline.rows))


def _following(timeline: Timeline) -> dict[str, date]:
    """Return, for each dated step by id, the date of the next one in time."""
    dated = sorted((row.day, place, row.id) for place, row in enumerate(timeline.rows) if row.day)
    return {step_id: dated[place + 1][0] for place, (_, _, step_id) in enumerate(dated[:-1])}
