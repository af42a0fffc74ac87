"""Sanitises HTML from an editor, Word or a Markdown file for a page.

Allowed are headings h2 to h4, lists, tables, links, quotations and spans that mark a claim, but no
inline style. nh3 cleans first and last; in between, the structure is tidied (`tidy.py`).
Sanitising is idempotent, so that saving an unchanged page makes no revision.
"""

import re
from urllib.parse import urlsplit

import nh3

from guidance.texts.rules import tidy
from guidance.texts.rules.html_tree import parse, serialise
from guidance.texts.rules.marks import ATTRIBUTE

_KEPT = """
    h2 h3 h4 p ul ol li table caption thead tbody tr th td a blockquote strong em br hr span
"""
_DROPPED_WITH_CONTENT = """
    script style title template noscript iframe object svg math textarea select
"""
KEPT = frozenset(_KEPT.split())
TURNED_INTO_KEPT = frozenset({"h1", "h5", "h6", "b", "i", "tfoot", "div"})
DROPPED_WITH_CONTENT = frozenset(_DROPPED_WITH_CONTENT.split())
SCHEMES = {"http", "https", "mailto"}
DEEPEST = 40
# Malformed markup may take several passes to become stable; ordinary markup takes one.
MOST_PASSES = 8
_TAG = re.compile(r"<(/?)([a-z0-9]{1,20})[^>]*")
_VOID = {"br", "hr"}


def sanitise(markup: str) -> str:
    """Return the fragment with only the allowed tags and attributes.

    Accepts any text and raises nothing. Nesting deeper than 40 levels is flattened to its words.
    """
    clean = _once(_without_controls(markup))
    for _ in range(MOST_PASSES):
        again = _once(clean)
        if again == clean:
            break
        clean = again
    return clean


def _once(markup: str) -> str:
    first = _clean(markup, KEPT | TURNED_INTO_KEPT)
    if _depth(first) > DEEPEST:
        first = _clean(first, frozenset({"p", "strong", "em", "br", "a"}))
    if _depth(first) > DEEPEST:
        first = _clean(first, frozenset())
    root = parse(first)
    tidy.tidy(root)
    return _clean(serialise(root), KEPT).strip()


def _clean(markup: str, tags: frozenset[str]) -> str:
    return nh3.clean(
        markup,
        tags=set(tags),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes={
            "a": {"href"},
            "td": set(tidy.SPANS),
            "th": set(tidy.SPANS),
            "ol": {"start"},
            "span": {ATTRIBUTE},
        },
        tag_attribute_values={"th": {"scope": {"col", "row"}}},
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel="noopener",
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return _link(value)
    if name in (*tidy.SPANS, "start"):
        return value if re.fullmatch(r"[1-9]\d{0,2}", value) and value != "1" else None
    return value


def _link(value: str) -> str | None:
    value = value.strip()
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    if parts.netloc and not parts.scheme:
        return f"https:{value}"
    return value


def _without_controls(markup: str) -> str:
    """Remove lone surrogates, and control characters except tab and line breaks."""
    printable = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", markup)
    return printable.encode("utf-8", "ignore").decode()


def _depth(balanced: str) -> int:
    deepest = depth = 0
    for closing, tag in _TAG.findall(balanced):
        if tag not in _VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest
