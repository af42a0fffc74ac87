"""Markdown of the shipped pages, as clean HTML.

CommonMark with tables and one notation of our own: `[words]{claim=code}` marks the words as a
claim of `content/claims.toml`.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from guidance.claim_marks import ATTRIBUTE
from guidance.sanitise import sanitise

CLAIM = re.compile(r"\{claim=([a-z0-9-]{1,99})\}")


def to_html(text: str) -> str:
    """Return the HTML of a Markdown text; raw HTML is shown as text."""
    return sanitise(_PARSER.render(text))


def claims_named(text: str) -> list[str]:
    """Return the codes of the claims that a Markdown text marks, in its order."""
    return CLAIM.findall(text)


def _claim(state: StateInline, silent: bool) -> bool:
    """Read one marked claim, as an inline rule of the parser."""
    if state.src[state.pos] != "[":
        return False
    start, last = state.pos + 1, state.posMax
    end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    found = CLAIM.match(state.src, end + 1) if end >= 0 else None
    if not found:
        return False
    if not silent:
        state.push("claim_open", "span", 1).attrs = {ATTRIBUTE: found[1]}
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.push("claim_close", "span", -1)
    state.pos, state.posMax = found.end(), last
    return True


_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
_PARSER.inline.ruler.before("link", "claim", _claim)
