"""The list of vacancies, and those on the home page, with the status of each in one line."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from tests.pages import Page
from vacancies.posts.models import Vacancy
from vacancies.recruiting.models.advert import Outcome

LIST = reverse("vacancies:vacancy_list")


def titles(page):
    return page.texts("#vacancies h2")


@pytest.fixture
def many(people, vacancy, reference_data):
    """Thirty vacancies: one filled, one opened by a colleague."""
    for number in range(29):
        Vacancy.objects.create(
            organisation=people.northfield,
            created_by=people.colleague if number == 3 else people.manager,
            title=f"Post {number:02}",
            opens_on=date(2026, 12, 1),
        )
    Outcome.objects.create(vacancy=Vacancy.objects.get(title="Post 05"), filled_on="2026-11-20")


def test_vacancy_list_says_where_each_is_in_as_many_queries_for_one_as_for_25(
    many, vacancy, as_manager, client_of, people, django_assert_max_num_queries
):
    lead = client_of(people.lead)
    lead.get(LIST)
    with django_assert_max_num_queries(24) as few:
        one = Page(lead.get(LIST, {"title": "Librarian"}))
    with django_assert_max_num_queries(24) as all_of_them:
        page = Page(lead.get(LIST))
    assert len(all_of_them) <= len(few) + 1  # An outcome, with its channels.
    assert titles(one) == ["Librarian"]
    assert len(titles(page)) == 25
    assert page.all("#vacancies")[0].get("data-count") == "30"
    assert {row.get("data-stage") for row in page.all("[data-stage]")} == {"describe"}


def test_vacancy_list_is_narrowed_and_ordered_by_the_address(many, people, client_of):
    lead = client_of(people.lead)
    assert titles(Page(lead.get(LIST, {"state": "filled"}))) == ["Post 05"]
    assert titles(Page(lead.get(LIST, {"person": people.colleague.pk}))) == ["Post 03"]
    assert titles(Page(lead.get(LIST, {"order": "title", "title": "Post 1"})))[:2] == [
        "Post 10",
        "Post 11",
    ]
    assert len(titles(Page(lead.get(LIST, {"page": "2"})))) == 5
    wrong = {"state": "no", "person": "x", "order": "\x00", "title": "\x00"}
    assert lead.get(LIST, wrong).status_code == 200
    own, all_of_them = (
        Page(one.get(LIST, {"page": "2"})) for one in (client_of(people.manager), lead)
    )
    assert not own.all("[name=person]")
    assert own.text("h1") != all_of_them.text("h1")


def test_vacancy_list_begins_with_what_is_due_first(many, people, client_of):
    for title, opened in (("Post 07", 40), ("Post 20", 90), ("Post 05", 300)):
        Vacancy.objects.filter(title=title).update(created=now() - timedelta(days=opened))
    lead, days = client_of(people.lead), []
    assert titles(Page(lead.get(LIST)))[:2] == ["Post 20", "Post 07"]
    for page in "12":
        rows = lead.get(LIST, {"page": page}).context["rows"]
        days += [(bool(one.vacancy.filled_on), one.standing.next.day or date.max) for one in rows]
    assert days == sorted(days)
    assert len(days) == 30
    assert titles(Page(lead.get(LIST, {"order": "changed"})))[0] == "Post 28"


def test_home_shows_somebody_their_open_vacancies_and_nobody_else(many, as_manager, client):
    page = Page(as_manager.get("/"))
    assert len(page.all("#own-vacancies li")) == 5
    assert not page.all("#sign-in-first")
    assert not Page(client.get("/")).all("#own-vacancies")
    assert Page(client.get("/")).all("#sign-in-first")
