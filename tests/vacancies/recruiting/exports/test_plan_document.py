"""The plan of a vacancy on paper: boxes for what is to do, none for what is done."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kls_portal.calendar.working_days import WorkingDays
from kls_portal.documents.document import Grid, Heading
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.document_pdf import document_pdf
from tests.documents.word_validator import need_validator, word_errors
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.planning.rules.plan import taken_over
from tests.vacancies.planning.shipped import milestones
from vacancies.planning.rules.checklist import OWNERS, Done, Situation, TaskList
from vacancies.planning.rules.layers import Change, Layer, Layers, dated_plan
from vacancies.planning.rules.lines import lines, parts
from vacancies.planning.rules.standing import tasks_of
from vacancies.planning.rules.timeline import Spacing, anchors
from vacancies.posts.rules import STAGES
from vacancies.recruiting.exports.plan import Post, plan_document

TODAY, NEEDED = date(2027, 1, 4), date(2027, 9, 6)
POST = Post("Librarian", "Northfield NHS Trust", "5", "Permanent", NEEDED, "England and Wales")
NOTE = Change("AD9", note="Two lines.\nWith a <tag> and a “quote”.")
OUT = {"AD7": "No budget this year"}


def make(done=(), owner=None, template=None, whole=None):
    whole = whole or taken_over(NEEDED)
    situation = Situation(band="5", route="permanent", anchors=anchors(whole))
    layer = Layer((NOTE, Change("AD7", left_out=True)), reasons=OUT)
    layers = Layers(milestones() if template is None else template, plan=layer)
    when = Done(datetime(2026, 12, 1, tzinfo=UTC), "Morgan Ellis")
    groups = [
        replace(
            group,
            tasks=tuple(replace(t, done=when) if t.id in done else t for t in group.tasks),
        )
        for group in dated_plan(layers, situation)
    ]
    tasks = TaskList(groups=tuple(groups), left_out=layers.left_out(situation))
    tasks = tasks_of(tasks, owner) if owner else tasks
    found = lines(whole, TODAY, Spacing(WorkingDays()))
    return plan_document(parts(found, tasks.groups, TODAY), tasks, POST, TODAY)


def grids(document):
    return [part for part in document.parts if isinstance(part, Grid)]


def test_open_tasks_have_boxes_and_done_ones_have_their_day_and_no_name():
    document = make(done=("AD5", "AD9"))
    ticks = [grid for grid in grids(document) if grid.ticks]
    (done,) = (grid for grid in grids(document) if "1 December 2026" in repr(grid.rows))
    assert len(ticks) > 10
    assert not done.ticks
    assert ["1 December 2026" in row[-1] for row in done.rows] == [True, True]
    assert "Morgan" not in repr(document)


def test_the_tasks_of_one_owner_come_without_what_was_left_out_for_all():
    whole, part = make(), make(owner=OWNERS["hr"])
    reasons = [
        [row for grid in grids(document) for row in grid.rows if OUT["AD7"] in row]
        for document in (whole, part)
    ]
    assert [len(rows) for rows in reasons] == [1, 0]
    assert dict(part.facts)["Tasks for"] == "HR"


def test_the_first_table_has_every_milestone_and_a_part_has_its_name():
    document = make()
    first, *_ = grids(document)
    assert [row[0] for row in first.rows] == [row.step.name for row in taken_over(NEEDED).rows]
    headings = [p.text for p in document.parts if isinstance(p, Heading) and p.level == 2]
    assert set(headings) - {"Left out"} <= set(STAGES.values())
    facts = dict(document.facts)
    assert facts["Contract"] == "Permanent"
    assert [name for name, value in facts.items() if "6 September 2027" in value]


def test_a_day_that_nobody_set_is_not_told_as_if_it_were():
    whole = taken_over(NEEDED)
    rows = tuple(replace(row, assumed=row.id == "panel") for row in whole.rows)
    grid, *_ = grids(make(whole=replace(whole, rows=rows)))
    about = [row[0] for row in grid.rows if row[1].startswith("About")]
    assert about == [whole.row("panel").step.name]


def test_a_plan_without_tasks_has_its_milestones_alone():
    assert len(grids(make(template=()))) == 1


@pytest.mark.pdfua
def test_the_plan_is_accessible_as_pdf_and_as_word(tmp_path):
    need_checker()
    need_validator()
    document = make(done=("AD5", "AD9"))
    pdf, docx = tmp_path / "all.pdf", tmp_path / "all.docx"
    pdf.write_bytes(document_pdf(document))
    docx.write_bytes(document_docx(document))
    assert check_pdfua([pdf])[pdf] == []
    assert word_errors(docx) == []
