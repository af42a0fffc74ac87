"""The component tags draw what nhsuk-frontend draws, case by case (see test_nhsuk_pack.py)."""

import pytest
from django.core.paginator import Paginator
from django.template import TemplateSyntaxError
from django.urls import reverse

from kls_portal.parts import Link, Task, folds, parts_in
from kls_portal.statuses import STATUSES
from kls_portal.templatetags.components import bar, scale
from tests.each import each
from tests.pages import Page as Shown
from tests.project.nhsuk_cases import NEEDS_PACKAGE, compare, parse
from tests.project.nhsuk_parts import DRAWN, page

FLOORS = {
    "button": 27,
    "error-summary": 6,
    "breadcrumb": 1,
    "pagination": 7,
    "task-list": 3,
    "inset-text": 2,
    "warning-callout": 4,
    "details": 10,
    "action-link": 2,
    "card": 1,
    "notification-banner": 3,
    "tables": 1,
}


@NEEDS_PACKAGE
@pytest.mark.parametrize("component", DRAWN)
def test_component_is_drawn_as_the_package_draws_it(component: str) -> None:
    result = compare(component, DRAWN[component])
    print(result)
    assert result.differing == []
    assert result.equal >= FLOORS[component]


EVIL = "<script>alert('x')</script>"


def test_breadcrumb_takes_pairs_objects_or_texts_in_turn() -> None:
    expected = page("{% breadcrumb links %}", links=[("Home", "/"), ("Vacancies", "/vacancies/")])
    objects = [Link("Home", "/"), Link("Vacancies", "/vacancies/")]
    assert page("{% breadcrumb links %}", links=objects) == expected
    assert page('{% breadcrumb "Home" "/" "Vacancies" "/vacancies/" %}') == expected


def test_breadcrumb_of_a_top_page_is_nothing() -> None:
    assert page("{% breadcrumb links %}", links=[]).strip() == ""


def test_breadcrumb_refuses_a_text_without_an_address() -> None:
    with pytest.raises(ValueError, match="zip"):
        page('{% breadcrumb "Home" "/" "Vacancies" %}')


def test_pagination_leaves_out_what_is_not_there() -> None:
    tree = Shown(page("{% pagination previous=link %}", link=("Profiles", "/p/")))
    assert [link.get("rel") for link in tree.all("a")] == ["prev"]
    assert page("{% pagination %}").strip() == ""


def test_page_numbers_keep_the_rest_of_the_query() -> None:
    here = Paginator(range(30), 10).page(2)
    html = page("{% page_numbers page %}", path="/search/?q=band+7&page=2", page=here)
    assert 'href="?q=band+7&amp;page=3"' in html
    assert html.count('aria-current="page"') == 1


def test_page_numbers_of_one_page_are_nothing() -> None:
    assert page("{% page_numbers page %}", page=Paginator([1], 10).page(1)).strip() == ""


@each("slug", STATUSES)
def test_every_status_shows_its_words(slug: str) -> None:
    tree = parse(page("{% status_tag slug %}", slug=slug))
    assert tree.inside[0].inside == [STATUSES[slug].words]


def test_unknown_status_is_an_error_of_the_page() -> None:
    with pytest.raises(LookupError, match="nearly"):
        page('{% status_tag "nearly" %}')


def test_task_without_an_address_is_no_link() -> None:
    html = page("{% task_list tasks %}", tasks=[Task("Advert", status="cannot-start")])
    assert "<a" not in html
    assert Shown(html).statuses == ["cannot-start"]


def test_table_refuses_a_row_that_does_not_fit_its_head() -> None:
    with pytest.raises(ValueError, match="zip"):
        page('{% table "Points" head rows %}', head=["Factor", "Points"], rows=[["Planning"]])


def test_table_marks_columns_of_numbers() -> None:
    rows = [["Planning", "27"]]
    tree = parse(
        page('{% table "Points" head rows numeric="2" %}', head=["Factor", "P"], rows=rows)
    )
    assert tree.find("td", "nhsuk-table__cell--numeric").inside[-1] == "27"
    assert tree.find("th", "nhsuk-table__header--numeric").inside == ["P"]


def test_post_button_sends_its_fields_to_an_address() -> None:
    html = page(
        '{% post_button "vacancies:vacancy_detail" 7 variant="link" done="no" owner=none %}'
        "Take it in{% endpost_button %}"
    )
    form = Shown(html).all("form")[0]
    assert (form.get("method"), form.get("action")) == ("post", "/vacancies/7/")
    sent = {box.get("name"): box.get("value") for box in Shown(html).all("input")}
    assert sent.pop("csrfmiddlewaretoken")
    assert sent == {"done": "no"}
    assert "portal-link-button" in Shown(html).all("button")[0].get("class")


def test_form_to_sends_what_stands_in_it() -> None:
    html = page('{% form_to "vacancies:vacancy_detail" 7 upload=True %}{{ evil }}{% endform_to %}')
    assert 'method="post" action="/vacancies/7/" enctype="multipart/form-data"' in html
    assert "csrfmiddlewaretoken" in html
    assert "<script" not in html
    asks = page('{% form_to method="get" %}x{% endform_to %}')
    assert "csrfmiddlewaretoken" not in asks
    assert "action" not in asks


def test_post_button_without_an_address_sends_to_the_page_itself() -> None:
    html = page('{% post_button name="close" value="yes" csrf=False %}Close{% endpost_button %}')
    assert Shown(html).all("form")[0].get("action") is None
    assert not Shown(html).all("input")
    button = Shown(html).all("button")[0]
    assert (button.get("name"), button.get("value")) == ("close", "yes")


def test_rows_table_names_its_columns_and_each_cell_its_own() -> None:
    html = page(
        '{% rows_table "Levels" "Factor" head narrow="2" %}<tr>{% cell "Factor" %}A{% endcell %}'
        "</tr>{% endrows_table %}",
        head=("Level", "Points"),
    )
    heads = Shown(html).all("th[scope=col]")
    assert [head.text for head in heads] == ["Factor", "Level", "Points"]
    assert ["portal-narrow" in head.get("class") for head in heads] == [False, True, False]
    assert Shown(html).texts("tbody td") == ["Factor A"]


def test_go_back_takes_an_address_or_the_name_of_a_page() -> None:
    html = page('{% go_back "the offers" "vacancies:peer_list" %}{% go_back "it" "/it/" %}')
    assert Shown(html).addresses("p") == [reverse("vacancies:peer_list"), "/it/"]


@each(
    "source",
    [
        "{% action_link evil evil %}",
        "{% button_link evil evil %}",
        "{% button evil evil evil %}",
        "{% post_button evil_address done=evil %}{{ evil }}{% endpost_button %}",
        '{% go_back evil "/" %}',
        "{% rows_table evil evil %}<tr></tr>{% endrows_table %}",
        "{% cell evil %}{{ evil }}{% endcell %}",
        "{% notification_banner evil %}",
        "{% inset %}{{ evil }}{% endinset %}",
        "{% warning_callout evil %}{{ evil }}{% endwarning_callout %}",
        "{% details evil %}{{ evil }}{% enddetails %}",
        '{% breadcrumb evil evil "Home" evil %}',
    ],
)
def test_text_is_never_markup(source: str) -> None:
    html = page(source, evil=EVIL, evil_address=f"/{EVIL}")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_block_tags_need_their_end() -> None:
    with pytest.raises(TemplateSyntaxError):
        page("{% inset %}<p>Never closed</p>")


def test_bar_draws_parts_of_the_whole_and_nothing_without_any():
    assert bar([40, 0, 60], 100)["parts"] == [("0.0", "79.0"), ("80.0", "119.0")]
    over = bar([100, 100], 100)["parts"]
    assert [x for x, _ in over] == ["0.0", "100.0"]
    assert bar([0], 0)["parts"] == []


@each("value", [396, 430, 465, 100, 900])
def test_scale_keeps_the_value_and_the_range_in_sight(value):
    drawn = scale(value, 396, 465)
    mark, low, high = (float(drawn[name]) for name in ("mark", "x", "high_x"))
    assert 0 < low < high < 200
    assert 0 < mark < 200
    assert (low <= mark <= high) == (396 <= value <= 465)


def test_folds_keep_every_row_in_order_and_few_controls_open():
    for number in range(121):
        for controls in (1, 5, 8, 25, 80):
            found = folds(range(number), ("row", "rows"), controls, most=40)
            assert [row for part in found for row in part.rows] == [*range(number)]
            open_rows = sum(len(part.rows) for part in found if part.is_open)
            links = 2 * len(found) if len(found) > 1 else 0
            assert open_rows * controls + links <= 40 or not open_rows
            assert len({part.name for part in found}) == len(found)
            assert open_rows or all(len(part.rows) >= 10 for part in found[:-1])


def test_links_lead_to_the_parts_of_a_list_unless_all_are_folded_away():
    folded = [
        f'<details id="{name}" data-part="A &amp; {name}"><summary>3 of 7</summary></details>'
        for name in "bc"
    ]
    heading = '<h2 id="d" data-part class="x">At  <b>last</b></h2><h2 id="e">Not one</h2>'
    found = [(part.text, part.address) for part in parts_in("".join(folded) + heading)]
    assert found == [("A & b", "#b"), ("A & c", "#c"), ("At last", "#d")]
    assert parts_in("".join(folded)) == parts_in(heading) == []
    assert len(parts_in(folded[0].replace("><summary", " open><summary") + folded[1])) == 2


def test_a_row_that_must_be_seen_opens_its_fold():
    found = folds(range(30), ("row", "rows"), 4, most=40, must_open=lambda row: row == 29)
    assert [part.is_open for part in found] == [True, *[False] * (len(found) - 2), True]
