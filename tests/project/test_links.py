"""Every link leads somewhere: a walk from the home page, signed out and as a manager."""

import re
from urllib.parse import urlsplit

import pytest

from vacancies.models import Vacancy

LINK = re.compile(r'<a [^>]*href="([^"]+)"')
FRAGMENT = re.compile(r'\sid="([^"]+)"')
ENOUGH = 50


def walk(client, start: str = "/") -> dict[str, str]:
    """Return every page reached from `start`, by address; fail on a link that leads nowhere."""
    found, waiting, dead = {}, {start: "the start"}, []
    while waiting:
        address, source = waiting.popitem()
        response = client.get(address, follow=True)
        if response.status_code != 200:
            dead.append(f"{address} on {source}: {response.status_code}")
        is_page = response.headers["Content-Type"].startswith("text/html")
        found[address] = response.content.decode() if is_page else ""
        for link in LINK.findall(found[address]):
            parts = urlsplit(link.replace("&amp;", "&"))
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if target not in found and not parts.path.startswith("/admin/"):
                waiting[target] = address
    assert dead == []
    return found


@pytest.fixture
def site(reference_data, guidance_pages, people):
    """The whole site, with a vacancy."""
    Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        starts_on="2027-05-04",
    )


@pytest.mark.parametrize("role", [None, "manager"])
def test_no_link_is_dead(site, people, client_of, role):
    pages = walk(client_of(role and getattr(people, role)))
    assert len(pages) > ENOUGH


def test_every_fragment_is_on_its_page(site, client):
    wrong = []
    for address, page in walk(client).items():
        ids = set(FRAGMENT.findall(page))
        assert len(ids) == len(FRAGMENT.findall(page)), f"an id stands twice on {address}"
        wrong += [
            f"{address}{link}"
            for link in LINK.findall(page)
            if link.startswith("#") and link[1:] not in ids
        ]
    assert wrong == []
