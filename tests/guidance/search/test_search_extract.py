"""Extracts: the best piece, marked, and safe."""

from guidance.search.extract import extract
from guidance.search.query import Term

FILLING = "filling " * 60


def test_the_words_found_are_marked():
    terms = [Term(("interview",)), Term(("job", "description"), (("jd",),))]
    assert extract("Interviews follow the JD, a job description.", terms) == (
        "<mark>Interviews</mark> follow the <mark>JD</mark>, a <mark>job description</mark>."
    )


def test_the_piece_holds_most_terms():
    text = f"One zebra. {FILLING} A zebra with a giraffe. {FILLING}"
    found = extract(text, [Term(("zebra",)), Term(("giraffe",))])
    assert "A <mark>zebra</mark> with a <mark>giraffe</mark>." in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found.split()) < 40


def test_markup_in_the_text_is_shown_and_not_run():
    assert extract("<script>zebra</script> & co", [Term(("zebra",))]) == (
        "&lt;script&gt;<mark>zebra</mark>&lt;/script&gt; &amp; co"
    )


def test_a_text_without_the_words_gives_no_extract():
    assert extract(FILLING, [Term(("zebra",))]) == ""
    assert extract("", [Term(("zebra",))]) == ""


def test_short_words_are_marked_whole_only():
    assert extract("The JDs of jdx, ps", [Term(("jd",))]) == "The <mark>JDs</mark> of jdx, ps"


def test_signs_between_the_words_of_a_phrase_do_not_matter():
    found = extract("A one-to-one meeting (1:1)", [Term(("1", "1"), (("one", "to", "one"),))])
    assert found == "A <mark>one-to-one</mark> meeting (<mark>1:1</mark>)"


def test_the_beginning_and_end_of_a_text_have_no_dots():
    assert extract("A zebra", [Term(("zebra",))]) == "A <mark>zebra</mark>"
