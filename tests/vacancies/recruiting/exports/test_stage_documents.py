"""The recruitment checklists on paper: boxes for what is to do, none for what is done."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kls_portal.documents.document import Grid, Heading, Paragraph
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.document_pdf import document_pdf
from tests.documents.word_validator import need_validator, word_errors
from tests.pdfua.checker import check_pdfua, need_checker
from vacancies.planning.rules.checklist import Done
from vacancies.planning.rules.progress import tasks_of
from vacancies.planning.rules.stage import STAGES, StageChange, StageSituation
from vacancies.planning.rules.stage_plan import stage_checklist
from vacancies.recruiting.exports.plan import NO_TASKS, Post, stages_document
from vacancies.recruiting.rules.stage_loading import stage_tasks

DATES = {"opens": date(2026, 12, 7), "closes": date(2027, 1, 4), "interview": None}
POST = Post("Librarian", "Northfield NHS Trust", "5", "Permanent", DATES, "England and Wales")
NOTE = StageChange("AD9", note="Two lines.\nWith a <tag> and a “quote”.")
OUT = StageChange("AD7", left_out=True, reason="No budget this year")


def make(stage, *changes, done=0, template=None):
    tasks = stage_tasks() if template is None else template
    situation = StageSituation("5", "permanent", DATES)
    open_tasks = stage_checklist(stage, tasks, situation, changes)
    when = Done(datetime(2026, 12, 1, tzinfo=UTC), "Morgan Ellis")
    ticked = [replace(task, done=when) for task in open_tasks.tasks[:done]]
    return stage_checklist(stage, tasks, situation, changes, ticked)


def grids(document):
    return [part for part in document.parts if isinstance(part, Grid)]


def test_open_tasks_have_boxes_and_done_ones_have_their_day_and_no_name():
    document = stages_document([make("advertising", NOTE, OUT, done=2)], POST)
    *todo, done, left_out = grids(document)
    assert done.ticks == left_out.ticks == ""
    assert len({grid.ticks for grid in todo}) == 1
    assert all(grid.ticks for grid in todo)
    assert ["1 December 2026" in row[-1] for row in done.rows] == [True, True]
    assert "Morgan" not in repr(document)
    assert left_out.rows[0][1] == "No budget this year"


def test_the_tasks_of_one_owner_come_without_what_was_left_out_for_all():
    whole = make("advertising", OUT)
    part = tasks_of(whole, next(task.owner for task in whole.tasks))
    reasons = [
        [
            row
            for grid in grids(stages_document([one], POST))
            for row in grid.rows
            if OUT.reason in row
        ]
        for one in (whole, part)
    ]
    assert [len(rows) for rows in reasons] == [1, 0]


def test_facts_say_contract_band_and_each_date():
    facts = dict(stages_document([make("selection")], POST).facts)
    assert facts["Contract"] == "Permanent"
    assert facts["Opening date"] == "Monday 7 December 2026"
    assert facts["Interview date"] == facts["Start date"]
    assert not any(map(str.isdigit, facts["Start date"])), "a date that is not set is no date"


def test_a_checklist_without_tasks_says_so():
    document = stages_document([make("selection", template=())], POST)
    assert Paragraph(NO_TASKS) in document.parts


def test_one_stage_and_all_three_are_named_after_what_they_hold():
    one = stages_document([make("selection")], POST).title
    document = stages_document([make(stage) for stage in STAGES], POST)
    assert one != document.title
    assert one.startswith("Selection ")
    assert (one.endswith(": Librarian"), document.title.endswith(": Librarian")) == (True, True)
    headings = [
        part.text for part in document.parts if isinstance(part, Heading) and part.level == 2
    ]
    assert headings == ["Advertising", "Selection", "Appointment"]


@pytest.mark.pdfua
def test_all_three_are_accessible_as_pdf_and_as_word(tmp_path):
    need_checker()
    need_validator()
    checklists = [make("advertising", NOTE, OUT, done=2), make("selection"), make("appointment")]
    document = stages_document(checklists, POST)
    pdf, docx = tmp_path / "all.pdf", tmp_path / "all.docx"
    pdf.write_bytes(document_pdf(document))
    docx.write_bytes(document_docx(document))
    assert check_pdfua([pdf])[pdf] == []
    assert word_errors(docx) == []
