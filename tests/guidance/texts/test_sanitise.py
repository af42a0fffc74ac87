"""What gets into a page: the allow-list, hostile HTML, and that clean HTML stays as it is."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.texts.rules.sanitise import sanitise
from tests.each import each


@each(
    "markup",
    [
        "<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>",
        "<p>One <strong>bold</strong> and <em>italic</em> line<br>and another</p>",
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
        '<ol start="3">\n<li>a</li>\n</ol>',
        '<p><a href="/recruiting/" rel="noopener">here</a></p>',
        '<p><a href="https://example.org/a?b=1" rel="noopener">there</a></p>',
        '<p><a href="mailto:a@example.org" rel="noopener">us</a></p>',
        "<blockquote>\n<p>said</p>\n</blockquote>",
        "<p>a</p>\n<hr>\n<p>b</p>",
        '<table>\n<thead>\n<tr>\n<th scope="col">A</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td colspan="2">1</td>\n</tr>\n</tbody>\n</table>',
    ],
)
def test_allowed_markup_stays_as_it_is(markup):
    assert sanitise(markup) == markup


@each(
    "hostile, left",
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ("<style>p{}</style><p>a</p>", "<p>a</p>"),
        ("<svg><script>alert(1)</script></svg>", ""),
        ("<math><mtext><style><img src=x onerror=alert(1)>", ""),
        ('<p onclick="alert(1)" style="color:red" class="x" id="y">a</p>', "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p>a</p>"),
        ('<p><a href="JaVa&#115;cript:alert(1)">a</a></p>', "<p>a</p>"),
        ('<p><a href="data:text/html,x">a</a></p>', "<p>a</p>"),
        ('<p><a href="https://[bad">a</a></p>', "<p>a</p>"),
        ('<p><img src="x" onerror="alert(1)">a</p>', "<p>a</p>"),
        ('<iframe src="https://example.org"></iframe><p>a</p>', "<p>a</p>"),
        ('<form action="/"><input name="q"><p>a</p></form>', "<p>a</p>"),
        ("<p>a\x00\x08b</p>", "<p>ab</p>"),
    ],
)
def test_hostile_markup_is_taken_out(hostile, left):
    assert sanitise(hostile) == left


@each(
    "given_markup, wanted",
    [
        ("<h1>A</h1><h5>B</h5><h6>C</h6>", "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>"),
        ("<h2><b>Bold</b> heading</h2>", "<h2>Bold heading</h2>"),
        ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
        (
            "loose <b>text</b><p>a</p>tail",
            "<p>loose <strong>text</strong></p>\n<p>a</p>\n<p>tail</p>",
        ),
        ("<div><div>a</div>b<p>c</p></div>", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
        ("<ul><li><p>a</p></li><li></li></ul>", "<ul>\n<li>a</li>\n</ul>"),
        ("<p></p><p>&nbsp;</p><h2> </h2><p>a</p>", "<p>a</p>"),
        ("<blockquote>said</blockquote>", "<blockquote>\n<p>said</p>\n</blockquote>"),
        (
            '<p><a href="//example.org/x">a</a></p>',
            '<p><a href="https://example.org/x" rel="noopener">a</a></p>',
        ),
        ("<p>1 < 2 & 3 > 2</p>", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
    ],
)
def test_markup_is_brought_into_one_form(given_markup, wanted):
    assert sanitise(given_markup) == wanted


def test_bullets_from_word_become_a_list():
    word = (
        '<p class="MsoListParagraph">·&nbsp;&nbsp; one<o:p></o:p></p>'
        "<p>· two <b>now</b></p><p>after</p>"
    )
    assert sanitise(word) == (
        "<ul>\n<li>one</li>\n<li>two <strong>now</strong></li>\n</ul>\n<p>after</p>"
    )


def test_numbers_from_word_become_a_list():
    assert sanitise("<p>1. one</p><p>2) two</p><p>after</p>") == (
        "<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n<p>after</p>"
    )


@each("markup", ["<p>1. alone</p>", "<p>2. second</p>\n<p>3. third</p>", "<p>2026 was good</p>"])
def test_a_number_alone_is_no_list(markup):
    assert sanitise(markup) == markup


def test_a_first_row_in_bold_becomes_the_head_of_the_table():
    table = (
        "<table><tr><td><p><b>A</b></p></td><td><strong>B</strong></td></tr>"
        "<tr><td>1</td><td>2</td></tr></table>"
    )
    assert sanitise(table) == (
        '<table>\n<thead>\n<tr>\n<th scope="col">A</th>\n<th scope="col">B</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
    )


def test_a_first_row_in_part_bold_stays_a_row():
    clean = sanitise("<table><tr><td><b>A</b> b</td></tr><tr><td>1</td></tr></table>")
    assert "<th" not in clean
    assert "<strong>A</strong> b" in clean


def test_a_header_cell_in_the_body_names_its_row():
    clean = sanitise("<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>")
    assert clean.count('<th scope="row">') == 2


def test_a_table_in_a_table_keeps_its_words():
    clean = sanitise("<table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table>")
    assert "inner" in clean
    assert sanitise(clean) == clean


@each("pair", [("<ul><li>", ""), ("<blockquote>", ""), ("<strong><em>", "")])
def test_nesting_without_end_leaves_its_words(pair):
    assert "deep down" in sanitise(pair[0] * 3000 + "deep down")


def calls_to_clean(paragraphs: int) -> int:
    """Return how many functions of Python run while this many paragraphs from Word are cleaned."""
    word = "<p class=MsoNormal style='margin:0'>word <b>bold</b><o:p></o:p></p>" * paragraphs
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        clean = sanitise(word)
    finally:
        sys.setprofile(before)
    assert clean.count("<p>word <strong>bold</strong></p>") == paragraphs
    return calls


def test_four_times_a_text_from_word_takes_four_times_the_work():
    assert calls_to_clean(2_000) < 4.5 * calls_to_clean(500)


PIECES = (
    "<p>|</p>|<h1>|</h1>|<ul>|</ul>|<li>|</li>|<table>|</table>|<tr>|<td>|<th>|</td>|<b>|</b>|<div>|"
    "</div>|<blockquote>|</blockquote>|<a href='/x/'>|</a>|<br>|<hr>|· a|1. b|2. c| |x|&lt;|&nbsp;"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map("".join))
def test_cleaning_twice_is_cleaning_once(markup):
    once = sanitise(markup)
    assert sanitise(once) == once


@given(st.text())
def test_any_text_is_taken(text):
    assert "<script" not in sanitise(text)


@pytest.mark.parametrize(
    ("given_levels", "wanted"),
    [
        ("2 4", "2 3"),
        ("2 4 4 2 4", "2 3 3 2 3"),
        ("4 4", "2 2"),
        ("3 2 3", "2 2 3"),
        ("2 4 3", "2 3 3"),
        ("2 3 4 2 3 4", "2 3 4 2 3 4"),
        ("1 6", "2 3"),
    ],
)
def test_no_heading_skips_a_level(given_levels, wanted):
    markup = "".join(f"<h{level}>A</h{level}><p>b</p>" for level in given_levels.split())
    mended = sanitise(markup)
    assert " ".join(re.findall(r"<h(\d)>", mended)) == wanted
    assert sanitise(mended) == mended
