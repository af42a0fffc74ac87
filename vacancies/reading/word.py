"""A Word document as lines and tables, in the order in which they are read.

Text inserted by tracked changes counts, text struck out does not. Boxes, nested tables, content
controls and links are read where they stand. Headers, footers and notes are given apart. Comments
are left out. Nothing outside the file is opened, whatever it points to.
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
)
from vacancies.reading.headings import could_be_heading, shouts
from vacancies.reading.markers import Marked, depths, marked_in_a_row
from vacancies.reading.old_job import LONGEST_TEXT, MOST_LINES, ReadingError
from vacancies.reading.package import DAMAGED, checked, parsed

TOO_LONG = "The text is longer than 200 pages. Choose the job description alone."
NO_TEXT = "The file holds no text, perhaps only pictures of it. Paste the text instead."

MOST_LAYOUT_ROWS = 2

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_T, _R, _VAL = qn("w:t"), qn("w:r"), qn("w:val")
_SYMBOL, _BOX_OF_FORM = qn("w:sym"), qn("w:checkBox")
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
_NAMED_IN_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")
# Ticks and boxes of the symbol fonts, by font and character (as each font shows it).
_SYMBOLS = {
    "wingdings": {
        0xFC: "✓",
        0xFB: "✗",
        0xFD: "☒",
        0xFE: "☑",
        0xA8: "☐",
        0x6F: "☐",
        0x71: "☐",
        0x72: "☐",
        0x78: "☒",
        0xA7: "•",
        0xD8: "•",
        0x76: "•",
        0x6E: "•",
        0x6C: "•",
    },
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0xA3: "☐", 0x2A: "☐"},
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■"},
    "symbol": {0xB7: "•", 0xD6: "√", 0x2D: "-"},
}
_OUTSIDE = ("/header", "/footer", "/footnotes", "/endnotes")


@dataclass(frozen=True)
class WordText:
    """The body of a document, and the text that stands outside it (headers, footers, notes)."""

    blocks: tuple[Block, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True)
class _Styles:
    """What the styles of a document say: levels of headings, and which are bold."""

    levels: dict[str, int]
    bold: frozenset[str]


@dataclass
class _Paragraph:
    """A paragraph before its marker is known. kind: "list 0" for a list that Word numbers."""

    text: str
    level: int
    kind: str
    emphasised: bool


def read_word(data: bytes) -> WordText:
    """Return what a .docx of at most 5 MB holds. Raises ReadingError with one sentence."""
    safe = checked(data)
    try:
        document = docx.Document(io.BytesIO(safe))
        found = list(_parts(document.element.body, _styles_of(document)))
        blocks = tuple(_with_markers(found))
        outside = tuple(_outside(document))
    except ReadingError:
        raise
    except Exception as problem:
        # A zip of good parts that do not fit together fails in as many ways as there are parts.
        raise ReadingError(DAMAGED) from problem
    length = sum(map(_length, blocks)) + sum(map(len, outside))
    if not length:
        raise ReadingError(NO_TEXT)
    if length > LONGEST_TEXT or sum(map(_lines_in, blocks)) > MOST_LINES:
        raise ReadingError(TOO_LONG)
    return WordText(blocks, outside)


def _styles_of(document: Document) -> _Styles:
    levels: dict[str, int] = {}
    bold = set()
    for style in document.styles.element.iter(qn("w:style")):
        key = style.get(qn("w:styleId"))
        name = style.find(qn("w:name"))
        words = (name.get(_VAL) or "").lower().split() if name is not None else []
        outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        number = (outline.get(_VAL) or "") if outline is not None else ""
        if words[:1] == ["heading"] and words[-1].isdigit():
            levels[key] = min(int(words[-1]), 9)
        elif words[:1] in (["title"], ["subtitle"]):
            levels[key] = 1
        elif number.isdigit() and int(number) < 9:
            levels[key] = int(number) + 1
        if _is_on(style.find(f"{qn('w:rPr')}/{qn('w:b')}")):
            bold.add(key)
    return _Styles(levels, frozenset(bold))


def _parts(parent: etree._Element, styles: _Styles) -> Iterator[_Paragraph | Table]:
    before: list[_Paragraph] = []
    for child in parent:
        if child.tag in _GONE:
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
                yield from _parts(box, styles)
        else:
            yield from before
            before = []
            part = _table if child.tag == _TBL else _parts
            yield from part(child, styles)
    yield from before


def _is_end_struck(element: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on from it."""
    return element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{_DEL}") is not None


def _paragraphs(
    element: etree._Element, styles: _Styles
) -> tuple[list[_Paragraph], list[etree._Element]]:
    """The lines of a paragraph, and the boxes in it. A line break in an item ends no item."""
    lines = list(filter(None, (_tidy(line) for line in _text(element).split("\n"))))
    key = _style_of(element)
    level, kind = styles.levels.get(key, NO_HEADING), _kind_of(element, key)
    emphasised = key in styles.bold or _is_emphasised(element)
    joined: list[str] = []
    for line in lines:
        if joined and (kind or line[:1].islower()):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return [_Paragraph(line, level, kind, emphasised) for line in joined], list(_boxes(element))


def _with_markers(found: Sequence[_Paragraph | Table]) -> Iterator[Block]:
    """Take bullets and numbers that were typed away from before the lines."""
    lines = [part for part in found if isinstance(part, _Paragraph)]
    marked = marked_in_a_row([line.text for line in lines])
    kinds = [line.kind or one.kind for line, one in zip(lines, marked, strict=True)]
    depth = iter(depths(kinds))
    text = iter(marked)
    for part in found:
        if isinstance(part, Table):
            yield part
        elif line := _line(part, next(text), next(depth)):
            yield line


def _line(part: _Paragraph, marked: Marked, depth: int) -> Line | None:
    bullet = marked.kind.startswith("bullet")
    text, level = marked.text, part.level
    if not any(map(str.isalnum, text)):
        return Line(part.text) if text else None
    looks = (part.emphasised or shouts(text)) and could_be_heading(text.rstrip(":"))
    if not level and looks and not bullet:
        level = LOOSE_HEADING
    item = bool(part.kind or marked.kind) and not 1 <= level < LOOSE_HEADING
    return Line(text, level, item, depth, marked.number or ("#" if part.kind and level else ""))


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element, font: str = "") -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag == _BOX:
            continue
        if child.tag == _T:
            yield _in_font(child.text or "", font)
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == _SYMBOL:
            yield _symbol(child)
        elif child.tag == _BOX_OF_FORM:
            yield "☒ " if _is_checked(child) else "☐ "
        else:
            yield from _pieces(child, _font_of(child) if child.tag == _R else font)


def _font_of(run: etree._Element) -> str:
    fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    if fonts is None:
        return ""
    names = ((fonts.get(qn(f"w:{name}")) or "").casefold() for name in _NAMED_IN_FONTS)
    return next((name for name in names if name in _SYMBOLS), "")


def _in_font(text: str, font: str) -> str:
    """A text as its font shows it: symbol fonts have ticks where others have letters."""
    if not font and text.isascii():
        return text
    return "".join(_shown(ord(sign), font) or sign for sign in text)


def _shown(code: int, font: str) -> str:
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(font or "wingdings", {}).get(code - 0xF000, "")
    return _SYMBOLS.get(font, {}).get(code, "")


def _symbol(element: etree._Element) -> str:
    font, number = (element.get(qn(f"w:{name}")) or "" for name in ("font", "char"))
    try:
        code = int(number, 16)
    except ValueError:
        return ""
    plain = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    return _SYMBOLS.get(font.casefold(), {}).get(plain) or (chr(code) if code < 0xD800 else "•")


def _is_checked(box: etree._Element) -> bool:
    checked_now = box.find(qn("w:checked"))
    return _is_on(checked_now if checked_now is not None else box.find(qn("w:default")))


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _GONE:
            yield from _boxes(child)


def _style_of(element: etree._Element) -> str:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return (style.get(_VAL) or "") if style is not None else ""


def _is_emphasised(element: etree._Element) -> bool:
    runs = [run for run in element.iter(_R) if "".join(_pieces(run)).strip()]
    return bool(runs) and any(
        all(_is_on(run.find(f"{qn('w:rPr')}/{qn(name)}")) for run in runs)
        for name in ("w:b", "w:u", "w:i", "w:caps")
    )


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(_VAL) not in {"0", "false", "off", "none"}


def _kind_of(element: etree._Element, style: str) -> str:
    """ "list 0" for an item of a list, "list 1" further in; "" for no item."""
    numbering = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if numbering is not None:
        number, level = (numbering.find(qn(f"w:{name}")) for name in ("numId", "ilvl"))
        if number is not None and number.get(_VAL) == "0":
            return ""
        return f"list {_number(level, least=0)}"
    if not style.startswith("List"):
        return ""
    return f"list {int(style[-1]) - 1 if style[-1].isdigit() else 0}"


def _table(element: etree._Element, styles: _Styles) -> Iterator[_Paragraph | Table]:
    """A table that only lays out the page (one column, or few rows around tables) is no table."""
    rows = [row for row in _inside(element, _TR) if row.find(f"{qn('w:trPr')}/{_DEL}") is None]
    cells = [list(_inside(row, _TC)) for row in rows]
    nested = any(cell.find(f".//{_TBL}") is not None for row in cells for cell in row)
    if (nested and len(rows) <= MOST_LAYOUT_ROWS) or all(len(row) <= 1 for row in cells):
        for row in cells:
            for cell in row:
                yield from _parts(cell, styles)
        return
    found = tuple(_row(row, styles) for row in rows)
    yield Table(tuple(row for row in found if any(cell.lines or cell.above for cell in row)))


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE and child.tag not in (_TBL, _P):
            yield from _inside(child, tag)


def _row(element: etree._Element, styles: _Styles) -> Row:
    before = element.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    cells = [Cell()] * _number(before, least=0)
    for cell in _inside(element, _TC):
        properties = f"{qn('w:tcPr')}/"
        span = _number(cell.find(f"{properties}{qn('w:gridSpan')}"), least=1)
        merged = cell.find(f"{properties}{qn('w:vMerge')}")
        above = merged is not None and merged.get(_VAL) != "restart"
        lines = tuple(_lines_of_cell(cell, styles))
        cells.append(Cell(lines, span, above and not any(lines)))
        cells.extend([Cell()] * (span - 1))
    return tuple(cells)


def _lines_of_cell(cell: etree._Element, styles: _Styles) -> list[str]:
    """The paragraphs of a cell, also empty ones between others, and the cells of tables in it."""
    lines: list[str] = []
    for child in cell:
        if child.tag == _P and not child.find(f".//{_BOX}"):
            here, _ = _paragraphs(child, styles)
            lines += [one.text.replace("\t", " ") for one in here] or [""]
        elif child.tag not in _GONE:
            parts = _table(child, styles) if child.tag == _TBL else _parts([child], styles)
            lines += _lines_of(parts)
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _lines_of(parts: Iterable[_Paragraph | Block]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Table):
            yield from (line for row in part.rows for cell in row for line in cell.lines)
        else:
            yield from part.text.split("\n")


def _number(element: etree._Element | None, least: int) -> int:
    value = (element.get(_VAL) or "") if element is not None else ""
    return max(least, min(int(value), 63)) if value.isascii() and value.isdigit() else least


def _outside(document: Document) -> Iterator[str]:
    seen = set()
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_OUTSIDE):
            continue
        for paragraph in parsed(relation.target_part.blob).iter(_P):
            text = " ".join(_text(paragraph).split())
            if text and text not in seen:
                seen.add(text)
                yield text


def _length(block: Block) -> int:
    return sum(map(len, _lines_of([block])))


def _lines_in(block: Block) -> int:
    return len(list(_lines_of([block])))


def _tidy(line: str) -> str:
    return "\t".join(filter(None, (" ".join(part.split()) for part in line.split("\t"))))
