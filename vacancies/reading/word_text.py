"""The text in a part of a Word document, and its styles.

Text: with symbols, check boxes and breaks. Styles: which are headings, and what is bold, in italics
or underlined.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

_T, R, VAL = qn("w:t"), qn("w:r"), qn("w:val")
_SYMBOL, _BOX_OF_FORM = qn("w:sym"), qn("w:checkBox")
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
BOX = qn("w:txbxContent")
GONE = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:tblPr"),
    qn("w:sdtPr"),
}
_NAMED_IN_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")
# Ticks, boxes and bullets by symbol font and character code.
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


def text_in(element: etree._Element) -> str:
    return "".join(pieces(element))


def pieces(element: etree._Element, font: str = "") -> Iterator[str]:
    for child in element:
        if child.tag in GONE or child.tag == BOX:
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
            yield from pieces(child, _font_of(child) if child.tag == R else font)


def _font_of(run: etree._Element) -> str:
    fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    if fonts is None:
        return ""
    names = ((fonts.get(qn(f"w:{name}")) or "").casefold() for name in _NAMED_IN_FONTS)
    return next((name for name in names if name in _SYMBOLS), "")


def _in_font(text: str, font: str) -> str:
    """Return a text as its font shows it: symbol fonts have ticks in place of letters."""
    if not font and text.isascii():
        return text
    return "".join(_character_shown(ord(sign), font) or sign for sign in text)


def _character_shown(code: int, font: str) -> str:
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
    return is_on(checked_now if checked_now is not None else box.find(qn("w:default")))


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == BOX:
            yield child
        elif child.tag not in GONE:
            yield from boxes(child)


def is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(VAL) not in {"0", "false", "off", "none"}


STRESSES = {"w:i": "italic", "w:b": "bold", "w:u": "underline"}
_P = qn("w:p")


@dataclass(frozen=True)
class Styles:
    """The heading levels of a document's styles, and those that are bold, in italics and so on."""

    levels: dict[str, int]
    stressed: dict[str, frozenset[str]]


def styles_of(document: Document) -> Styles:
    levels: dict[str, int] = {}
    stressed: dict[str, set[str]] = {tag: set() for tag in STRESSES}
    for style in document.styles.element.iter(qn("w:style")):
        key = style.get(qn("w:styleId"))
        name = style.find(qn("w:name"))
        words = (name.get(VAL) or "").lower().split() if name is not None else []
        outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        number = (outline.get(VAL) or "") if outline is not None else ""
        if words[:1] == ["heading"] and words[-1].isdigit():
            levels[key] = min(int(words[-1]), 9)
        elif words[:1] in (["title"], ["subtitle"]):
            levels[key] = 1
        elif number.isdigit() and int(number) < 9:
            levels[key] = int(number) + 1
        for tag, of_tag in stressed.items():
            if is_on(style.find(f"{qn('w:rPr')}/{qn(tag)}")):
                of_tag.add(key)
    return Styles(levels, {tag: frozenset(of_tag) for tag, of_tag in stressed.items()})


def style_of(element: etree._Element) -> str:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return (style.get(VAL) or "") if style is not None else ""


def is_emphasised(element: etree._Element) -> bool:
    runs = [run for run in element.iter(R) if "".join(pieces(run)).strip()]
    return bool(runs) and any(
        all(is_on(run.find(f"{qn('w:rPr')}/{qn(name)}")) for run in runs)
        for name in ("w:b", "w:u", "w:i", "w:caps")
    )


def stressed_in(
    body: etree._Element, styles: Mapping[str, Collection[str]]
) -> dict[str, list[str]]:
    """Return the pieces of text that stand out, by the names of STRESSES.

    styles: by tag, the styles of paragraphs and characters whose text does.
    """
    stressed: dict[str, list[str]] = {name: [] for name in STRESSES.values()}
    for paragraph in body.iter(_P):
        runs = [(run, text) for run in paragraph.iter(R) if (text := text_in(run)).strip()]
        of_style = style_of(paragraph)
        for tag, name in STRESSES.items():
            marked = [(_stands_out(run, of_style, tag, styles[tag]), text) for run, text in runs]
            parts = groupby(marked, itemgetter(0))
            stressed[name] += ["".join(text for _, text in part) for out, part in parts if out]
    return stressed


def _stands_out(run: etree._Element, paragraph: str, tag: str, styles: Collection[str]) -> bool:
    switch = run.find(f"{qn('w:rPr')}/{qn(tag)}")
    if switch is not None:
        return is_on(switch)
    own = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return paragraph in styles or (own is not None and own.get(VAL) in styles)
