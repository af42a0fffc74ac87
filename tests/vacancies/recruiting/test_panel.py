"""The panel on the day: its papers by a secret link, and nothing to send."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now

from tests.pages import Page
from vacancies.models import Vacancy, VacancyLink
from vacancies.posts.services import make_vacancy_link
from vacancies.recruiting.views.selection import ON_THE_DAY

pytestmark = pytest.mark.usefixtures("reference_data")


@pytest.fixture
def token(vacancy, people):
    return make_vacancy_link(vacancy=vacancy, kind="panel", person=people.manager, days=30)


def file_of(token, slug, kind="docx"):
    return reverse("vacancies:panel_file", args=[token, slug, kind])


def test_the_panel_finds_its_papers_and_nothing_to_send(token):
    response = Client().get(reverse("vacancies:panel_day", args=[token]))
    page = Page(response)
    assert {file_of(token, slug, "pdf") for slug in ON_THE_DAY} <= set(page.links)
    assert not page.actions
    assert not page.all("input, textarea")
    for answer in (response, Client().get(file_of(token, ON_THE_DAY[1]))):
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies


@pytest.mark.parametrize("slug", ["shortlisting-grid", "feedback-lines", "questions-in-advance"])
def test_other_papers_are_not_for_the_day(token, slug):
    assert Client().get(file_of(token, slug)).status_code == 404


def test_a_closed_link_opens_no_paper_and_posts_are_refused(token):
    assert Client().post(reverse("vacancies:panel_day", args=[token])).status_code == 405
    VacancyLink.objects.update(expires_at=now())
    assert Client().get(file_of(token, ON_THE_DAY[0])).status_code == 404


def test_the_link_is_offered_on_the_packs(vacancy, as_manager):
    page = reverse("vacancies:panel_link", args=[vacancy.pk])
    assert page in Page(as_manager.get(reverse("vacancies:pack_list", args=[vacancy.pk]))).links
    assert Page(as_manager.post(page)).errors == {"days"}
    Vacancy.objects.update(interview_on=localdate() + timedelta(days=71))
    (chosen,) = Page(as_manager.get(page)).all("[name=days][checked]")
    assert chosen.get("value") == "90", "it still works on the day of the interviews"
    shown = as_manager.post(page, {"days": "7"})
    assert shown.context["link"].expires_at - now() < timedelta(days=7)
    assert Client().get(shown.context["address"]).status_code == 200
