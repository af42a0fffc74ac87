"""Marks of claims in a stored text: `<span data-claim="code">words</span>`. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guidance.texts.rules.html_tree import (
    UNSEEN,
    Element,
    add_words,
    make,
    parse,
    serialise,
    text_of,
)
from kls_portal.reference.dated import DatedFact

ATTRIBUTE = "data-claim"
CODE = re.compile(r"[a-z0-9_-]{1,60}", re.IGNORECASE)
BLOCKS = ("p", "li", "table", "h2", "h3", "h4", "blockquote")
"""The parts of a page whose text may give the strength of a statement in it."""


Numbers = Mapping[str | DatedFact, int]
"""The number that a claim, by its code, or a fact has on a page."""


@dataclass(frozen=True)
class Mark:
    """The label of a marked claim: its kind as a slug and in words."""

    kind: str
    label: str


def codes_in(stored: str) -> list[str]:
    """Return the codes of the claims marked in a text, each once, in order of appearance."""
    if ATTRIBUTE not in stored:
        return []
    return list(dict.fromkeys(span.get(ATTRIBUTE, "") for span in _spans(parse(stored))))


def tidy_marks(root: Element) -> None:
    """Keep only spans that mark a claim, none of them nested, and join adjacent ones."""
    for span in list(root.iter("span")):
        is_inner = any(True for _ in span.iterancestors("span"))
        if is_inner or not CODE.fullmatch(span.get(ATTRIBUTE, "")) or not text_of(span):
            span.drop_tag()
    for span in list(_spans(root)):
        _join(span)


def _join(span: Element) -> None:
    while (after := span.getnext()) is not None:
        is_same = after.tag == "span" and after.get(ATTRIBUTE) == span.get(ATTRIBUTE)
        if span.tail or not is_same:
            return
        add_words(span, after.text or "")
        for child in list(after):
            span.append(child)
        span.tail = after.tail
        after.tail = None
        after.getparent().remove(after)


def dress_marks(root: Element, marks: Mapping[str, Mark], numbers: Numbers) -> None:
    """Append the kind and number of each claim to its words, as a link to its source.

    The claim with number n in `numbers` has its source at `#source_n`. The mark of a code not in
    `marks` is removed.
    """
    seen: set[str] = set()
    for span in list(_spans(root)):
        code = span.attrib.pop(ATTRIBUTE)
        if code not in marks:
            span.drop_tag()
            continue
        if code not in seen:
            span.set("id", f"claim_{numbers[code]}")
            seen.add(code)
        span.set("class", "guidance-claim")
        _label(span, marks[code], numbers[code])


def _label(span: Element, mark: Mark, number: int) -> None:
    label = link_to_source(span, mark.label, number, mark.kind, f"#source_{number}")
    # Links cannot be nested, so the label goes after the whole link.
    if (around := next(span.iterancestors("a"), None)) is not None:
        label.tail, around.tail = around.tail, " "
        around.getparent().insert(around.getparent().index(around) + 1, label)
    else:
        add_words(span, " ")
        span.append(label)


def link_to_source(span: Element, strength: str, number: int, kind: str, address: str) -> Element:
    """Return the label of a claim or fact in `span`, which links to where it comes from.

    It gives the strength, or “Source” if the text does so before the statement (“Measured: …”).
    kind: a key of STRENGTHS.
    """
    block = next(span.iterancestors(*BLOCKS), span)
    is_said = f"{strength}:".lower() in text_of(block).lower()
    look = f"guidance-claim__kind guidance-claim__kind--{kind}"
    words = f"{'Source' if is_said else strength} {number}"
    label = make("a", words, {"class": look, "href": address})
    label.append(make("span", ": where this comes from", UNSEEN))
    return label


def with_labels(stored: str, labels: Mapping[str, str]) -> str:
    """Return a text with each claim's kind in brackets after it, for files and plain text."""
    if ATTRIBUTE not in stored:
        return stored
    root = parse(stored)
    for span in list(_spans(root)):
        if label := labels.get(span.get(ATTRIBUTE, "")):
            span.append(make("span", f" ({label.lower()})"))
            span[-1].drop_tag()
        span.drop_tag()
    return serialise(root)


def _spans(root: Element) -> Iterable[Element]:
    return (span for span in root.iter("span") if span.get(ATTRIBUTE) is not None)
