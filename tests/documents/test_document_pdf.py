"""A document as PDF: its words and tags, and PDF/UA-1 for everything a text can hold."""

import pypdfium2
import pytest

from kls_portal.documents.document import Document, Grid, Heading, Paragraph
from kls_portal.documents.document_pdf import document_pdf
from tests.documents.documents import filled_with, make_document
from tests.documents.hostile import HOSTILE
from tests.pdfua.checker import check_pdfua, need_checker
from tests.pdfua.pdf_contents import read_texts, squeezed

LONG = ("words-50000", "no-space-50000")
PRINTED = ("html", "typst", "typst-import", "jinja", "json", "formula")


def test_the_same_document_gives_the_same_bytes_and_another_others():
    assert document_pdf(make_document()) == document_pdf(make_document())
    assert document_pdf(make_document()) != document_pdf(make_document(landscape=True))
    assert b"/CreationDate" not in document_pdf(make_document())


def test_a_heading_stays_with_its_small_table_wherever_the_page_ends():
    grid = Grid("Duties", ("Number", "Duty"), (("1", "First row"), ("2", "Second row")), (19, 0))
    ends = (Heading(3, "Its heading"), Paragraph("Its note", kept=True), grid)
    for before in (31, 32, 33, 34, 35):
        lines = tuple(Paragraph("A line") for _ in range(before))
        found = pages(Document("Post", parts=(Heading(2, "Lines"), *lines, *ends)))
        heading, *others = (
            [text in page for page in found]
            for text in ("Its heading", "Its note", "First row", "Second row")
        )
        assert others == [heading] * 3


def test_lines_of_a_row_to_write_in_are_as_close_as_those_of_any_other():
    assert tops(row_height=20) == tops(row_height=0)


def tops(row_height) -> list[float]:
    """Return how far each line of a first cell is below its first."""
    grid = Grid("Notes", ("Note", "By"), (("words " * 30, "Friday"),), (60, 0), row_height)
    made = document_pdf(Document("Post", parts=(grid,)))
    text = pypdfium2.PdfDocument(made)[0].get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    lines = [box[3] for box in boxes if "words" in text.get_text_bounded(*box)]
    assert len(lines) > 3
    return [round(lines[0] - line, 1) for line in lines]


def pages(document) -> list[str]:
    """Return the text of each page of a document."""
    found = pypdfium2.PdfDocument(document_pdf(document))
    return [page.get_textpage().get_text_range() for page in found]


def faults(documents, folder) -> dict[str, list[str]]:
    """Return the rules of PDF/UA that each document breaks, of those that break any."""
    need_checker()
    files = {name: folder / f"{name}.pdf" for name in documents}
    for name, document in documents.items():
        files[name].write_bytes(document_pdf(document))
    found = check_pdfua(files.values())
    return {name: found[file] for name, file in files.items() if found[file]}


@pytest.mark.pdfua
def test_every_document_is_accessible(tmp_path):
    documents = {
        "all": make_document(),
        "wide": make_document(landscape=True),
        "empty": Document(""),
        "blank": filled_with(" "),
        "long": filled_with("Every word of it counts. " * 200),
    }
    assert faults(documents, tmp_path) == {}


@pytest.mark.pdfua
def test_every_document_is_accessible_whatever_was_typed(tmp_path):
    short = {name: filled_with(text) for name, text in HOSTILE.items() if name not in LONG}
    assert faults(short, tmp_path) == {}


@pytest.mark.pdfua
@pytest.mark.thorough
def test_every_document_is_accessible_however_much_was_typed(tmp_path):
    # The cell of a table is then longer than three pages.
    assert faults({name: filled_with(HOSTILE[name][:5_000]) for name in LONG}, tmp_path) == {}


@pytest.mark.pdfua
def test_every_part_is_there_and_hostile_words_are_printed_as_they_were_typed(tmp_path):
    documents = {"all": make_document(), **{name: filled_with(HOSTILE[name]) for name in PRINTED}}
    files = {name: tmp_path / f"{name}.pdf" for name in documents}
    for name, document in documents.items():
        files[name].write_bytes(document_pdf(document))
    found = read_texts(files.values())
    for name in PRINTED:
        assert found[files[name]].count(squeezed(HOSTILE[name])) >= 3
        assert "root:x:0" not in found[files[name]]
    text = found[files["all"]]
    for words in (
        "Interview pack: Librarian",
        "Monday 4 January 2027",
        "the interview page for fair questions.",
        "Answers enquiries",
        "Book the room",
        "What you would ask again",
        "What went well",
        "well done",
        "Deepest",
    ):
        assert squeezed(words) in text
