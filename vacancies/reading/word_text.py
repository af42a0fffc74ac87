"""The text in a part of a Word document, with symbols, check boxes and breaks."""

from collections.abc import Iterator

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
