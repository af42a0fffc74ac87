"""The evidence sheet in Word: what it says, that it is accessible, that nothing breaks it."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from kls_portal.documents.document_docx import document_docx
from tests.documents.word_files import cells, texts_of
from tests.vacancies.drafting.exports.build_documents import (
    ILLUSTRATIVE,
    make_national_sheet,
    make_sheet,
)
from vacancies.evaluation import exports as words
from vacancies.profiles.rules.evidence import SheetResult

SHEET = make_sheet()
NOTHING = make_sheet(factors=(), duties=(), organisation="", result=SheetResult("", None))


def made(value) -> bytes:
    return document_docx(words.evidence_sheet_document(value))


def opened(sheet):
    return docx.Document(io.BytesIO(made(sheet)))


@pytest.fixture(scope="module")
def document():
    return opened(SHEET)


def test_the_outline_is_made_of_real_headings(document):
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Head" in p.style.name]
    assert headings == [
        ("Heading 1", words.document_title(SHEET)),
        ("Heading 2", words.RESULT),
        ("Heading 2", words.WARNINGS),
        ("Heading 2", words.TO_BRING),
        ("Heading 2", words.OVERVIEW),
        ("Heading 2", words.EVIDENCE),
        ("Heading 3", "F1 Communication"),
        ("Heading 3", "F2 Knowledge"),
        ("Heading 3", "F3 Analysis"),
        ("Heading 3", "F4 Planning"),
        ("Heading 2", words.DUTIES),
    ]


def test_it_says_first_that_it_is_indicative(document):
    assert texts_of(document)[2:4] == [SHEET.notice, f"{ILLUSTRATIVE}."]
    foot = document.sections[0].footer.paragraphs[0].text
    assert foot.startswith(f"{words.footer_words(SHEET)}\t")
    assert "23 November 2026" in foot


def test_facts_result_and_evidence_are_said(document):
    rows = SHEET.factors
    for text in (
        *(f"{name}:\t{value}" for name, value in words.sheet_facts(SHEET)),
        words.result_words(SHEET),
        *SHEET.result.reasons,
        *words.warnings(SHEET),
        *SHEET.result.to_bring,
        *(f"{words.verdict_words(row)} {words.level_words(row)}" for row in rows),
        "Explains results.",
        "on wards",
        words.NO_EVIDENCE,
        *filter(None, (row.see for row in rows)),
    ):
        assert text in texts_of(document)


def test_a_national_profile_is_not_called_illustrative():
    sheet = make_national_sheet()
    texts = texts_of(opened(sheet))
    assert words.result_words(sheet) in texts
    assert f"Kind of profile:\t{sheet.status_label}" in texts
    assert not any(ILLUSTRATIVE in text for text in texts)


def test_tables_hold_factors_and_duties(document):
    overview, duties = document.tables
    assert [cells(row) for row in overview.rows] == [
        list(words.OVERVIEW_COLUMNS),
        ["F1 Communication", "3-4", "4", words.VERDICTS["match"]],
        ["F2 Knowledge", "5", "6", words.VERDICTS["varies"]],
        ["F3 Analysis", "2-3ab", words.NO_LEVEL, words.VERDICTS["no-evidence"]],
        ["F4 Planning", "2", words.NO_LEVEL, words.NO_LEVEL_YET],
    ]
    assert [cells(row) for row in duties.rows] == [
        list(words.DUTY_COLUMNS),
        ["1", "Searches the literature"],
        ["3", "Orders books"],
    ]
    for table in (overview, duties):
        assert qn("w:tblHeader") in [child.tag for child in table.rows[0]._tr.trPr]
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_a_sheet_without_factors_says_so():
    document = opened(NOTHING)
    assert words.NO_FACTORS in texts_of(document)
    assert document.tables == []
