"""The checklists for advertising, selection and appointment as a paper with boxes to tick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kls_portal.documents.dates import long_date, plain_date, short_date
from kls_portal.documents.paper import Grid, Heading, PageBreak, Paper, Paragraph, Part
from kls_portal.documents.plain_text import one_line
from vacancies.checklists.stage import ANCHORS, StageChecklist, StageTask

KIND = "Recruitment checklists"
LOCAL_FIRST = "Much of recruitment follows the rules of your organisation. They come first."
NO_TASKS = "This checklist has no tasks."
NO_DATE = "No date yet"
FATES = {
    "no-longer-in-template": "No longer in the template.",
    "not-for-this-post": "Not for this post any more.",
}
_COLUMNS = ("Task", "Owner", "Due date", "Guidance and notes")
_WIDTHS = (0, 28, 27, 52)


@dataclass(frozen=True)
class Post:
    """The post that the checklists are for. `contract` in words; `dates` by key of ANCHORS."""

    title: str
    organisation: str
    band: str
    contract: str
    dates: dict[str, date | None]
    holidays_of: str


def stages_paper(checklists: Sequence[StageChecklist], post: Post) -> Paper:
    """Return the checklists in one document, each on a page of its own.

    Who ticked a task is left out: papers go to people who need not know.
    """
    parts: list[Part] = []
    for checklist in checklists:
        if parts:
            parts.append(PageBreak())
        parts += _stage(checklist)
    names = [checklist.stage.name for checklist in checklists]
    kind = f"{names[0]} checklist" if len(names) == 1 else KIND
    return Paper(
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
        if rows := tuple(_row(task) for task in group.tasks if not task.done):
            yield Heading(3, group.name)
            yield Grid(f"{name}: {group.name}", _COLUMNS, rows, _WIDTHS, ticks="Done")
    if done := tuple(_row(task) for task in checklist.tasks if task.done):
        yield Heading(3, "Done")
        yield Grid(f"{name}: done", _COLUMNS, done, _WIDTHS)
    if not checklist.groups:
        yield Paragraph(NO_TASKS)
    if checklist.left_out and not checklist.tasks_of:
        yield Heading(3, "Left out")
        left_out = tuple((one.task.text, one.reason) for one in checklist.left_out)
        yield Grid(f"{name}: left out", ("Task", "Why"), left_out)


def _row(task: StageTask) -> tuple[str, str, str, str]:
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
