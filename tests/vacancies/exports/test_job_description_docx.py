"""The job description in Word: what it says, that it is accessible, that nothing breaks it."""

import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from kls_portal.documents.plain_text import one_line
from tests.documents.hostile import HOSTILE
from tests.documents.word_validator import need_validator, word_errors
from tests.vacancies.exports.build_documents import (
    DAY,
    make_description,
    make_description_everywhere,
    make_long_description,
)
from vacancies.drafting.job_description import Edition, JobDescription
from vacancies.exports.job_description_docx import job_description_docx

NOTHING = JobDescription("", "", "", Edition(DAY))


def opened(description):
    return docx.Document(io.BytesIO(job_description_docx(description)))


def cells(row) -> list[str]:
    return [cell.text for cell in row.cells]


def texts_of(document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.fixture(scope="module")
def document():
    return opened(make_description())


def test_the_outline_is_made_of_real_headings(document):
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Head" in p.style.name]
    assert headings == [
        ("Heading 1", "Librarian"),
        ("Heading 2", "About Northfield NHS Trust"),
        ("Heading 2", "Purpose of the job"),
        ("Heading 2", "Main duties"),
        ("Heading 3", "Evidence"),
        ("Heading 3", "Other duties"),
        ("Heading 2", "Decisions"),
        ("Heading 2", "Working relationships"),
        ("Heading 2", "Flexible working"),
        ("Heading 2", "Person specification"),
        ("Heading 3", "Essential criteria"),
        ("Heading 3", "Desirable criteria"),
    ]


def test_facts_and_texts_are_said(document):
    for text in (
        "Organisation:\tNorthfield NHS Trust",
        "Band expected:\tBand 6. A matching panel decides it.",
        "Hours a week:\t37.5",
        "Version:\t2, frozen on 23 November 2026",
        "Agreed with:\tHead of library services",
        "We serve 400,000 people.",
        "Brings evidence to the wards.",
        "Decides what is taught.",
    ):
        assert text in texts_of(document)


def test_a_typed_list_is_a_list(document):
    items = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    assert items == ["kindness", "openness"]


def test_tables_hold_duties_and_criteria(document):
    evidence, other, essential, desirable = document.tables
    assert [cells(row) for row in evidence.rows] == [
        ["Number", "Duty", "Share of time", "PKSB area"],
        ["1", "Searches the literature", "60%", "Searching"],
    ]
    assert cells(other.rows[2]) == ["3", "Orders books", "Not given", "Not given"]
    assert [cells(row) for row in essential.rows] == [
        ["Category", "Criterion", "How assessed", "Duties"],
        ["Skills", "Plans a search", "Interview, Assessment task", "1, 2"],
        ["Knowledge", "Knows the databases", "Not given", "None"],
    ]
    assert cells(desirable.rows[1]) == ["Experience", "Worked in a hospital", "Interview", "3"]


def test_every_table_has_a_name_and_a_repeated_head(document):
    names = ("Evidence", "Other duties", "Essential criteria", "Desirable criteria")
    for table, name in zip(document.tables, names, strict=True):
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == name
        for place, row in enumerate(table.rows):
            tags = [child.tag for child in row._tr.trPr]
            assert (qn("w:tblHeader") in tags) == (place == 0)


def test_every_page_tells_version_and_date(document):
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Librarian\tNorthfield NHS Trust"
    assert section.footer.paragraphs[0].text.startswith(
        "Version 2, 23 November 2026. Job description and person specification\tPage "
    )
    draft = opened(make_description(edition=Edition(DAY)))
    foot = draft.sections[0].footer.paragraphs[0].text
    assert foot.startswith("Draft of 23 November 2026. ")
    assert "Status:\tDraft of 23 November 2026. It is not agreed yet." in texts_of(draft)


def test_the_file_is_british_and_says_whose_it_is(document):
    properties = document.core_properties
    assert (properties.title, properties.language) == ("Librarian", "en-GB")
    assert properties.author == "Northfield NHS Trust"


def test_an_empty_description_says_what_is_missing():
    document = opened(NOTHING)
    headings = [p.text for p in document.paragraphs if "Head" in p.style.name]
    assert headings == ["Untitled post", "Main duties", "Person specification"]
    assert "No duties are written yet." in texts_of(document)
    assert "No criteria are written yet." in texts_of(document)
    assert document.tables == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_back_as_text(text):
    document = opened(make_description_everywhere(text))
    duties, other, essential, _ = document.tables
    line = one_line(text)
    # Where no duty has an area, the column is not there.
    area = [line or "Not given"] if text else []
    assert cells(duties.rows[1]) == ["1", line or "Untitled duty", "50%", *area]
    assert cells(other.rows[1])[1] == "Teaches searching"
    assert cells(essential.rows[1]) == [
        line,
        line or "Untitled criterion",
        line or "Not given",
        "1",
    ]


def test_the_same_description_gives_the_same_bytes():
    assert job_description_docx(make_description()) == job_description_docx(make_description())


def test_three_hundred_duties_are_all_there():
    document = opened(make_long_description(300))
    assert [len(table._tbl.tr_lst) for table in document.tables] == [301, 301, 2]


def faults(documents, folder: Path) -> dict[str, list[str]]:
    """Return what Word's own validator finds in each document, by its name."""
    need_validator()
    paths = {name: folder / f"{name}.docx" for name in documents}
    for name, path in paths.items():
        path.write_bytes(job_description_docx(documents[name]))
    return {name: found for name, path in paths.items() if (found := word_errors(path))}


@pytest.mark.openxml
def test_words_own_validator_finds_no_fault(tmp_path: Path):
    assert faults({"ordinary": make_description(), "nothing": NOTHING}, tmp_path) == {}


@pytest.mark.openxml
@pytest.mark.thorough
def test_words_own_validator_finds_no_fault_whatever_was_typed(tmp_path: Path):
    names = ("html", "controls", "lone-surrogates", "emoji", "arabic", "words-50000")
    assert (
        faults({name: make_description_everywhere(HOSTILE[name]) for name in names}, tmp_path) == {}
    )
