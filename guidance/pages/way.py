"""The way from a resignation to the end of probation (`way.toml`), and each page's place on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from guidance.texts.rules.section import Entry
from kls_portal.plain_values import rows_in
from kls_portal.tools import TOOLS


@dataclass(frozen=True)
class Stage:
    """A step of the way. pages: paths; tools: addresses.

    usual_days: its usual length in working days, 0 if it runs alongside the step before.
    ends: the slug of the vacancy's stage that ends with it.
    """

    name: str
    pages: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    usual_days: int = 0
    ends: str = ""


WAY = rows_in(Path(__file__).with_name("way.toml"), "stages", Stage)
SECTIONS_OF_WAY = tuple(
    dict.fromkeys(page.partition("/")[0] for step in WAY for page in step.pages)
)
_TOOLS = {tool.address: tool.name for tool in TOOLS}
_STEP_OF = {page: number for number, step in enumerate(WAY) for page in step.pages}


@dataclass(frozen=True)
class ShownStage:
    """A step as shown on a page: its links, and whether the page belongs to it."""

    name: str
    links: tuple[tuple[str, str], ...]
    is_now: bool
    ends: str = ""


def is_on_way(path: str) -> bool:
    return path in _STEP_OF


def way_for(path: str, entries: Iterable[Entry]) -> Sequence[ShownStage]:
    """Return the way with its tools and the live pages in `entries`; () for a page not on it."""
    if not is_on_way(path):
        return ()
    live = {entry.path: (entry.text, entry.address) for entry in entries}
    return [
        ShownStage(
            step.name,
            (
                *(live[page] for page in step.pages if page in live),
                *((_TOOLS[address], address) for address in step.tools),
            ),
            number == _STEP_OF[path],
            step.ends,
        )
        for number, step in enumerate(WAY)
    ]


def next_on_way(path: str, entries: Iterable[Entry]) -> Entry | None:
    """Return the live page that follows another on the way, None at its end or off the way."""
    live = {entry.path: entry for entry in entries}
    pages = list(_STEP_OF)
    after = pages[pages.index(path) + 1 :] if is_on_way(path) else []
    return next((live[page] for page in after if page in live), None)


RECRUITING = WAY[: _STEP_OF["induction/first-day-and-week"]]
# Figures beneath the text of a page: the template and its context.
FIGURES: dict[str, dict[str, object]] = {
    "recruiting": {"figure": "guidance/pages/figures/days.html", "steps": RECRUITING},
}
