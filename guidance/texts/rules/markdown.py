"""Converts the Markdown of shipped files to HTML, and HTML to plain text."""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from guidance.texts.rules.html_tree import Element, lines_of, parse, text_of
from guidance.texts.rules.marks import ATTRIBUTE
from guidance.texts.rules.sanitise import sanitise

CLAIM = re.compile(r"\{claim=([a-z0-9-]{1,99})\}")


def to_html(text: str) -> str:
    """Return the HTML of a Markdown text, with raw HTML escaped."""
    return sanitise(_PARSER.render(text))


def _claim(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    start, last = state.pos + 1, state.posMax
    end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    match = CLAIM.match(state.src, end + 1) if end >= 0 else None
    if not match:
        return False
    if not silent:
        state.push("claim_open", "span", 1).attrs = {ATTRIBUTE: match[1]}
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.push("claim_close", "span", -1)
    state.pos, state.posMax = match.end(), last
    return True


_PARSER = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(
    ["table", "smartquotes"]
)
_PARSER.inline.ruler.before("link", "claim", _claim)


HEADINGS = ("h2", "h3", "h4")
BLOCKS = ("p", "li", "tr", "caption")
ENDS = (".", "!", "?", ":", ";", ",", "…")


@dataclass(frozen=True)
class PlainText:
    """Text without markup: the headings, one a line, and the rest."""

    headings: str
    body: str


def plain_text(stored: str) -> PlainText:
    """Return the plain text of a stored text. Each block ends like a sentence, for extracts."""
    root = parse(stored)
    headings = [heading for tag in HEADINGS for heading in root.iter(tag)]
    words = "\n".join(text_of(heading) for heading in headings)
    for heading in headings:
        heading.drop_tree()
    return PlainText(headings=words, body=" ".join(_sentences(root)))


def _sentences(root: Element) -> list[str]:
    for cell in root.xpath(".//*[self::td or self::th]"):
        for part in cell.iter("p", "li"):
            part.tail = f" {part.tail or ''}"
        words = text_of(cell)
        cell.clear()
        cell.text, cell.tail = words, "; " if cell.getnext() is not None else ""
    return [line if line.endswith(ENDS) else f"{line}." for line in lines_of(root, *BLOCKS)]
