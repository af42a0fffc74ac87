"""The timeline as a document: what it says, and that it is accessible whatever was typed."""

from datetime import date

import pytest

from kls_portal.documents.document_pdf import document_pdf
from tests.pdfua.pdf_contents import squeezed
from tests.vacancies.planning.rules.plan import NO_TASKS, bare, taken_over
from vacancies.planning.rules.lines import lines, parts
from vacancies.recruiting.exports.plan import plan_document

TODAY, NEEDED = date(2027, 1, 4), date(2027, 9, 6)


def document(timeline, title="Librarian", needed_by=NEEDED):
    found = lines(timeline, TODAY)
    post = {"title": title, "organisation": "Northfield NHS Trust", "needed_by": needed_by}
    return plan_document(parts(found, (), TODAY), NO_TASKS, TODAY, **post)


DATED = document(taken_over(NEEDED))
DOCUMENTS = {"dated": DATED, "nothing": document(bare(), needed_by=None)}
make_pdf = document_pdf


@pytest.mark.pdfua
def test_every_timeline_passes_pdfua(files, pdfua_faults):
    assert pdfua_faults(files) == {}


@pytest.mark.pdfua
def test_the_text_says_every_step_with_its_day(texts):
    found = lines(taken_over(NEEDED), TODAY)
    assert found
    for said in (DATED.title, "6 September 2027", *(line.row.step.name for line in found)):
        assert squeezed(said) in texts["dated"]
    assert squeezed("6 September 2027") not in texts["nothing"]
