"""A form sent after the session ended is carried through sign-in, and stored nowhere."""

import re
from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from kls_portal.accounts.kept_words import KeptWords, signed, unsigned
from tests.conftest import PASSWORD
from vacancies.models import Vacancy

LOGIN = reverse("account_login")
PURPOSE = "To find evidence\n<b>& explain</b> it"


@pytest.fixture
def vacancy(people):
    return Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )


@pytest.fixture
def visitor():
    return Client(enforce_csrf_checks=True)


def fields_of(html, action):
    """The names and values of the hidden fields of the form that goes to an address."""
    form = re.search(rf'<form method="post" action="{action}".*?</form>', html, re.S)[0]
    found = re.findall(r'<input type="hidden" name="(\w+)"[^>]* value="([^"]*)"', form)
    found += re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', form, re.S)
    return {name: unescape(value) for name, value in found}


def sent_too_late(visitor, url):
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', visitor.get(LOGIN).content.decode())
    answers = {"purpose": PURPOSE, "seen": "0", "csrfmiddlewaretoken": token[1]}
    return visitor.post(url, answers)


def test_the_words_come_back_after_sign_in_and_are_saved_by_a_press(vacancy, people, visitor):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    page = sent_too_late(visitor, url)
    assert page.status_code == 403
    html = page.content.decode()
    assert "You were signed out" in html
    assert not Session.objects.exists()
    hidden = fields_of(html, LOGIN)
    assert hidden["next"] == url
    wrong = visitor.post(LOGIN, {**hidden, "login": "manager@test.example", "password": "wrong"})
    hidden = fields_of(wrong.content.decode(), LOGIN)
    good = {**hidden, "login": "manager@test.example", "password": PASSWORD}
    back = visitor.post(LOGIN, good)
    html = back.content.decode()
    assert "What you typed is not saved yet" in html
    assert "<b>&" not in html
    vacancy.refresh_from_db()
    assert vacancy.purpose == "", "nothing is saved without a press"
    again = fields_of(html, url)
    assert again["purpose"] == PURPOSE
    assert "password" not in again
    seen = re.search(r'name="seen" value="(\w+)"', visitor.get(url).content.decode())[1]
    assert visitor.post(url, {**again, "seen": seen}).status_code == 302
    vacancy.refresh_from_db()
    assert vacancy.purpose == PURPOSE


def test_somebody_else_who_signs_in_saves_nothing(vacancy, people, visitor):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    hidden = fields_of(sent_too_late(visitor, url).content.decode(), LOGIN)
    back = visitor.post(LOGIN, {**hidden, "login": "other@test.example", "password": PASSWORD})
    assert visitor.post(url, fields_of(back.content.decode(), url)).status_code == 404
    vacancy.refresh_from_db()
    assert vacancy.purpose == ""


def test_a_form_of_another_site_is_refused_and_not_carried(vacancy, visitor):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    page = visitor.post(url, {"purpose": PURPOSE}).content.decode()
    assert "We could not take that form" in page
    assert "To find evidence" not in page
    assert 'name="kept"' not in page


def test_words_that_were_not_made_here_are_ignored(people):
    forged = {"kept": "forged:line", "login": "manager@test.example", "password": PASSWORD}
    response = Client().post(LOGIN, forged)
    assert response.status_code == 302


def test_nothing_typed_and_pages_that_save_by_themselves_go_to_sign_in(vacancy, people):
    url = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    for answers, headers in (({"seen": "0"}, {}), ({"purpose": "x"}, {"X-Autosave": "1"})):
        response = Client().post(url, answers, headers=headers)
        assert response.status_code == 302
        assert response.headers["Location"].startswith(LOGIN)


def test_passwords_are_never_kept(people):
    response = Client().post(reverse("account_change_password"), {"oldpassword": "secret words"})
    assert response.status_code == 302


def test_signed_words_come_back():
    words = KeptWords("/a/?b=c", (("text", "One"), ("text", "Two"), ("key", "k")))
    assert unsigned(signed(words)) == words
    assert words.typed == [("Text", "One"), ("Text", "Two")]
