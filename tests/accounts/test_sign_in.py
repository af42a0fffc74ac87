"""Signing in and out, lock-out, and a new password by email."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertTemplateUsed

from kls_portal.accounts.models import User
from tests.conftest import PASSWORD
from tests.each import each
from tests.emails import sent
from tests.pages import Page, error_codes

LOGIN = reverse("account_login")
NOT_RIGHT = {"login": {"email_password_mismatch"}}


@pytest.fixture
def visitor(people) -> Client:
    return Client()


def sign_in(client, email="manager@test.example", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def test_a_session_can_be_prolonged_before_it_ends(visitor, settings):
    sign_in(visitor)
    address = reverse("vacancies:vacancy_list")
    first = int(Page(visitor.get(address)).all("body")[0].get("data-session-ends"))
    settings.SESSION_COOKIE_AGE += 60
    assert visitor.post(reverse("account_stay")).json()["ends"] >= first + 60
    shown = Page(visitor.get(address)).all("body")[0]
    assert int(shown.get("data-session-ends")) >= first + 60
    assert shown.get("data-stay") == reverse("account_stay")


def test_sign_in_leads_to_the_vacancies(visitor):
    response = sign_in(visitor)
    assert response.status_code == 302
    assert response.headers["Location"] == reverse("vacancies:vacancy_list")


def test_sign_in_takes_the_address_in_any_case(visitor):
    assert sign_in(visitor, email="Manager@Test.Example").status_code == 302


def test_sign_in_leads_to_the_page_that_was_asked_for(visitor):
    wanted = reverse("vacancies:vacancy_create")
    assert sign_in(visitor, next=wanted).headers["Location"] == wanted


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_sign_in_never_leads_to_another_site(visitor, elsewhere):
    assert "evil" not in sign_in(visitor, next=elsewhere).headers["Location"]
    assert "javascript" not in sign_in(Client(), next=elsewhere).headers["Location"]


@each(
    "answers, codes",
    [
        ({"email": ""}, {"login": {"required"}}),
        ({"email": "no address"}, {"login": {"invalid"}}),
        ({"password": ""}, {"password": {"required"}}),
        ({"password": "wrong"}, NOT_RIGHT),
        ({"email": "nobody@test.example"}, NOT_RIGHT),
        ({"email": "x" * 50_000}, {"login": {"invalid"}}),
    ],
)
def test_sign_in_says_what_is_wrong_and_keeps_the_address(visitor, answers, codes):
    response = sign_in(visitor, **answers)
    page = Page(response)
    assert page.errors == set(codes)
    assert error_codes(response.context["form"]) == codes
    if "password" in answers:
        assert page.value("login") == "manager@test.example"


def test_sign_in_says_the_same_of_known_and_unknown_addresses(visitor):
    known = sign_in(visitor, password="wrong").context["form"]
    unknown = sign_in(visitor, email="nobody@test.example", password="wrong").context["form"]
    assert known.errors == unknown.errors
    assert error_codes(known) == NOT_RIGHT


def test_sign_in_locks_out_after_five_tries_and_says_what_to_do(visitor):
    for _ in range(5):
        assert error_codes(sign_in(visitor, password="wrong").context["form"]) == NOT_RIGHT
    response = sign_in(visitor)
    assert error_codes(response.context["form"]) == {"login": {"too_many_login_attempts"}}
    assert Page(response).errors == {"login"}


def test_sign_in_of_a_closed_account_says_so(visitor, people):
    people.manager.is_active = False
    people.manager.save()
    closed = visitor.get(sign_in(visitor).headers["Location"])
    assertTemplateUsed(closed, "account/account_inactive.html")


@pytest.mark.parametrize("email", ["manager@demo.example", "Manager@DEMO.example"])
def test_a_real_site_lets_no_demonstration_account_in(visitor, settings, email):
    User.objects.create_user("manager@demo.example", PASSWORD)
    settings.PRODUCTION, settings.SECURE_SSL_REDIRECT = True, False
    refused = sign_in(visitor, email=email).context["form"]
    assert error_codes(refused) == {"login": {"demonstration_account"}}
    assert sign_in(visitor).status_code == 302
    settings.PRODUCTION = False
    assert sign_in(Client(), email=email).status_code == 302


def test_sign_out_ends_the_session(visitor):
    sign_in(visitor)
    response = visitor.post(reverse("account_logout"), follow=True)
    assertTemplateUsed(response, "account/signed_out.html")
    assert visitor.get(reverse("vacancies:vacancy_list")).status_code == 302


def test_sign_out_leaves_no_session_behind(visitor):
    sign_in(visitor)
    response = visitor.post(reverse("account_logout"))
    assert response.cookies["sessionid"].value == ""
    assert response.cookies["sessionid"]["max-age"] == 0
    visitor.cookies.pop("sessionid")
    assert "sessionid" not in visitor.get(response.headers["Location"]).cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize("name", ["signed_out", "login", "reset_password", "signup"])
def test_a_visitor_gets_no_session(visitor, name):
    assert "sessionid" not in visitor.get(reverse(f"account_{name}")).cookies


def test_a_changed_password_is_told(visitor):
    sign_in(visitor)
    new = "three random words here"
    answers = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    page = visitor.post(reverse("account_change_password"), answers, follow=True)
    assert Page(page).banner == "success"


def test_nobody_signs_up(visitor):
    address = reverse("account_signup")
    visitor.post(address, {"email": "new@test.example", "password1": PASSWORD})
    closed = visitor.get(address)
    assertTemplateUsed(closed, "account/signup_closed.html")
    assert Page(closed).actions == []
    assert not User.objects.filter(email="new@test.example").exists()


def test_a_new_password_by_email(visitor, settings):
    visitor.post(reverse("account_reset_password"), {"email": "manager@test.example"})
    (message,) = sent()
    assert message.to == ["manager@test.example"]
    assert settings.SITE_NAME in message.subject
    link = re.search(rf"{settings.SITE_ADDRESS}(\S+)", message.body)[1]
    form = visitor.get(link, follow=True)
    new = "three random words here"
    short = visitor.post(form.wsgi_request.path, {"password1": "short", "password2": "short"})
    assert "password_too_short" in error_codes(short.context["form"])["password1"]
    two = visitor.post(form.wsgi_request.path, {"password1": new, "password2": "other words"})
    assert Page(two).errors == {"password2"}
    visitor.post(form.wsgi_request.path, {"password1": new, "password2": new})
    assert sign_in(Client(), password=new).status_code == 302
    used = Page(Client().get(link, follow=True))
    assert used.actions == []
    assert reverse("account_reset_password") in used.links


def test_the_reset_message_is_written_properly(visitor):
    visitor.post(reverse("account_reset_password"), {"email": "manager@test.example"})
    paragraphs = [part.strip() for part in sent()[0].body.split("\n\n")]
    assert paragraphs[0] == "Hello,"
    assert all(part[0].isupper() or part.startswith("http") for part in paragraphs)


OUR_OWN = "Enter an email address in the correct format, like name@example.com"


@pytest.mark.parametrize("typed", ["no address", "x" * 5_000, "x" * 330 + "@test.example"])
@pytest.mark.parametrize(("name", "field"), [("login", "login"), ("reset_password", "email")])
def test_a_wrong_address_gets_one_plain_sentence_in_words(visitor, name, field, typed):
    answers = {field: typed, "password": PASSWORD}
    form = visitor.post(reverse(f"account_{name}"), answers).context["form"]
    assert form.errors == {field: [OUR_OWN]}


def test_a_password_with_a_null_character_is_refused_at_its_field(visitor):
    form = sign_in(visitor, password="a\x00b").context["form"]
    assert error_codes(form) == {"password": {"null_characters_not_allowed"}}


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"oldpassword": "wrong"}, "The current password is not right."),
        ({"oldpassword": ""}, "Enter your current password"),
        ({"password1": ""}, "Enter a new password"),
    ],
)
def test_passwords_are_refused_in_words(visitor, answers, sentence):
    sign_in(visitor)
    page = Page(visitor.post(reverse("account_change_password"), answers))
    (field,) = answers
    assert page.error(field).startswith(sentence)


def test_resets_are_limited(visitor):
    address = reverse("account_reset_password")
    statuses = [
        visitor.post(address, {"email": "manager@test.example"}).status_code for _ in range(6)
    ]
    assert statuses == [302] * 5 + [429]


def test_change_password_asks_for_the_present_one(visitor):
    sign_in(visitor)
    address = reverse("account_change_password")
    new = "three random words here"
    answers = {"oldpassword": "wrong", "password1": new, "password2": new}
    assert Page(visitor.post(address, answers)).errors == {"oldpassword"}
    visitor.post(address, answers | {"oldpassword": PASSWORD})
    assert sign_in(Client(), password=new).status_code == 302


def test_one_person_has_one_account(people):
    with pytest.raises(ValueError, match="email"):
        User.objects.create_user("")
    twin = User(email="MANAGER@test.example")
    twin.clean()
    assert twin.email == people.manager.email


def test_an_account_without_a_password_is_led_to_ask_for_one(people, client_of):
    people.manager.set_unusable_password()
    people.manager.save()
    answer = client_of(people.manager).get(reverse("account_change_password"))
    assert answer.url == reverse("account_reset_password")
