"""The pages that readers see."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from guidance.models import ExternalResource, Page, PageResource, Update
from guidance.services import withdraw

FOUR_PARTS = "".join(f"<h2>Part {n}</h2><p>Text {n}.</p>" for n in "1234")


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


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
    page = text_of(client.get("/"))
    places = [page.index(f'href="/{slug}/">About {slug}') for slug in SECTIONS]
    assert places == sorted(places)
    assert "Why retaining." in page
    assert 'href="/vacancies/"' in page
    assert 'href="/vacancies/induction/"' in page


def test_home_asks_visitors_alone_to_sign_in(client, client_of, people):
    """Whoever comes first: the page stored for visitors is not the one of somebody signed in."""
    for reader, signed_in in (
        (client_of(people.manager), True),
        (client, False),
        (client_of(people.editor), True),
        (client, False),
    ):
        page = reader.get("/")
        assert ('href="/vacancies/induction/plans/"' in text_of(page)) is signed_in
        assert ("need to sign in" in text_of(page)) is not signed_in
        assert ("private" in page.headers["Cache-Control"]) is signed_in
    assert not client.cookies


def test_home_asks_whose_session_has_ended_to_sign_in(client_of, people):
    reader = client_of(people.manager)
    reader.session.flush()
    assert "need to sign in" in text_of(reader.get("/"))


@pytest.mark.parametrize(
    "address", ["/vacancies/induction/", "/vacancies/check/", "/vacancies/retention/"]
)
def test_only_visitors_are_told_that_they_need_no_account(address, client, client_of, people):
    assert "need no account" in text_of(client.get(address))
    assert "need no account" not in text_of(client_of(people.manager).get(address))


def test_home_works_while_there_is_no_page(client, db):
    assert client.get("/").status_code == 200


# page_detail


def test_page_detail_shows_title_summary_and_text(client, section):
    response = client.get("/recruiting/first/")
    page = text_of(response)
    assert "<title>First page – KLS Portal</title>" in page
    assert "<h1>First page</h1>" in page
    assert '<p class="nhsuk-lede-text">The first one.</p>' in page
    assert '<meta name="description" content="The first one.">' in page
    assert "<p>The text of first.</p>" in page


def test_page_detail_says_where_the_page_lies(client, section):
    page = text_of(client.get("/recruiting/first/"))
    breadcrumb = page[page.index("nhsuk-breadcrumb__list") : page.index("nhsuk-back-link")]
    assert 'href="/"' in breadcrumb
    assert 'href="/recruiting/"' in breadcrumb
    assert 'href="/recruiting/second/"' in page
    assert '<li aria-current="page"><strong>First page</strong></li>' in page


def test_page_detail_leads_to_the_page_before_and_after(client, section):
    page = text_of(client.get("/recruiting/first/"))
    assert 'href="/recruiting/" rel="prev"' in page
    assert 'href="/recruiting/second/" rel="next"' in page
    assert 'rel="next"' not in text_of(client.get("/recruiting/second/"))
    assert 'rel="prev"' not in text_of(client.get("/recruiting/"))


def test_page_detail_of_a_section_lists_its_pages_in_order(client, section):
    page = text_of(client.get("/recruiting/"))
    assert "The 2 pages in this section" in page
    children = page[page.index('id="pages-in-this-section"') :]
    assert children.index("First page") < children.index("Second page")
    assert "The first one." in children


def test_page_detail_lists_its_parts_where_they_are_many(client, make_page):
    make_page("long", body=FOUR_PARTS)
    make_page("short", body="<h2>Part 1</h2><p>Text.</p>")
    assert '<a href="#part-4">Part 4</a>' in text_of(client.get("/long/"))
    assert "On this page" not in text_of(client.get("/short/"))


def test_page_detail_links_a_resource_only_where_its_address_is_confirmed(client, make_page):
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
    shown = text_of(client.get("/a/"))
    assert 'href="https://www.yes.example" rel="noopener">Named yes</a>' in shown
    assert "Publisher yes. For yes." in shown
    assert "www.no.example" not in shown
    assert "<strong>Named no</strong>" in shown
    assert shown.count("Address not confirmed, so we have left the link out.") == 1


def test_page_detail_says_what_it_is_based_on_and_when_it_was_reviewed(client, make_page):
    make_page("a", based_on="One source; another", last_reviewed=date(2026, 11, 22))
    shown = text_of(client.get("/a/"))
    assert "<li>One source</li><li>another</li>" in shown
    assert '<time datetime="2026-11-22">22 November 2026</time>' in shown
    assert "Review overdue" not in shown


def test_page_detail_says_when_its_review_is_overdue(client, make_page):
    make_page("a", last_reviewed=date(2019, 1, 2), next_review=date(2020, 1, 2))
    shown = text_of(client.get("/a/"))
    assert '<time datetime="2020-01-02">2 January 2020</time>' in shown
    assert "Review overdue" in shown
    assert "This page has not been reviewed in time." in shown


def test_page_detail_shows_the_contact_address_on_its_page_alone(client, make_page, settings):
    settings.CONTACT_EMAIL = "help@kls.example"
    make_page("contact")
    make_page("cookies")
    assert 'href="mailto:help@kls.example"' in text_of(client.get("/contact/"))
    assert "mailto:" not in text_of(client.get("/cookies/"))
    settings.CONTACT_EMAIL = ""


def test_page_detail_shows_no_contact_address_where_none_is_set(client, make_page, settings):
    settings.CONTACT_EMAIL = ""
    make_page("contact")
    assert "mailto:" not in text_of(client.get("/contact/"))


def test_page_detail_of_a_page_that_is_not_there(client, section):
    for address in ("/nothing/", "/recruiting/nothing/", "/first/", "/recruiting/first/x/"):
        response = client.get(address)
        assert response.status_code == 404
        assert "Page not found" in text_of(response)


def test_page_detail_of_a_withdrawn_page_is_not_there(client, section):
    withdraw(section["first"])
    assert client.get("/recruiting/first/").status_code == 404
    assert "First page" not in text_of(client.get("/recruiting/"))


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
    addresses = ["/", *(page.get_absolute_url() for page in Page.objects.live())]
    for address in (*addresses, "/search/?q=how+do+I+write+a+JD", "/sitemap.xml"):
        with django_assert_max_num_queries(5):
            client.get(address)


# search


def test_search_marks_what_it_found(client, guidance_pages):
    page = text_of(client.get("/search/", {"q": "how do I write a JD?"}))
    assert "<title>how do I write a JD? – Search – KLS Portal</title>" in page
    assert 'value="how do I write a JD?"' in page
    assert "<mark>job description</mark>" in page
    first = page.index('href="/recruiting/writing-a-job-description/"')
    assert first < page.index('href="/recruiting/example-job-descriptions/"')


def test_search_without_a_question_invites_one(client, guidance_pages):
    for address in ("/search/", "/search/?q=", "/search/?q=+++"):
        page = text_of(client.get(address))
        assert "What are you looking for?" in page
        assert "No page answers" not in page
        assert 'href="/retaining/"' in page


def test_search_that_finds_nothing_helps(client, guidance_pages):
    page = text_of(client.get("/search/", {"q": "zzzqqq"}))
    assert "No page answers “zzzqqq”" in page
    assert "checking the spelling" in page
    for address in ("/recruiting/", "/retaining/", "/induction/", "/contact/"):
        assert f'href="{address}"' in page


def test_search_tries_another_spelling_and_says_so(client, guidance_pages):
    page = text_of(client.get("/search/", {"q": "interveiw"}))
    assert "so we looked for “interview”" in page
    assert 'href="/recruiting/interviews/"' in page


def test_search_offers_another_spelling(client, guidance_pages):
    page = text_of(client.get("/search/", {"q": "salary interveiw"}))
    assert 'Did you mean <a href="/search/?q=salary%20interview">salary interview</a>?' in page


def test_search_for_signs_only_says_what_to_do(client, guidance_pages):
    page = text_of(client.get("/search/", {"q": "\"'%_*()"}))
    assert "There is no word in your search" in page
    assert "&quot;&#x27;%_*()" in page


def test_search_for_very_much_says_that_it_was_cut(client, guidance_pages):
    page = text_of(client.get("/search/", {"q": "interview " * 1000}))
    assert "we read only its first 200 characters" in page
    assert 'href="/recruiting/interviews/"' in page
    assert len(page) < 60_000


@pytest.mark.parametrize(
    "asked", ["<script>alert(1)</script>", '"><img src=x>', "\x00\x07", "عمل 😀", "a" * 10_000]
)
def test_search_shows_any_question_as_text(client, guidance_pages, asked):
    response = client.get("/search/", {"q": asked})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert "<img src=x>" not in response.content.decode()


def test_search_results_are_not_for_search_engines(client, guidance_pages):
    assert '<meta name="robots" content="noindex">' in text_of(client.get("/search/"))


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
