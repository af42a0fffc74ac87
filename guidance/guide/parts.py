"""From the HTML of a page to parts of a document. Pure.

The HTML is what `texts/rules/sanitise.py` keeps:
headings 2 to 4, paragraphs, lists, tables, quotations,
links, strong and emphasised words.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidance.guide.tables import grid_of
from guidance.guide.words import words_of
from guidance.texts.rules.html_tree import Element, is_blank, parse, text_of
from kls_portal.documents.document import (
    DEEPEST,
    Bullets,
    Heading,
    Item,
    Paragraph,
    Part,
    Quotation,
    Run,
)

LISTS = ("ul", "ol")
HEADINGS = {"h2": 0, "h3": 1, "h4": 2}


def parts_of(stored: str, *, level: int, site: str, name: str) -> list[Part]:
    """Return the parts of a page's text. A heading of the second level becomes one of `level`.

    `site` stands before addresses within the site; `name` names a table with no heading above.
    """
    root = parse(stored)
    return list(_Reader(level, site, name).blocks(root))


class _Reader:
    """Walks through one page; it remembers the heading that a table stands under."""

    def __init__(self, level: int, site: str, name: str) -> None:
        self.level, self.site, self.name = level, site, name

    def blocks(self, root: Element) -> Iterator[Part]:
        if not is_blank(root.text):
            yield Paragraph(" ".join((root.text or "").split()))
        for child in root:
            yield from self.block(child)
            if not is_blank(child.tail):
                yield Paragraph(" ".join((child.tail or "").split()))

    def block(self, element: Element) -> Iterator[Part]:
        if element.tag in HEADINGS:
            if words := text_of(element):
                self.name = words
                level = min(self.level + HEADINGS[element.tag], DEEPEST)
                yield Heading(level, words, listed=False)
        elif element.tag in LISTS:
            if found := self.bullets(element):
                yield found
        elif element.tag == "table":
            if grid := grid_of(element, name=self.name, site=self.site):
                yield grid
        elif element.tag == "blockquote":
            if quoted := tuple(self.quoted(element)):
                yield Quotation(quoted)
        elif runs := words_of(element, self.site):
            yield Paragraph(runs)

    def quoted(self, element: Element) -> Iterator[tuple[Run, ...]]:
        """The paragraphs of a quotation; a list within it is told line by line."""
        inside = [*element.iter("p", "li")] or [element]
        for part in inside:
            if words := words_of(part, self.site):
                yield words

    def bullets(self, element: Element) -> Bullets | None:
        items = tuple(item for li in element.iterchildren("li") if (item := self.item(li)))
        return Bullets(items, numbered=element.tag == "ol") if items else None

    def item(self, li: Element) -> Item | None:
        beneath = tuple(
            found for part in li.iterchildren(*LISTS) if (found := self.bullets(part)) is not None
        )
        words = words_of(li, self.site, leave_out=LISTS)
        return Item(words or (Run("…"),), beneath) if words or beneath else None
