"""The header marks the section that the breadcrumb names."""

import re
from html import unescape

import pytest

from tests.project.access import PUBLIC


def marked(page):
    return re.findall(
        r'navigation-link" href="[^"]*" aria-current="(?:page|true)"><strong[^>]*>([^<]*)', page
    )


@pytest.mark.parametrize(
    ("address", "section"),
    [
        ("/", []),
        ("/search/", []),
        ("/recruiting/", ["Recruiting"]),
        ("/induction/", ["Induction"]),
        ("/vacancies/profiles/", ["Recruiting"]),
        ("/vacancies/profiles/ILL-LIB-5/", ["Recruiting"]),
        ("/vacancies/check/", ["Recruiting"]),
        ("/vacancies/check/rules/", ["Recruiting"]),
        ("/vacancies/induction/", ["Induction"]),
        ("/vacancies/induction/?role=librarian&band=5&start=2027-05-04", ["Induction"]),
    ],
)
def test_the_section_is_marked(reference_data, guidance_pages, client, address, section):
    assert marked(client.get(address).content.decode()) == section


def test_a_vacancy_and_its_induction_are_of_the_vacancies(people, client_of):
    client = client_of(people.manager)
    for address in ("/vacancies/", "/vacancies/new/"):
        assert marked(client.get(address).content.decode()) == ["Vacancies"]


@pytest.mark.parametrize("address", PUBLIC)
def test_no_section_is_marked_that_the_breadcrumb_leaves_out(
    reference_data, guidance_pages, client, address
):
    page = unescape(client.get(address).content.decode())
    crumbs = re.findall(r'nhsuk-breadcrumb__link" href="([^"]*)"', page)
    for section in marked(page):
        assert f"/{section.lower()}/" in [*crumbs, address.partition("?")[0]]
