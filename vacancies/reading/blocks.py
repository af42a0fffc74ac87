"""A document as lines and tables, wherever it came from."""

from dataclasses import dataclass

PARAGRAPH_END = "\u2029"
"""The one character that ends a paragraph for certain, put between those of a Word file."""

NO_HEADING, LOOSE_HEADING = 0, 10
"""Levels of a line: 1 to 9 as the document says, `LOOSE_HEADING` for one that only looks so."""


@dataclass(frozen=True)
class Line:
    """One paragraph. `level` is its heading level, `NO_HEADING` for body text."""

    text: str
    level: int = NO_HEADING
    item: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell of a table's grid. `span`: how many columns it is merged over."""

    lines: tuple[str, ...] = ()
    span: int = 1

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return "\n".join(self.lines)


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells; a row may be shorter than others."""

    rows: tuple[Row, ...]


Block = Line | Table
