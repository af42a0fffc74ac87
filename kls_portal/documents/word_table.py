"""Accessible tables in Word files: a repeated head, a name, unbroken rows and light rules."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from kls_portal.documents.plain_text import TextBlock
from kls_portal.documents.word import QUIET
from kls_portal.documents.word_elements import BLUE, element

# Element order of CT_TblPr (ECMA-376-1, section 17.4.60); Word must repair a file in another order.
_ORDER = (
    "w:tblStyle",
    "w:tblW",
    "w:jc",
    "w:tblBorders",
    "w:tblLayout",
    "w:tblCellMar",
    "w:tblLook",
    "w:tblCaption",
    "w:tblDescription",
)


def add_table(
    document: Document,
    name: str,
    head: Sequence[str],
    widths: Sequence[Length],
    names_rows: bool = True,
) -> Table:
    """Add a table with only its head row, to be filled with `add_rows`.

    `name` is its accessible name; `head` and `widths` have one value for each column.
    names_rows: whether the first cell of each row is its header.
    """
    table = cast(Table, document.add_table(rows=1, cols=len(head)))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _describe(table, name, head, names_rows)
    row = table.rows[0]
    _keep_whole(row)
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for cell, words in zip(row.cells, head, strict=True):
        run = cell.paragraphs[0].add_run(words)
        run.font.bold, run.font.size = True, Pt(9.5)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    return table


def add_rows(table: Table, count: int) -> list[_Row]:
    """Add empty rows and return them: copies of one, which take a tenth of the time."""
    empty = cast(_Row, table.add_row())  # type: ignore[no-untyped-call]
    _keep_whole(empty)
    table._tbl.remove(empty._tr)
    table._tbl.extend(deepcopy(empty._tr) for _ in range(count))
    return list(table.rows)[1:]


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)


def _describe(table: Table, name: str, head: Sequence[str], names_rows: bool) -> None:
    properties = table._tbl.tblPr
    rules = (
        element(f"w:{side}", val="single", sz="4", space="0", color="AEB7BD")
        for side in ("bottom", "insideH")
    )
    margins = (
        element(f"w:{side}", w=twips, type="dxa")
        for side, twips in (("top", "100"), ("left", "80"), ("bottom", "100"), ("right", "80"))
    )
    looks = (
        {"val": "00A0", "firstColumn": "1"} if names_rows else {"val": "0020", "firstColumn": "0"}
    )
    for field_options in properties.findall(qn("w:tblLook")):
        properties.remove(field_options)
    properties.extend(
        [
            element("w:tblBorders", *rules),
            element("w:tblCellMar", *margins),
            element("w:tblLook", firstRow="1", noVBand="1", **looks),
            element("w:tblCaption", val=name),
            element("w:tblDescription", val="Columns: " + ", ".join(head)),
        ]
    )
    places = {qn(tag): place for place, tag in enumerate(_ORDER)}
    properties[:] = sorted(properties, key=lambda child: places[child.tag])


def add_fact(document: Document, name: str, value: str) -> None:
    """Add a line with a name and its value (plain text on one line)."""
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.tab_stops.add_tab_stop(Mm(40))
    layout.left_indent, layout.first_line_indent, layout.space_after = Mm(40), Mm(-40), Pt(3)
    paragraph.add_run(f"{name}:").bold = True
    paragraph.add_run(f"\t{value}")


def add_tag(paragraph: Paragraph, word: str) -> None:
    """Add a short word in a frame, so that neither colour nor shape alone carries its meaning."""
    run = paragraph.add_run(word)
    run.font.bold, run.font.size, run.font.color.rgb = True, Pt(8), QUIET
    run._r.get_or_add_rPr().append(
        element("w:bdr", val="single", sz="4", space="0", color="4C6272")
    )


def add_caption(document: Document, words: str) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(12), QUIET
    paragraph.paragraph_format.keep_with_next = True


def add_notice(document: Document, words: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(words).bold = True
    bar = element("w:left", val="single", sz="32", space="8", color=str(BLUE))
    properties = paragraph._p.get_or_add_pPr()
    edge = element("w:pBdr", bar)
    properties.insert_element_before(edge, "w:shd", "w:tabs", "w:spacing", "w:ind")
    layout = paragraph.paragraph_format
    layout.left_indent, layout.space_before, layout.space_after = Mm(4), Pt(10), Pt(10)


def add_text(document: Document, blocks: Iterable[TextBlock]) -> None:
    """Add text that a person typed: its paragraphs with their line breaks, and its lists."""
    for block in blocks:
        if block.is_list:
            for line in block.lines:
                document.add_paragraph(line, style="List Bullet")
        else:
            document.add_paragraph("\n".join(block.lines))
