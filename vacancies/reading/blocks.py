"""A document as lines and tables, wherever it came from."""

from collections.abc import Sequence
from dataclasses import dataclass

PARAGRAPH_END = "\u2029"
"""The one character that ends a paragraph for certain, put between those of a Word file."""

NO_HEADING, LOOSE_HEADING = 0, 10
"""Levels of a line: 1 to 9 as the document says, `LOOSE_HEADING` for one that only looks so."""


@dataclass(frozen=True)
class Line:
    """One paragraph, without the bullet or number before it.

    level: its heading level, `NO_HEADING` for body text. item: whether it stands in a list, and
    `depth` how far in. number: that of its place, such as "4.1" or "b", "" for a bullet.
    """

    text: str
    level: int = NO_HEADING
    item: bool = False
    depth: int = 0
    number: str = ""

    @property
    def is_prose(self) -> bool:
        """Whether below a list it is a sentence of a paragraph rather than an item without mark."""
        sentence = self.text.endswith(".") and self.text[0].isupper()
        return sentence and not self.item and not self.level


@dataclass(frozen=True)
class Cell:
    """One cell of a table's grid.

    lines: its paragraphs, also empty ones between others. span: how many columns it is merged
    over. above: whether it is merged with the cell above, whose text holds here too.
    """

    paragraphs: tuple[str, ...] = ()
    span: int = 1
    above: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """Its paragraphs that have words or marks."""
        return tuple(filter(None, self.paragraphs))

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return "\n".join(self.lines)


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells; a row may be shorter than others."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """The number of cells of its longest row."""
        return max(map(len, self.rows), default=0)


Block = Line | Table


def by_column(rows: Sequence[Row]) -> dict[int, list[tuple[int, Cell]]]:
    """Return the cells of each column with the numbers of their rows, looking at each cell once."""
    columns: dict[int, list[tuple[int, Cell]]] = {}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            columns.setdefault(column, []).append((number, cell))
    return columns


def row_text(row: Row) -> str:
    """Return a row as one line of text, for what was not understood."""
    return " | ".join(cell.text for cell in row if cell.lines)


def text_of(blocks: Sequence[Block], outside: Sequence[str] = ()) -> str:
    """Return blocks as one text, each paragraph ended by PARAGRAPH_END.

    A row of a table is one line, with a tab between cells and a vertical tab between the
    paragraphs of a cell; what stands outside the body comes last.
    """
    lines = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block.text)
        else:
            lines += ["\t".join("\v".join(cell.lines) for cell in row) for row in block.rows]
    return PARAGRAPH_END.join([*lines, *outside])


@dataclass(frozen=True)
class Passage:
    """A line or a paragraph of a cell. kind: "heading", "item", "paragraph" or "cell".

    section: the part that it stands in; block: the number of the block it is from.
    """

    text: str
    kind: str
    section: str
    block: int
