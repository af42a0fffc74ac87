"""The timeline as a document: what it says, and that it is accessible whatever was typed."""

from datetime import date

import pytest

from kls_portal.documents.paper_docx import paper_docx
from kls_portal.documents.paper_pdf import paper_pdf
from tests.documents.word_validator import need_validator, word_errors
from tests.pdfua.pdf_contents import squeezed
from tests.vacancies.timeline.plan import bare, taken_over
from vacancies.checklists.working_days import WorkingDays
from vacancies.exports.timeline_file import timeline_paper
from vacancies.timeline.lines import lines
from vacancies.timeline.spacing import Spacing

TODAY, NEEDED = date(2027, 1, 4), date(2027, 9, 6)


def paper(timeline, title="Librarian", needed_by=NEEDED):
    found = lines(timeline, TODAY, Spacing(WorkingDays()))
    return timeline_paper(found, title, "Northfield NHS Trust", needed_by, TODAY)


DATED = paper(taken_over(NEEDED))
DOCUMENTS = {"dated": DATED, "nothing": paper(bare(), needed_by=None)}
make_pdf = paper_pdf


def everywhere(text):
    return paper(taken_over(NEEDED), text)


@pytest.mark.pdfua
def test_every_timeline_passes_pdfua(files, pdfua_faults):
    assert pdfua_faults(files) == {}


@pytest.mark.pdfua
@pytest.mark.thorough
def test_every_timeline_passes_pdfua_whatever_was_typed(hostile_files, pdfua_faults):
    assert pdfua_faults(hostile_files) == {}


@pytest.mark.pdfua
def test_the_text_says_every_step_with_its_day(texts):
    found = lines(taken_over(NEEDED), TODAY, Spacing(WorkingDays()))
    assert found
    for said in (DATED.title, "6 September 2027", *(line.row.step.name for line in found)):
        assert squeezed(said) in texts["dated"]
    assert squeezed("6 September 2027") not in texts["nothing"]


@pytest.mark.openxml
def test_word_passes_the_validator(tmp_path):
    need_validator()
    path = tmp_path / "timeline.docx"
    path.write_bytes(paper_docx(DATED))
    assert word_errors(path) == []
