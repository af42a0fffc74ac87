"""Tables of a PDF: each has a name, and each row a cell that names it."""

from io import BytesIO

import pikepdf
import pytest

from kls_portal.documents.document import Document, Grid
from kls_portal.documents.document_pdf import document_pdf
from kls_portal.documents.pdf_objects import with_row_heads
from tests.documents.structure import elements, kinds_of_rows, tables_without_names, walk
from tests.pdfua.checker import check_pdfua, need_checker


def pdf_of(**grid):
    parts = (Grid(name="Scores", columns=("Criterion", "Score"), **grid),)
    return document_pdf(Document(title="Grid", parts=parts))


HEAD = [("TH", "Column"), ("TH", "Column")]
ROW = [("TH", "Row"), ("TD", "")]


def test_each_row_has_one_cell_that_names_it_and_the_table_a_caption():
    pdf = pdf_of(rows=(("Searches the evidence", ""), ("Teaches", "3")))
    assert kinds_of_rows(pdf) == [HEAD, ROW, ROW]
    assert len(elements(pdf, "Caption")) == 1
    assert tables_without_names(pdf) == []


def test_a_table_that_begins_a_page_has_its_caption_too():
    rows = tuple((f"Criterion {number}", "3") for number in range(4))
    grids = [Grid(name=f"Scores {n}", columns=("Criterion", "Score"), rows=rows) for n in range(12)]
    pdf = document_pdf(Document(title="Grids", parts=tuple(grids)))
    with pikepdf.open(BytesIO(pdf)) as file:
        tables = [node for node in walk(file.Root.StructTreeRoot.K) if node.get("/S") == "/Table"]
        firsts = [table.K[0] for table in tables]
        assert [str(first.S) for first in firsts] == ["/Caption"] * len(grids)
        assert [first.P for first in firsts] == tables


def test_a_box_to_tick_names_no_row():
    pdf = pdf_of(rows=(("Searches the evidence", ""),), ticks="Done")
    assert kinds_of_rows(pdf) == [
        [("TH", "Column"), *HEAD],
        [("TD", ""), ("TH", "Row"), ("TD", "")],
    ]


def test_no_cell_lists_its_heads_beside_their_scope():
    assert b"/Headers[(" not in pdf_of(rows=(("Teaches", "3"),))


def test_a_pdf_of_another_make_is_refused():
    with pytest.raises(ValueError, match="typst"):
        with_row_heads(b"%PDF-1.7 /S/TBody/ something else")


@pytest.mark.pdfua
def test_a_table_with_row_heads_passes_pdf_ua(tmp_path):
    need_checker()
    path = tmp_path / "grid.pdf"
    path.write_bytes(pdf_of(rows=(("Teaches", "3"), ("", "")), ticks="Done"))
    assert check_pdfua([path]) == {path: []}
