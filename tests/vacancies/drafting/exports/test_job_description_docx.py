"""The job description in Word: what it says, that it is accessible, that nothing breaks it."""

import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from kls_portal.documents.document import Grid, Heading
from kls_portal.documents.document_docx import document_docx
from tests.documents.word_files import cells, texts_of
from tests.vacancies.drafting.exports.build_documents import (
    DAY,
    make_description,
    make_long_description,
)
from vacancies.drafting import exports as words
from vacancies.drafting.rules.job_description import Edition, JobDescription, candidates_copy

WHOLE = make_description()
NOTHING = JobDescription("", "", Edition(DAY))


def made(value) -> bytes:
    return document_docx(words.job_description_document(value))


def opened(description):
    return docx.Document(io.BytesIO(made(description)))


@pytest.fixture(scope="module")
def document():
    return opened(WHOLE)


def test_the_outline_is_made_of_real_headings(document):
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Head" in p.style.name]
    assert len(headings) == 13
    assert headings == [
        ("Heading 1", "Librarian"),
        *(("Heading 2", name) for name, _ in WHOLE.before),
        ("Heading 2", words.DUTIES),
        ("Heading 3", "Evidence"),
        ("Heading 3", words.OTHER_DUTIES),
        *(("Heading 2", name) for name, _ in WHOLE.after),
        ("Heading 2", words.PERSON_SPECIFICATION),
        ("Heading 3", words.ESSENTIAL),
        ("Heading 3", words.DESIRABLE),
        ("Heading 2", words.AGREEMENT),
    ]


def test_facts_and_texts_are_said(document):
    for text in (
        *(f"{name}:\t{value}" for name, value in words.post_facts(WHOLE)),
        "Hours a week:\t37.5",
        "We serve 400,000 people.",
        "Brings evidence to the wards.",
        "Decides what is taught.",
        "Works with clinical leads.",
        "Two days a week at home.",
    ):
        assert text in texts_of(document)


def test_a_typed_list_is_a_list(document):
    items = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    assert items == ["kindness", "openness"]


def test_tables_hold_duties_and_criteria(document):
    evidence, other, essential, desirable, signed = document.tables
    assert [row.cells[0].text for row in signed.rows[1:]] == list(words.SIGNING)
    columns = words.duty_columns(WHOLE)
    assert len(columns) == 4
    assert [cells(row) for row in evidence.rows] == [
        columns,
        ["1", "Searches the literature", "60%", "Searching"],
    ]
    bare = WHOLE.duty_groups[1].rows[1]
    assert cells(other.rows[2]) == list(words.duty_cells(3, bare, columns))
    assert cells(other.rows[2])[:2] == ["3", "Orders books"]
    assert [cells(row) for row in essential.rows] == [
        ["Category", "Criterion", "How assessed", "Duties"],
        ["Skills", "Plans a search", "Interview, assessment task", "1, 2"],
        list(words.criterion_cells(WHOLE.essential[1], words.criterion_columns(WHOLE))),
    ]
    assert cells(desirable.rows[1]) == ["Experience", "Worked in a hospital", "Interview", "3"]


def test_candidates_read_no_shares_no_areas_and_no_links_to_duties():
    document = words.job_description_document(candidates_copy(WHOLE))
    heads = {column for part in document.parts if isinstance(part, Grid) for column in part.columns}
    assert heads == {"Category", "Criterion", "How assessed"}
    names = [part.text for part in document.parts if isinstance(part, Heading)]
    assert words.AGREEMENT not in names
    assert {"Status", "Version"}.isdisjoint(dict(document.facts))
    assert document.footer == words.KIND


def test_candidates_are_not_told_that_nothing_is_given():
    lines = (*WHOLE.essential, *WHOLE.desirable)
    bare = tuple(replace(line, assessed_by=()) for line in lines)
    for essential, columns in ((bare, 2), ((*bare, lines[0]), 3)):
        copy = candidates_copy(replace(WHOLE, essential=essential, desirable=()))
        document = words.job_description_document(copy)
        grid = next(part for part in document.parts if getattr(part, "name", "") == words.ESSENTIAL)
        assert len(grid.columns) == columns
        assert "Not given" not in str(document)


def test_every_table_has_a_name_and_a_repeated_head(document):
    names = ("Evidence", words.OTHER_DUTIES, words.ESSENTIAL, words.DESIRABLE, words.AGREEMENT)
    for table, name in zip(document.tables, names, strict=True):
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == name
        for place, row in enumerate(table.rows):
            tags = [child.tag for child in row._tr.trPr]
            assert (qn("w:tblHeader") in tags) == (place == 0)


def test_every_page_tells_version_and_date(document):
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Librarian\tNorthfield NHS Trust"
    foot = section.footer.paragraphs[0].text
    assert foot.startswith(f"{words.footer_words(WHOLE.edition)}\t")
    for told in ("2", "23 November 2026"):
        assert told in words.edition_words(WHOLE.edition)
    unfrozen = make_description(edition=Edition(DAY))
    draft = opened(unfrozen)
    foot = draft.sections[0].footer.paragraphs[0].text
    assert foot.startswith(words.edition_words(Edition(DAY)))
    assert f"Status:\t{dict(words.post_facts(unfrozen))['Status']}" in texts_of(draft)


def test_an_empty_description_says_what_is_missing():
    document = opened(NOTHING)
    headings = [p.text for p in document.paragraphs if "Head" in p.style.name]
    untitled = words.document_title(NOTHING)
    assert headings == [untitled, words.DUTIES, words.PERSON_SPECIFICATION]
    assert words.NO_DUTIES in texts_of(document)
    assert words.NO_CRITERIA in texts_of(document)
    assert document.tables == []


def test_a_hundred_duties_are_all_there():
    document = opened(make_long_description(100))
    assert [len(table._tbl.tr_lst) for table in document.tables] == [101, 101, 2, 4]
