"""From stored HTML to the HTML of a page."""

import re
from datetime import date

from guidance.models import Page
from guidance.texts.rendering import TAKEN_IDS, Heading, render
from tests.each import each
from tests.guidance.editing import publish

TABLE = (
    '<table><thead><tr><th scope="col">A</th></tr></thead>'
    "<tbody><tr><td>1</td></tr></tbody></table>"
)


def test_headings_of_the_second_level_get_ids_no_two_alike():
    body = render("<h2>What to do</h2><h3>Not this</h3><h2>What to do</h2><h2>عمل</h2><h2>!</h2>")
    assert [heading.id for heading in body.headings] == [
        "what-to-do",
        "what-to-do-2",
        "part",
        "part-2",
    ]
    assert '<h2 id="what-to-do-2">What to do</h2>' in body.html
    assert "<h3>Not this</h3>" in body.html


@each("taken", sorted(TAKEN_IDS))
def test_no_heading_takes_an_id_of_the_frame(taken):
    assert render(f"<h2>{taken}</h2>").headings == (Heading(f"{taken}-2", taken),)


def test_ids_of_the_frame_are_all_taken(client, make_page):
    top = make_page("recruiting", body="<h2>A</h2><h2>B</h2><h2>C</h2><h2>D</h2>")
    changed = make_page("interviews", top)
    words = changed.live.words() | {"body": "<p>Another text.</p>"}
    publish(changed, **words, is_major=True, change_note="Send questions first.")
    Page.objects.filter(pk=changed.pk).update(next_review=date(2020, 1, 1))
    page = (
        client.get("/recruiting/").content.decode()
        + client.get("/recruiting/interviews/").content.decode()
    )
    ids = set(re.findall(r'\sid="([^"]+)"', page)) - {"a", "b", "c", "d"}
    assert {"changes", "review-overdue"} <= ids <= TAKEN_IDS


@each("headings, listed", [(0, 0), (3, 0), (4, 4), (9, 9)])
def test_contents_are_listed_from_four_headings(headings, listed):
    body = render("".join(f"<h2>Part {number}</h2>" for number in range(headings)))
    assert len(body.contents) == listed


def test_a_quotation_is_drawn_as_inset_text():
    assert render("<blockquote><p>said</p></blockquote>").html == (
        '<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span>'
        "<p>said</p></div>"
    )


def test_a_table_stands_in_a_region_that_the_keyboard_can_scroll():
    html = render(f"<h2>Lists</h2>{TABLE}").html
    assert '<div role="region" data-scrolls="" aria-label="Table: Lists"' in html
    assert '<caption class="nhsuk-u-visually-hidden">Lists</caption>' in html
    assert '<th class="nhsuk-table__header" scope="row">1</th>' in html


@each("heads, labels", [("Task Shows", 0), ("Task Shows Minutes", 3), ("Criterion A B", 0)])
def test_only_a_wide_table_repeats_its_heads_for_a_small_screen(heads, labels):
    names = heads.split()
    head = "".join(f"<th>{name}</th>" for name in names)
    cells = "".join(f"<td>{name}</td>" for name in names)
    html = render(f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    assert html.html.count('aria-hidden="true">') == labels
    assert html.html.count('role="cell"') == max(labels - 1, 0)


def test_no_two_tables_have_one_name():
    html = render(f"{TABLE}<h2>Lists</h2>{TABLE}{TABLE}").html
    for name in ("Table", "Table: Lists", "Table: Lists (2)"):
        assert f'aria-label="{name}"' in html


def test_a_table_with_a_caption_is_named_by_it():
    table = TABLE.replace("<table>", "<table><caption>Who does what</caption>")
    assert 'aria-label="Table: Who does what"' in render(f"<h2>Lists</h2>{table}").html


def test_text_is_kept_to_the_letter():
    assert render("<p>1 &lt; 2 &amp; “three” é 😀 عمل</p>").html == (
        "<p>1 &lt; 2 &amp; “three” é 😀 عمل</p>"
    )


def test_an_empty_text_renders_as_nothing():
    assert render("").html == ""


def test_a_list_of_what_not_to_do_has_crosses_and_no_other_list_has():
    warned = render("<ul><li>Do not hurry.</li><li>Do not <strong>wait</strong>.</li></ul>").html
    assert warned.count("nhsuk-icon--cross") == 2
    assert "</svg>Do not <strong>wait</strong>." in warned.replace("\n", "")
    assert "cross" not in render("<ul><li>Do not hurry.</li><li>Do wait.</li></ul>").html
