"""The pages that readers see."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertTemplateUsed

from guidance.models import ExternalResource, Page, PageResource, Update
from guidance.pages.services.publishing import withdraw
from kls_portal.reference.facts import fact_table
from tests.each import each
from tests.pages import Page as Shown

FOUR_PARTS = "".join(f"<h2>Part {n}</h2><p>Text {n}.</p>" for n in "1234")
MAIL = "mailto:help@kls.example"
SIGNS = "\"'%_*()"
NOTHING_FOUND = {"nothing-found", "no-word", "what-to-try"}


def days_of(page: Shown, selector: str) -> list[str]:
    return [day.get("datetime") for day in page.all(f"{selector} time")]


@pytest.fixture
def section(make_page):
    """A section of three pages, read in the order first, second."""
    top = make_page("recruiting", title="Recruiting staff", order=1)
    second = make_page("second", top, title="Second page", order=2)
    first = make_page("first", top, title="First page", summary="The first one.", order=1)
    return {"top": top, "first": first, "second": second}


# home

SECTIONS = ("recruiting", "retaining", "induction")


def test_home_shows_the_sections_in_order_and_what_can_be_done(client, make_page):
    for order, slug in enumerate(SECTIONS):
        make_page(slug, title=f"About {slug}", summary=f"Why {slug}.", order=order)
    page = Shown(client.get("/"))
    cards = "#sections .nhsuk-card"
    assert page.addresses(cards) == [f"/{slug}/" for slug in SECTIONS]
    assert page.texts(cards) == [f"About {slug} Why {slug}." for slug in SECTIONS]
    assert {reverse("vacancies:vacancy_list"), reverse("vacancies:quick_checklist")} <= set(
        page.links
    )


def test_home_asks_visitors_alone_to_sign_in(client, client_of, people):
    """Whoever comes first: the page stored for visitors is not the one of somebody signed in."""
    for reader, signed_in in (
        (client_of(people.manager), True),
        (client, False),
        (client_of(people.editor), True),
        (client, False),
    ):
        answer = reader.get("/")
        page = Shown(answer)
        assert (reverse("vacancies:plan_list") in page.links) is signed_in
        assert ("sign-in-first" in page.ids) is not signed_in
        assert ("private" in answer.headers["Cache-Control"]) is signed_in
    assert not client.cookies


def test_home_asks_whose_session_has_ended_to_sign_in(client_of, people):
    reader = client_of(people.manager)
    reader.session.flush()
    assert "sign-in-first" in Shown(reader.get("/")).ids


@pytest.mark.parametrize(
    "address", ["/vacancies/induction/", "/vacancies/check/", "/vacancies/retention/"]
)
def test_only_visitors_are_told_that_they_need_no_account(address, client, client_of, people):
    assert "no-account" in Shown(client.get(address)).ids
    assert "no-account" not in Shown(client_of(people.manager).get(address)).ids


def test_home_works_while_there_is_no_page(client, db):
    assert client.get("/").status_code == 200


# page_detail


def test_page_detail_shows_title_summary_and_text(client, section):
    page = Shown(client.get("/recruiting/first/"))
    assert page.title.startswith("First page – ")
    assert page.heading == "First page"
    assert page.text(".nhsuk-lede-text") == "The first one."
    assert page.all("meta[name=description]")[0].get("content") == "The first one."
    assert page.texts(".guidance-body p") == ["The text of first."]


def test_page_detail_says_where_the_page_lies(client, section):
    page = Shown(client.get("/recruiting/first/"))
    assert page.addresses(".nhsuk-breadcrumb__list") == ["/", "/recruiting/"]
    assert page.addresses(".guidance-siblings") == ["/recruiting/", "/recruiting/second/"]
    assert page.texts(".guidance-siblings [aria-current=page]") == ["First page"]


def test_page_detail_leads_to_the_page_before_and_after(client, section):
    page = Shown(client.get("/recruiting/first/"))
    assert page.addresses("a[rel=prev]") == ["/recruiting/"]
    assert page.addresses("a[rel=next]") == ["/recruiting/second/"]
    assert Shown(client.get("/recruiting/second/")).addresses("a[rel=next]") == []
    assert Shown(client.get("/recruiting/")).addresses("a[rel=prev]") == []


def test_page_detail_of_a_section_lists_its_pages_in_order(client, section):
    page = Shown(client.get("/recruiting/"))
    assert page.addresses(".guidance-contents") == ["#pages-in-this-section"]
    children = "#pages-in-this-section + ul > li"
    assert page.texts(children) == ["First page The first one.", "Second page All about second."]


def test_page_detail_lists_its_parts_where_they_are_many(client, make_page):
    make_page("long", body=FOUR_PARTS)
    make_page("short", body="<h2>Part 1</h2><p>Text.</p>")
    page = Shown(client.get("/long/"))
    parts = [(link.text, link.get("href")) for link in page.all("#on-this-page + ol a")]
    assert parts == [(f"Part {n}", f"#part-{n}") for n in "1234"]
    assert "on-this-page" not in Shown(client.get("/short/")).ids


def test_page_detail_names_a_resource_only_where_its_address_is_confirmed(client, make_page):
    page = make_page("a")
    for order, (code, confirmed) in enumerate([("yes", True), ("no", False)]):
        resource = ExternalResource.objects.create(
            code=code,
            name=f"Named {code}",
            publisher=f"Publisher {code}",
            use=f"For {code}.",
            url=f"www.{code}.example",
            confirmed=confirmed,
        )
        PageResource.objects.create(page=page, resource=resource, order=order)
    answer = client.get("/a/")
    shown = Shown(answer)
    assert shown.addresses("#resources + ul") == ["https://www.yes.example"]
    assert shown.texts("#resources + ul a[rel=noopener]") == ["Named yes"]
    assert "Named no" not in answer.content.decode()


def test_page_detail_says_what_it_is_based_on_and_when_it_was_reviewed(client, make_page):
    for name, confirmed in (("One", True), ("One source", True), ("another", False)):
        url = f"www.{name.replace(' ', '-')}.example"
        ExternalResource.objects.create(code=url, name=name, url=url, confirmed=confirmed)
    sources = "One source (A. Body); One, page 2; another"
    deeper = '<a href="https://www.One-source.example/deeper">More</a>'
    body = f'<p><a href="https://www.One.example">One</a> {deeper}</p>'
    make_page("a", body=body, based_on=sources, last_reviewed=date(2026, 11, 22))
    shown = Shown(client.get("/a/"))
    cited = ["One source (A. Body)", "One, page 2", "another"]
    assert shown.texts(".guidance-about li") == cited
    assert shown.addresses(".guidance-about li") == ["https://www.One-source.example"]
    assert days_of(shown, ".guidance-about") == ["2026-11-22", "2127-11-22"]
    assert shown.text(".guidance-about time") == "22 November 2026"
    assert shown.statuses == []
    assert "review-overdue" not in shown.ids


def test_page_detail_says_when_its_review_is_overdue(client, make_page):
    make_page("a", last_reviewed=date(2019, 1, 2), next_review=date(2020, 1, 2))
    shown = Shown(client.get("/a/"))
    assert days_of(shown, ".guidance-about") == ["2019-01-02", "2020-01-02"]
    assert shown.status(".guidance-about") == "overdue"
    assert "review-overdue" in shown.ids


def test_page_detail_shows_the_contact_address_on_its_page_alone(client, make_page, settings):
    settings.CONTACT_EMAIL = "help@kls.example"
    make_page("contact")
    make_page("cookies")
    assert MAIL in Shown(client.get("/contact/")).links
    assert MAIL not in Shown(client.get("/cookies/")).links
    settings.CONTACT_EMAIL = ""


def test_page_detail_shows_no_contact_address_where_none_is_set(client, make_page, settings):
    settings.CONTACT_EMAIL = ""
    make_page("contact")
    assert Shown(client.get("/contact/")).all("[href^=mailto]") == []


def test_page_detail_of_a_page_that_is_not_there(client, section):
    for address in ("/nothing/", "/recruiting/nothing/", "/first/", "/recruiting/first/x/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assertTemplateUsed(answer, "404.html")


def test_page_detail_of_a_withdrawn_page_is_not_there(client, section):
    withdraw(section["first"])
    assert client.get("/recruiting/first/").status_code == 404
    children = Shown(client.get("/recruiting/")).addresses("#pages-in-this-section + ul")
    assert children == ["/recruiting/second/"]


def test_page_detail_beneath_a_withdrawn_page_still_opens(client, make_page):
    top = make_page("a")
    make_page("first", top)
    withdraw(top)
    assert client.get("/a/").status_code == 404
    assert client.get("/a/first/").status_code == 200


@pytest.mark.parametrize("address", ["/recruiting", "/recruiting/first"])
def test_page_detail_without_its_slash_is_led_there(client, section, address):
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, f"{address}/")


@pytest.mark.parametrize(
    "address", ["/Recruiting/", "/a.b/", "/a//b/", "/%00/", "/عمل/", "/" + "a/" * 300]
)
def test_page_detail_of_an_address_that_cannot_be(client, section, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/", "/recruiting/", "/search/", "/sitemap.xml"])
def test_nothing_is_changed_by_posting(client, section, address):
    assert client.post(address).status_code == 405


def test_few_queries_are_needed(client, guidance_pages, django_assert_max_num_queries):
    fact_table()  # read once until somebody changes a fact, as is what the search refreshes
    client.get("/search/", {"q": "recruiting"})
    addresses = ["/", *(page.get_absolute_url() for page in Page.objects.live()[:9])]
    for address in (*addresses, "/search/?q=how+do+I+write+a+JD", "/sitemap.xml"):
        with django_assert_max_num_queries(6):
            client.get(address)


# search


def test_search_marks_what_it_found(client, guidance_pages):
    asked = "how do I write a JD?"
    page = Shown(client.get("/search/", {"q": asked}))
    assert page.title.startswith(f"{asked} – ")
    assert page.all("#question")[0].get("value") == asked
    assert "job description" in page.texts(".guidance-results mark")
    found = page.addresses(".guidance-results")
    assert found.index("/recruiting/writing-a-job-description/") < found.index(
        "/recruiting/example-job-descriptions/"
    )


def test_search_without_a_question_invites_one(client, guidance_pages):
    for address in ("/search/", "/search/?q=", "/search/?q=+++"):
        page = Shown(client.get(address))
        assert page.all("#question")[0].get("value") == ""
        assert not page.ids & NOTHING_FOUND
        assert "/retaining/" in page.links


def test_search_that_finds_nothing_helps(client, guidance_pages):
    page = Shown(client.get("/search/", {"q": "zzzqqq"}))
    assert page.ids & NOTHING_FOUND == {"nothing-found", "what-to-try"}
    assert "zzzqqq" in page.text("#nothing-found")
    assert {"/recruiting/", "/retaining/", "/induction/", "/contact/"} <= set(page.links)


def test_search_tries_another_spelling_and_says_so(client, guidance_pages):
    page = Shown(client.get("/search/", {"q": "interveiw"}))
    assert "“interview”" in page.text("#respelt")
    assert "/recruiting/interviews/" in page.addresses(".guidance-results")


def test_search_looks_for_another_spelling(client, guidance_pages):
    page = Shown(client.get("/search/", {"q": "salary interveiw"}))
    assert "“salary interview”" in page.texts("#found")[0]
    assert "respelt" in page.ids


def test_search_for_signs_only_says_what_to_do(client, guidance_pages):
    page = Shown(client.get("/search/", {"q": SIGNS}))
    assert page.ids & NOTHING_FOUND == {"no-word", "what-to-try"}
    assert page.all("#question")[0].get("value") == SIGNS


def test_search_for_very_much_says_that_it_was_cut(client, guidance_pages):
    answer = client.get("/search/", {"q": "interview " * 1000})
    page = Shown(answer)
    assert "search-was-cut" in page.ids
    assert "/recruiting/interviews/" in page.addresses(".guidance-results")
    assert len(answer.content) < 60_000


@each("asked", ["<script>alert(1)</script>", '"><img src=x>', "\x00\x07", "عمل 😀", "a" * 10_000])
def test_search_shows_any_question_as_text(client, guidance_pages, asked):
    response = client.get("/search/", {"q": asked})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert "<img src=x>" not in response.content.decode()


def test_search_results_are_not_for_search_engines(client, guidance_pages):
    page = Shown(client.get("/search/"))
    assert [meta.get("content") for meta in page.all("meta[name=robots]")] == ["noindex"]


# sitemap and robots


def test_sitemap_holds_every_live_page_and_nothing_else(client, guidance_pages):
    withdraw(Page.objects.get(path="recruiting/interviews"))
    response = client.get("/sitemap.xml")
    assert response.headers["Content-Type"] == "application/xml"
    root = ET.fromstring(response.content)  # noqa: S314 - our own answer
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    addresses = {place.text for place in root.iter(f"{name}loc")}
    told = [*Page.objects.live(), *Update.objects.published()]
    live = {f"http://testserver{one.get_absolute_url()}" for one in told}
    assert live < addresses
    assert "http://testserver/recruiting/interviews/" not in addresses
    assert len(list(root.iter(f"{name}lastmod"))) == len(live)
    for address in addresses - live:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_robots_names_the_sitemap(client, db):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain"
    assert "Disallow: /admin/" in response.content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in response.content.decode()
