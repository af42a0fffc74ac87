"""The induction checklist as a calendar file: one all-day event a task.

Source: RFC 5545 (iCalendar), sections 3.6.1 and 3.8, and RFC 7986 for the calendar's name.
"""

from datetime import UTC, datetime
from urllib.parse import quote

from icalendar import TRANSP, Calendar, Event, vText

from kls_portal.documents.dates import long_date
from kls_portal.documents.plain_text import one_line, plain
from vacancies.checklists.checklist import Checklist, Group, Task
from vacancies.exports import checklist_words as words

_HOST = "kls-portal"


def checklist_ics(checklist: Checklist, uid_stem: str, stamp: datetime) -> bytes:
    """The checklist as a text/calendar file in UTF-8.

    `uid_stem` names the checklist for good: with it an event keeps its UID
    "<uid_stem>-<task id>@kls-portal", so a second import changes events instead of doubling them.
    `stamp` is the moment of making; the same three values give the same bytes. Events do not
    block time (TRANSP). Raises ValueError for a stamp without time zone or an empty stem.
    """
    if stamp.tzinfo is None:
        raise ValueError("The stamp needs a time zone.")
    stem = _in_uid(uid_stem)
    if not stem:
        raise ValueError("The UID needs a stem.")
    moment = stamp.astimezone(UTC).replace(microsecond=0)
    calendar = Calendar.new(
        prodid="-//KLS Portal//Induction checklist//EN",
        uid=f"{stem}@{_HOST}",
        method="PUBLISH",
        last_modified=moment,
    )
    # The library leaves a name unescaped. X-WR-CALNAME is what Outlook and Google read.
    for key in ("NAME", "X-WR-CALNAME"):
        calendar[key] = vText(words.calendar_title(checklist))
    for group in checklist.groups:
        for task in group.tasks:
            calendar.add_component(_event(checklist, group, task, stem, moment))
    return bytes(calendar.to_ical())


def _event(checklist: Checklist, group: Group, task: Task, stem: str, stamp: datetime) -> Event:
    return Event.new(
        uid=f"{stem}-{_in_uid(task.id)}@{_HOST}",
        summary=words.task_words(task),
        description="\n".join(_description(checklist, group, task)),
        # A date without an end lasts that one day (section 3.6.1).
        start=task.due,
        stamp=stamp,
        transparency=TRANSP.TRANSPARENT,
    )


def _description(checklist: Checklist, group: Group, task: Task) -> list[str]:
    lines = [f"Owner: {one_line(task.owner.name) or 'Not given'}"]
    if name := one_line(group.name):
        lines.append(f"When: {name}")
    if not task.confirmed:
        lines.append(words.SUGGESTION_LINE)
    lines.append(f"{words.checklist_title(checklist)}, start {long_date(checklist.start)}")
    return lines


def _in_uid(text: str) -> str:
    """The text with everything but letters, digits and "_.-~" percent-encoded."""
    return quote(plain(text), safe="")
