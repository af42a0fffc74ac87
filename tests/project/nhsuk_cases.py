"""The cases that nhsuk-frontend carries to test its own templates, and how to compare with them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings

COMPONENTS = settings.BASE_DIR / "node_modules/nhsuk-frontend/dist/nhsuk/components"
NEEDS_PACKAGE = pytest.mark.skipif(
    not COMPONENTS.is_dir(), reason="nhsuk-frontend is not installed: run npm ci"
)
VOID = {"br", "img", "input", "link", "meta", "path"}
REFERENCES = ("for", "href", "aria-describedby", "aria-labelledby", "aria-controls")


class NotOffered(Exception):  # noqa: N818
    """The case asks for something that the portal does not have, and says what."""


def cases(component: str) -> list[dict[str, Any]]:
    """Return the cases of a component: dictionaries with name, context and html."""
    file = COMPONENTS / component / "fixtures.json"
    return json.loads(file.read_text())["fixtures"] if file.is_file() else []


def options(context: Any, at: str = "") -> Iterator[str]:
    """Yield the path of every option a case sets, such as "label.size" or "items[].hint.text"."""
    if isinstance(context, dict):
        for key, value in context.items():
            inside = isinstance(value, dict | list)
            if not inside:
                yield f"{at}{key}"
            yield from options(value, f"{at}{key}" + ("[]" if isinstance(value, list) else "."))
    elif isinstance(context, list):
        for value in context:
            yield from options(value, at + ("." if isinstance(value, dict) else ""))


def only(context: dict[str, Any], *known: str) -> None:
    """Raise NotOffered for the first option of the case that is not among the known ones."""
    for path in options(context):
        if path not in known:
            raise NotOffered(f"option {path}")


@dataclass
class Element:
    """An element: name, classes, attributes and what is inside."""

    name: str
    classes: list[str]
    attributes: dict[str, str]
    inside: list[Any] = field(default_factory=list)

    def find(self, name: str, css_class: str) -> Element:
        """Return the first element of that name and class."""
        return next(e for e in self.all() if e.name == name and css_class in e.classes)

    def all(self) -> Iterator[Element]:
        """Yield this element and every one inside it, in the order of the page."""
        yield self
        for child in self.inside:
            if isinstance(child, Element):
                yield from child.all()

    def drop(self, *names: str, only_on: str = "") -> Element:
        """Take attributes away everywhere inside, or on elements of one class alone."""
        for element in self.all():
            for name in names if not only_on or only_on in element.classes else ():
                element.attributes.pop(name, None)
        return self

    def without_headings(self) -> Element:
        """Unwrap each heading around a label or within a legend: no question of ours is one."""
        for element in self.all():
            element.inside = [
                inner
                for child in element.inside
                for inner in (child.inside if _is_heading(child) else [child])
            ]
        return self


def _is_heading(node: Any) -> bool:
    wrappers = {"nhsuk-label-wrapper", "nhsuk-fieldset__heading"}
    return isinstance(node, Element) and not wrappers.isdisjoint(node.classes)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", [], {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        element = Element(tag, sorted(given.pop("class", "").split()), given)
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            closed = self.open.pop()
            assert closed.name == tag, f"<{closed.name}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text:
            self.open[-1].inside.append(text)


def parse(html: str) -> Element:
    """Return the tree of a piece of HTML; white space between words counts once."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root], f"<{reader.open[-1].name}> is not closed"
    return reader.root


def comparable(tree: Element) -> Any:
    """Return a tree in a form two makers of the same structure agree on.

    Order of classes and attributes does not count; neither does what an id is called, as long
    as everything that refers to it does so alike.
    """
    ids = [e.attributes["id"] for e in tree.all() if "id" in e.attributes]
    names = {given: f"id {place}" for place, given in enumerate(ids)}
    return _plain(tree, names)


def _plain(node: Any, names: dict[str, str]) -> Any:
    if isinstance(node, str):
        return node
    attributes = {}
    for name, value in node.attributes.items():
        if name == "data-status":  # ours: which status a tag shows
            continue
        if name == "id" or name.removeprefix("data-") in REFERENCES:
            words = [names.get(word.removeprefix("#"), word) for word in value.split()]
            attributes[name] = " ".join(sorted(words))
        else:
            attributes[name] = value
    return [node.name, node.classes, attributes, [_plain(child, names) for child in node.inside]]


@dataclass
class Comparison:
    """How the cases of a component came out."""

    component: str
    total: int = 0
    equal: int = 0
    differing: list[Any] = field(default_factory=list)
    not_offered: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.component}: {self.equal} of {self.total} equal; not offered: " + "; ".join(
            self.not_offered
        )


def compare(component: str, draw: Callable[[dict[str, Any]], Element]) -> Comparison:
    """Draw every case of a component and compare it with the package's own HTML."""
    result = Comparison(component)
    for case in cases(component):
        result.total += 1
        try:
            if "call block" in case["name"]:
                raise NotOffered("HTML that the case keeps to itself")
            ours = draw(case["context"])
        except NotOffered as reason:
            result.not_offered.append(f"{case['name']}: {reason}")
            continue
        theirs = parse(case["html"]).without_headings()
        pair = [comparable(_bare(tree)) for tree in (ours, theirs)]
        if pair[0] == pair[1]:
            result.equal += 1
        else:
            result.differing.append((case["name"], *pair))
    return result


def _bare(tree: Element) -> Element:
    tree.drop("name", only_on="nhsuk-date-input__input")
    return tree if tree.name else tree.inside[0]
