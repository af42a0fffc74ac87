"""Parsing and serialising of HTML fragments. Pure."""

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Any, TypeAlias

from lxml import etree
from lxml import html as lxml_html

# lxml has no types.
Element: TypeAlias = Any


def parse(markup: str) -> Element:
    """Return a `div` with the fragment, which must be balanced, as by nh3."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml_html.fromstring(f"<div>{markup}</div>".encode(), parser=parser)


def serialise(root: Element) -> str:
    """Return the HTML inside `root`, without `root` itself."""
    parts = [escape(root.text or "", quote=False)]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in root]
    return "".join(parts)


def text_of(element: Element) -> str:
    """Return the text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def addresses_in(markup: str) -> list[str]:
    """Return the addresses of the links in a fragment, "" for a link without one."""
    return [link.get("href", "") for link in parse(markup).iter("a")]


def is_blank(text: str | None) -> bool:
    """Whether `text` is None or only whitespace, including no-break spaces."""
    return not (text or "").strip()


def lines_of(root: Element, *blocks: str) -> list[str]:
    """Return the text of `root`, each element with one of these tags on lines of its own."""
    for block in root.iter(*blocks):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    lines = (" ".join(line.split()) for line in "".join(root.itertext()).splitlines())
    return [line for line in lines if line]


UNSEEN = {"class": "nhsuk-u-visually-hidden"}
"""Attributes of words for screen readers alone."""


def make(tag: str, text: str = "", attributes: Mapping[str, str] = MappingProxyType({})) -> Element:
    element = lxml_html.Element(tag, dict(attributes))
    element.text = text
    return element


def add_words(element: Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def split_text(words: Any, before: str, elements: Sequence[Element]) -> None:
    """Put elements, with their tails, after `before` in a text of a tree, as XPath returns it."""
    holder = words.getparent()
    parent, place = holder, 0
    if words.is_tail:
        parent, place = holder.getparent(), holder.getparent().index(holder) + 1
        holder.tail = before
    else:
        holder.text = before
    parent[place:place] = elements


def put_instead(old: Element, new: Element) -> None:
    """Replace `old` with `new`, which takes over its tail."""
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)
