"""A document of any format as lines and tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

PARAGRAPH_END = "\u2029"
"""The only unambiguous end of a paragraph, put between the paragraphs of a Word file."""

NO_HEADING, LOOSE_HEADING = 0, 10
"""Heading levels: 1 to 9 as styled, `LOOSE_HEADING` for a line that only looks like a heading."""


@dataclass(frozen=True)
class Line:
    """One paragraph, without the bullet or number before it.

    level: the heading level, `NO_HEADING` for body text. item: whether it is a list item. depth:
    how deeply the item is nested. number: its marker, such as "4.1" or "b"; "" for a bullet.
    """

    text: str
    level: int = NO_HEADING
    item: bool = False
    depth: int = 0
    number: str = ""

    @property
    def is_prose(self) -> bool:
        """Whether the line, below a list, is prose rather than an item without a marker."""
        sentence = self.text.endswith(".") and not self.text[0].islower()
        return sentence and not self.item and not self.level


@dataclass(frozen=True)
class Cell:
    """One cell of a table's grid.

    paragraphs: its lines, including empty ones between others. span: the number of columns it is
    merged over. above: whether it is merged with the cell above, whose text applies here too.
    """

    paragraphs: tuple[str, ...] = ()
    span: int = 1
    above: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The paragraphs that are not empty."""
        return tuple(filter(None, self.paragraphs))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


NOTHING = Line("")
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells; a row may be shorter than others."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


Block = Line | Table


@dataclass(frozen=True)
class WholeText:
    """The body of a document, and the text outside it (headers, footers, notes).

    stressed: the pieces of text in italics, in bold and underlined, by these names.
    """

    blocks: tuple[Block, ...]
    outside: tuple[str, ...]
    stressed: Mapping[str, Sequence[str]] = field(default_factory=dict)


def by_column(rows: Sequence[Row]) -> dict[int, list[tuple[int, Cell]]]:
    """Return the cells of each column with their row numbers, visiting each cell once."""
    columns: dict[int, list[tuple[int, Cell]]] = {}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            columns.setdefault(column, []).append((number, cell))
    return columns


def trimmed(texts: list[str]) -> list[str]:
    """Return texts without the empty ones at either end."""
    filled = [at for at, text in enumerate(texts) if text]
    return texts[filled[0] : filled[-1] + 1] if filled else []


def row_text(row: Row) -> str:
    """Return a row as one line of text, for content that was not understood."""
    return " | ".join(cell.text for cell in row if cell.lines)


def text_of(blocks: Sequence[Block], outside: Sequence[str] = ()) -> str:
    """Return blocks as one text, with PARAGRAPH_END between paragraphs.

    A row of a table is one line, with a tab between cells and a vertical tab between the paragraphs
    of a cell. Text from outside the body comes last.
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
    """A line or a paragraph of a cell.

    kind: "heading", "item", "paragraph" or "cell". section: the part it belongs to. block: the
    number of the block it comes from.
    """

    text: str
    kind: str
    section: str
    block: int
