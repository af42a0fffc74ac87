"""An induction checklist in words, as a document and as a calendar, with one event per task.

Source: RFC 5545 (iCalendar), sections 3.6.1 and 3.8, and RFC 7986 for the calendar's name.
"""

from collections.abc import Iterator
from datetime import date, time

from kls_portal.documents.calendar_file import Calendar, Entry, Series
from kls_portal.documents.document import Document, Grid, Heading, Paragraph, Part, Run
from kls_portal.documents.plain_text import one_line
from kls_portal.in_words import long_date, short_date
from vacancies.planning.rules.checklist import Checklist, Group, Task

KIND = "Induction checklist"
TRUST_FIRST = "If a task clashes with your Trust’s own induction, the induction comes first."
SUGGESTION = "Suggestion"
SUGGESTION_MEANS = "marks a task that we suggest. Keep it, change it or cross it out."
SUGGESTION_LINE = "We suggest this task. Keep it, change it or delete it."
SIGN_OFF = "Sign-off"
SIGN_WHEN = "Sign when every task is done or crossed out."
COLUMNS = ("Done", "Task", "Owner", "Due date")
SIGN_COLUMNS = ("Who", "Signature", "Date")
SIGNERS = ("Line manager", "Starter")


def checklist_title(checklist: Checklist) -> str:
    """Return the title of the document, such as "Induction checklist: Librarian"."""
    return _after(KIND, checklist.role)


def calendar_title(checklist: Checklist) -> str:
    """Return the name of the calendar, such as "Induction: Librarian"."""
    return _after("Induction", checklist.role)


def checklist_facts(checklist: Checklist) -> list[tuple[str, str]]:
    """Return the (name, value) pairs that the checklist is tailored to, without empty values."""
    facts = [
        ("Role", one_line(checklist.role_name)),
        ("Band", one_line(checklist.band) or "Not given"),
        ("Start date", long_date(checklist.start)),
        ("Organisation", one_line(checklist.organisation)),
        ("Manages people", "Yes" if checklist.manages_people else "No"),
        ("Works alone", "Yes" if checklist.works_alone else "No"),
    ]
    if checklist.traits:
        facts.append(("Also", "; ".join(map(one_line, checklist.traits))))
    if checklist.tasks_of:
        facts.append(("Tasks for", one_line(checklist.tasks_of)))
    return [(name, value) for name, value in facts if value]


def checklist_notes(checklist: Checklist) -> list[str]:
    """Return the sentences above the tasks, including any note on the start date."""
    days = f"Due dates are working days in {checklist.holidays_of}."
    notes = [one_line(checklist.note_on_start), days, TRUST_FIRST]
    return [note for note in notes if note]


def no_tasks(checklist: Checklist) -> str:
    """Return the sentence for a checklist without tasks, with the owner if limited to one."""
    owner = one_line(checklist.tasks_of)
    return f"There are no tasks for: {owner}." if owner else "This checklist has no tasks."


def task_words(task: Task) -> str:
    """Return the text of the task on one line, never empty."""
    return one_line(task.text) or "Untitled task"


def task_notes(task: Task) -> list[str]:
    """Return the notes on a task: its appointment, its tick, and whether it was withdrawn."""
    notes = []
    if task.minutes:
        at = f" at {task.at:%H:%M}" if task.at else ""
        notes.append(f"{task.minutes}-minute appointment{at}")
    if task.done:
        day = long_date(task.done.at.date()) if task.done.at else ""
        notes.append(f"Done {day} ({one_line(task.done.by)})")
    if task.orphan_reason:
        notes.append("No longer in the template")
    return notes


def _after(kind: str, role: str) -> str:
    title = one_line(role)
    return f"{kind}: {title}" if title else kind


_WIDTHS = (0, 35, 35)
_SIGN_WIDTHS = (40, 0, 44)


def checklist_document(checklist: Checklist, *, on_screen: bool = False) -> Document:
    """Return the checklist as a document; groups without tasks are left out.

    on_screen: whether the checkboxes of the PDF can be ticked on screen.
    """
    rows = tuple((signer, "", "") for signer in SIGNERS)
    return Document(
        title=checklist_title(checklist),
        organisation=checklist.organisation,
        footer=KIND,
        facts=tuple(checklist_facts(checklist)),
        parts=(
            *task_parts(checklist),
            Heading(2, SIGN_OFF),
            Paragraph(SIGN_WHEN, kept=True),
            Grid(SIGN_OFF, SIGN_COLUMNS, rows, _SIGN_WIDTHS, row_height=14),
        ),
        on_screen=on_screen,
    )


def task_parts(checklist: Checklist, level: int = 2) -> Iterator[Part]:
    """Yield the notes and tasks of a checklist, its groups under headings of this level."""
    yield Paragraph(" ".join(checklist_notes(checklist)))
    if not all(task.confirmed for task in checklist.tasks):
        yield Paragraph((Run(SUGGESTION, tag=True), Run(f" {SUGGESTION_MEANS}")))
    if not checklist.tasks:
        yield Paragraph(no_tasks(checklist))
    for group in checklist.groups:
        if group.tasks:
            yield from _group(group, level)


def _group(group: Group, level: int) -> Iterator[Part]:
    name = one_line(group.name) or "Untitled section"
    yield Heading(level, name)
    yield Grid(
        name,
        COLUMNS[1:],
        tuple(
            (_task(task), one_line(task.owner.name), short_date(task.due)) for task in group.tasks
        ),
        _WIDTHS,
        ticks=COLUMNS[0],
        ticked=tuple(task.done is not None for task in group.tasks),
    )


def _task(task: Task) -> str | tuple[Run, ...]:
    text, notes = task_words(task), task_notes(task)
    if task.confirmed and not notes:
        return text
    tag = () if task.confirmed else (Run(" "), Run(SUGGESTION, tag=True))
    return (Run(text), *tag, *(Run(note, note=True) for note in notes))


def checklist_calendar(checklist: Checklist, series: Series) -> Calendar:
    return Calendar(calendar_title(checklist), KIND, (series,))


def checklist_series(checklist: Checklist, stem: str, sequence: int | None = None) -> Series:
    """Return the tasks as events. `stem` and `sequence` identify them (see `Series`).

    Only an appointment with a time blocks time in the calendar.
    """
    return Series(stem, tuple(_entries(checklist)), sequence)


def first_day(post: str, day: date, at: time | None, place: str, met_by: str) -> Entry:
    """Return the event for the first day in a post; with a time, it blocks one hour."""
    said = (("Where", place), ("Who meets you", met_by))
    notes = "\n".join(f"{name}: {one_line(words)}" for name, words in said if words.strip())
    return Entry("first-day", f"First day: {one_line(post)}", day, notes, at, 60 if at else 0)


def _entries(checklist: Checklist) -> Iterator[Entry]:
    for group in checklist.groups:
        for task in group.tasks:
            notes = "\n".join(_event_notes(checklist, group, task))
            if task.due:
                yield Entry(task.id, task_words(task), task.due, notes, task.at, task.minutes)


def _event_notes(checklist: Checklist, group: Group, task: Task) -> Iterator[str]:
    yield f"Owner: {one_line(task.owner.name) or 'Not given'}"
    if name := one_line(group.name):
        yield f"When: {name}"
    yield from task_notes(task)
    if not task.confirmed:
        yield SUGGESTION_LINE
    yield f"{checklist_title(checklist)}, start {long_date(checklist.start)}"
