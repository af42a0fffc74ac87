"""Converts the HTML of a page to parts of a document. Pure.

The HTML has the elements that `texts/rules/sanitise.py` keeps (headings 2 to 4, paragraphs, lists,
tables, quotations, links, strong and emphasis) and the boxes of the worked example.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from guidance.texts.rules.html_tree import Element, is_blank, parse, text_of
from kls_portal.documents import document as content

BLOCKS = ("p", "li", "br", "blockquote")
SPACES = re.compile(r"[ \t\r\n\f]+")


def words_of(
    element: Element, site: str, leave_out: tuple[str, ...] = ()
) -> tuple[content.Run, ...]:
    """Return the text of an element, () for none. `leave_out`: tags of children to skip."""
    runs: list[content.Run] = []
    for run in _runs_in(element, content.Run(""), site, leave_out):
        text = SPACES.sub(" ", run.text)
        if not runs or runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            runs.append(replace(run, text=text))
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)


def address_of(href: str, site: str) -> str:
    """Return the printed address of a link, "" for one within the same page."""
    if href.startswith("#"):
        return ""
    if href.startswith("/"):
        return f"{site}{href}"
    return href.removeprefix("mailto:")


def _runs_in(
    element: Element, look: content.Run, site: str, leave_out: tuple[str, ...]
) -> Iterator[content.Run]:
    yield replace(look, text=element.text or "")
    for child in element:
        if child.tag not in leave_out:
            within = _look(child, look, site)
            apart = replace(look, text=" " if child.tag in BLOCKS else "")
            yield apart
            if child.tag == "a":
                yield replace(within, text="".join(child.itertext()))
            else:
                yield from _runs_in(child, within, site, leave_out)
            yield apart
        yield replace(look, text=child.tail or "")


def _look(element: Element, look: content.Run, site: str) -> content.Run:
    if element.tag == "strong":
        return replace(look, bold=True)
    if element.tag == "em":
        return replace(look, italic=True)
    if element.tag == "a":
        return replace(look, address=address_of(element.get("href", ""), site))
    return look


# Limits spans, so that an excessive number cannot exhaust memory.
MOST_SPANNED = 30

Cells = list[tuple[content.Run, ...]]


def grid_of(table: Element, *, name: str, site: str) -> content.Grid | None:
    """Return the grid of a table, with the first row as its header, or None for an empty table.

    A grid has no spans: a cell that spans columns or rows is repeated in each.
    """
    caption = table.find("caption")
    rows = _filled(table, site)
    if not rows or not any(cell for row in rows for cell in row):
        return None
    head, *others = rows
    columns = tuple(content.plain_words(cell) or f"Column {at}" for at, cell in enumerate(head, 1))
    return content.Grid(
        name=text_of(caption) if caption is not None else name,
        columns=columns,
        rows=tuple(tuple(row) for row in others),
    )


def _filled(table: Element, site: str) -> list[Cells]:
    """Return the rows with spans filled in, padded to the length of the longest."""
    rows: list[Cells] = []
    waiting: dict[int, tuple[int, tuple[content.Run, ...]]] = {}
    for line in table.iter("tr"):
        row: Cells = []
        for cell in line.iterchildren("th", "td"):
            _take_waiting(row, waiting)
            words = words_of(cell, site)
            for _ in range(_span(cell, "colspan")):
                if (down := _span(cell, "rowspan")) > 1:
                    waiting[len(row)] = (down - 1, words)
                row.append(words)
        _take_waiting(row, waiting)
        rows.append(row)
    longest = max(map(len, rows), default=0)
    return [row + [()] * (longest - len(row)) for row in rows]


def _take_waiting(row: Cells, waiting: dict[int, tuple[int, tuple[content.Run, ...]]]) -> None:
    """Append the cells from rows above that span the next columns of this row."""
    while len(row) in waiting:
        left, words = waiting.pop(at := len(row))
        if left > 1:
            waiting[at] = (left - 1, words)
        row.append(words)


def _span(cell: Element, name: str) -> int:
    return min(int(cell.get(name, "1")), MOST_SPANNED)


LISTS = ("ul", "ol")
HEADINGS = {"h2": 0, "h3": 1, "h4": 2}


def parts_of(stored: str, *, level: int, site: str, name: str) -> list[content.Part]:
    """Return the parts of a page's text. A heading of level 2 becomes one of `level`.

    `site` is prefixed to addresses within the site; `name` names a table with no heading above it.
    """
    root = parse(stored)
    return list(_Reader(level, site, name).blocks(root))


class _Reader:
    """Walks through one page, keeping the last heading to name tables."""

    def __init__(self, level: int, site: str, name: str) -> None:
        self.level, self.site, self.name = level, site, name

    def blocks(self, root: Element) -> Iterator[content.Part]:
        if not is_blank(root.text):
            yield content.Paragraph(" ".join((root.text or "").split()))
        for child in root:
            yield from self.blocks(child) if child.tag == "div" else self.block(child)
            if not is_blank(child.tail):
                yield content.Paragraph(" ".join((child.tail or "").split()))

    def block(self, element: Element) -> Iterator[content.Part]:
        if element.tag in HEADINGS:
            if words := text_of(element):
                self.name = words
                level = min(self.level + HEADINGS[element.tag], content.DEEPEST)
                yield content.Heading(level, words, listed=False)
        elif element.tag in LISTS:
            if bullets := self.bullets(element):
                yield bullets
        elif element.tag == "table":
            if grid := grid_of(element, name=self.name, site=self.site):
                yield grid
        elif element.tag == "blockquote":
            if quoted := tuple(self.quoted(element)):
                yield content.Quotation(quoted)
        elif runs := words_of(element, self.site):
            yield content.Paragraph(runs)

    def quoted(self, element: Element) -> Iterator[tuple[content.Run, ...]]:
        """Yield the paragraphs of a quotation; each list item in it becomes one."""
        inside = [*element.iter("p", "li")] or [element]
        for part in inside:
            if words := words_of(part, self.site):
                yield words

    def bullets(self, element: Element) -> content.Bullets | None:
        items = tuple(item for li in element.iterchildren("li") if (item := self.item(li)))
        return content.Bullets(items, numbered=element.tag == "ol") if items else None

    def item(self, li: Element) -> content.Item | None:
        beneath = tuple(
            bullets
            for part in li.iterchildren(*LISTS)
            if (bullets := self.bullets(part)) is not None
        )
        words = words_of(li, self.site, leave_out=LISTS)
        return content.Item(words or (content.Run("…"),), beneath) if words or beneath else None
