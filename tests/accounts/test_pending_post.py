"""A form sent after the session ended is carried through sign-in, and stored nowhere."""

import re
from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertTemplateUsed

from kls_portal.accounts.pending_post import PendingPost, signed, unsigned
from tests.conftest import PASSWORD
from tests.pages import Page
from vacancies.models import Vacancy

LOGIN = reverse("account_login")
PURPOSE = "To find evidence\n<b>& explain</b> it"


@pytest.fixture
def vacancy(people):
    return Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )


@pytest.fixture
def visitor(people):
    """A browser in which the manager signed in, before the session ended."""
    client = Client(enforce_csrf_checks=True)
    token = token_of(client)
    answers = {"login": "manager@test.example", "password": PASSWORD}
    client.post(LOGIN, {**answers, "csrfmiddlewaretoken": token})
    assert client.cookies["person"]["httponly"]
    Session.objects.all().delete()
    return client


def token_of(client):
    html = client.get(LOGIN).content.decode()
    return re.search(r'csrfmiddlewaretoken" value="(\w+)"', html)[1]


def fields_of(html, action):
    """The names and values of the hidden fields of the form that goes to an address."""
    form = re.search(rf'<form method="post" action="{action}".*?</form>', html, re.S)[0]
    found = re.findall(r'<input type="hidden" name="(\w+)"[^>]* value="([^"]*)"', form)
    found += re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', form, re.S)
    return {name: unescape(value) for name, value in found}


def sent_too_late(visitor, url):
    answers = {"purpose": PURPOSE, "version_token": "0", "csrfmiddlewaretoken": token_of(visitor)}
    return visitor.post(url, answers)


def test_the_words_come_back_after_sign_in_and_are_saved_by_a_press(vacancy, people, visitor):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    page = sent_too_late(visitor, url)
    assert page.status_code == 403
    html = page.content.decode()
    assert "words-are-kept" in Page(html).ids
    assert not Session.objects.exists()
    hidden = fields_of(html, LOGIN)
    assert hidden["next"] == url
    wrong = visitor.post(LOGIN, {**hidden, "login": "manager@test.example", "password": "wrong"})
    hidden = fields_of(wrong.content.decode(), LOGIN)
    good = {**hidden, "login": "manager@test.example", "password": PASSWORD}
    back = visitor.post(LOGIN, good)
    html = back.content.decode()
    assertTemplateUsed(back, "account/pending_post.html")
    assert "<b>&" not in html
    vacancy.refresh_from_db()
    assert vacancy.purpose == "", "nothing is saved without a press"
    again = fields_of(html, url)
    assert again["purpose"] == PURPOSE
    assert "password" not in again
    seen = re.search(r'name="version_token" value="(\w+)"', visitor.get(url).content.decode())[1]
    assert visitor.post(url, {**again, "version_token": seen}).status_code == 302
    vacancy.refresh_from_db()
    assert vacancy.purpose == PURPOSE


def test_a_form_of_many_rows_is_carried_too(vacancy, visitor):
    sent = {"rows-new-1-text": "Searches", "rows-version_token": "0", "rows-order": "new-1"}
    csrf = {"csrfmiddlewaretoken": token_of(visitor)}
    page = visitor.post(reverse("vacancies:duty_list", args=[vacancy.pk]), {**sent, **csrf})
    assert page.status_code == 403
    kept = unsigned(page.context["form"].initial["kept"], vacancy.created_by_id)
    assert dict(kept.fields) == sent
    assert kept.typed == [("Rows new 1 text", "Searches")]


def test_words_for_what_somebody_deleted_are_shown_again(vacancy, people, client_of):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    vacancy.delete()
    as_manager = client_of(people.manager)
    page = as_manager.post(url, {"purpose": PURPOSE, "version_token": "0"})
    assert page.status_code == 404
    assert Page(page).texts("dd") == ["To find evidence<b>& explain</b> it"]
    assert Page(as_manager.get(url)).all("dd") == []
    assert Page(as_manager.post("/nothing.txt", {"purpose": PURPOSE})).all("dd") == []


def test_somebody_else_who_signs_in_sees_nothing_of_the_words(vacancy, people, visitor):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    hidden = fields_of(sent_too_late(visitor, url).content.decode(), LOGIN)
    other = {**hidden, "login": "other@test.example", "password": PASSWORD}
    first = visitor.post(LOGIN, other)
    assert (first.status_code, first.headers["Location"]) == (
        302,
        reverse("vacancies:vacancy_list"),
    )
    csrf = visitor.cookies["csrftoken"].value
    again = visitor.post(LOGIN, {**other, "csrfmiddlewaretoken": csrf}, follow=True)
    assert "To find evidence" not in again.content.decode()
    assert str(people.other.pk) in visitor.cookies["person"].value.split(":")
    vacancy.refresh_from_db()
    assert vacancy.purpose == ""


def test_words_are_not_carried_where_nobody_knows_who_typed_them(vacancy, visitor):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    visitor.cookies["person"] = f"{vacancy.created_by.pk}:forged:line"
    response = sent_too_late(visitor, url)
    assert response.status_code == 302
    assert response.headers["Location"].startswith(LOGIN)


def test_a_form_of_another_site_is_refused_and_not_carried(vacancy, visitor):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    page = visitor.post(url, {"purpose": PURPOSE})
    assert page.status_code == 403
    assertTemplateUsed(page, "403_csrf.html")
    assert "To find evidence" not in page.content.decode()
    assert Page(page).all("[name=kept]") == []


def test_words_that_were_not_made_here_are_ignored(people):
    forged = {"kept": "forged:line", "login": "manager@test.example", "password": PASSWORD}
    response = Client().post(LOGIN, forged)
    assert response.status_code == 302


def test_nothing_typed_and_pages_that_save_by_themselves_go_to_sign_in(vacancy, visitor):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    for answers, headers in (({"version_token": "0"}, {}), ({"purpose": "x"}, {"X-Autosave": "1"})):
        answers = {**answers, "csrfmiddlewaretoken": token_of(visitor)}
        response = visitor.post(url, answers, headers=headers)
        assert response.status_code == 302
        assert response.headers["Location"].startswith(LOGIN)


def test_passwords_are_never_kept(visitor):
    answers = {"oldpassword": "secret words", "csrfmiddlewaretoken": token_of(visitor)}
    response = visitor.post(reverse("account_change_password"), answers)
    assert response.status_code == 302


def test_signed_words_come_back():
    pending = PendingPost("7", "/a/?b=c", (("text", "One"), ("text", "Two"), ("key", "k")))
    assert unsigned(signed(pending), 7) == pending
    assert unsigned(signed(pending), 8) is None
    assert pending.typed == [("Text", "One"), ("Text", "Two")]


@pytest.mark.parametrize(
    ("came", "page"),
    [
        ("http://testserver/vacancies/?page=2", "/vacancies/?page=2"),
        ("http://elsewhere.example/x/", ""),
        ("http://testserver//elsewhere.example/", ""),
        ("http://[", ""),
    ],
)
def test_a_button_pressed_too_late_leads_back_to_its_page(vacancy, visitor, came, page):
    """The address of a button alone shows no page."""
    url = reverse("vacancies:plan_tick", args=[1, "D1"])
    answers = {"done": "yes", "csrfmiddlewaretoken": token_of(visitor)}
    html = visitor.post(url, answers, headers={"referer": came}).content.decode()
    kept = re.search(r'name="kept"[^>]*value="([^"]*)"', html)
    assert unsigned(unescape(kept[1]), vacancy.created_by_id).page == page
