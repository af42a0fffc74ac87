"""A document as a Word file: its outline, lists and tables, and Microsoft's own check."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from kls_portal.documents.document import Document
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.plain_text import one_line
from tests.documents.documents import filled_with, make_document
from tests.documents.hostile import HOSTILE
from tests.documents.word_validator import word_faults
from tests.each import each


@pytest.fixture(scope="module")
def document():
    return docx.Document(io.BytesIO(document_docx(make_document())))


def test_the_properties_tell_two_files_of_one_post_apart():
    documents = [Document("Librarian", kind="Job description"), Document("Plan: X", kind="Plan")]
    files = [docx.Document(io.BytesIO(document_docx(one))) for one in documents]
    titles = [file.core_properties.title for file in files]
    assert titles == ["Librarian: Job description", "Plan: X"]


def test_the_outline_is_made_of_real_headings(document):
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Head" in p.style.name]
    assert headings == [
        ("Heading 1", "Interview pack: Librarian"),
        ("Heading 2", "Contents"),
        ("Heading 2", "Before the interviews"),
        ("Heading 3", "Scores"),
        ("Heading 2", "Feedback"),
        ("Heading 3", "Not in the list"),
        ("Heading 4", "Deep"),
        ("Heading 5", "Deeper"),
        ("Heading 6", "Deepest"),
    ]


def test_each_numbered_list_begins_at_one(document):
    numbers = {
        paragraph.text: paragraph._p.pPr.numPr.numId.val
        for paragraph in document.paragraphs
        if paragraph.style.name == "List Number"
    }
    assert numbers["One chair"] == numbers["One member of staff"]
    assert numbers["One chair"] != numbers["Thank the candidate"]


def test_lists_within_lists_have_styles_of_their_level(document):
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["What went well"] == "List Bullet"
    assert styles["The room"] == "List Number 2"
    assert styles["The lift"] == "List Bullet 2"
    assert styles["Twice"] == "List Bullet 3"
    assert styles["well done"] == "Quote"


def words_in(part) -> str:
    return "".join(text.text for text in part.iter(qn("w:t")))


def test_the_contents_lead_to_the_listed_headings(document):
    every = [link for p in document.paragraphs for link in p._p.iter(qn("w:hyperlink"))]
    links = [link for link in every if link.get(qn("w:anchor"))]
    said = [words_in(link) for link in links]
    assert said == ["Before the interviews", "Scores", "Feedback"]
    places = {
        mark.get(qn("w:name")): words_in(p._p)
        for p in document.paragraphs
        for mark in p._p.iter(qn("w:bookmarkStart"))
    }
    assert [places[link.get(qn("w:anchor"))] for link in links] == said


def test_tables_have_a_name_a_head_and_their_words(document):
    scores, to_do, space = document.tables
    assert [cell.text for cell in scores.rows[0].cells] == ["Criterion", "Weight", "Score"]
    assert [cell.text for cell in scores.rows[2].cells] == ["Teaches searching", "60", ""]
    assert to_do.rows[1].cells[0].text == "Book the room"
    assert space.rows[0].cells[0].text == "What you would ask again"
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    named = [t._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) for t in document.tables]
    assert named[:2] == ["1", "1"], "a box to tick names no row, and comes last"


def test_looks_of_stretches_are_kept(document):
    (line,) = (p for p in document.paragraphs if p.text.startswith("See the"))
    assert [run.text for run in line.runs if run.bold] == ["fair"]
    assert [run.text for run in line.runs if run.italic] == ["questions"]


def test_a_wide_document_lies_on_its_side():
    section = docx.Document(io.BytesIO(document_docx(make_document(landscape=True)))).sections[0]
    assert section.page_width > section.page_height


def test_the_same_document_gives_the_same_bytes():
    assert document_docx(make_document()) == document_docx(make_document())


@pytest.mark.openxml
def test_microsofts_own_check_finds_nothing(tmp_path):
    documents = (make_document(), Document(""), filled_with(HOSTILE["html"]))
    assert word_faults(documents, tmp_path) == []


@pytest.mark.openxml
@pytest.mark.thorough
def test_microsofts_own_check_finds_nothing_whatever_was_typed(tmp_path):
    names = ("controls", "lone-surrogates", "not-characters", "emoji", "arabic", "only-marks")
    assert word_faults((filled_with(HOSTILE[name]) for name in names), tmp_path) == []


@pytest.mark.wide
@each("name", sorted(HOSTILE))
def test_any_text_comes_back_as_text(name):
    document = docx.Document(io.BytesIO(document_docx(filled_with(HOSTILE[name][:5_000]))))
    *_, grid, _ = document.tables
    assert one_line(grid.rows[1].cells[-2].text) == one_line(HOSTILE[name][:5_000])
