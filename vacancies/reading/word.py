"""A Word document as lines and tables, in the order in which they are read.

Text inserted by tracked changes counts, text struck out does not. Boxes, nested tables, content
controls and links are read where they stand. Headers, footers and notes are given apart. Comments
are left out. Nothing outside the file is opened, whatever it points to.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from vacancies.reading.blocks import LOOSE_HEADING, NO_HEADING, Block, Cell, Line, Row, Table
from vacancies.reading.headings import has_marker, looks_like_heading
from vacancies.reading.old_job import LONGEST_TEXT, MOST_LINES, ReadingError
from vacancies.reading.package import DAMAGED, checked, parsed

TOO_LONG = "The text is longer than 200 pages. Choose the job description alone."
NO_TEXT = "The file holds no text, perhaps only pictures of it. Paste the text instead."

MOST_LAYOUT_ROWS = 2

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_T, _R, _VAL = qn("w:t"), qn("w:r"), qn("w:val")
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
_DEL = qn("w:del")
_BOX = qn("w:txbxContent")
_GONE = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:tblPr"),
    qn("w:sdtPr"),
}
_ASIDE = ("/header", "/footer", "/footnotes", "/endnotes")


@dataclass(frozen=True)
class WordText:
    """The body of a document, and the text that stands outside it (headers, footers, notes)."""

    blocks: tuple[Block, ...]
    aside: tuple[str, ...]


def read_word(data: bytes) -> WordText:
    """Return what a .docx of at most 5 MB holds. Raises ReadingError with one sentence."""
    safe = checked(data)
    try:
        document = docx.Document(io.BytesIO(safe))
        levels = _heading_levels(document)
        blocks = tuple(_blocks(document.element.body, levels))
        aside = tuple(_aside(document))
    except ReadingError:
        raise
    except Exception as problem:
        # A zip of good parts that do not fit together fails in as many ways as there are parts.
        raise ReadingError(DAMAGED) from problem
    length = sum(map(_length, blocks)) + sum(map(len, aside))
    if not length:
        raise ReadingError(NO_TEXT)
    if length > LONGEST_TEXT or len(list(_lines_of_blocks(blocks))) > MOST_LINES:
        raise ReadingError(TOO_LONG)
    return WordText(blocks, aside)


def _heading_levels(document: Document) -> dict[str, int]:
    levels: dict[str, int] = {}
    for style in document.styles.element.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        words = (name.get(_VAL) or "").lower().split() if name is not None else []
        outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if words[:1] == ["heading"] and words[-1].isdigit():
            levels[style.get(qn("w:styleId"))] = min(int(words[-1]), 9)
        elif words[:1] in (["title"], ["subtitle"]):
            levels[style.get(qn("w:styleId"))] = 1
        elif outline is not None and (outline.get(_VAL) or "").isdigit():
            number = int(outline.get(_VAL))
            if number < 9:
                levels[style.get(qn("w:styleId"))] = number + 1
    return levels


def _blocks(parent: etree._Element, levels: dict[str, int]) -> Iterator[Block]:
    for child in parent:
        if child.tag in _GONE:
            continue
        if child.tag == _P:
            yield from _paragraph(child, levels)
        elif child.tag == _TBL:
            yield from _table(child, levels)
        else:
            yield from _blocks(child, levels)


def _paragraph(element: etree._Element, levels: dict[str, int]) -> Iterator[Block]:
    text = "\n".join(filter(None, (_tidy(line) for line in _text(element).split("\n"))))
    level, item = _level(element, text, levels), _is_item(element)
    for line in filter(None, text.split("\n")):
        yield Line(line, level, item or (not level and has_marker(line)))
    for box in _boxes(element):
        yield from _blocks(box, levels)


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag == _BOX:
            continue
        if child.tag == _T:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _pieces(child)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _GONE:
            yield from _boxes(child)


def _level(element: etree._Element, text: str, levels: dict[str, int]) -> int:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    known = levels.get(style.get(_VAL) or "", NO_HEADING) if style is not None else NO_HEADING
    if known or not looks_like_heading(text, bold=_all_bold(element)):
        return known
    return LOOSE_HEADING


def _all_bold(element: etree._Element) -> bool:
    runs = [run for run in element.iter(_R) if "".join(_pieces(run)).strip()]
    return bool(runs) and all(_is_on(run.find(f"{qn('w:rPr')}/{qn('w:b')}")) for run in runs)


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(_VAL) not in {"0", "false", "off"}


def _is_item(element: etree._Element) -> bool:
    numbering = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    listed = style is not None and (style.get(_VAL) or "").startswith("List")
    return numbering is not None or listed


def _table(element: etree._Element, levels: dict[str, int]) -> Iterator[Block]:
    """A table that only lays out the page (one column, or few rows around tables) is no table."""
    rows = [row for row in _inside(element, _TR) if row.find(f"{qn('w:trPr')}/{_DEL}") is None]
    cells = [list(_inside(row, _TC)) for row in rows]
    nested = any(cell.find(f".//{_TBL}") is not None for row in cells for cell in row)
    if (nested and len(rows) <= MOST_LAYOUT_ROWS) or all(len(row) <= 1 for row in cells):
        for row in cells:
            for cell in row:
                yield from _blocks(cell, levels)
        return
    found = tuple(_row(row, levels) for row in rows)
    yield Table(tuple(row for row in found if any(cell.lines for cell in row)))


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE and child.tag not in (_TBL, _P):
            yield from _inside(child, tag)


def _row(element: etree._Element, levels: dict[str, int]) -> Row:
    before = element.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    cells = [Cell()] * _number(before, least=0)
    for cell in _inside(element, _TC):
        span = _number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), least=1)
        cells.append(Cell(tuple(_lines_of_blocks(_blocks(cell, levels))), span))
        cells.extend([Cell()] * (span - 1))
    return tuple(cells)


def _lines_of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield from block.text.split("\n")
        else:
            yield from (line for row in block.rows for cell in row for line in cell.lines)


def _number(element: etree._Element | None, least: int) -> int:
    value = (element.get(_VAL) or "") if element is not None else ""
    return max(least, min(int(value), 63)) if value.isascii() and value.isdigit() else least


def _aside(document: Document) -> Iterator[str]:
    seen = set()
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_ASIDE):
            continue
        for paragraph in parsed(relation.target_part.blob).iter(_P):
            text = " ".join(_text(paragraph).split())
            if text and text not in seen:
                seen.add(text)
                yield text


def _length(block: Block) -> int:
    return sum(map(len, _lines_of_blocks([block])))


def _tidy(line: str) -> str:
    return "\t".join(filter(None, (" ".join(part.split()) for part in line.split("\t"))))
