"""Navigation within a section: the pages above, beneath, before and after a page. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A live page in its section, as a link: `text` is its title, `description` its summary.

    `group`: the heading that it shares with its neighbours, "" for none.
    """

    id: int
    parent_id: int | None
    order: int
    path: str
    text: str
    description: str
    group: str = ""

    @property
    def address(self) -> str:
        return f"/{self.path}/"


@dataclass(frozen=True)
class Place:
    """The place of a page. `siblings` includes the page itself, for a list that marks it."""

    above: tuple[Entry, ...]
    children: tuple[Entry, ...]
    siblings: tuple[Entry, ...]
    previous: Entry | None
    next: Entry | None

    @property
    def trail(self) -> list[Entry | tuple[str, str]]:
        """The breadcrumbs: the home page and the pages above."""
        return [("Home", "/"), *self.above]


def place_of(page_id: int, entries: Iterable[Entry]) -> Place:
    order = [entry for entry, _ in in_reading_order(entries)]
    at = next(number for number, entry in enumerate(order) if entry.id == page_id)
    page = order[at]
    above = tuple(_above(page, {entry.id: entry for entry in order}))
    beside = (entry for entry in order if entry.parent_id == page.parent_id)
    return Place(
        above=above,
        children=tuple(entry for entry in order if entry.parent_id == page.id),
        siblings=tuple(beside) if above else (),
        previous=order[at - 1] if at else None,
        next=order[at + 1] if at + 1 < len(order) else None,
    )


def in_reading_order(entries: Iterable[Entry]) -> list[tuple[Entry, int]]:
    """Return pages with their depths, depth first and siblings by order, then path.

    A page whose parent is not among them counts as a top page.
    """
    rows = sorted(entries, key=lambda entry: (entry.order, entry.path))
    ids = {entry.id for entry in rows}
    beneath: dict[int | None, list[Entry]] = defaultdict(list)
    for entry in rows:
        beneath[entry.parent_id if entry.parent_id in ids else None].append(entry)
    return list(_walk(None, 0, beneath))


def _walk(
    parent: int | None, depth: int, beneath: dict[int | None, list[Entry]]
) -> Iterator[tuple[Entry, int]]:
    for entry in beneath[parent]:
        yield entry, depth
        yield from _walk(entry.id, depth + 1, beneath)


def _above(page: Entry, by_id: dict[int, Entry]) -> list[Entry]:
    line: list[Entry] = []
    while page.parent_id in by_id:
        page = by_id[page.parent_id]
        line.insert(0, page)
    return line
