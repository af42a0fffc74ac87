"""Facts in use: by day, in pages, search and files, edited, and as of another day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from guidance.desk.services.desk import lapsed_facts
from guidance.guide.services import guide_pages
from guidance.pages.services.showing import page_context
from guidance.register.admin.parts import BodyField
from guidance.search.answer import answer
from guidance.texts.models import Page
from guidance.texts.rules.html_tree import parse, serialise
from guidance.texts.rules.markdown import to_html
from guidance.texts.rules.sanitise import sanitise
from kls_portal.operation.site_version import chosen_day, invalidate_public_cache
from kls_portal.public import cached_until_publish
from kls_portal.reference.bindings import bindings_in
from kls_portal.reference.facts import fact, fact_table, with_facts
from kls_portal.reference.loading import load_facts
from kls_portal.reference.models import Fact
from tests.guidance.editing import search
from tests.pages import Page as Shown

EVE, DAY = date(2026, 12, 31), date(2027, 1, 1)
NAME = "unfair-dismissal-service"
BODY = f"<p>Protected after {{{{ fact {NAME} }}}}.</p><p>Nothing else changes.</p>"


@pytest.fixture
def facts(db):
    load_facts()


@pytest.fixture
def page(facts, make_page):
    return make_page("protected", body=BODY)


def test_fact_is_asked_for_by_day(facts):
    assert fact(NAME, "ENG", EVE).text == "2 years"
    assert fact(NAME, "ENG", DAY).text == "6 months"
    assert fact(NAME, "NIR", DAY) is None
    assert fact("no-such-fact") is None


def test_fact_that_is_to_be_read_again_is_not_asserted(facts, on_day):
    review_by = Fact.objects.get(name=NAME, since=DAY).review_by
    on_day(review_by)
    assert fact(NAME) is None
    assert "6 months" not in with_facts(f"After {{{{ fact {NAME} }}}}.")


def test_page_changes_at_midnight_and_says_so_before(page, client, on_day):
    on_day(EVE)
    before = Shown(client.get(page.get_absolute_url()))
    assert "2 years (from 1 January 2027: 6 months)" in before.text()
    on_day(DAY)
    after = Shown(client.get(page.get_absolute_url()))
    assert "after 6 months" in after.text()
    assert "2 years" not in after.text()


def without_facts(markup):
    """Return the HTML of a body without what its facts say."""
    root = parse(markup)
    for span in root.xpath("//span[@class='guidance-fact']"):
        span.drop_tree()
    return serialise(root)


def test_pages_of_two_days_differ_in_their_bound_sentences_alone(guidance_pages, on_day):
    said = []
    for day in (EVE, DAY):
        on_day(day)
        pages = Page.objects.for_reading()
        said.append({page.path: page_context(page, page.shown)["body"].html for page in pages})
    before, after = said
    assert {path for path in before if before[path] != after[path]} == {
        page.path
        for page in Page.objects.for_reading()
        if DAY in fact_table().boundaries(one.name for one in bindings_in(page.shown.body))
    }
    assert (
        before["induction/first-months-and-probation"]
        != (after["induction/first-months-and-probation"])
    )
    for path, markup in before.items():
        assert without_facts(markup) == without_facts(after[path])


def test_page_says_what_its_facts_rest_on(page, client):
    shown = Shown(client.get(page.get_absolute_url()))
    assert "not the Act itself" in shown.text(f"#fact_{NAME}")
    assert "Northern Ireland" in shown.text("#ask-hr")
    assert shown.all(f"a[href='#fact_{NAME}']")


def test_a_mark_follows_each_sentence_unless_the_next_rests_on_the_same(facts, make_page, client):
    first, second = f"{{{{ fact {NAME} }}}}", "{{ fact equality-law-from }}"
    said = f"After {first}. {second}, <em>after {first}</em>. By <a href='/about/'>{second}</a>"
    marked = make_page("marked", body=f"<p>{said}.</p><ul><li>{second}</li></ul>")
    shown = Shown(client.get(marked.get_absolute_url()))
    labels = "a[href^='#fact_']"
    words = [
        " ".join(link.text.split()) for link in shown.all(f"main p {labels}, main li {labels}")
    ]
    assert words == ["Law 2", "Law 1", "Law 2", "Law 2"]


def test_every_source_that_is_listed_is_linked_from_the_text(guidance_pages):
    unlinked, seen = {}, 0
    for page in Page.objects.for_reading():
        body = page_context(page, page.shown)["body"]
        linked = parse(body.html).xpath("//a/@href")
        listed = {
            number: f"#source_{number}" if isinstance(of, str) else f"#{of.anchor}"
            for of, number in body.numbers.items()
        }
        seen += len(listed)
        unlinked[page.path] = [n for n, address in listed.items() if address not in linked]
    assert seen > 100
    assert {path: numbers for path, numbers in unlinked.items() if numbers} == {}


def test_search_changes_on_the_day_too(page, on_day):
    on_day(EVE)
    assert "2 years" in str(search("protected")[0].extract)
    on_day(DAY)
    assert "6 months" in str(search("protected")[0].extract)


def test_guide_holds_values(facts, make_page, on_day):
    make_page("recruiting", body=BODY)
    on_day(DAY)
    (body,) = [one.body for one in guide_pages()]
    assert "after 6 months." in body


def test_binding_survives_cleaning_and_markdown():
    assert f"{{{{ fact {NAME} }}}}" in sanitise(BODY)
    assert to_html(f"Protected after {{{{ fact {NAME} }}}}.") in BODY


def test_editor_looks_at_another_day_and_nobody_else_sees_it(page, people, client_of, client):
    editor, manager = client_of(people.editor), client_of(people.manager)
    asked = {"as_of": "2027-01-01"}
    assert "6 months." in Shown(editor.get(page.get_absolute_url(), asked)).text()
    following = Shown(editor.get(page.get_absolute_url()))
    assert "6 months." in following.text()
    assert following.all("#as-of")
    found = Shown(editor.get(reverse("guidance:search"), {"q": "protected"})).text("main")
    assert "6 months" in found
    assert "2 years" not in found
    years = Shown(editor.get(reverse("guidance:search"), {"q": "years"}))
    assert not years.all(f"main a[href='{page.get_absolute_url()}']")
    assert answer("years").number == 1
    for visitor in (client, manager):
        assert "2 years" in Shown(visitor.get(page.get_absolute_url(), asked)).text()
        assert "2 years" in Shown(visitor.get(page.get_absolute_url())).text()
    assert "2 years" in Shown(editor.get(page.get_absolute_url(), {"as_of": ""})).text()


def test_as_of_reaches_checks_and_nothing_that_is_kept(page, people, client_of):
    top = Fact.objects.get(code="pay-band-5-top-eng-2026-04-01")
    kept = {name: getattr(top, name) for name in ("name", "what", "unit", "nations", "strength")}
    Fact.objects.create(**kept, value="40000", since=date(2027, 4, 1), code="next-year")
    invalidate_public_cache()
    editor = client_of(people.editor)
    asked = {"pasted": "Librarian. Band 5, £32,073 to £39,043 a year.", "kind": "advert"}
    checked = reverse("vacancies:text_check")
    assert "2026/27" not in Shown(editor.post(checked, asked)).text()
    editor.get("/", {"as_of": "2027-04-01"})
    assert "2026/27" in Shown(editor.post(checked, asked)).text()
    # Any other form is sent for good, and counts by today's facts.
    sent = editor.post(reverse("guidance:feedback_create", args=[page.pk]))
    assert sent.context["as_of"] is None
    made = []
    token = chosen_day.set(lambda: DAY)
    for _ in range(2):
        cached_until_publish("of another day", lambda: made.append(1))
    chosen_day.reset(token)
    assert made == [1, 1]


def test_fact_list_shows_what_is_and_what_is_to_come(facts, client):
    shown = Shown(client.get(reverse("fact_list")))
    assert len(shown.all(f"section[aria-labelledby='{NAME}'] li")) == 2
    kinds = [link.get("href") for link in shown.all("nav[aria-labelledby='on-this-page'] a")]
    assert kinds == [f"#{heading.get('id')}" for heading in shown.all("main h2[id]")[1:]]


def typed(answer):
    """Return what the form of the admin holds."""
    form = answer.context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, False, "")}


def test_correcting_a_fact_changes_page_and_search(
    page, people, client_of, django_capture_on_commit_callbacks
):
    row = Fact.objects.get(name=NAME, since=None)
    address = reverse("admin:reference_fact_change", args=[row.pk])
    editor = client_of(people.editor)
    form = typed(editor.get(address))
    assert "name" not in form
    wrong = editor.post(address, form | {"value": "3 years"})
    assert set(wrong.context["adminform"].form.errors) == {"value"}
    page_address = page.get_absolute_url()
    assert "2 years" in Shown(client_of(None).get(page_address)).text()
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(address, form | {"value": "3"})
    assert "3 years" in Shown(client_of(None).get(page_address)).text()
    assert "3 years" in str(search("protected")[0].extract)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ fact no-such }}", "no-fact"),
        ("{{ fact }}", "broken-fact"),
        ('<span data-claim="no-such">All</span>', "no-claim"),
    ],
)
def test_a_text_is_refused_that_names_a_fact_or_claim_that_is_not_there(facts, text, code):
    with pytest.raises(ValidationError) as refused:
        BodyField().clean(f"<p>{text}</p>")
    assert refused.value.code == code


def test_lapsed_fact_is_on_the_desk_with_its_pages(page):
    row = Fact.objects.get(name=NAME, since=DAY)
    address = reverse("admin:reference_fact_change", args=[row.pk])
    before = lapsed_facts(row.review_by - timedelta(days=1))
    assert address not in {entry.address for entry in before}
    Fact.objects.exclude(name=NAME).update(review_by=None, until=None)
    invalidate_public_cache()
    (entry,) = lapsed_facts(row.review_by)
    assert entry.address == address
    assert any(str(page) in said for said in entry.facts)
