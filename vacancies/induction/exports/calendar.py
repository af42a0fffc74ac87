"""The induction checklist as a calendar file: one all-day event a task.

Source: RFC 5545 (iCalendar), sections 3.6.1 and 3.8, and RFC 7986 for the calendar's name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import TRANSP, Calendar, Event, vInt

from kls_portal.documents.calendar_file import HOST, empty_calendar, in_uid
from kls_portal.documents.dates import long_date
from kls_portal.documents.plain_text import one_line
from vacancies.induction.exports import checklist as words
from vacancies.planning.rules.checklist import Checklist, Group, Task

_KIND = "Induction checklist"
_UK = ZoneInfo("Europe/London")


def checklist_ics(
    checklist: Checklist, uid_stem: str, stamp: datetime, sequence: int | None = None
) -> bytes:
    """The checklist as a text/calendar file in UTF-8.

    `uid_stem` names the checklist for good: with it an event keeps its UID
    "<uid_stem>-<task id>@kls-portal", so a second import changes events instead of doubling them.
    `stamp` is the moment of making, `sequence` counts the changes of a kept plan; the same values
    give the same bytes. An appointment with a time blocks it, everything else does not (TRANSP).
    Raises ValueError for a stamp without time zone or an empty stem.
    """
    dated = DatedChecklist(checklist, uid_stem, stamp, sequence)
    calendar = empty_calendar(dated.stem, words.calendar_title(checklist), dated.moment, kind=_KIND)
    _fill(calendar, dated)
    return _bytes(calendar)


@dataclass(frozen=True)
class DatedChecklist:
    """A checklist with what makes its events known again; see `checklist_ics`."""

    checklist: Checklist
    uid_stem: str
    stamp: datetime
    sequence: int | None = None

    def __post_init__(self) -> None:
        if self.stamp.tzinfo is None:
            raise ValueError("The stamp needs a time zone.")
        if not self.stem:
            raise ValueError("The UID needs a stem.")

    @property
    def stem(self) -> str:
        """Return the stem as it may stand in a UID."""
        return in_uid(self.uid_stem)

    @property
    def moment(self) -> datetime:
        """Return the stamp as a calendar writes it."""
        return self.stamp.astimezone(UTC).replace(microsecond=0)


def checklists_ics(checklists: Sequence[DatedChecklist], uid_stem: str, name: str) -> bytes:
    """Several checklists as one calendar with that name; at least one is needed."""
    latest = max(dated.moment for dated in checklists)
    calendar = empty_calendar(in_uid(uid_stem), name, latest, kind=_KIND)
    for dated in checklists:
        _fill(calendar, dated)
    return _bytes(calendar)


def _fill(calendar: Calendar, dated: DatedChecklist) -> None:
    for group in dated.checklist.groups:
        for task in group.tasks:
            event = _event(dated.checklist, group, task, dated.stem, dated.moment)
            if dated.sequence is not None:
                event["SEQUENCE"] = vInt(dated.sequence)
            calendar.add_component(event)


def _bytes(calendar: Calendar) -> bytes:
    if any(isinstance(event.start, datetime) for event in calendar.events):
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(checklist: Checklist, group: Group, task: Task, stem: str, stamp: datetime) -> Event:
    return Event.new(
        uid=f"{stem}-{in_uid(task.id)}@{HOST}",
        summary=words.task_words(task),
        description="\n".join(_description(checklist, group, task)),
        # A date without an end lasts that one day (section 3.6.1).
        start=_start(task),
        end=_end(task),
        stamp=stamp,
        transparency=TRANSP.OPAQUE if task.at else TRANSP.TRANSPARENT,
    )


def _start(task: Task) -> date | datetime:
    return datetime.combine(task.due, task.at, tzinfo=_UK) if task.at else task.due


def _end(task: Task) -> datetime | None:
    if not task.at:
        return None
    return datetime.combine(task.due, task.at, tzinfo=_UK) + timedelta(minutes=task.minutes)


def _description(checklist: Checklist, group: Group, task: Task) -> list[str]:
    lines = [f"Owner: {one_line(task.owner.name) or 'Not given'}"]
    if name := one_line(group.name):
        lines.append(f"When: {name}")
    lines += words.task_notes(task)
    if not task.confirmed:
        lines.append(words.SUGGESTION_LINE)
    lines.append(f"{words.checklist_title(checklist)}, start {long_date(checklist.start)}")
    return lines
