"""The plan of a vacancy on paper: boxes for what is to do, none for what is done."""

from dataclasses import replace

import pytest

from kls_portal.documents.document import Grid, Heading
from kls_portal.documents.document_pdf import document_pdf
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.planning.rules.plan import taken_over
from tests.vacancies.recruiting.exports.build import NEEDED, OUT, make_plan
from vacancies.planning.rules.checklist import OWNERS
from vacancies.posts.rules import STAGES


def grids(document):
    return [part for part in document.parts if isinstance(part, Grid)]


def test_open_tasks_have_boxes_and_done_ones_have_their_day_and_no_name():
    document = make_plan(done=("AD5", "AD9"))
    ticks = [grid for grid in grids(document) if grid.ticks]
    (done,) = (grid for grid in grids(document) if "1 December 2026" in repr(grid.rows))
    assert len(ticks) > 10
    assert not done.ticks
    assert ["1 December 2026" in row[-1] for row in done.rows] == [True, True]
    assert "Morgan" not in repr(document)


def test_the_tasks_of_one_owner_come_without_what_was_left_out_for_all():
    whole, part = make_plan(), make_plan(owner=OWNERS["hr"])
    reasons = [
        [row for grid in grids(document) for row in grid.rows if OUT["AD7"] in row]
        for document in (whole, part)
    ]
    assert [len(rows) for rows in reasons] == [1, 0]
    assert dict(part.facts)["Tasks for"] == "HR"


def test_the_first_table_has_every_milestone_and_a_part_has_its_name():
    document = make_plan()
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
    grid, *_ = grids(make_plan(whole=replace(whole, rows=rows)))
    about = [row[0] for row in grid.rows if row[1].startswith("About")]
    assert about == [whole.row("panel").step.name]


def test_a_plan_without_tasks_has_its_milestones_alone():
    assert len(grids(make_plan(template=()))) == 1


@pytest.mark.pdfua
def test_the_plan_is_accessible(tmp_path):
    need_checker()
    pdf = tmp_path / "all.pdf"
    pdf.write_bytes(document_pdf(make_plan(done=("AD5", "AD9"))))
    assert check_pdfua([pdf])[pdf] == []
