"""The words of a stored text, for search. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.html_tree import Element, parse, text_of

HEADINGS = ("h2", "h3", "h4")
BLOCKS = ("p", "li", "tr", "caption")
ENDS = (".", "!", "?", ":", ";", ",", "…")


@dataclass(frozen=True)
class PlainText:
    """Words without markup: the headings, one a line, and the text beneath them."""

    headings: str
    body: str


def plain_text(stored: str) -> PlainText:
    """Return the words of a stored text. Each block ends like a sentence, to read in extracts."""
    root = parse(stored)
    headings = [heading for tag in HEADINGS for heading in root.iter(tag)]
    words = "\n".join(text_of(heading) for heading in headings)
    for heading in headings:
        heading.drop_tree()
    return PlainText(headings=words, body=" ".join(_sentences(root)))


def _sentences(root: Element) -> list[str]:
    for cell in root.xpath(".//*[self::td or self::th]"):
        for part in cell.iter("p", "li"):
            part.tail = f" {part.tail or ''}"
        words = text_of(cell)
        cell.clear()
        cell.text, cell.tail = words, "; " if cell.getnext() is not None else ""
    for block in root.iter(*BLOCKS):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    lines = (" ".join(line.split()) for line in "".join(root.itertext()).splitlines())
    return [line if line.endswith(ENDS) else f"{line}." for line in lines if line]
