"""Content files: what is read, and that each fault is named with file and line."""

from datetime import date

import pytest

from guidance.content.shipped.content import read_content
from guidance.content.shipped.entries import read_page
from guidance.search.synonyms import read_groups, synonyms_of
from kls_portal.reference.toml_tables import WrongContentError

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
    ("old", "new", "line", "named"),
    [
        ('title = "A page"', 'title = "A page', 2, "TOML"),
        ("order = 10", 'order = "10"', 4, "“order”"),
        ("order = 10", "order = true", 4, "“order”"),
        ("reviewed = 2026-11-22\n", "", 1, "“reviewed”"),
        ("reviewed = 2026-11-22", "reviewed = 2026-02-30", 5, "TOML"),
        ("2027-11-22", "2026-11-22", 6, "review"),
        ("order = 10", "odrer = 10", 4, "“odrer”"),
        ('"A page"', f'"{"x" * 121}"', 2, "“title” .* 120"),
        ('["one"]', "[1]", 8, "“resources”"),
        ("order = 10", "order = -1", 4, "order"),
        ('["one"]', '["two"]', 8, "“two”"),
        ("## Text\n\nWords.\n", "", 9, "text"),
        (
            "+++\n## Text",
            "## Text",
            11,
            r"\+\+\+",
        ),
        ("+++\ntitle", "title", 1, r"\+\+\+"),
    ],
)
def test_a_fault_in_a_page_is_named(folder, old, new, line, named):
    assert old in PAGE
    with pytest.raises(WrongContentError, match=named) as fault:
        read_content(folder(**{"a.md": PAGE.replace(old, new, 1)}))
    assert fault.value.place == ("a.md", line)
    assert str(fault.value).startswith(f"a.md, line {line}: ")


@pytest.mark.parametrize(
    ("old", "new", "line", "named"),
    [
        ("confirmed = true", 'confirmed = "yes"', 2, "“confirmed”"),
        ('use = "U"\n', "", 2, "“use”"),
        ('name = "One"', "name = One", 4, "TOML"),
        ("[[resources]]", "[[resorces]]", 1, r"\[\[resources\]\]"),
        ("[[resources]]", "[resources]", 1, r"\[\[resources\]\]"),
        ("# What there is\n", RESOURCES, 8, "“one”"),
    ],
)
def test_a_fault_in_the_resources_is_named(folder, old, new, line, named):
    assert old in RESOURCES
    with pytest.raises(WrongContentError, match=named) as fault:
        read_content(folder(**{"resources.toml": RESOURCES.replace(old, new, 1)}))
    assert fault.value.place == ("resources.toml", line)


def test_a_page_without_its_parent_is_named(folder):
    with pytest.raises(WrongContentError, match="“b”") as fault:
        read_content(folder(**{"b.c.md": PAGE}))
    assert fault.value.place == ("b.c.md", 1)


@pytest.mark.parametrize("name", ["A.md", "a b.md", "a..b.md", "ä.md"])
def test_a_name_that_is_no_address_is_named(folder, name):
    with pytest.raises(WrongContentError) as fault:
        read_content(folder(**{name: PAGE}))
    assert fault.value.place == (name, 1)


def test_a_file_that_is_not_utf_8_is_named(folder):
    place = folder() / "a.md"
    place.write_bytes(PAGE.encode() + b"\xff")
    with pytest.raises(WrongContentError, match=r"line 13: .*UTF-8"):
        read_page(place)


@pytest.mark.parametrize(
    ("text", "line", "named"),
    [
        ('[[groups]]\nwords = ["jd", "b"]\n\n[[groups]]\nwords = ["JDs"]\n', 4, "“jd”"),
        ('[[groups]]\nwords = ["a", "%"]\n', 1, "%"),
        ('[[groups]]\nwords = "a"\n', 1, "“words”"),
        ("[[groups]]\n", 1, "“words”"),
    ],
)
def test_a_fault_in_the_synonyms_is_named(tmp_path, text, line, named):
    file = tmp_path / "synonyms.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongContentError, match=named) as fault:
        read_groups(file)
    assert fault.value.place == ("synonyms.toml", line)


def test_synonyms_are_read(tmp_path):
    file = tmp_path / "synonyms.toml"
    file.write_text('[[groups]]\nwords = ["JD", "job description"]\n', encoding="utf-8")
    assert synonyms_of(read_groups(file)).of(("jds",)) == (("jd",), ("job", "description"))
    file.write_text("", encoding="utf-8")
    assert synonyms_of(read_groups(file)).of(("jd",)) == ()
