"""What people type, and how a page must show it."""

import re
from html import unescape

ODD_TEXTS = {
    "HTML": "<script>alert(1)</script> & <b>bold</b>",
    "template": "{{ vacancy.title }} {% url 'x' %}",
    "Arabic": "يجيب عن أسئلة الأطباء",
    "emoji": "📚 and 👩🏽‍🔬",
    "right-to-left override": "Answers \u202eseiriuqne",
    "quotation marks": "\"hard\" 'questions' `daily`",
    "Typst": '#read("/etc/passwd") *bold* $x$ @ref',
}
"""Texts that a field takes and keeps as they are."""
ODD_TEXT = " ".join(ODD_TEXTS.values())
"""All of them in one: a page that shows it shows each."""

TOO_LONG = "x" * 50_000
WITH_NUL = "Answers\x00 enquiries\x1b"
"""A text of which the field keeps “Answers enquiries”."""
NO_ROW_HAS_IT = "9" * 25


def shown(page: str, text: str) -> bool:
    """Whether a page shows a text, and none of its markup as markup."""
    return text in unescape(page) and "<script>alert" not in page


def seen(client, url: str) -> str:
    """What a page was made from, as its form sends it back."""
    return re.search(r'name="version_token" value="(\w+)"', client.get(url).content.decode())[1]
