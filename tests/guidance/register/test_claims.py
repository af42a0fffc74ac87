"""Claims: marked in a text, shown to readers with their source, kept true by editors."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guidance.guide.services import guide_pages
from guidance.models import Claim, ExternalResource, Page
from guidance.register.services import pages_by_claim
from guidance.texts.rendering import render
from guidance.texts.rules.markdown import CLAIM, plain_text, to_html
from guidance.texts.rules.marks import Mark, codes_in, with_labels
from guidance.texts.rules.sanitise import sanitise
from kls_portal.reference.dated import STRENGTHS
from tests.each import each
from tests.guidance.editing import change_address, errors_of, form, search
from tests.pages import Page as Shown

MARKED = '<p>We know that <span data-claim="a-b">adverts work</span>.</p>'
ANECDOTAL = {"a-b": Mark("anecdotal", "Anecdotal")}


@pytest.fixture
def claim(db):
    return Claim.objects.create(
        code="a-b", kind="anecdotal", words="Adverts work.", source="A friend"
    )


# the mark


@each(
    "given, kept",
    [
        (MARKED, MARKED),
        ('<p><span data-claim="a"><span data-claim="b">x</span> y</span></p>', "a"),
        ('<p><span data-claim="a b">x</span></p>', "<p>x</p>"),
        ('<p><span data-claim="">x</span></p>', "<p>x</p>"),
        ('<p><span style="a" class="b">x</span></p>', "<p>x</p>"),
        ('<p>x<span data-claim="a"> </span></p>', "<p>x </p>"),
    ],
)
def test_only_marks_of_claims_are_kept(given, kept):
    clean = sanitise(given)
    assert clean == kept or codes_in(clean) == [kept]
    assert sanitise(clean) == clean


def test_marks_side_by_side_become_one():
    split = '<p><span data-claim="a">x <strong>y</strong></span><span data-claim="a"> z</span></p>'
    joined = '<p><span data-claim="a">x <strong>y</strong> z</span></p>'
    assert sanitise(split) == joined
    apart = split.replace("</span><span", "</span>, <span")
    assert sanitise(apart).count("<span") == 2


def test_readers_see_the_kind_as_a_link_to_the_source():
    html = render(MARKED, ANECDOTAL).html
    assert '<span id="claim_1" class="guidance-claim">adverts work ' in html
    assert 'href="#source_1">Anecdotal 1<span' in html
    assert "span" not in render(MARKED).html


def test_a_mark_within_a_link_or_a_heading_breaks_neither():
    marked = '<span data-claim="a-b">{}</span>'.format
    body = f'<h2>{marked("Head")}</h2>\n<p><a href="/x/">{marked("l")}</a> t</p>'
    shown = render(body, ANECDOTAL)
    assert [heading.text for heading in shown.headings] == ["Head"]
    assert '<a href="/x/"><span class="guidance-claim">l</span></a> <a class=' in shown.html


def test_search_and_files_read_the_words():
    assert plain_text(MARKED).body == "We know that adverts work."
    assert with_labels(MARKED, {"a-b": "Anecdotal"}) == (
        "<p>We know that adverts work (anecdotal).</p>"
    )


def test_markdown_marks_claims():
    text = "> [Managers *say* so]{claim=a-b}. [link](/x/) [no]{claim=}"
    assert CLAIM.findall(text) == ["a-b"]
    assert '<span data-claim="a-b">Managers <em>say</em> so</span>. <a' in to_html(text)
    assert "[no]{claim=}" in to_html(text)


# what ships


def test_the_sentences_that_the_guide_calls_anecdotal_are_marked(guidance_pages, client):
    for path, code in {
        "recruiting/promoting-vacancies": "development-draws-candidates",
        "recruiting/paid-advertising": "ip-jobs-stronger-field",
        "recruiting/assessments": "tasks-help-to-choose",
    }.items():
        assert code in codes_in(Page.objects.get(path=path).live.body)
        shown = Shown(client.get(f"/{path}/"))
        assert "#source_1" in shown.addresses(".guidance-body .guidance-claim")
        assert "#claim_1" in shown.addresses("#relies-on + ol")
        parts = shown.all(".guidance-body h2, #relies-on, #resources")
        assert shown.addresses(".guidance-contents") == [f"#{part.get('id')}" for part in parts]
        claim = Claim.objects.get(code=code)
        told = " ".join(shown.texts("li:has(.guidance-claim__kind--anecdotal)"))
        assert claim.words in told


def test_every_shipped_claim_is_marked_on_a_page_and_has_a_source(guidance_pages):
    claims = Claim.objects.all()
    assert {claim.kind for claim in claims} >= {"anecdotal", "nhs-terms"}
    assert set(pages_by_claim()) == {claim.code for claim in claims}
    for claim in claims:
        claim.full_clean()


# readers


def test_the_source_stands_at_the_end_of_the_page(claim, make_page, client):
    make_page("p", body=MARKED)
    shown = Shown(client.get("/p/"))
    assert "A friend" in shown.text("#source_1")
    assert shown.addresses("#source_1") == ["#claim_1"]
    assert shown.all("#source_1 [data-unconfirmed]:not([data-lapsed])")
    claim.resource = ExternalResource.objects.create(
        code="r", name="Res", publisher="Pub", use="U.", url="www.r.example", confirmed=True
    )
    claim.confirmed_on, claim.review_by = date(2020, 1, 1), date(2021, 1, 1)
    claim.save()
    page = make_page("q", body=MARKED)
    page.resource_links.create(resource=claim.resource, order=1)
    shown = Shown(client.get("/q/"))
    assert shown.addresses("#source_1") == ["https://www.r.example", "#claim_1"]
    assert shown.all("#resources") == []
    assert shown.all("#source_1 [data-lapsed]:not([data-unconfirmed])")
    assert "1 January 2021" in shown.text("#source_1 [data-lapsed]")


def test_a_mark_of_no_claim_leaves_its_words(make_page, client):
    make_page("p", body=MARKED)
    shown = Shown(client.get("/p/"))
    assert shown.texts(".guidance-body p") == ["We know that adverts work."]
    assert "relies-on" not in shown.ids


def test_a_marked_page_is_found_by_the_words(claim, make_page):
    make_page("p", body=MARKED)
    assert [result.address for result in search("adverts work")] == ["/p/"]


def test_a_page_without_claims_asks_nothing_of_them(make_page, client):
    make_page("p")
    with CaptureQueriesContext(connection) as asked:
        client.get("/p/")
    assert not [query["sql"] for query in asked if "guidance_claim" in query["sql"]]


def test_the_whole_guide_names_the_kind_of_a_claim(guidance_pages):
    bodies = {page.title: page.body for page in guide_pages()}
    kind = STRENGTHS["anecdotal"].lower()
    assert f"({kind})" in bodies["Assessments"]
    assert "data-claim" not in "".join(bodies.values())


# editors


def given_claim(**given) -> dict:
    return {
        "kind": "measured",
        "words": "It is so.",
        "resource": "",
        "source": "A study",
        "confirmed_on": "2026-01-02",
        "review_by": "2127-01-02",
        "note": "",
        "code": "is-so",
        **given,
    }


def test_an_editor_adds_a_claim_and_marks_words_with_it(people, client_of, make_page, client):
    editor = client_of(people.editor)
    assert editor.post("/admin/guidance/claim/add/", given_claim()).status_code == 302
    page = make_page("interviews", body="<p>All know it is so today.</p>")
    marked = '<p>All know <span data-claim="is-so">it is so</span> today.</p>'
    assert editor.post(change_address(page), form(page, body=marked)).status_code == 302
    assert Page.objects.get(pk=page.pk).revisions.first().body == marked


@each(
    "given, errors",
    [
        ({"source": ""}, {"source"}),
        ({"confirmed_on": "2999-01-01"}, {"confirmed_on"}),
        ({"review_by": "2026-01-02"}, {"review_by"}),
        ({"kind": "rumour"}, {"kind"}),
        ({"code": "a-b"}, {"code"}),
    ],
)
def test_a_wrong_claim_is_told_at_its_field(people, client_of, claim, given, errors):
    address = "/admin/guidance/claim/add/"
    response = client_of(people.editor).post(address, given_claim(**given))
    assert errors_of(response) == errors


def test_an_editor_sees_which_claims_have_lapsed(people, client_of, claim, make_page):
    make_page("p", title="The page", body=MARKED)
    Claim.objects.filter(pk=claim.pk).update(review_by=date(2020, 1, 1))
    Claim.objects.create(code="fine", kind="measured", words="Fine words.", source="S")
    client = client_of(people.editor)
    listed = Shown(client.get("/admin/guidance/claim/?state=lapsed"))
    assert listed.texts("#result_list .field-words") == [claim.words]
    assert "1 January 2020" in listed.text("#result_list .field-holds")
    desk = Shown(client.get(reverse("admin:guidance_desk")))
    (row,) = [row for row in desk.texts(".portal-desk li") if claim.words in row]
    for words in (claim.get_kind_display(), "1 January 2020", "The page"):
        assert words in row
    change = Shown(client.get(reverse("admin:guidance_claim_change", args=[claim.pk])))
    assert change.text(".field-on_pages a") == "The page"


def test_a_claim_that_a_text_marks_is_not_deleted(people, client_of, claim, make_page):
    client = client_of(people.editor)
    address = reverse("admin:guidance_claim_delete", args=[claim.pk])
    page = make_page("p", body=MARKED)
    assert client.post(address, {"post": "yes"}).status_code == 403
    page.live.body = "<p>x</p>"
    page.live.save()
    assert client.post(address, {"post": "yes"}).status_code == 302
    assert not Claim.objects.exists()


def test_the_list_needs_few_queries(
    guidance_pages, people, client_of, django_assert_max_num_queries
):
    client = client_of(people.editor)
    with django_assert_max_num_queries(8):
        client.get("/admin/guidance/claim/")
