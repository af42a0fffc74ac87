"""The clock of probation in words for managers: dates, conflicts and things to keep in mind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kls_portal.in_words import counted, plain_date
from vacancies.planning.rules.probation import FINAL, LATEST_MONTH, WORKING_DAYS_TO_WRITE, Clock
from vacancies.planning.rules.timeline import Timeline

KEEP_IN_MIND = (
    "Speak to HR before you decide anything or extend probation. These dates are not legal advice.",
    "We count from the start date of this post. Service in an earlier job with your organisation "
    "counts too, so the dates may be sooner. Ask HR, also after a merger or transfer.",
)
LAPSED = "The law may have changed since we read it. Ask HR what applies today, and when to decide."
NORTHERN_IRELAND = "Ask HR: the Act may not apply in Northern Ireland."
FULL_WEEK = "We count Monday to Friday. An induction plan counts the days that the starter works."
OURS = "our own figure, which your organisation’s lead can replace"


@dataclass(frozen=True)
class ClockRow:
    """A date with its name and its basis. slug: identifies the row on the page."""

    slug: str
    name: str
    day: date
    note: str = ""


@dataclass(frozen=True)
class Probation:
    """A clock, the date of the final review, and sentences on how days were counted."""

    clock: Clock
    review: date
    counted: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[ClockRow, ...]:
        return tuple(sorted(_rows(self), key=lambda row: row.day))

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Return the ways in which the dates leave no room for notice, each in sentences."""
        return () if self.clock.terms.law.is_lapsed else tuple(_conflicts(self))

    @property
    def keep_in_mind(self) -> tuple[str, ...]:
        """Return sentences to read along with the dates."""
        lapsed = (LAPSED,) if self.clock.terms.law.is_lapsed else ()
        elsewhere = (NORTHERN_IRELAND,) if self.clock.may_not_apply else ()
        return (*lapsed, *elsewhere, *self.counted, *self.clock.terms.law.other_law, *KEEP_IN_MIND)

    @property
    def source(self) -> str:
        """Return the sources for the statements about the law, "" if there are none."""
        return self.clock.terms.law.source


def probation_on(timeline: Timeline) -> Probation | None:
    """Return a vacancy's probation; None without a start or an outstanding final review."""
    clock = timeline.clock
    if clock is None:
        return None
    review = next(row for row in timeline.rows if row.step.probation == FINAL)
    return None if review.done else Probation(clock, review.day or clock.final_review, (FULL_WEEK,))


def _rows(probation: Probation) -> Iterator[ClockRow]:
    clock, terms = probation.clock, probation.clock.terms
    months = counted(terms.months, "month")
    months += "" if terms.own_months else f": {OURS}"
    weeks = terms.notice_weeks
    notice = f"{counted(weeks, 'week')} of notice, worked"
    notice += "" if terms.own_notice_weeks else f": {OURS}"
    ours = probation.review == clock.final_review
    suggested = "Our own suggestion" if ours else f"We suggest {plain_date(clock.final_review)}"
    yield ClockRow("review", "Final review", probation.review, suggested)
    yield ClockRow("ends", "Probation ends", clock.probation_ends, months)
    if clock.terms.law.is_lapsed:
        return
    to_write = f"{WORKING_DAYS_TO_WRITE} working days to write and hand over a letter"
    yield ClockRow("decide", "Last day to decide", clock.decide_by, to_write)
    yield ClockRow("notice", "Last day to give notice", clock.notice_by, notice)
    paid = f"The law adds its own notice of {counted(clock.terms.law.notice_weeks, 'week')}"
    yield ClockRow("paid", "Last day for pay in place of notice", clock.paid_notice_by, paid)
    service = f"{clock.terms.law.months} months"
    yield ClockRow("complete", f"{service} are complete", clock.complete)
    if clock.protected_from != clock.complete:
        since = f"When the job began, {service} of service was not enough"
        yield ClockRow("protected", "Protected by law from", clock.protected_from, since)


def _conflicts(probation: Probation) -> Iterator[str]:
    clock = probation.clock
    if clock.policy_is_late:
        yield (
            f"A probation of {clock.terms.months} months ends on "
            f"{plain_date(clock.probation_ends)}. The last day to give notice is "
            f"{plain_date(clock.notice_by)}. Speak to HR now."
        )
    if clock.leaves_no_room(probation.review):
        by = plain_date(clock.review_by)
        yield (
            f"The final review is on {plain_date(probation.review)}. Hold it by {by}: "
            f"any later is past month {LATEST_MONTH} or leaves no time for notice. Speak to HR now."
        )
