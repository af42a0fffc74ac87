"""No page offers a way that is refused: each link and form of each page, for who may do less."""

from functools import cache
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from kls_portal.accounts.models import Membership
from kls_portal.accounts.permissions import RIGHTS, Action, Rights
from tests.pages import Page
from tests.project.access import MATRIX, person

READER = "reader"
PAGES = [
    (name, arguments)
    for name, (arguments, statuses) in MATRIX.items()
    if statuses["lead"] == 200 and "kind" not in arguments and name.startswith("vacancies:")
]
LINKS, FORMS = "a[href^='/vacancies/']", "main form[method=post][action^='/vacancies/']"


@pytest.mark.parametrize("role", [READER, pytest.param("shared", marks=pytest.mark.thorough)])
def test_no_way_on_a_page_is_refused(
    role, people, rows, reference_data, links, client_of, monkeypatch, no_file_is_written
):
    """A reader sees everything of the organisation and edits nothing; whom a vacancy is shared
    with edits it, and decides neither on its end nor on who else sees it.
    """
    monkeypatch.setitem(RIGHTS, READER, Rights(every=frozenset({Action.SEE})))
    Membership.objects.filter(user=people.colleague).update(role=READER)
    client = client_of(people.colleague if role == READER else person(people, role))
    opened = cache(client.get)
    refused, ways = [], 0
    for name, arguments in PAGES:
        filled = {key: rows[key] if value is ... else value for key, value in arguments.items()}
        answer = opened(reverse(name, kwargs=filled))
        if answer.status_code != 200:
            continue
        page = Page(answer)
        answers = {link: opened(urlsplit(link).path) for link in hrefs(page, LINKS, "href")}
        if role == READER:
            answers |= {form: client.post(form) for form in hrefs(page, FORMS, "action")}
        ways += len(answers)
        refused += [(name, way) for way, one in answers.items() if one.status_code == 403]
    assert refused == []
    assert ways > 100


def hrefs(page, selector, attribute):
    return {one.get(attribute) for one in page.all(selector)}
