"""The induction checklist as a calendar, with one event per task.

Source: RFC 5545 (iCalendar), sections 3.6.1 and 3.8, and RFC 7986 for the calendar's name.
"""

from collections.abc import Iterator
from datetime import date, datetime, time

from kls_portal.documents.calendar_file import Calendar, Entry, Series
from kls_portal.documents.plain_text import one_line
from kls_portal.in_words import long_date
from vacancies.induction.exports import checklist as words
from vacancies.planning.rules.checklist import Checklist, Group, Task


def checklist_calendar(checklist: Checklist, series: Series) -> Calendar:
    return Calendar(words.calendar_title(checklist), words.KIND, (series,))


def checklist_series(
    checklist: Checklist, stem: str, stamp: datetime, sequence: int | None = None
) -> Series:
    """Return the tasks as events. `stem`, `stamp` and `sequence` identify them (see `Series`).

    Only an appointment with a time blocks time in the calendar.
    """
    return Series(stem, tuple(_entries(checklist)), stamp, sequence)


def first_day(post: str, day: date, at: time | None, place: str, met_by: str) -> Entry:
    """Return the event for the first day in a post; with a time, it blocks one hour."""
    said = (("Where", place), ("Who meets you", met_by))
    notes = "\n".join(f"{name}: {one_line(words)}" for name, words in said if words.strip())
    return Entry("first-day", f"First day: {one_line(post)}", day, notes, at, 60 if at else 0)


def _entries(checklist: Checklist) -> Iterator[Entry]:
    for group in checklist.groups:
        for task in group.tasks:
            notes = "\n".join(_notes(checklist, group, task))
            if task.due:
                yield Entry(task.id, words.task_words(task), task.due, notes, task.at, task.minutes)


def _notes(checklist: Checklist, group: Group, task: Task) -> Iterator[str]:
    yield f"Owner: {one_line(task.owner.name) or 'Not given'}"
    if name := one_line(group.name):
        yield f"When: {name}"
    yield from words.task_notes(task)
    if not task.confirmed:
        yield words.SUGGESTION_LINE
    yield f"{words.checklist_title(checklist)}, start {long_date(checklist.start)}"
