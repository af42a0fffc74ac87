"""The plan of a vacancy as a document and as a calendar."""

from collections.abc import Iterator, Sequence
from datetime import date

from kls_portal.documents.calendar_file import Calendar, Entry, Series
from kls_portal.documents.document import Bullets, Document, Grid, Heading, Paragraph, Part
from kls_portal.documents.plain_text import one_line
from kls_portal.in_words import long_date, plain_date, short_date
from vacancies.planning.rules.checklist import ELSEWHERE, WITHDRAWN, Task, TaskList
from vacancies.planning.rules.lines import Line
from vacancies.planning.rules.lines import Part as PlanPart
from vacancies.planning.rules.probation_words import Probation
from vacancies.planning.rules.standing import DONE, LATE
from vacancies.recruiting.rules.advert_plan import AdvertPlan


def vacancy_calendar(
    title: str,
    stem: str,
    sequence: int,
    *,
    lines: Sequence[Line],
    tasks: TaskList,
    advert: AdvertPlan,
) -> Calendar:
    """Return every date of a vacancy as a calendar, each entry once.

    It holds the milestones, the texts to send to channels, and the tasks. Tasks of the
    day of a milestone that are due on it appear in its notes. `stem` identifies the vacancy
    permanently, so that a second import updates entries instead of duplicating them; `sequence`
    never falls.
    """
    name = one_line(title)
    entries = _entries(name, lines, tasks, advert)
    return Calendar(f"{name}: timeline", "Timeline", (Series(stem, tuple(entries), sequence),))


def _entries(
    title: str, lines: Sequence[Line], tasks: TaskList, advert: AdvertPlan
) -> Iterator[Entry]:
    tasks_of, with_step = {group.id: group.tasks for group in tasks.groups}, set[str]()
    for line in lines:
        step, day = line.row.step, line.row.day
        if day:
            due = [one for one in tasks_of.get(step.id, ()) if one.offset == 0 and one.due == day]
            with_step |= {task.id for task in due}
            said = [ASSUMED if line.row.assumed else "", step.note]
            for task in due:
                state = "Done" if task.done else "To do"
                said.append(f"{state}: {one_line(task.text)} ({task.owner.name})")
            words = "\n".join(filter(None, said))
            notes = _calendar_notes(step.who, words, done=line.state == DONE)
            yield Entry(step.id, f"{step.name}: {title}", day, notes)
    for choice in advert.choices:
        if day := choice.sent_on or choice.send_on or advert.send_by(choice.channel):
            notes = _calendar_notes(choice.sent_by, choice.note, done=choice.sent_on is not None)
            summary = f"Send the advert to {choice.channel.name}: {title}"
            yield Entry(f"send-{choice.channel.id}", summary, day, notes)
    for task in tasks.tasks:
        if task.due and task.id not in with_step:
            notes = _calendar_notes(task.owner.name, task.note, done=task.done is not None)
            yield Entry(f"task-{task.id}", f"{task.text} ({title})", task.due, notes)


def _calendar_notes(who: str, note: str, *, done: bool) -> str:
    parts = (f"Who: {who}" if who else "", note, "Done." if done else "")
    return "\n".join(part for part in parts if part)


KIND = "Plan of a vacancy"
LOCAL_FIRST = "Your organisation has its own rules for recruitment. They come first."
SUGGESTED = "The days between the milestones are suggestions."
NO_DATE = "No date yet"
ASSUMED = "About this day: nobody has set it."
ORPHAN_REASONS = {
    WITHDRAWN: "No longer in the template.",
    ELSEWHERE: "No longer for this post.",
}
_HEADS = ("Milestone", "Date", "Working days to the next", "Who", "State")
_STEP_WIDTHS = (0, 36, 28, 45, 20)
_COLUMNS = ("Task", "Owner", "Due date", "Guidance and notes")
_TASK_WIDTHS = (0, 28, 27, 52)


def plan_document(
    parts: Sequence[PlanPart],
    tasks: TaskList,
    today: date,
    *,
    title: str,
    organisation: str,
    band: str = "",
    contract: str = "",
    needed_by: date | None = None,
    holidays_of: str = "",
    probation: Probation | None = None,
) -> Document:
    """Return the plan as a document, as of `today`: its milestones, then their tasks.

    contract: in words. Who ticked a task is left out, as the files may go to people who need not
    know.
    """
    title = one_line(title)
    facts = (
        ("Someone is needed by", long_date(needed_by)),
        ("As of", long_date(today)),
        ("Contract", contract or "Not chosen yet"),
        ("Band expected", band),
        ("Tasks for", tasks.tasks_of),
        ("Due dates", f"Working days in {holidays_of}"),
    )
    lines = [one.line for part in parts for one in part.milestones if one.line]
    grid = Grid(
        name=f"Milestones: {title}",
        columns=_HEADS,
        rows=tuple(_step_row(line) for line in lines),
        widths=_STEP_WIDTHS,
    )
    content: list[Part] = [grid, Paragraph(SUGGESTED)]
    for part in parts:
        content += _plan_part(part)
    content += _probation(probation)
    if tasks.left_out and not tasks.tasks_of:
        rows = tuple((one_line(one.task.text), one.reason) for one in tasks.left_out)
        content += [Heading(2, "Left out"), Grid("Tasks left out", ("Task", "Why"), rows)]
    return Document(
        title=f"Plan: {title}",
        organisation=organisation,
        kind=KIND,
        notices=(LOCAL_FIRST, *(probation.conflicts if probation else ())),
        facts=tuple((name, value) for name, value in facts if value),
        parts=tuple(content),
    )


def _plan_part(part: PlanPart) -> Iterator[Part]:
    if part.progress.total:
        yield Heading(2, part.name)
    for one in part.milestones:
        if rows := tuple(_task_row(task) for task, _ in one.rows if not task.done):
            yield Heading(3, one.name)
            yield Grid(f"{part.name}: {one.name}", _COLUMNS, rows, _TASK_WIDTHS, ticks="Done")
    done = tuple(_task_row(task) for one in part.milestones for task, _ in one.rows if task.done)
    if done:
        yield Heading(3, "Done")
        yield Grid(f"{part.name}: done", _COLUMNS, done, _TASK_WIDTHS)


def _step_row(line: Line) -> tuple[str, ...]:
    row = line.row
    state = {DONE: "Done", LATE: "Late"}.get(line.state, "To do")
    to_next = "" if line.to_next is None else str(line.to_next)
    day = f"About {short_date(row.day)}" if row.assumed else short_date(row.day)
    return (row.step.name, day, to_next, row.step.who, state)


def _task_row(task: Task) -> tuple[str, str, str, str]:
    due = short_date(task.due) or NO_DATE
    return one_line(task.text), task.owner.name, due, " ".join(_notes(task))


def _notes(task: Task) -> Iterator[str]:
    if task.done:
        yield f"Done {plain_date(task.done.at.date())}." if task.done.at else task.done.fact
    if task.orphan_reason:
        yield ORPHAN_REASONS[task.orphan_reason]
    if not task.confirmed:
        yield "Suggestion."
    if task.page:
        yield f"Guidance: {task.page.name}."
    if task.note:
        yield one_line(task.note)


def _probation(probation: Probation | None) -> Iterator[Part]:
    if probation:
        yield Heading(2, "Probation: the days to know")
        rows = tuple((row.name, short_date(row.day), row.note) for row in probation.rows)
        yield Grid("Days of probation", ("What", "Date", "Where it comes from"), rows, (60, 28, 0))
        yield Bullets(probation.keep_in_mind)
        if probation.source:
            yield Paragraph(f"Source: {probation.source}")
