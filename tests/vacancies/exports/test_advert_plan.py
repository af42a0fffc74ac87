"""The advert plan and the case for paid advertising as documents."""

from datetime import date
from decimal import Decimal

import pytest

from kls_portal.documents.paper import Grid, plain_words
from kls_portal.documents.paper_docx import paper_docx
from kls_portal.documents.paper_pdf import paper_pdf
from tests.documents.word_validator import need_validator, word_errors
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.advertising.build import choice, plan
from tests.vacancies.typed import ODD_TEXTS
from vacancies.advertising.plan import AdvertPlan
from vacancies.exports.advert_plan import Post, case_paper, plan_paper, pounds

DAY = date(2026, 11, 25)
POST = Post("Librarian", "Northfield NHS Trust", "5", Decimal("37.50"), "Permanent", "Library")
WHOLE = plan(
    choice(
        "Journal",
        paid=True,
        cost=Decimal("1250"),
        cost_code="LIB1",
        note="\n".join(ODD_TEXTS.values()),
        prepare=("approval", "logo"),
        sent_on=date(2026, 12, 1),
    ),
    choice("Paper", 2, paid=True, cost_code="LIB2"),
    opens_on=date(2027, 1, 11),
    closes_on=date(2027, 1, 29),
    reasons="Two rounds without applicants.\n\n" + "\n".join(ODD_TEXTS.values()),
)


def cells(paper):
    grids = [part for part in paper.parts if isinstance(part, Grid)]
    return [plain_words(cell) for grid in grids for row in grid.rows for cell in row]


def test_the_plan_has_dates_roles_and_boxes_to_tick():
    paper = plan_paper(POST, WHOLE, DAY)
    grids = [part for part in paper.parts if isinstance(part, Grid)]
    assert [grid.ticks for grid in grids] == ["Sent", "Ready"]
    found = cells(paper)
    assert "Sent Tue 1 Dec 2026" in found
    assert "£1,250" in found
    assert "Free (not confirmed)" in found
    assert ("Texts ready by", "6 January 2027") in paper.facts
    assert ("Longest lead time", "3 working days, NHS Jobs") in paper.facts


def test_the_case_holds_reasons_costs_and_the_post():
    paper = case_paper(POST, WHOLE, "Library manager", DAY)
    assert ("Hours a week", "37.5") in paper.facts
    assert cells(paper)[2:4] == ["£1,250", "LIB1"]
    said = "\n".join(str(part) for part in paper.parts)
    assert "Two rounds without applicants." in said
    assert "In all: £1,250, without the costs not known yet." in said


def test_an_empty_plan_and_case_say_what_is_missing():
    empty = AdvertPlan()
    assert "No channel is chosen yet." in str(plan_paper(Post("A", "B"), empty, DAY).parts)
    said = str(case_paper(Post("A", "B"), empty, "", DAY).parts)
    assert "are not written yet" in said
    assert "No paid channel is chosen yet." in said


def test_amounts_are_written_in_pounds():
    assert [pounds(Decimal(one)) for one in ("0", "99.5", "1250")] == ["£0", "£99.50", "£1,250"]


@pytest.mark.pdfua
def test_both_are_sound_files(tmp_path):
    need_checker()
    need_validator()
    files = []
    for paper in (plan_paper(POST, WHOLE, DAY), case_paper(POST, WHOLE, "", DAY)):
        pdf, word = (tmp_path / f"{paper.kind}.{kind}" for kind in ("pdf", "docx"))
        pdf.write_bytes(paper_pdf(paper))
        word.write_bytes(paper_docx(paper))
        files.append(pdf)
        assert word_errors(word) == []
    assert all(faults == [] for faults in check_pdfua(files).values())
