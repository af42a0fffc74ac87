"""Extracts: the best piece, marked, and safe."""

from guidance.search.extract import extract, patterns_of
from guidance.search.query import Term

FILLING = "filling " * 60


def test_the_words_found_are_marked():
    terms = [Term(("interview",)), Term(("job", "description"), (("jd",),))]
    assert extract("Interviews follow the JD, a job description.", patterns_of(terms)) == (
        "<mark>Interviews</mark> follow the <mark>JD</mark>, a <mark>job description</mark>."
    )


def test_the_piece_holds_most_terms():
    text = f"One zebra. {FILLING} A zebra with a giraffe. {FILLING}"
    found = extract(text, patterns_of([Term(("zebra",)), Term(("giraffe",))]))
    assert "A <mark>zebra</mark> with a <mark>giraffe</mark>." in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found.split()) < 40


def test_markup_in_the_text_is_shown_and_not_run():
    assert extract("<script>zebra</script> & co", patterns_of([Term(("zebra",))])) == (
        "&lt;script&gt;<mark>zebra</mark>&lt;/script&gt; &amp; co"
    )


def test_a_text_without_the_words_gives_no_extract():
    assert extract(FILLING, patterns_of([Term(("zebra",))])) == ""
    assert extract("", patterns_of([Term(("zebra",))])) == ""


def test_short_words_are_marked_whole_only():
    assert (
        extract("The JDs of jdx, ps", patterns_of([Term(("jd",))]))
        == "The <mark>JDs</mark> of jdx, ps"
    )


def test_signs_between_the_words_of_a_phrase_do_not_matter():
    found = extract(
        "A one-to-one meeting (1:1)", patterns_of([Term(("1", "1"), (("one", "to", "one"),))])
    )
    assert found == "A <mark>one-to-one</mark> meeting (<mark>1:1</mark>)"


def test_the_beginning_and_end_of_a_text_have_no_dots():
    assert extract("A zebra", patterns_of([Term(("zebra",))])) == "A <mark>zebra</mark>"


def test_a_letter_that_is_two_in_lower_case_moves_no_mark():
    assert extract("İ a zebra", patterns_of([Term(("zebra",))])) == "İ a <mark>zebra</mark>"
