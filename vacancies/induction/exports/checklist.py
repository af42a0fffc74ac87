"""A checklist in words, as PDF and as Word."""

import logging
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt
from docx.table import _Row

from kls_portal.documents.cleaner import Json, default_cleaner
from kls_portal.documents.dates import long_date, short_date
from kls_portal.documents.pdf import facts_json, render_pdf
from kls_portal.documents.plain_text import one_line
from kls_portal.documents.tickable import tickable
from kls_portal.documents.word import new_document, to_bytes
from kls_portal.documents.word_blocks import add_fact, add_tag
from kls_portal.documents.word_elements import add_check_box
from kls_portal.documents.word_table import add_row, add_table
from vacancies.planning.rules.checklist import Checklist, Group, Task

TEMPLATE = Path(__file__).with_name("checklist.typ")

KIND = "Induction checklist"
TRUST_FIRST = "Trust induction comes first."
SUGGESTION = "Suggestion"
SUGGESTION_MEANS = "marks a task that we suggest. Keep it, change it or cross it out."
SUGGESTION_LINE = "We suggest this task. Keep it, change it or delete it."
SIGN_OFF = "Sign-off"
SIGN_WHEN = "Sign when every task is done or crossed out."
COLUMNS = ("Done", "Task", "Owner", "Due date")
SIGN_COLUMNS = ("Who", "Signature", "Date")
SIGNERS = ("Line manager", "New starter")


def checklist_title(checklist: Checklist) -> str:
    """The name of the document, such as "Induction checklist: Librarian"."""
    return _after(KIND, checklist.role)


def calendar_title(checklist: Checklist) -> str:
    """The name of the calendar, such as "Induction: Librarian"."""
    return _after("Induction", checklist.role)


def checklist_facts(checklist: Checklist) -> list[tuple[str, str]]:
    """What the checklist was made for, as pairs of name and value; no pair without a value."""
    facts = [
        ("Role", one_line(checklist.role_name)),
        ("Band", one_line(checklist.band) or "Not given"),
        ("Start date", long_date(checklist.start)),
        ("Organisation", one_line(checklist.organisation)),
        ("Manages people", "Yes" if checklist.manages_people else "No"),
        ("Works alone", "Yes" if checklist.works_alone else "No"),
    ]
    if checklist.traits:
        facts.append(("Besides", "; ".join(map(one_line, checklist.traits))))
    if checklist.tasks_of:
        facts.append(("Tasks of", one_line(checklist.tasks_of)))
    return [(name, value) for name, value in facts if value]


def checklist_notes(checklist: Checklist) -> list[str]:
    """The sentences above the tasks, one about a start that is no working day among them."""
    days = f"Due dates are working days in {checklist.holidays_of}."
    notes = [one_line(checklist.note_on_start), days, TRUST_FIRST]
    return [note for note in notes if note]


def has_suggestions(checklist: Checklist) -> bool:
    """Whether a task of the checklist is a suggestion of the house."""
    return any(not task.confirmed for group in checklist.groups for task in group.tasks)


def no_tasks(checklist: Checklist) -> str:
    """What a checklist without tasks says: whose it has none of."""
    owner = one_line(checklist.tasks_of)
    return f"There are no tasks for: {owner}." if owner else "This checklist has no tasks."


def task_words(task: Task) -> str:
    """The task on one line; never empty."""
    return one_line(task.text) or "Untitled task"


def task_notes(task: Task) -> list[str]:
    """What is to be said of a task besides: an appointment, a tick, that it was withdrawn."""
    notes = []
    if task.minutes:
        at = f" at {task.at:%H:%M}" if task.at else ""
        notes.append(f"Appointment of {task.minutes} minutes{at}")
    if task.done:
        notes.append(f"Done {long_date(task.done.at.date())} ({one_line(task.done.by)})")
    if task.withdrawn:
        notes.append("No longer in the template")
    return notes


def _after(kind: str, role: str) -> str:
    title = one_line(role)
    return f"{kind}: {title}" if title else kind


_WIDTHS = (Mm(13), Mm(87), Mm(35), Mm(35))
_SIGN_WIDTHS = (Mm(40), Mm(86), Mm(44))


def checklist_docx(checklist: Checklist) -> bytes:
    """The checklist as a .docx file, the same bytes for the same checklist.

    Groups without tasks are left out.
    """
    title = checklist_title(checklist)
    document = new_document(title, checklist.organisation, KIND)
    document.add_heading(title, 1)
    for name, value in checklist_facts(checklist):
        add_fact(document, name, value)
    document.add_paragraph(" ".join(checklist_notes(checklist))).paragraph_format.space_before = Pt(
        12
    )
    if has_suggestions(checklist):
        paragraph = document.add_paragraph()
        add_tag(paragraph, SUGGESTION)
        paragraph.add_run(f" {SUGGESTION_MEANS}")
    groups = [group for group in checklist.groups if group.tasks]
    number = 1
    for group in groups:
        _add_group(document, group, number)
        number += len(group.tasks)
    if not groups:
        document.add_paragraph(no_tasks(checklist))
    _add_sign_off(document)
    return to_bytes(document)


def _add_group(document: Document, group: Group, number: int) -> None:
    name = one_line(group.name) or "Untitled section"
    document.add_heading(name, 2)
    table = add_table(document, name, COLUMNS, _WIDTHS)
    for place, task in enumerate(group.tasks):
        _fill(add_row(table), task, number + place)


def _fill(row: _Row, task: Task, number: int) -> None:
    done, what, owner, due = (cell.paragraphs[0] for cell in row.cells)
    text = task_words(task)
    add_check_box(done, number, f"Done: {text}", ticked=task.done is not None)
    what.add_run(text)
    if not task.confirmed:
        what.add_run(" ")
        add_tag(what, SUGGESTION)
    for note in task_notes(task):
        what.add_run().add_break()
        what.add_run(note).font.size = Pt(9)
    owner.add_run(one_line(task.owner.name))
    due.add_run(short_date(task.due))


def _add_sign_off(document: Document) -> None:
    document.add_heading(SIGN_OFF, 2)
    document.add_paragraph(SIGN_WHEN).paragraph_format.keep_with_next = True
    table = add_table(document, SIGN_OFF, SIGN_COLUMNS, _SIGN_WIDTHS)
    for signer in SIGNERS:
        row = add_row(table)
        row.height, row.height_rule = Mm(14), WD_ROW_HEIGHT_RULE.AT_LEAST
        row.cells[0].paragraphs[0].add_run(signer)


log = logging.getLogger(__name__)


def checklist_pdf(checklist: Checklist, on_screen: bool = False) -> bytes:
    """The checklist as a PDF/UA-1 file on A4, the same bytes for the same checklist.

    `on_screen`: its boxes can be ticked on screen, else they are drawn to tick with a pen, as they
    are where typst writes a PDF that `tickable` cannot read. Groups without tasks are left out.
    Raises what `render_pdf` raises.
    """
    number = count()
    groups: list[Json] = [_group(group, number) for group in checklist.groups if group.tasks]
    pdf = render_pdf(
        TEMPLATE,
        {
            "title": checklist_title(checklist),
            "organisation": one_line(checklist.organisation),
            "facts": facts_json(checklist_facts(checklist)),
            "kind": KIND,
            "note": " ".join(checklist_notes(checklist)),
            "suggestion": SUGGESTION,
            "suggestion_means": SUGGESTION_MEANS if has_suggestions(checklist) else "",
            "no_tasks": no_tasks(checklist),
            "columns": COLUMNS,
            "groups": groups,
            "on_screen": on_screen,
            "sign_off": {
                "name": SIGN_OFF,
                "when": SIGN_WHEN,
                "columns": SIGN_COLUMNS,
                "signers": SIGNERS,
            },
        },
    )
    if not on_screen:
        return pdf
    said = (f"Done: {task_words(task)}" for task in checklist.tasks)
    names = [default_cleaner().text(name).replace("\u200b", "") for name in said]
    try:
        return tickable(pdf, names)
    except (ValueError, LookupError):
        log.exception("A checklist has boxes for a pen alone: typst writes another PDF now.")
        return checklist_pdf(checklist)


def _group(group: Group, number: Iterator[int]) -> Json:
    return {
        "name": one_line(group.name),
        "tasks": [
            {
                "number": next(number),
                "text": task_words(task),
                "notes": task_notes(task),
                "owner": one_line(task.owner.name),
                "due": short_date(task.due),
                "suggestion": not task.confirmed,
                "done": task.done is not None,
            }
            for task in group.tasks
        ],
    }
