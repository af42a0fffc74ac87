"""Tools that a search is for."""

import pytest
from django.urls import resolve

from guidance.search.answer import tools_for
from kls_portal.tools import TOOLS


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("check my job description", "/vacancies/check/"),
        ("JD checker", "/vacancies/check/"),
        ("stay conversation form", "/vacancies/retention/"),
        ("exit interviews", "/vacancies/retention/"),
        ("induction checklist for a librarian", "/vacancies/induction/"),
        ("interview questions", "/vacancies/"),
        ("job profiles", "/vacancies/profiles/"),
        ("example job descriptions", "/tools/examples/"),
    ],
)
def test_a_tool_is_found_by_the_words_people_use(asked, address):
    assert tools_for(asked)[0].address == address


@pytest.mark.parametrize("asked", ["", "*", "job description", "maternity", "induction", "x" * 200])
def test_a_search_for_no_tool_finds_none(asked):
    assert tools_for(asked) == []


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_every_tool_has_an_address(tool):
    assert resolve(tool.address.partition("?")[0])


def test_search_shows_a_tool_before_the_pages(client, guidance_pages):
    page = client.get("/search/", {"q": "stay conversation form"}).content.decode()
    assert page.index('id="tools-found"') < page.index('id="found"')
