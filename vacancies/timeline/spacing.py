"""How far apart two steps have to be: forwards and backwards, on working days of a nation."""

from dataclasses import dataclass
from datetime import date

from vacancies.checklists.working_days import WorkingDays, days_from, months_after
from vacancies.checks.time_to_apply import days_needed, least_days
from vacancies.timeline.step import ADVERT, WORKING, Planned, Step
from vacancies.timeline.timeline import Timeline


@dataclass(frozen=True)
class Spacing:
    """The distances between steps. Whatever it works out falls on a working day."""

    worked: WorkingDays

    def fits(self, before: date, step: Step, day: date) -> bool:
        """Whether a step may be on `day` where what it hangs on is on `before`."""
        if step.unit == ADVERT:
            return (day - before).days >= max(step.days, days_needed(before, max(before, day)))
        if step.unit == WORKING:
            return day >= before and self.worked.between(before, day) >= step.days
        return (day - before).days >= step.days

    def earliest(self, before: date, step: Step, not_before: date | None = None) -> date:
        """Return the first working day that fits, from `not_before` on."""
        day = max(days_from(before, self._least(step)), not_before or before)
        day = self.worked.next_working_day(day)
        while not self.fits(before, step, day) and day < date.max:
            day = self.worked.next_working_day(days_from(day, 1))
        return day

    def latest(self, step: Step, day: date) -> date:
        """Return the last working day for what a step hangs on, where the step is on `day`."""
        before = self.worked.last_working_day(days_from(day, -self._least(step)))
        while not self.fits(before, step, day) and before > date.min:
            before = self.worked.last_working_day(days_from(before, -1))
        return before

    @staticmethod
    def _least(step: Step) -> int:
        # Working days are never fewer than as many days of the calendar.
        return max(step.days, least_days()) if step.unit == ADVERT else step.days


def last_day(step: Step, start: date | None, worked: WorkingDays) -> date | None:
    """Return the last working day for a step where somebody starts on `start`; None: no limit."""
    if not step.within_months or start is None:
        return None
    return worked.last_working_day(months_after(start, step.within_months))


def too_late(timeline: Timeline, row: Planned, worked: WorkingDays) -> date | None:
    """Return the last working day for a step to do that is planned after it; None otherwise."""
    last = last_day(row.step, timeline.goal.day, worked)
    return last if last and row.day and not row.done and row.day > last else None


def short_of(timeline: Timeline, row: Planned, spacing: Spacing) -> Step | None:
    """Return what a step to do hangs on, where fewer days than planned lie between them.

    None otherwise, for a wrong order, and for the time to apply, which rule D5 judges.
    """
    if row.done or not row.day or not row.step.after or row.step.unit == ADVERT:
        return None
    above = timeline.row(row.step.after)
    near = above.day and above.day <= row.day and not spacing.fits(above.day, row.step, row.day)
    return above.step if near else None
