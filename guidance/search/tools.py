"""Tools that a search may be for. Pure."""

from guidance.search.words import root, split
from kls_portal.tools import TOOLS, Tool

MOST = 2


def tools_for(asked: str) -> list[Tool]:
    """Return the tools that are asked for in these words: each has a phrase all of whose words are
    among them. At most MOST, in their own order.
    """
    said = _roots(asked)
    meant = (tool for tool in TOOLS if any(_roots(phrase) <= said for phrase in tool.asked))
    return list(meant)[:MOST]


def _roots(words: str) -> set[str]:
    return {root(word) for word in split(words)}
