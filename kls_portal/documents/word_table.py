"""Accessible tables in Word files: a repeated head, a name, unbroken rows and light rules."""

from collections.abc import Sequence
from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table, _Row

from kls_portal.documents.word_elements import element

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
    """Add a table with only its head row, to be filled with `add_row`.

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


def add_row(table: Table) -> _Row:
    """Add a row at the end that does not break across pages."""
    row = cast(_Row, table.add_row())  # type: ignore[no-untyped-call]
    _keep_whole(row)
    return row


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)


def _describe(table: Table, name: str, head: Sequence[str], names_rows: bool) -> None:
    properties = table._tbl.tblPr
    borders = element("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="AEB7BD"))
    margins = element("w:tblCellMar")
    for side, twips in (("top", "100"), ("left", "80"), ("bottom", "100"), ("right", "80")):
        margins.append(element(f"w:{side}", w=twips, type="dxa"))
    looks = (
        {"val": "00A0", "firstColumn": "1"} if names_rows else {"val": "0020", "firstColumn": "0"}
    )
    for field_options in properties.findall(qn("w:tblLook")):
        properties.remove(field_options)
    properties.extend(
        [
            borders,
            margins,
            element("w:tblLook", firstRow="1", noVBand="1", **looks),
            element("w:tblCaption", val=name),
            element("w:tblDescription", val="Columns: " + ", ".join(head)),
        ]
    )
    places = {qn(tag): place for place, tag in enumerate(_ORDER)}
    properties[:] = sorted(properties, key=lambda child: places[child.tag])
