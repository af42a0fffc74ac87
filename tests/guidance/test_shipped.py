"""Content files: what is read, and that each fault is named with file and line."""

from datetime import date

import pytest

from guidance.shipped import WrongContentError, read_content
from guidance.shipped.pages import read_page
from guidance.shipped.synonyms import read_synonyms

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


@pytest.fixture
def folder(tmp_path):
    """Return a function that writes files and gives their folder."""

    def write(**files: str):
        for name, text in {"a.md": PAGE, "resources.toml": RESOURCES, **files}.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_page_is_read_whole(folder):
    page = read_page(folder() / "a.md")
    assert (page.path, page.title, page.order, page.resources) == ("a", "A page", 10, ("one",))
    assert (page.reviewed, page.next_review) == (date(2026, 11, 22), date(2027, 11, 22))
    assert page.text == "## Text\n\nWords."


def test_the_name_of_the_file_is_the_path_and_parents_come_first(folder):
    pages = read_content(folder(**{"a.b.c.md": PAGE, "a.b.md": PAGE})).pages
    assert [page.path for page in pages] == ["a", "a/b", "a/b/c"]
    assert pages[2].parent_path == "a/b"
    assert pages[0].parent_path is None


def test_what_is_not_known_of_a_resource_is_left_empty(folder):
    (resource,) = read_content(folder()).resources
    assert (resource.url, resource.note, resource.read_on) == ("", "", None)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "A page"', 'title = "A page', "a.md, line 2: this is not TOML"),
        ("order = 10", 'order = "10"', "a.md, line 4: “order” must be a whole number."),
        ("order = 10", "order = true", "a.md, line 4: “order” must be a whole number."),
        ("reviewed = 2026-11-22\n", "", "a.md, line 1: “reviewed” is missing."),
        ("reviewed = 2026-11-22", "reviewed = 2026-02-30", "a.md, line 5: this is not TOML"),
        ("2027-11-22", "2026-11-22", "a.md, line 6: the next review is not after the last."),
        ("order = 10", "odrer = 10", "a.md, line 4: “odrer” is not a fact that is known."),
        ('"A page"', f'"{"x" * 121}"', "a.md, line 2: “title” is over 120 characters."),
        ('["one"]', "[1]", "a.md, line 8: “resources” must hold texts only."),
        ("order = 10", "order = -1", "a.md, line 4: the order is below nought."),
        ('["one"]', '["two"]', "a.md, line 8: there is no resource “two”."),
        ("## Text\n\nWords.\n", "", "a.md, line 9: the page has no text."),
        (
            "+++\n## Text",
            "## Text",
            "a.md, line 11: the line of +++ that ends the facts is missing.",
        ),
        ("+++\ntitle", "title", "a.md, line 1: a page opens with a line of +++."),
    ],
)
def test_a_fault_in_a_page_is_named(folder, old, new, said):
    assert old in PAGE
    with pytest.raises(WrongContentError) as fault:
        read_content(folder(**{"a.md": PAGE.replace(old, new, 1)}))
    assert str(fault.value).startswith(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("confirmed = true", 'confirmed = "yes"', "line 2: “confirmed” must be true or false."),
        ('use = "U"\n', "", "line 2: “use” is missing."),
        ('name = "One"', "name = One", "line 4: this is not TOML"),
        ("[[resources]]", "[[resorces]]", "line 1: only tables that begin with [[resources]]"),
        ("[[resources]]", "[resources]", "line 1: only tables that begin with [[resources]]"),
        ("# What there is\n", RESOURCES, "line 8: the resource “one” stands here twice."),
    ],
)
def test_a_fault_in_the_resources_is_named(folder, old, new, said):
    assert old in RESOURCES
    with pytest.raises(WrongContentError) as fault:
        read_content(folder(**{"resources.toml": RESOURCES.replace(old, new, 1)}))
    assert str(fault.value).startswith(f"resources.toml, {said}")


def test_a_page_without_its_parent_is_named(folder):
    with pytest.raises(WrongContentError, match="line 1: there is no page “b” for it"):
        read_content(folder(**{"b.c.md": PAGE}))


@pytest.mark.parametrize("name", ["A.md", "a b.md", "a..b.md", "ä.md"])
def test_a_name_that_is_no_address_is_named(folder, name):
    with pytest.raises(WrongContentError, match="the name may hold"):
        read_content(folder(**{name: PAGE}))


def test_a_file_that_is_not_utf_8_is_named(folder):
    place = folder() / "a.md"
    place.write_bytes(PAGE.encode() + b"\xff")
    with pytest.raises(WrongContentError, match="line 13: the text is not UTF-8"):
        read_page(place)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[groups]]\nwords = ["jd", "b"]\n\n[[groups]]\nwords = ["JDs"]\n', "line 4: “jd” stands"),
        ('[[groups]]\nwords = ["a", "%"]\n', "line 1: A synonym of"),
        ('[[groups]]\nwords = "a"\n', "line 1: “words” must be a list."),
        ("[[groups]]\n", "line 1: “words” is missing."),
    ],
)
def test_a_fault_in_the_synonyms_is_named(tmp_path, text, said):
    file = tmp_path / "synonyms.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongContentError) as fault:
        read_synonyms(file)
    assert str(fault.value).startswith(f"synonyms.toml, {said}")


def test_synonyms_are_read(tmp_path):
    file = tmp_path / "synonyms.toml"
    file.write_text('[[groups]]\nwords = ["JD", "job description"]\n', encoding="utf-8")
    assert read_synonyms(file).of(("jds",)) == (("jd",), ("job", "description"))
    file.write_text("", encoding="utf-8")
    assert read_synonyms(file).of(("jd",)) == ()
