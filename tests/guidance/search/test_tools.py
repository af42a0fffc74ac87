"""Tools that a search is for."""

from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from guidance.search.answer import answer
from kls_portal.tools import TOOLS
from tests.pages import Page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("check my job description", "/vacancies/check/"),
        ("JD checker", "/vacancies/check/"),
        ("stay conversation form", "/vacancies/retention/"),
        ("exit interviews", "/vacancies/retention/"),
        ("induction checklist for a librarian", "/vacancies/induction/"),
        ("interview questions", "/tools/examples/librarian-band-5/#questions"),
        ("job profiles", "/vacancies/profiles/"),
        ("example job descriptions", "/tools/examples/"),
    ],
)
def test_a_tool_is_found_by_the_words_people_use(asked, address):
    assert answer(asked).tools[0].address == address


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked", ["", "*", "job description", "maternity", "bereavement leave", "x" * 99]
)
def test_a_search_for_no_tool_finds_none(asked):
    assert answer(asked).tools == []


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_every_tool_has_an_address(tool):
    assert resolve(urlsplit(tool.address).path)


def test_search_shows_a_tool_before_the_pages(client, guidance_pages):
    page = client.get("/search/", {"q": "stay conversation form"}).content.decode()
    assert page.index('id="tools-found"') < page.index('id="found"')


def test_a_search_without_an_answer_offers_the_nearest_page_and_tool_and_contact(
    client, guidance_pages
):
    page = Page(client.get("/search/", {"q": "qexitconversation"}))
    assert page.addresses("#nearest") == [
        "/retaining/exit-conversations/",
        "/vacancies/retention/",
    ]
    assert "/contact/" in page.addresses("main")


@pytest.mark.parametrize("asked", ["kumquat", "zxqwv"])
def test_what_is_like_nothing_is_said_to_be_so_and_leads_to_all_tools(
    client, guidance_pages, asked
):
    page = Page(client.get("/search/", {"q": asked}))
    assert (len(page.all("#nothing-near")), page.all("#nearest")) == (1, [])
    assert {"/tools/", "/recruiting/", "/contact/"} <= set(page.addresses("main"))
