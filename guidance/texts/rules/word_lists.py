"""Lists pasted from Word: paragraphs that begin with “·” or “1.” become lists.

Word's clipboard writes a list as paragraphs with a bullet character.
"""

from __future__ import annotations

import re

from guidance.texts.rules.html_tree import Element, make

BULLET = re.compile(r"^[\s\xa0]{0,99}[·•▪§●][\s\xa0]+")
NUMBER = re.compile(r"^[\s\xa0]{0,99}(\d{1,2})[.)][\s\xa0]+")


def lists_from_paragraphs(root: Element) -> None:
    """Turn runs of bullet paragraphs into `ul`, and runs numbered 1, 2, … into `ol`."""
    for holder in [root, *root.iter("td", "th", "blockquote")]:
        _bullets(holder)
        _numbers(holder)


def _bullets(holder: Element) -> None:
    run: list[Element] = []
    for child in [*holder, None]:
        if child is not None and child.tag == "p" and BULLET.match(child.text or ""):
            run.append(child)
        elif run:
            _turn_into(run, "ul", BULLET)
            run = []


def _numbers(holder: Element) -> None:
    run: list[Element] = []
    for child in [*holder, None]:
        number = _number(child)
        if run and number != len(run) + 1:
            if len(run) > 1:
                _turn_into(run, "ol", NUMBER)
            run = []
        if child is not None and number == len(run) + 1:
            run.append(child)


def _number(child: Element | None) -> int:
    """Return the number a paragraph begins with, or 0."""
    if child is None or child.tag != "p":
        return 0
    found = NUMBER.match(child.text or "")
    return int(found.group(1)) if found else 0


def _turn_into(paragraphs: list[Element], tag: str, mark: re.Pattern[str]) -> None:
    new = make(tag)
    paragraphs[0].addprevious(new)
    for paragraph in paragraphs:
        paragraph.text = mark.sub("", paragraph.text or "", count=1)
        paragraph.tag = "li"
        paragraph.tail = None
        new.append(paragraph)
