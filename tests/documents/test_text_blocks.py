"""Typed text as paragraphs and lists."""

from kls_portal.documents.plain_text import text_blocks
from tests.documents.hostile import HOSTILE
from tests.each import each


def shapes(text):
    return [("list" if block.is_list else "paragraph", *block.lines) for block in text_blocks(text)]


@each(
    "text, found",
    [
        ("", []),
        (" \r\n\t\n", []),
        ("One.", [("paragraph", "One.")]),
        ("One.\nTwo.", [("paragraph", "One.", "Two.")]),
        ("One.\r\n\r\n\r\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("We are:\n- kind\n• open", [("paragraph", "We are:"), ("list", "kind", "open")]),
        ("* a\n\n* b", [("list", "a"), ("list", "b")]),
        ("– a\nthen", [("list", "a"), ("paragraph", "then")]),
        ("  spaced   out  ", [("paragraph", "spaced out")]),
    ],
)
def test_blocks(text, found):
    assert shapes(text) == found


@each("text", ["-5 degrees", "*bold*", "-", "- ", "--- x", "1. first", "+ item"])
def test_what_is_no_bullet_stays_as_it_is(text):
    assert shapes(text) == [("paragraph", text.strip())]


@each("text", HOSTILE.values())
def test_no_line_is_ever_empty(text):
    for block in text_blocks(text):
        assert block.lines
        assert all(line.strip() for line in block.lines)
