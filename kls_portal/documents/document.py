"""A document as a value: what it says, in order. The formats (`formats.py`) draw it.

Every document of the site is one: job descriptions, checklists, packs, letters, the whole guide.
All text is plain; what it may hold is up to the cleaners of the formats.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kls_portal.documents.plain_text import one_line

DEEPEST = 6
_EMAIL = re.compile(r"[^\s@/:]{1,64}@[^\s@/:]{1,255}")
# A head that repeats on each page must leave room for what stands beneath it.
LONGEST_HEAD = 120


@dataclass(frozen=True)
class Run:
    """A stretch of words in a line. `address`: where they lead, in this document where one of its
    headings has that address, else on the web or by email. No other address leads anywhere.

    tag: a short word in a frame. note: in small, on a line of its own beneath what stands before.
    """

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""
    tag: bool = False
    note: bool = False


# One line of a document: plain words, or stretches of them.
Words = str | tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 to DEEPEST; the title of the document is level 1.

    `listed`: whether a list of contents names it. `address`: on the site, of what follows.
    """

    level: int
    text: str
    listed: bool = True
    address: str = ""


@dataclass(frozen=True)
class Text:
    """What somebody typed: paragraphs with their line ends, and lists (see text_blocks)."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `kept`: on the page on which what follows begins."""

    words: Words
    kept: bool = False


@dataclass(frozen=True)
class Item:
    """A line of a list with lists of its own beneath it."""

    words: Words
    beneath: "tuple[Bullets, ...]" = ()


@dataclass(frozen=True)
class Bullets:
    """A list, one item a line; `numbered` where their order matters."""

    items: tuple[Words | Item, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Quotation:
    """What somebody else said, or an aside: paragraphs set off from the text."""

    paragraphs: tuple[Words, ...]


@dataclass(frozen=True)
class Contents:
    """A list of the listed headings, of level 2 to `deepest`, each a link to its place."""

    title: str
    deepest: int = 3


@dataclass(frozen=True)
class Grid:
    """A table with one head row.

    name: what a screen reader says of it. Heads are cut at LONGEST_HEAD characters. widths:
    millimetres a column, 0 for a share of what is left; () for even columns. row_height: the
    least height in millimetres, for cells to write in. ticks: whether a box to tick stands
    before the first column, under the head `ticks`; ticked: whether each of them is, () for none.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...] = ()
    row_height: int = 0
    ticks: str = ""
    ticked: tuple[bool, ...] = ()

    def boxes(self) -> tuple[tuple[str, bool], ...]:
        """Each box to tick: what it is for, and whether it is ticked."""
        states = self.ticked or (False,) * len(self.rows)
        names = (f"{one_line(self.ticks)}: {bare_words(row[0])}" for row in self.rows)
        return tuple(zip(names, states, strict=True)) if self.ticks else ()


@dataclass(frozen=True)
class Lines:
    """A space to write in, of `count` lines of 8 mm, beneath its label."""

    label: str
    count: int


@dataclass(frozen=True)
class Notice:
    """A sentence that must not be overlooked."""

    text: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Together:
    """The next so many parts stand on one page; `together` makes it where they fit on one."""

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
# Lines of text on a page of A4, and turned on its side, with room for its head to repeat.
ON_A_PAGE, ON_ITS_SIDE = 42, 29


@dataclass(frozen=True)
class Document:
    """A document of one file.

    title: its first heading. kind: what it is, in small above the title and, where `footer` is
    empty, at the foot of each page. facts: pairs of name and value beneath the title. landscape:
    for wide tables. on_screen: whether the boxes of a PDF are ticked on screen, else with a pen.
    Raises ValueError for a heading that skips a level, and for a table whose rows, columns, widths
    and boxes do not agree: both would make a file that is not accessible.
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
    """The parts, kept on one page where they take at most so many lines of it."""
    across = 90 if most == ON_A_PAGE else 135
    lines = sum(_lines_of(part, across) for part in parts)
    return (Together(len(parts)), *parts) if lines <= most else parts


def _lines_of(part: Part, across: int) -> float:
    """About how many lines of text a part is high. across: the characters of a line."""
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
    """A line of a list, with nothing beneath it where it is words alone."""
    return given if isinstance(given, Item) else Item(given)


def runs_of(words: Words) -> tuple[Run, ...]:
    """The words as stretches."""
    return (Run(words),) if isinstance(words, str) else words


def plain_words(words: Words) -> str:
    """The words without their looks and links."""
    return "".join(f" {run.text}" if run.note else run.text for run in runs_of(words))


def bare_words(words: Words) -> str:
    """The words on one line without tags and notes, as a box to tick is called."""
    return one_line("".join(run.text for run in runs_of(words) if not (run.tag or run.note)))


def places_of(document: Document) -> dict[str, int]:
    """Return where each address on the site stands in the document: the number of its heading."""
    headings = (part for part in document.parts if isinstance(part, Heading))
    return {one.address: number for number, one in enumerate(headings) if one.address}


def linked_runs(parts: Iterable[Part]) -> Iterator[Run]:
    """Yield every stretch with an address, in the order of the document."""
    for part in parts:
        for words in _words_in(part):
            yield from (run for run in runs_of(words) if run.address)


def _words_in(part: Part) -> Iterator[Words]:
    if isinstance(part, Paragraph):
        yield part.words
    elif isinstance(part, Quotation):
        yield from part.paragraphs
    elif isinstance(part, Grid):
        for row in part.rows:
            yield from row
    elif isinstance(part, Bullets):
        for item in map(item_of, part.items):
            yield item.words
            for under in item.beneath:
                yield from _words_in(under)


def live_address(run: Run) -> str:
    """Return the address on the web or by email that a stretch leads to, "" for any other."""
    if run.address.startswith(("https://", "http://")):
        return run.address
    return f"mailto:{run.address}" if _EMAIL.fullmatch(run.address) else ""


def page_of(address: str) -> str:
    """Return an address without its place on the page."""
    return address.partition("#")[0]


def shortened(words: str) -> str:
    """The words on one line of at most LONGEST_HEAD characters, for heads, labels and feet."""
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
