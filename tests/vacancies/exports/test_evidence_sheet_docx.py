"""The evidence sheet in Word: what it says, that it is accessible, that nothing breaks it."""

import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from kls_portal.documents.plain_text import one_line
from tests.documents.hostile import HOSTILE
from tests.documents.word_validator import need_validator, word_errors
from tests.vacancies.exports.build_documents import (
    make_national_sheet,
    make_sheet,
    make_sheet_everywhere,
)
from vacancies.exports.evidence_sheet_docx import evidence_sheet_docx
from vacancies.job_evaluation.evidence import SheetResult

NOTHING = make_sheet(factors=(), duties=(), organisation="", result=SheetResult("", None))


def opened(sheet):
    return docx.Document(io.BytesIO(evidence_sheet_docx(sheet)))


def cells(row) -> list[str]:
    return [cell.text for cell in row.cells]


def texts_of(document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.fixture(scope="module")
def document():
    return opened(make_sheet())


def test_the_outline_is_made_of_real_headings(document):
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Head" in p.style.name]
    assert headings == [
        ("Heading 1", "Evidence sheet: Librarian"),
        ("Heading 2", "What the comparison shows"),
        ("Heading 2", "Keep in mind"),
        ("Heading 2", "What to bring to the panel"),
        ("Heading 2", "The factors in one table"),
        ("Heading 2", "Evidence, factor by factor"),
        ("Heading 3", "F1 Communication"),
        ("Heading 3", "F2 Knowledge"),
        ("Heading 3", "F3 Analysis"),
        ("Heading 3", "F4 Planning"),
        ("Heading 2", "Duties named as evidence"),
    ]


def test_it_says_first_that_it_is_indicative(document):
    assert texts_of(document)[2] == (
        "Indicative: only a trained partnership panel decides a band.\n"
        "Illustrative: not a national profile."
    )
    foot = document.sections[0].footer.paragraphs[0].text
    assert foot.startswith("Indicative. Evidence sheet, draft of 23 November 2026\tPage ")


def test_facts_result_and_evidence_are_said(document):
    for text in (
        "Profile:\tLibrary worked example, band 5",
        "Kind of profile:\tIllustrative: not a national profile",
        "Not complete yet. No score yet.",
        "2 factors have no level yet, so there is no score.",
        "The score range of band 5 is not confirmed.",
        "Add evidence for the missing factors.",
        "Match Profile: 3-4. This post: level 4.",
        "Explains results.",
        "on wards",
        "See duties 1 and 3.",
        "No evidence Profile: 2-3ab. This post: no level yet.",
        "No evidence yet.",
        "No level yet Profile: 2. This post: no level yet.",
        "See duty 3.",
    ):
        assert text in texts_of(document)


def test_a_national_profile_is_not_called_illustrative():
    texts = texts_of(opened(make_national_sheet()))
    assert "Profile match. Score: 331 points." in texts
    assert "Kind of profile:\tNational profile" in texts
    assert not any("llustrative" in text for text in texts)


def test_tables_hold_factors_and_duties(document):
    overview, duties = document.tables
    assert [cells(row) for row in overview.rows] == [
        ["Factor", "Profile", "This post", "Comparison"],
        ["F1 Communication", "3-4", "4", "Match"],
        ["F2 Knowledge", "5", "6", "Varies"],
        ["F3 Analysis", "2-3ab", "No level", "No evidence"],
        ["F4 Planning", "2", "No level", "No level yet"],
    ]
    assert [cells(row) for row in duties.rows] == [
        ["Number", "Duty"],
        ["1", "Searches the literature"],
        ["3", "Orders books"],
    ]
    for table in (overview, duties):
        assert qn("w:tblHeader") in [child.tag for child in table.rows[0]._tr.trPr]
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_a_sheet_without_factors_says_so():
    document = opened(NOTHING)
    assert "This sheet has no factors." in texts_of(document)
    assert document.tables == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_back_as_text(text):
    document = opened(make_sheet_everywhere(text))
    overview, duties = document.tables
    line = one_line(text)
    assert cells(overview.rows[1])[1:] == [line or "Not given", "3", "Match"]
    assert cells(overview.rows[2]) == ["F2 Knowledge", "5", "5", "Match"]
    assert cells(duties.rows[1]) == ["1", line or "Untitled duty"]
    assert "Holds a degree." in texts_of(document)
    assert texts_of(document)[2].startswith("Indicative: ")


def test_the_same_sheet_gives_the_same_bytes():
    assert evidence_sheet_docx(make_sheet()) == evidence_sheet_docx(make_sheet())


def faults(documents, folder: Path) -> dict[str, list[str]]:
    """Return what Word's own validator finds in each document, by its name."""
    need_validator()
    paths = {name: folder / f"{name}.docx" for name in documents}
    for name, path in paths.items():
        path.write_bytes(evidence_sheet_docx(documents[name]))
    return {name: found for name, path in paths.items() if (found := word_errors(path))}


@pytest.mark.openxml
def test_words_own_validator_finds_no_fault(tmp_path: Path):
    assert faults({"ordinary": make_sheet(), "nothing": NOTHING}, tmp_path) == {}


@pytest.mark.openxml
@pytest.mark.thorough
def test_words_own_validator_finds_no_fault_whatever_was_typed(tmp_path: Path):
    names = ("html", "controls", "lone-surrogates", "emoji", "arabic", "words-50000")
    assert faults({name: make_sheet_everywhere(HOSTILE[name]) for name in names}, tmp_path) == {}
