"""A document as a value: its content, in order. The formats (`formats.py`) render it.

Every document of the site is one: job descriptions, checklists, packs, letters, the whole guide.
All text is plain; the cleaners of the formats decide which characters it may contain.
"""

import re
from dataclasses import dataclass, field

from kls_portal.documents.plain_text import one_line

DEEPEST = 6
_EMAIL = re.compile(r"[^\s@/:]{1,64}@[^\s@/:]{1,255}")
FEW_ROWS, FEW_LINES = 5, 20
LONGEST_HEAD = 120  # a table head repeats on each page, and must leave room for its rows


@dataclass(frozen=True)
class Run:
    """A span of text within a line. `address`: its link target, a heading of this document with
    that address, else a web or email address. Any other address gives no link.

    tag: a short word in a frame. note: small print, on a new line beneath the text before it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""
    tag: bool = False
    note: bool = False


# One line of a document: plain text, or spans of it.
Words = str | tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 to DEEPEST; the title of the document is level 1.

    listed: whether tables of contents include it. address: the site address of its section.
    """

    level: int
    text: str
    listed: bool = True
    address: str = ""


@dataclass(frozen=True)
class Text:
    """Text that a person typed: paragraphs with their line breaks, and lists (see text_blocks)."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. kept: whether it stays on the page on which the next part begins."""

    words: Words
    kept: bool = False


@dataclass(frozen=True)
class Item:
    words: Words
    beneath: "tuple[Bullets, ...]" = ()


@dataclass(frozen=True)
class Bullets:
    """A list, one item a line; `numbered` if the order matters."""

    items: tuple[Words | Item, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Quotation:
    """A quotation or aside: paragraphs set off from the text."""

    paragraphs: tuple[Words, ...]


@dataclass(frozen=True)
class Contents:
    """A table of contents: the listed headings of level 2 to `deepest`, each a link."""

    title: str
    deepest: int = 3


@dataclass(frozen=True)
class Grid:
    """A table with one head row.

    name: its accessible name. Heads are cut at LONGEST_HEAD characters. widths: millimetres for
    each column, 0 for a share of the rest; () for even columns. row_height: minimum height in
    millimetres, for cells to write in. ticks: head of a first column of tick boxes, "" for none;
    ticked: whether each box is ticked, () for none.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...] = ()
    row_height: int = 0
    ticks: str = ""
    ticked: tuple[bool, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it stays on one page, as no row of a small table should stand alone."""
        return len(self.rows) <= FEW_ROWS and lines_of(self, PORTRAIT) <= FEW_LINES

    def boxes(self) -> tuple[tuple[str, bool], ...]:
        """Return the name of each tick box and whether it is ticked."""
        states = self.ticked or (False,) * len(self.rows)
        names = (f"{one_line(self.ticks)}: {bare_words(row[0])}" for row in self.rows)
        return tuple(zip(names, states, strict=True)) if self.ticks else ()


@dataclass(frozen=True)
class Lines:
    """A labelled space to write in, of `count` lines of 8 mm."""

    label: str
    count: int


@dataclass(frozen=True)
class Notice:
    text: str


@dataclass(frozen=True)
class PageBreak:
    """Starts the next part on a new page."""


@dataclass(frozen=True)
class Together:
    """Keeps the next `parts` parts on one page; made by `together` if they fit on one."""

    parts: int


Part = (
    Heading
    | Text
    | Paragraph
    | Bullets
    | Quotation
    | Grid
    | Lines
    | Notice
    | Contents
    | PageBreak
    | Together
)
# Lines on an A4 page in portrait and in landscape, with room for a repeated table head, and the
# characters in a line.
(ON_A_PAGE, PORTRAIT), (ON_ITS_SIDE, LANDSCAPE) = (42, 90), (30, 135)


@dataclass(frozen=True)
class Document:
    """A document, saved as one file.

    title: its level-1 heading. kind: the type of document, in small print above the title and, if
    `footer` is empty, at the foot of each page. facts: pairs of name and value beneath the title.
    landscape: for wide tables. on_screen: whether PDF boxes are ticked on screen, not by pen.
    Raises ValueError for a heading that skips a level, and for a table whose rows, widths or boxes
    do not match its columns or rows: either would make an inaccessible file.
    """

    title: str
    organisation: str = ""
    kind: str = ""
    footer: str = ""
    notices: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = field(default=())
    landscape: bool = False
    on_screen: bool = False

    @property
    def caption(self) -> str:
        """The words above the title: its kind, or "" if the title begins with it."""
        return "" if self.title.startswith(self.kind) else self.kind

    @property
    def name(self) -> str:
        """The title in the properties of the file: two files of one post differ there too."""
        return ": ".join(filter(None, (one_line(self.title), one_line(self.caption))))

    def __post_init__(self) -> None:
        level = 1
        for part in self.parts:
            if isinstance(part, Contents):
                level = max(level, 2)
            if isinstance(part, Heading):
                if not 2 <= part.level <= min(level + 1, DEEPEST):
                    raise ValueError(f"The heading {part.text!r} skips a level.")
                level = part.level
            elif isinstance(part, Grid):
                _check_grid(part)


def together(*parts: Part, most: int = ON_A_PAGE) -> tuple[Part, ...]:
    """Return the parts, kept on one page if they take at most `most` lines."""
    lines = sum(lines_of(one, LANDSCAPE if most == ON_ITS_SIDE else PORTRAIT) for one in parts)
    return (Together(len(parts)), *parts) if lines <= most else parts


def lines_of(part: Part, across: int) -> float:
    """Return the approximate height of a part in lines. across: characters in a line."""
    if isinstance(part, Lines):
        return part.count * 1.6 + 2
    if isinstance(part, Grid):
        wide = across // len(part.columns)
        rows = (max(len(plain_words(cell)) for cell in row) // wide + 1.8 for row in part.rows)
        head = max(map(len, part.columns)) // wide + 2
        return head + sum(max(row, part.row_height / 5 + 1) for row in rows)
    if isinstance(part, Bullets):
        return sum(len(plain_words(item_of(one).words)) // across + 1.3 for one in part.items)
    words = getattr(part, "text", "") or plain_words(getattr(part, "words", ""))
    return sum(len(line) // across + 1.3 for line in words.splitlines()) + isinstance(part, Heading)


def item_of(given: Words | Item) -> Item:
    """Return a list item; plain text becomes one without nested lists."""
    return given if isinstance(given, Item) else Item(given)


def runs_of(words: Words) -> tuple[Run, ...]:
    return (Run(words),) if isinstance(words, str) else words


def plain_words(words: Words) -> str:
    return "".join(f" {run.text}" if run.note else run.text for run in runs_of(words))


def bare_words(words: Words) -> str:
    """Return the text on one line without tags and notes, as the name of a tick box."""
    return one_line("".join(run.text for run in runs_of(words) if not (run.tag or run.note)))


def places_of(document: Document) -> dict[str, int]:
    """Return the index of the heading with each site address."""
    headings = (part for part in document.parts if isinstance(part, Heading))
    return {one.address: number for number, one in enumerate(headings) if one.address}


def live_address(run: Run) -> str:
    """Return the web or mailto address that a span links to, "" for any other."""
    if run.address.startswith(("https://", "http://")):
        return run.address
    return f"mailto:{run.address}" if _EMAIL.fullmatch(run.address) else ""


def page_of(address: str) -> str:
    return address.partition("#")[0]


def shortened(words: str) -> str:
    """Return the text on one line of at most LONGEST_HEAD characters, for heads and footers."""
    line = one_line(words)
    return line if len(line) <= LONGEST_HEAD else line[: LONGEST_HEAD - 1].rstrip() + "…"


def _check_grid(grid: Grid) -> None:
    number = len(grid.columns)
    if number == 0 or any(len(row) != number for row in grid.rows):
        raise ValueError(f"The table {grid.name!r} has rows that do not fit its columns.")
    if grid.widths and len(grid.widths) != number:
        raise ValueError(f"The table {grid.name!r} has widths that do not fit its columns.")
    if grid.ticked and len(grid.ticked) != len(grid.rows):
        raise ValueError(f"The table {grid.name!r} has ticks that do not fit its rows.")
