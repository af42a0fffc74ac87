"""The checklists, the timeline and the calendar of a vacancy as files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kls_portal.documents.calendar_file import Calendar, Entry, Series
from kls_portal.documents.dates import long_date, plain_date, short_date
from kls_portal.documents.document import (
    Bullets,
    Document,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Part,
)
from kls_portal.documents.plain_text import one_line
from vacancies.planning.rules.lines import Line
from vacancies.planning.rules.probation_words import Probation
from vacancies.planning.rules.progress import DONE, LATE
from vacancies.planning.rules.stage import ANCHORS, StageChecklist, StageTask
from vacancies.recruiting.rules.advert_plan import AdvertPlan


def vacancy_calendar(
    title: str,
    stem: str,
    stamp: datetime,
    sequence: int,
    *,
    lines: Sequence[Line] = (),
    tasks: Sequence[StageTask] = (),
    advert: AdvertPlan | None = None,
) -> Calendar:
    """Return every date of a vacancy as a calendar.

    The steps of its timeline, the texts to send to channels, and the tasks of its checklists.
    `stem` names the vacancy for good, so that a second import changes entries instead of doubling
    them; `sequence` never falls. Raises ValueError for a stamp without time zone.
    """
    name = one_line(title)
    entries = [*_steps(lines, name), *_sends(advert or AdvertPlan(), name), *_tasks(tasks, name)]
    series = Series(stem, tuple(entries), stamp, sequence)
    return Calendar(f"{name}: timeline", "Timeline", (series,))


def _steps(lines: Sequence[Line], title: str) -> Iterator[Entry]:
    for line in lines:
        step, day = line.row.step, line.row.day
        if day:
            notes = _calendar_notes(step.who, step.note, done=line.row.done)
            yield Entry(step.id, f"{step.name}: {title}", day, notes)


def _sends(advert: AdvertPlan, title: str) -> Iterator[Entry]:
    for choice in advert.choices:
        day = choice.sent_on or choice.send_on or advert.send_by(choice.channel)
        if day:
            notes = _calendar_notes(choice.sent_by, choice.note, done=choice.sent_on is not None)
            summary = f"Send the advert to {choice.channel.name}: {title}"
            yield Entry(f"send-{choice.channel.id}", summary, day, notes)


def _tasks(tasks: Sequence[StageTask], title: str) -> Iterator[Entry]:
    for task in tasks:
        if task.due:
            notes = _calendar_notes(task.owner.name, task.note, done=task.done is not None)
            yield Entry(f"task-{task.id}", f"{task.text} ({title})", task.due, notes)


def _calendar_notes(who: str, note: str, *, done: bool) -> str:
    parts = (f"Who: {who}" if who else "", note, "Done." if done else "")
    return "\n".join(part for part in parts if part)


KIND = "Recruitment checklists"
LOCAL_FIRST = "Much of recruitment follows the rules of your organisation. They come first."
NO_TASKS = "This checklist has no tasks."
NO_DATE = "No date yet"
FATES = {
    "no-longer-in-template": "No longer in the template.",
    "not-for-this-post": "Not for this post any more.",
}
_COLUMNS = ("Task", "Owner", "Due date", "Guidance and notes")
_TASK_WIDTHS = (0, 28, 27, 52)


@dataclass(frozen=True)
class Post:
    """The post that the checklists are for. `contract` in words; `dates` by key of ANCHORS."""

    title: str
    organisation: str
    band: str
    contract: str
    dates: dict[str, date | None]
    holidays_of: str


def stages_document(checklists: Sequence[StageChecklist], post: Post) -> Document:
    """Return the checklists in one document, each on a page of its own.

    Who ticked a task is left out: the files go to people who need not know.
    """
    parts: list[Part] = []
    for checklist in checklists:
        if parts:
            parts.append(PageBreak())
        parts += _stage(checklist)
    names = [checklist.stage.name for checklist in checklists]
    kind = f"{names[0]} checklist" if len(names) == 1 else KIND
    return Document(
        title=f"{kind}: {one_line(post.title)}",
        organisation=post.organisation,
        kind=kind,
        notices=(LOCAL_FIRST,),
        facts=tuple(_facts(post, checklists)),
        parts=tuple(parts),
    )


def _facts(post: Post, checklists: Sequence[StageChecklist]) -> Iterator[tuple[str, str]]:
    yield "Contract", post.contract or "Not chosen yet"
    if post.band:
        yield "Band expected", post.band
    for slug, anchor in ANCHORS.items():
        day = post.dates.get(slug)
        yield anchor.name.capitalize(), long_date(day) if day else NO_DATE
    if owner := next((one.tasks_of for one in checklists if one.tasks_of), ""):
        yield "Tasks of", owner
    yield "Due dates", f"Working days in {post.holidays_of}"


def _stage(checklist: StageChecklist) -> Iterator[Part]:
    """Draw what is to do with boxes to tick, then what is done, then what was left out for all."""
    name = checklist.stage.name
    yield Heading(2, name)
    for group in checklist.groups:
        if rows := tuple(_task_row(task) for task in group.tasks if not task.done):
            yield Heading(3, group.name)
            yield Grid(f"{name}: {group.name}", _COLUMNS, rows, _TASK_WIDTHS, ticks="Done")
    if done := tuple(_task_row(task) for task in checklist.tasks if task.done):
        yield Heading(3, "Done")
        yield Grid(f"{name}: done", _COLUMNS, done, _TASK_WIDTHS)
    if not checklist.groups:
        yield Paragraph(NO_TASKS)
    if checklist.left_out and not checklist.tasks_of:
        yield Heading(3, "Left out")
        left_out = tuple((one.task.text, one.reason) for one in checklist.left_out)
        yield Grid(f"{name}: left out", ("Task", "Why"), left_out)


def _task_row(task: StageTask) -> tuple[str, str, str, str]:
    due = short_date(task.due) if task.due else NO_DATE
    return one_line(task.text), task.owner.name, due, " ".join(_notes(task))


def _notes(task: StageTask) -> Iterator[str]:
    if task.done:
        yield f"Done {plain_date(task.done.at.date())}."
    if task.fate:
        yield FATES[task.fate]
    if not task.confirmed:
        yield "Suggestion."
    if task.page:
        yield f"Guidance: {task.page.name}."
    if task.note:
        yield one_line(task.note)


SUGGESTED = "The days between the steps are suggestions."
_HEADS = ("Step", "Date", "Working days to the next", "Who", "State")
_STEP_WIDTHS = (0, 36, 28, 45, 20)


def timeline_document(
    lines: Sequence[Line],
    title: str,
    organisation: str,
    needed_by: date | None,
    today: date,
    probation: Probation | None = None,
) -> Document:
    """Return the table of the timeline as a document, as it stands on `today`.

    With the clock of probation, where there is one.
    """
    facts = [("As of", long_date(today))]
    if needed_by:
        facts.insert(0, ("Somebody is needed by", long_date(needed_by)))
    grid = Grid(
        name=f"Steps and dates: {one_line(title)}",
        columns=_HEADS,
        rows=tuple(_step_row(line) for line in lines),
        widths=_STEP_WIDTHS,
    )
    parts: tuple[Part, ...] = (grid, Paragraph(SUGGESTED), *_probation(probation))
    return Document(
        title=f"Timeline: {one_line(title)}",
        organisation=organisation,
        kind="Timeline of a vacancy",
        notices=probation.conflicts if probation else (),
        facts=tuple(facts),
        parts=parts,
    )


def _probation(found: Probation | None) -> Iterator[Part]:
    if found:
        yield Heading(2, "Probation: the days to know")
        rows = tuple((row.name, short_date(row.day), row.note) for row in found.rows)
        yield Grid("Days of probation", ("What", "Date", "Where it comes from"), rows, (60, 28, 0))
        yield Bullets(found.keep_in_mind)
        yield Paragraph(f"Source: {found.source}")


def _step_row(line: Line) -> tuple[str, ...]:
    row = line.row
    state = {DONE: "Done", LATE: "Late"}.get(line.state, "To do")
    to_next = "" if line.to_next is None else str(line.to_next)
    return (row.step.name, short_date(row.day) if row.day else "", to_next, row.step.who, state)
