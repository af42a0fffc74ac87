"""Every link leads somewhere, and no two pages have one title: a walk from the home page, signed
out and as a manager.
"""

import re
import uuid
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

import pytest

from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from vacancies.models import PlanQuestion, Vacancy
from vacancies.services.induction_plans import make_plan
from vacancies.services.ordered import add_duty, add_question
from vacancies.services.versions import freeze_draft

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
        if response.redirect_chain:  # the page is the one that it leads to
            waiting.setdefault(response.redirect_chain[-1][0], address)
            found[address] = ""
            waiting = {target: why for target, why in waiting.items() if target not in found}
            continue
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


def shared_titles(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the titles that pages of several paths have, with the paths. pages: HTML by address.

    A question behind the path shows the same page in another way.
    """
    paths = defaultdict(set)
    for address, page in pages.items():
        if page:
            paths[Page(page).title].add(urlsplit(address).path)
    return {title: sorted(found) for title, found in paths.items() if len(found) > 1}


@pytest.fixture
def twins(site, people):
    """Two posts of one title and band, each with rows in the same words, and two plans of them."""
    for number in range(2):
        vacancy = Vacancy.objects.create(
            organisation=people.northfield, created_by=people.manager, title="Librarian", band="5"
        )
        for _ in range(2):
            add_duty(vacancy=vacancy, text="Answers enquiries", key=uuid.uuid4())
            criterion = make_criterion(vacancy, "Searches")
            asked = {"method": "interview", "text": "How do you search?"}
            add_question(vacancy=vacancy, key=uuid.uuid4(), criterion=criterion, **asked)
            freeze_draft(vacancy=vacancy, person=people.manager, key=uuid.uuid4())
            if number == 0:
                break  # the pages of rows are there once for each post, and twice for one
        plan = make_plan(
            person=people.manager,
            organisation=people.northfield,
            key=uuid.uuid4(),
            title="Librarian",
            starts_on=date(2027, 5, 4),
        )
        PlanQuestion.objects.create(plan=plan, text="Where do I park?")


@pytest.mark.parametrize("role", [None, "manager"])
def test_no_link_is_dead_and_no_title_stands_twice(twins, people, client_of, role):
    pages = walk(client_of(role and getattr(people, role)))
    assert len(pages) > ENOUGH
    assert shared_titles(pages) == {}
    wrong = []
    for address, page in pages.items():
        ids = set(FRAGMENT.findall(page))
        assert len(ids) == len(FRAGMENT.findall(page)), f"an id stands twice on {address}"
        wrong += [
            f"{address}{link}"
            for link in LINK.findall(page)
            if link.startswith("#") and link[1:] not in ids
        ]
    assert wrong == []
