"""A Word document as lines and tables, in reading order.

Text inserted as a tracked change is read; deleted text is not. Text boxes, nested tables, content
controls and links are read in place. Headers, footers and notes are returned separately. Comments
are left out. Nothing outside the file is opened, whatever it refers to.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from vacancies.reading.blocks import (
    LOOSE_HEADING,
    NO_HEADING,
    Block,
    Cell,
    Line,
    Row,
    Table,
    WholeText,
    trimmed,
)
from vacancies.reading.headings import could_be_heading, shouts
from vacancies.reading.markers import Marked, depths, marked_in_a_row
from vacancies.reading.old_job import LONGEST_TEXT, MOST_LINES, MOST_PAGES, ReadingError
from vacancies.reading.package import DAMAGED, checked, parsed
from vacancies.reading.stress import level_in_print
from vacancies.reading.word_text import (
    BOX,
    GONE,
    VAL,
    Styles,
    boxes,
    is_emphasised,
    stressed_in,
    style_of,
    styles_of,
    text_in,
)

TOO_LONG = (
    f"The text is longer than {MOST_PAGES} pages. Choose a file with only the job description."
)
NO_TEXT = "The file contains no text, perhaps only pictures of it. Paste the text instead."
MOST_LAYOUT_ROWS = 2
_P, _TBL, _TR, _TC, _DEL = (qn(f"w:{tag}") for tag in ("p", "tbl", "tr", "tc", "del"))
_OUTSIDE = ("/header", "/footer", "/footnotes", "/endnotes")


@dataclass
class _Paragraph:
    """A paragraph before its marker is known. kind: "list 0" for a list that Word numbers."""

    text: str
    level: int
    kind: str
    emphasised: bool


def read_word(data: bytes) -> WholeText:
    """Return the contents of a .docx up to LARGEST_FILE. Raises ReadingError in one sentence."""
    safe = checked(data)
    try:
        document = docx.Document(io.BytesIO(safe))
        styles = styles_of(document)
        blocks = tuple(_with_markers(list(_parts_of(document.element.body, styles))))
        in_print = level_in_print(blocks) is not None
        stressed = stressed_in(document.element.body, styles.stressed) if in_print else {}
        outside = tuple(_outside(document))
    except ReadingError:
        raise
    except Exception as problem:
        # A package of valid parts that do not fit together can fail in any of them.
        raise ReadingError(DAMAGED) from problem
    lines = list(_lines_of(blocks))
    length = sum(map(len, (*lines, *outside)))
    if not length:
        raise ReadingError(NO_TEXT)
    if length > LONGEST_TEXT or len(lines) > MOST_LINES:
        raise ReadingError(TOO_LONG)
    return WholeText(blocks, outside, stressed)


def _parts_of(parent: etree._Element, styles: Styles) -> Iterator[_Paragraph | Table]:
    before: list[_Paragraph] = []
    for child in parent:
        if child.tag in GONE:
            continue
        if child.tag == _P:
            here, boxes = _paragraphs(child, styles)
            if before and here:
                here[0].text = f"{before[-1].text} {here[0].text}"
                here[0].level, here[0].kind = before[-1].level, before[-1].kind
                yield from before[:-1]
                before = []
            if here and _is_end_struck(child):
                before = here
            else:
                yield from here
            for box in boxes:
                yield from _parts_of(box, styles)
        else:
            yield from before
            before = []
            part = _table if child.tag == _TBL else _parts_of
            yield from part(child, styles)
    yield from before


def _is_end_struck(element: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one continues it."""
    return element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{_DEL}") is not None


def _paragraphs(
    element: etree._Element, styles: Styles
) -> tuple[list[_Paragraph], list[etree._Element]]:
    """Return the lines of a paragraph and the boxes in it; a line break does not end an item."""
    lines = list(filter(None, (_tidy(line) for line in text_in(element).split("\n"))))
    key = style_of(element)
    level, kind = styles.levels.get(key, NO_HEADING), _kind_of(element, key)
    emphasised = key in styles.stressed["w:b"] or is_emphasised(element)
    joined: list[str] = []
    for line in lines:
        if joined and (kind or line[:1].islower()):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return [_Paragraph(line, level, kind, emphasised) for line in joined], list(boxes(element))


def _with_markers(parts: Sequence[_Paragraph | Table]) -> Iterator[Block]:
    """Yield blocks, with typed bullets and numbers removed from the text of lines."""
    lines = [part for part in parts if isinstance(part, _Paragraph)]
    marked = marked_in_a_row([line.text for line in lines])
    kinds = [line.kind or one.kind for line, one in zip(lines, marked, strict=True)]
    depth = iter(depths(kinds))
    text = iter(marked)
    for part in parts:
        if isinstance(part, Table):
            yield part
        elif line := _line_of_paragraph(part, next(text), next(depth)):
            yield line


def _line_of_paragraph(part: _Paragraph, marked: Marked, depth: int) -> Line | None:
    bullet = marked.kind.startswith("bullet")
    text, level = marked.text, part.level
    if not any(map(str.isalnum, text)):
        return Line(part.text) if text else None
    looks = (part.emphasised or shouts(text)) and could_be_heading(text.rstrip(":"))
    if not level and looks and not bullet:
        level = LOOSE_HEADING
    item = bool(part.kind or marked.kind) and not 1 <= level < LOOSE_HEADING
    return Line(text, level, item, depth, marked.number or ("#" if part.kind and level else ""))


def _kind_of(element: etree._Element, style: str) -> str:
    """Return "list 0" for a list item, "list 1" for one nested in it, "" otherwise."""
    numbering = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if numbering is not None:
        number, level = (numbering.find(qn(f"w:{name}")) for name in ("numId", "ilvl"))
        if number is not None and number.get(VAL) == "0":
            return ""
        return f"list {_number_of(level, least=0)}"
    if not style.startswith("List"):
        return ""
    return f"list {int(style[-1]) - 1 if style[-1].isdigit() else 0}"


def _table(element: etree._Element, styles: Styles) -> Iterator[_Paragraph | Table]:
    """Yield a table, or the contents of one that only lays out the page.

    A layout table has one column, or few rows around other tables. A row of a label and a table is
    laid out too.
    """
    rows = [row for row in _inside(element, _TR) if row.find(f"{qn('w:trPr')}/{_DEL}") is None]
    cells = [list(_inside(row, _TC)) for row in rows]
    nested = any(cell.find(f".//{_TBL}") is not None for row in cells for cell in row)
    if (nested and len(rows) <= MOST_LAYOUT_ROWS) or all(len(row) <= 1 for row in cells):
        for row in cells:
            for cell in row:
                yield from _parts_of(cell, styles)
        return
    made: list[Row] = []
    for row, held in zip(rows, cells, strict=True):
        if len(held) <= 2 and held[-1:] and held[-1].find(f"./{_TBL}") is not None:
            yield from _table_of(made)
            made = []
            for cell in held:
                yield from _parts_of(cell, styles)
        else:
            made.append(_row_of(row, styles))
    yield from _table_of(made)


def _table_of(rows: Sequence[Row]) -> Iterator[Table]:
    filled = tuple(row for row in rows if any(cell.lines or cell.above for cell in row))
    if filled:
        yield Table(filled)


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in GONE and child.tag not in (_TBL, _P):
            yield from _inside(child, tag)


def _row_of(element: etree._Element, styles: Styles) -> Row:
    cells = [Cell()] * _number_of(element.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), least=0)
    for cell in _inside(element, _TC):
        properties = f"{qn('w:tcPr')}/"
        span = _number_of(cell.find(f"{properties}{qn('w:gridSpan')}"), least=1)
        merged = cell.find(f"{properties}{qn('w:vMerge')}")
        above = merged is not None and merged.get(VAL) != "restart"
        lines = tuple(_lines_of_cell(cell, styles))
        cells.append(Cell(lines, span, above and not any(lines)))
        cells.extend([Cell()] * (span - 1))
    return tuple(cells)


def _lines_of_cell(cell: etree._Element, styles: Styles) -> list[str]:
    """Return the paragraphs of a cell, including empty ones between others and nested tables."""
    lines: list[str] = []
    for child in cell:
        if child.tag == _P and not child.find(f".//{BOX}"):
            here, _ = _paragraphs(child, styles)
            lines += [one.text.replace("\t", " ") for one in here] or [""]
        elif child.tag not in GONE:
            parts = _table(child, styles) if child.tag == _TBL else _parts_of([child], styles)
            lines += _lines_of(parts)
    return trimmed(lines)


def _lines_of(parts: Iterable[_Paragraph | Block]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Table):
            yield from (line for row in part.rows for cell in row for line in cell.lines)
        else:
            yield from part.text.split("\n")


def _number_of(element: etree._Element | None, least: int) -> int:
    value = (element.get(VAL) or "") if element is not None else ""
    return max(least, min(int(value), 63)) if value.isascii() and value.isdigit() else least


def _outside(document: Document) -> Iterator[str]:
    seen = set()
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_OUTSIDE):
            continue
        for paragraph in parsed(relation.target_part.blob).iter(_P):
            text = " ".join(text_in(paragraph).split())
            if text and text not in seen:
                seen.add(text)
                yield text


def _tidy(line: str) -> str:
    return "\t".join(filter(None, (" ".join(part.split()) for part in line.split("\t"))))
