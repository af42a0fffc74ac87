"""The text of a Word file: paragraphs and tables in their order, also inside content controls.

Left out: headers, footers, comments, footnotes, deleted text. Bullets and numbers that Word
draws itself are no characters of the text.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from vacancies.reading.blocks import PARAGRAPH_END

DEEPEST = 6
"""How many tables may stand inside each other; deeper ones are left out."""

_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT, _PARAGRAPH, _TABLE = qn("w:t"), qn("w:p"), qn("w:tbl")
_ROW, _CELL = qn("w:tr"), qn("w:tc")
_SKIPPED = {qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom"), qn("w:tblPr"), qn("w:tcPr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def word_text(data: bytes, most_characters: int) -> str:
    """Return the text of the bytes of a .docx file, cut soon after `most_characters`.

    Each paragraph ends with PARAGRAPH_END; rows of tables are one line, with a tab between cells
    and a vertical tab between the paragraphs of a cell. Raises whatever python-docx raises for
    bytes that are no Word file.
    """
    found: list[str] = []
    length = 0
    for line in _lines_below(Document(BytesIO(data)).element.body, 0):
        found.append(line)
        length += len(line) + 1
        if length > most_characters:
            break
    return PARAGRAPH_END.join(found)


def _lines_below(parent: Any, depth: int) -> Iterator[str]:
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield _paragraph(child)
        elif child.tag == _TABLE:
            if depth < DEEPEST:
                yield from _table_lines(child, depth + 1)
        elif child.tag not in _SKIPPED and len(child):
            yield from _lines_below(child, depth)


def _table_lines(table: Any, depth: int) -> Iterator[str]:
    for row in _inside(table, _ROW):
        cells: list[list[str]] = []
        for cell in _inside(row, _CELL):
            lines = [line for line in _lines_below(cell, depth) if line.strip()]
            cells.append([line.replace("\t", " ").replace("\n", "\v") for line in lines])
            cells.extend([] for _ in range(min(cell.grid_span, 60) - 1))
        filled = [lines for lines in cells if lines]
        if len(filled) == 1 and len(cells) == 1:
            yield from (line.replace("\v", "\n") for line in filled[0])
        elif filled:
            yield "\t".join("\v".join(lines) for lines in cells)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """Return the children with this tag, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TABLE, _PARAGRAPH, _ROW, _CELL) and child.tag not in _SKIPPED:
            yield from _inside(child, tag)


def _paragraph(parent: Any) -> str:
    return "".join(_runs(parent))


def _runs(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK:
            yield from _runs(child)
