"""A table of a page as a grid: one head row, and every row as long as it. Pure."""

from __future__ import annotations

from guidance.guide.words import words_of
from guidance.texts.rules.html_tree import Element, text_of
from kls_portal.documents.document import Grid, Run, plain_words

# No table of a page is wider or longer; a wrong number must not fill the memory.
MOST_SPANNED = 30

Cells = list[tuple[Run, ...]]


def grid_of(table: Element, *, name: str, site: str) -> Grid | None:
    """Return the grid, None for a table without a word. The first row is its head.

    A cell that spans several columns or rows is told in each of them: a grid has no spans.
    """
    caption = table.find("caption")
    rows = _filled(table, site)
    if not rows or not any(cell for row in rows for cell in row):
        return None
    head, *others = rows
    columns = tuple(plain_words(cell) or f"Column {at}" for at, cell in enumerate(head, 1))
    return Grid(
        name=text_of(caption) if caption is not None else name,
        columns=columns,
        rows=tuple(tuple(row) for row in others),
    )


def _filled(table: Element, site: str) -> list[Cells]:
    """The rows with spans filled in, all of the length of the longest."""
    rows: list[Cells] = []
    waiting: dict[int, tuple[int, tuple[Run, ...]]] = {}
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


def _take_waiting(row: Cells, waiting: dict[int, tuple[int, tuple[Run, ...]]]) -> None:
    """Put in what cells of rows above reach down to, where their columns come next."""
    while len(row) in waiting:
        left, words = waiting.pop(at := len(row))
        if left > 1:
            waiting[at] = (left - 1, words)
        row.append(words)


def _span(cell: Element, name: str) -> int:
    return min(int(cell.get(name, "1")), MOST_SPANNED)
