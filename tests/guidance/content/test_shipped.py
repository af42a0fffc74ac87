"""Content files: what is read, and that a wrong field or file is named."""

from datetime import date

import pytest

from guidance.content.shipped import read_content
from kls_portal.plain_values import WrongValuesError
from tests.each import each

PAGE = """+++
title = "A page"
summary = "About it."
order = 10
reviewed = 2026-11-22
next_review = 2027-11-22
based_on = "A; B"
resources = ["one"]
+++
## Text

Words.
"""
RESOURCES = """# What there is
[[resources]]
id = "one"
name = "One"
publisher = "P"
use = "U"
confirmed = true
"""
EMPTY = {
    f"{name}.toml": f"{table} = []"
    for name, table in {
        "networks": "networks",
        "claims": "claims",
        "synonyms": "groups",
        "decisions": "decisions",
    }.items()
}


@pytest.fixture
def content(tmp_path):
    """Return a function that writes files and reads their folder."""

    def read(**files: str | bytes):
        for name, text in {"a.md": PAGE, "resources.toml": RESOURCES, **EMPTY, **files}.items():
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_content(tmp_path)

    return read


def test_a_page_is_read_whole(content):
    (page,) = content().pages
    assert (page.path, page.title, page.order, page.resources) == ("a", "A page", 10, ("one",))
    assert (page.reviewed, page.next_review) == (date(2026, 11, 22), date(2027, 11, 22))
    assert page.text == "## Text\n\nWords."


def test_the_name_of_the_file_is_the_path_and_parents_come_first(content):
    pages = content(**{"a.b.c.md": PAGE, "a.b.md": PAGE}).pages
    assert [page.path for page in pages] == ["a", "a/b", "a/b/c"]
    assert pages[2].parent_path == "a/b"
    assert pages[0].parent_path is None


def test_what_is_not_known_of_a_resource_is_left_empty(content):
    (resource,) = content().resources
    assert (resource.url, resource.note, resource.read_on) == ("", "", None)


@each(
    "name, text, named",
    [
        ("a.md", PAGE.replace('"A page"', '"A page'), "a.md"),
        ("a.md", PAGE.replace("= 10", '= "10"'), "a.md.order"),
        ("a.md", PAGE.replace("order", "odrer"), "odrer"),
        ("a.md", PAGE.removeprefix("+++\n").replace("+++\n", ""), "a.md"),
        ("a.md", PAGE.encode() + b"\xff", "a.md"),
        ("resources.toml", RESOURCES.replace("true", '"yes"'), "resources.toml.resources[0].conf"),
        ("resources.toml", RESOURCES.replace("[[resources]]", "[[resorces]]"), "resources.toml"),
        ("synonyms.toml", "[[groups]]", "synonyms.toml.groups[0].words"),
        ("synonyms.toml", "words", "synonyms.toml"),
    ],
)
def test_what_is_wrong_is_named(content, name, text, named):
    with pytest.raises(WrongValuesError) as error:
        content(**{name: text})
    assert named in str(error.value)
