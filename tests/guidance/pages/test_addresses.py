"""Links to a page go on working: old addresses, fixed addresses, addresses of the site."""

import pytest
from django.core.exceptions import ValidationError

from guidance.models import OldAddress, Page
from guidance.pages.services.placing import RESERVED, place
from guidance.pages.services.publishing import FIXED, remove, withdraw
from guidance.register.services import dead_links
from guidance.texts.sections import SECTIONS
from tests.guidance.editing import LIST, change_address, codes_of, form
from tests.pages import Page as Shown


def sent_on(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 301, address
    return response.headers["Location"]


# old addresses


def test_a_moved_page_and_those_beneath_it_answer_at_their_old_addresses(make_page, client):
    top, other = make_page("a"), make_page("b")
    make_page("d", make_page("c", top))
    place(top, parent=other, slug="new")
    for old, new in (("/a/", "/b/new/"), ("/a/c/", "/b/new/c/"), ("/a/c/d/", "/b/new/c/d/")):
        assert sent_on(client, old) == new


def test_an_old_address_leads_to_where_the_page_is_by_now(make_page, client):
    page = make_page("a")
    for slug in ("b", "c"):
        place(page, parent=None, slug=slug)
    assert sent_on(client, "/a/") == sent_on(client, "/b/") == "/c/"


def test_a_page_moved_back_is_read_where_it_was(make_page, client):
    page = make_page("a")
    for slug in ("b", "a"):
        place(page, parent=None, slug=slug)
    assert client.get("/a/").status_code == 200
    assert sent_on(client, "/b/") == "/a/"


def test_a_new_page_takes_an_old_address_over(make_page, client):
    place(make_page("a"), parent=None, slug="b")
    make_page("a", body="<p>zebra</p>")
    assert "zebra" in client.get("/a/").content.decode()
    assert not OldAddress.objects.exists()


def test_an_old_address_of_a_page_that_is_off_the_site_is_not_found(make_page, client):
    page = make_page("a")
    place(page, parent=None, slug="b")
    withdraw(page)
    assert client.get("/a/").status_code == 404
    remove(page)
    assert client.get("/a/").status_code == 404


def test_saving_a_page_in_its_place_keeps_no_old_address(make_page):
    page = make_page("a")
    place(page, parent=None, slug="a")
    assert not OldAddress.objects.exists()


# what every page links to


def test_the_fixed_pages_are_those_that_every_page_links_to():
    footer = {"about", "accessibility-statement", "privacy", "cookies", "contact"}
    assert {*SECTIONS, *footer} <= FIXED


@pytest.mark.parametrize("path", sorted(FIXED - set(RESERVED)))
def test_a_fixed_page_stays_where_it_is(make_page, path):
    page, other = make_page(path), make_page("other")
    for field, parent, slug in (("slug", None, "elsewhere"), ("parent", other, path)):
        with pytest.raises(ValidationError) as refused:
            place(page, parent=parent, slug=slug)
        (error,) = refused.value.error_dict[field]
        assert error.code == "fixed"
    for change in (withdraw, remove):
        with pytest.raises(ValidationError) as refused:
            change(page)
        assert refused.value.code == "fixed"
    place(page, parent=None, slug=path)


def test_an_editor_is_told_at_the_field(editor, make_page):
    page = make_page("privacy")
    response = editor.post(change_address(page), form(page, slug="data"))
    assert codes_of(response) == {"slug": {"fixed"}}
    assert Page.objects.get().path == "privacy"


def test_a_fixed_page_is_not_taken_off_the_site_and_others_are(editor, make_page, client):
    pages = [make_page("privacy"), make_page("a")]
    act = {"action": "withdraw_pages", "_selected_action": [page.pk for page in pages]}
    shown = Shown(editor.post(LIST, act, follow=True))
    (told,) = shown.texts(".messagelist .error")
    assert "/privacy/" in told
    assert client.get("/privacy/").status_code == 200
    assert client.get("/a/").status_code == 404


@pytest.mark.parametrize("path", sorted(RESERVED))
def test_an_address_of_the_site_is_not_taken(db, path):
    with pytest.raises(ValidationError) as refused:
        place(Page(), parent=None, slug=path)
    (error,) = refused.value.error_dict["slug"]
    assert error.code == "reserved"


# links in a text


@pytest.mark.parametrize(
    "link",
    [
        "/a/",
        "/a",
        "/a/#part",
        "/a/?x=1",
        "/old/",
        "/own/",
        "/",
        "/search/?q=a",
        "/vacancies/",
        "/vacancies/induction/",
        "/assets/images/favicon.svg",
        "https://www.nhs.uk/",
        "mailto:a@b.example",
        "#part",
    ],
)
def test_a_link_that_leads_somewhere_is_taken(make_page, link):
    place(make_page("old"), parent=None, slug="a")
    assert dead_links(f'<p><a href="{link}">x</a></p>', own_path="own") == []


@pytest.mark.parametrize(
    "link",
    ["/nosuch/", "/a/nosuch/", "/off/", "/vacancies/nosuch/", "a/", "www.nhs.uk", "/A/", "?q=1"],
)
def test_a_link_that_leads_nowhere_is_named(make_page, link):
    make_page("a")
    withdraw(make_page("off"))
    assert dead_links(f'<p><a href="{link}">x</a><a href="{link}">y</a></p>') == [link]


def test_every_dead_link_is_named_at_the_field(editor, db):
    body = '<p><a href="/x/">a</a><a href="/y/">b</a></p>'
    response = editor.post(f"{LIST}add/", form(body=body))
    assert codes_of(response) == {"body": {"dead-link"}}
    told = response.context["adminform"].form.errors["body"]
    assert ["/x/" in told[0], "/y/" in told[1], len(told)] == [True, True, 2]
    assert not Page.objects.exists()
