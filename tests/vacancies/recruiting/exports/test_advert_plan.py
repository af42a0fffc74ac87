"""The advert plan and the case for paid advertising as documents."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kls_portal.documents.document import Grid, Notice, Paragraph, plain_words
from kls_portal.documents.document_pdf import document_pdf
from kls_portal.in_words import plain_date
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.recruiting.exports.build import DAY, POST, WHOLE
from vacancies.drafting.rules.fields import Draft
from vacancies.recruiting.exports.advert_plan import (
    NO_PAID,
    NO_REASONS,
    NOT_CHOSEN,
    NOT_CONFIRMED,
    case_document,
    plan_document,
    pounds,
)
from vacancies.recruiting.rules.advert_plan import AdvertPlan


def cells(document):
    grids = [part for part in document.parts if isinstance(part, Grid)]
    return [plain_words(cell) for grid in grids for row in grid.rows for cell in row]


def test_the_plan_has_dates_roles_and_boxes_to_tick():
    document = plan_document(*POST, WHOLE, DAY)
    grids = [part for part in document.parts if isinstance(part, Grid)]
    assert all(grid.ticks for grid in grids)
    assert len(grids) == 2
    found = cells(document)
    assert any("Tue 1 Dec 2026" in cell for cell in found)
    assert "£1,250" in found
    assert {cell for cell in found if NOT_CONFIRMED in cell} == {f"Free ({NOT_CONFIRMED})"}
    facts = list(dict(document.facts).values())
    assert plain_date(WHOLE.ready_by) in facts
    (longest,) = [fact for fact in facts if WHOLE.longest.name in fact]
    assert str(WHOLE.longest.lead_days) in longest


def test_the_case_holds_reasons_costs_and_the_post():
    document = case_document(*POST, WHOLE, "Library manager", DAY)
    assert "37.5" in dict(document.facts).values()
    assert cells(document)[2:4] == ["£1,250", "LIB1"]
    said = "\n".join(str(part) for part in document.parts)
    assert "Two rounds without applicants." in said
    assert "£1,250" in total_of(document)
    known = case_document(*POST, replace(WHOLE, choices=WHOLE.choices[:-1]), "", DAY)
    assert "£1,250" in total_of(known)
    assert total_of(known) != total_of(document), "the case says that not every cost is known"


def total_of(document) -> str:
    """Return the paragraph beneath the table of costs."""
    (grid,) = [part for part in document.parts if isinstance(part, Grid)]
    return plain_words(document.parts[document.parts.index(grid) + 1].words)


def test_an_empty_plan_and_case_say_what_is_missing():
    empty = AdvertPlan()
    assert Paragraph(NOT_CHOSEN) in plan_document(Draft("A"), "B", empty, DAY).parts
    parts = case_document(Draft("A"), "B", empty, "", DAY).parts
    assert Notice(NO_REASONS) in parts
    assert Paragraph(NO_PAID) in parts


def test_amounts_are_written_in_pounds():
    assert [pounds(Decimal(one)) for one in ("0", "99.5", "1250")] == ["£0", "£99.50", "£1,250"]


@pytest.mark.pdfua
def test_both_are_sound_files(tmp_path):
    need_checker()
    files = []
    for document in (plan_document(*POST, WHOLE, DAY), case_document(*POST, WHOLE, "", DAY)):
        files.append(tmp_path / f"{document.kind}.pdf")
        files[-1].write_bytes(document_pdf(document))
    assert all(faults == [] for faults in check_pdfua(files).values())
