"""Tidies the structure of a fragment: headings, Word's lists, table headers, empty parts.

Works on a tree that nh3 has cleaned, in place. Doing it twice changes nothing.
"""

from __future__ import annotations

from guidance.claim_marks import tidy_marks
from guidance.html_tree import Element, is_blank, make
from guidance.tidy_tables import tidy_tables
from guidance.word_lists import lists_from_paragraphs

SPANS = ("colspan", "rowspan")
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em"}
BLOCKS = frozenset(["h2", "h3", "h4", "p", "ul", "ol", "table", "blockquote", "hr"])
HEADINGS = ("h2", "h3", "h4")


def tidy(root: Element) -> None:
    """Bring the fragment into the one form in which pages are stored."""
    _rename(root)
    _drop_dead_links(root)
    tidy_marks(root)
    _dissolve_divisions(root)
    for holder in [root, *root.iter("blockquote")]:
        _wrap_loose_text(holder)
    _plain_headings(root)
    _close_gaps(root)
    lists_from_paragraphs(root)
    _unwrap_single_paragraphs(root)
    tidy_tables(root)
    _drop_empty(root)
    _one_block_a_line(root)


def _rename(root: Element) -> None:
    for element in list(root.iter(*RENAMED)):
        element.tag = RENAMED[element.tag]


def _drop_dead_links(root: Element) -> None:
    """A link that lost a forbidden address is mere text."""
    for link in list(root.iter("a")):
        if not link.get("href"):
            link.drop_tag()


def _dissolve_divisions(root: Element) -> None:
    """A division with blocks inside gives way to them; one with mere text is a paragraph."""
    for division in reversed(list(root.iterdescendants("div"))):
        if any(child.tag in BLOCKS for child in division):
            _wrap_loose_text(division)
            division.drop_tag()
        else:
            division.tag = "p"


def _wrap_loose_text(root: Element) -> None:
    """Text that stands beside paragraphs becomes one."""
    children = list(root)
    paragraph = None
    if not is_blank(root.text):
        paragraph, root.text = make("p", root.text), None
        root.insert(0, paragraph)
    for child in children:
        if child.tag not in BLOCKS and child.tag != "div":
            if paragraph is None:
                paragraph = make("p")
                child.addprevious(paragraph)
            paragraph.append(child)
            continue
        paragraph = None
        if not is_blank(child.tail):
            paragraph, child.tail = make("p", child.tail), None
            child.addnext(paragraph)


def _plain_headings(root: Element) -> None:
    """A heading is bold already; bold inside it says nothing."""
    for heading in root.iter(*HEADINGS):
        for strong in list(heading.iter("strong")):
            strong.drop_tag()


def _close_gaps(root: Element) -> None:
    """Raise headings that skip a level: each stands one level beneath the nearest above it.

    Headings that were alike beneath one heading stay alike: h2 h4 h4 gives h2 h3 h3.
    """
    above: list[str] = []
    for heading in root.iter(*HEADINGS):
        while above and above[-1] >= heading.tag:
            above.pop()
        above.append(heading.tag)
        heading.tag = HEADINGS[len(above) - 1]


def _unwrap_single_paragraphs(root: Element) -> None:
    """The rich-text editor wraps the words of list items and cells in paragraphs."""
    for holder in list(root.iter("li", "td", "th")):
        paragraphs = holder.findall("p")
        others = [child for child in holder if child.tag not in {"p", "ul", "ol"}]
        is_single = len(paragraphs) == 1 and holder[0] is paragraphs[0] and not others
        if is_single and is_blank(holder.text):
            holder.text = None
            paragraphs[0].drop_tag()


def _drop_empty(root: Element) -> None:
    """Paragraphs, headings, items and lists without a word are left over from typing."""
    for tag in ("strong", "em", "a", *HEADINGS, "p", "li", "ul", "ol", "blockquote", "table"):
        for element in reversed(list(root.iterdescendants(tag))):
            if is_blank("".join(element.itertext())) and element.find(".//hr") is None:
                element.drop_tree()


def _one_block_a_line(root: Element) -> None:
    """Put each block on a line of its own, so that two revisions compare line by line."""
    for parent in [root, *root.iter("ul", "ol", "table", "thead", "tbody", "tr", "blockquote")]:
        if is_blank(parent.text):
            parent.text = "\n" if len(parent) else None
        for child in parent:
            if is_blank(child.tail):
                child.tail = "\n"
