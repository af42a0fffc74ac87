"""The induction checklist as a Word file with check boxes that can be ticked on screen."""

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt
from docx.table import _Row

from kls_portal.documents.dates import short_date
from kls_portal.documents.plain_text import one_line
from kls_portal.documents.word import new_document, to_bytes
from kls_portal.documents.word_blocks import add_fact, add_tag
from kls_portal.documents.word_elements import add_check_box
from kls_portal.documents.word_table import add_row, add_table
from vacancies.checklists.checklist import Checklist, Group, Task
from vacancies.exports import checklist_words as words

_WIDTHS = (Mm(13), Mm(87), Mm(35), Mm(35))
_SIGN_WIDTHS = (Mm(40), Mm(86), Mm(44))


def checklist_docx(checklist: Checklist) -> bytes:
    """The checklist as a .docx file, the same bytes for the same checklist.

    Groups without tasks are left out.
    """
    title = words.checklist_title(checklist)
    document = new_document(title, checklist.organisation, words.KIND)
    document.add_heading(title, 1)
    for name, value in words.checklist_facts(checklist):
        add_fact(document, name, value)
    document.add_paragraph(
        " ".join(words.checklist_notes(checklist))
    ).paragraph_format.space_before = Pt(12)
    if words.has_suggestions(checklist):
        paragraph = document.add_paragraph()
        add_tag(paragraph, words.SUGGESTION)
        paragraph.add_run(f" {words.SUGGESTION_MEANS}")
    groups = [group for group in checklist.groups if group.tasks]
    number = 1
    for group in groups:
        _add_group(document, group, number)
        number += len(group.tasks)
    if not groups:
        document.add_paragraph(words.no_tasks(checklist))
    _add_sign_off(document)
    return to_bytes(document)


def _add_group(document: Document, group: Group, number: int) -> None:
    name = one_line(group.name) or "Untitled section"
    document.add_heading(name, 2)
    table = add_table(document, name, words.COLUMNS, _WIDTHS)
    for place, task in enumerate(group.tasks):
        _fill(add_row(table), task, number + place)


def _fill(row: _Row, task: Task, number: int) -> None:
    done, what, owner, due = (cell.paragraphs[0] for cell in row.cells)
    text = words.task_words(task)
    add_check_box(done, number, f"Done: {text}", ticked=task.done is not None)
    what.add_run(text)
    if not task.confirmed:
        what.add_run(" ")
        add_tag(what, words.SUGGESTION)
    for note in words.task_notes(task):
        what.add_run().add_break()
        what.add_run(note).font.size = Pt(9)
    owner.add_run(one_line(task.owner.name))
    due.add_run(short_date(task.due))


def _add_sign_off(document: Document) -> None:
    document.add_heading(words.SIGN_OFF, 2)
    document.add_paragraph(words.SIGN_WHEN).paragraph_format.keep_with_next = True
    table = add_table(document, words.SIGN_OFF, words.SIGN_COLUMNS, _SIGN_WIDTHS)
    for signer in words.SIGNERS:
        row = add_row(table)
        row.height, row.height_rule = Mm(14), WD_ROW_HEIGHT_RULE.AT_LEAST
        row.cells[0].paragraphs[0].add_run(signer)
