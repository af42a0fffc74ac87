"""Differences between two texts of a page, line by line and word by word."""

from guidance.texts.rules.text_changes import (
    MOST_LINES,
    Gap,
    differs_in_form,
    in_short,
    text_changes,
)
from kls_portal.word_changes import ADDED, REMOVED, SAME
from tests.each import each


def lines(before: str, after: str) -> list[tuple[str, str, str]]:
    """Return each line as (kind, was, words): words that came as +word+, that went as -word-."""
    marks = {SAME: "", ADDED: "+", REMOVED: "-"}
    return [
        (
            line.kind,
            line.was,
            " ".join(f"{marks[span.kind]}{span.text}{marks[span.kind]}" for span in line.spans),
        )
        for line in text_changes({"body": before}, {"body": after})
    ]


@each(
    "before, after, found",
    [
        ("<p>a b c</p>", "<p>a b c</p>", [("p", "", "a b c")]),
        ("<p>a b c</p>", "<p>a x c</p>", [("p", "", "a -b- +x+ c")]),
        ("", "<h2>New</h2><p>a</p>", [("h2", "", "+New+"), ("p", "", "+a+")]),
        ("<p>a</p>", "", [("p", "", "-a-")]),
        (
            "<ul><li>one</li><li>two</li></ul>",
            "<ul><li>one</li><li>new</li><li>two</li></ul>",
            [("li", "", "one"), ("li", "", "+new+"), ("li", "", "two")],
        ),
        ("<p>Fees</p>", "<h2>Fees</h2>", [("h2", "p", "Fees")]),
        ("<h2>Fees</h2>", "<h3>Fees</h3>", [("h3", "h2", "Fees")]),
        (
            "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
            "<table><tbody><tr><td>a</td><td>c</td></tr></tbody></table>",
            [("tr", "", "a | -b- +c+")],
        ),
        (
            '<p>See <a href="/a/">this</a>.</p>',
            '<p>See <a href="/b/">this</a>.</p>',
            [("p", "", "See this -(/a/).- +(/b/).+")],
        ),
        (
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            "<ul><li>a<ul><li>c</li></ul></li></ul>",
            [("li", "", "a"), ("li", "", "-b- +c+")],
        ),
        (
            "<blockquote><p>a</p></blockquote>",
            "<blockquote><p>b</p></blockquote>",
            [("blockquote", "", "-a- +b+")],
        ),
    ],
)
def test_what_changed_is_shown_where_it_stands(before, after, found):
    assert lines(before, after) == found


def test_title_summary_and_sources_are_lines_too():
    found = text_changes({"title": "A", "summary": "B"}, {"title": "A", "based_on": "C"})
    assert [(line.kind, line.is_changed) for line in found] == [
        ("title", False),
        ("summary", True),
        ("based_on", True),
    ]


def test_every_word_of_both_texts_is_there():
    before = {"body": "".join(f"<p>line {n} of the old text</p>" for n in range(200))}
    after = {"body": "".join(f"<p>line {n} of the new text</p>" for n in range(0, 200, 3))}
    found = text_changes(before, after)
    for kind, text in ((REMOVED, before), (ADDED, after)):
        words = " ".join(
            span.text for line in found for span in line.spans if span.kind in (SAME, kind)
        )
        said = text["body"].replace("<p>", " ").replace("</p>", " ")
        assert words.split() == said.split()


def test_a_change_of_type_alone_is_noticed():
    plain, bold = {"body": "<p>a b</p>"}, {"body": "<p>a <strong>b</strong></p>"}
    assert differs_in_form(plain, bold)
    assert not differs_in_form(plain, plain)
    assert not differs_in_form(plain, {"body": "<p>a c</p>"})


def test_signs_of_its_own_in_a_text_do_no_harm():
    assert lines("<p>a \ue000\ue005 b</p>", "<p>a b</p>") == [("p", "", "a b")]


def test_what_did_not_change_is_left_out():
    before = {"body": "".join(f"<p>line {n}</p>" for n in range(20))}
    after = {"body": before["body"].replace("<p>line 9</p>", "<p>line nine</p>")}
    found = in_short(text_changes(before, after))
    assert (found[0], found[-1]) == (Gap(7), Gap(8))
    assert [line.is_changed for line in found[1:-1]] == [False, False, True, False, False]
    assert in_short(text_changes(before, before)) == [Gap(20)]
    assert in_short(()) == []


def test_a_book_is_cut_off():
    book = {"body": "".join(f"<p>line {n}</p>" for n in range(MOST_LINES + 500))}
    found = in_short(text_changes({}, book))
    assert len(found) == MOST_LINES + 1
    assert found[-1] == Gap(500, is_cut=True)
