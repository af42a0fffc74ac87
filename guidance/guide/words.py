"""The words of one block as runs: bold, italic, links with their addresses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidance.texts.rules.html_tree import Element
from kls_portal.documents.document import Run

BLOCKS = ("p", "li", "br", "blockquote")
SPACES = re.compile(r"[ \t\r\n\f]+")


def words_of(element: Element, site: str, leave_out: tuple[str, ...] = ()) -> tuple[Run, ...]:
    """Return the words of an element, () where it has none. `leave_out`: tags passed over."""
    runs: list[Run] = []
    for run in _runs(element, Run(""), site, leave_out):
        text = SPACES.sub(" ", run.text)
        if not runs or runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            runs.append(Run(text, run.bold, run.italic, run.address))
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip(), last.bold, last.italic, last.address)
    return tuple(runs)


def address_of(href: str, site: str) -> str:
    """Return the address that is printed behind a link, "" for a place on the same page."""
    if href.startswith("#"):
        return ""
    if href.startswith("/"):
        return f"{site}{href}"
    return href.removeprefix("mailto:")


def _runs(element: Element, look: Run, site: str, leave_out: tuple[str, ...]) -> Iterator[Run]:
    """The stretches of an element in the look of what stands around it."""
    yield _like(look, element.text)
    for child in element:
        if child.tag not in leave_out:
            within = _look(child, look, site)
            if child.tag in BLOCKS:
                yield _like(look, " ")
            if child.tag == "a":
                yield _like(within, "".join(child.itertext()))
            else:
                yield from _runs(child, within, site, leave_out)
            if child.tag in BLOCKS:
                yield _like(look, " ")
        yield _like(look, child.tail)


def _look(element: Element, look: Run, site: str) -> Run:
    if element.tag == "strong":
        return Run("", True, look.italic, look.address)
    if element.tag == "em":
        return Run("", look.bold, True, look.address)
    if element.tag == "a":
        return Run("", look.bold, look.italic, address_of(element.get("href", ""), site))
    return look


def _like(look: Run, text: str | None) -> Run:
    return Run(text or "", look.bold, look.italic, look.address)
