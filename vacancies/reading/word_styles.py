"""The styles of a Word document: its headings, and what is bold, in italics or underlined."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from vacancies.reading.word_text import VAL, R, is_on, pieces, text_in

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
