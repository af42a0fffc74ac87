"""Markdown of the shipped pages, as clean HTML."""

from markdown_it import MarkdownIt

from guidance.sanitise import sanitise

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def to_html(text: str) -> str:
    """Return the HTML of a Markdown text: CommonMark with tables, raw HTML shown as text."""
    return sanitise(_PARSER.render(text))
