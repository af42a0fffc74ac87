"""An account has one address: once it is another one, the old one opens nothing."""

import re
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from kls_portal.accounts.demonstration import close_accounts
from kls_portal.accounts.models import PeopleQuerySet, User
from tests.conftest import PASSWORD
from tests.emails import sent

OLD, NEW = "manager@test.example", "new.place@test.example"
LOGIN, RESET = reverse("account_login"), reverse("account_reset_password")
MINE = reverse("vacancies:vacancy_list")


def signs_in(email: str, password: str = PASSWORD) -> bool:
    return Client().post(LOGIN, {"login": email, "password": password}).status_code == 302


def signed_in(email: str = OLD) -> Client:
    client = Client()
    client.post(LOGIN, {"login": email, "password": PASSWORD})
    assert client.get(MINE).status_code == 200
    return client


def reset_link(email: str = OLD) -> str:
    mail.outbox.clear()
    Client().post(RESET, {"email": email})
    return urlsplit(re.search(r"http\S+", sent()[0].body)[0]).path


def opened(people) -> tuple[str, Client]:
    """A reset link and a session that both work. (Signing in ends the links before it.)"""
    session, link = signed_in(), reset_link()
    people.manager.refresh_from_db()
    assert opens(link)
    return link, session


def opens(link: str) -> bool:
    return "password1" in Client().get(link, follow=True).content.decode()


def in_the_admin(people, user, email):
    client = Client()
    client.force_login(people.superuser, backend="django.contrib.auth.backends.ModelBackend")
    answers = {
        "email": email,
        "name": user.name,
        "is_active": "on",
        "memberships-TOTAL_FORMS": 0,
        "memberships-INITIAL_FORMS": 0,
    }
    address = reverse("admin:accounts_user_change", args=[user.pk])
    assert client.post(address, answers).status_code == 302


def by_save(people, user, email):
    user.email = email
    user.save()


def by_one_field(people, user, email):
    user.email = email
    user.save(update_fields=["email"])


def by_update(people, user, email):
    assert User.objects.filter(pk=user.pk).update(email=email) == 1


def by_many(people, user, email):
    user.email = email
    User.objects.bulk_update([user, people.other], ["email"])


def by_update_or_create(people, user, email):
    User.objects.update_or_create(pk=user.pk, defaults={"email": email})


def past_django(people, user, email):
    """What no code of ours sees: the address stands in the account, allauth's list is old."""
    unseen(user, email=email)


def unseen(user, **values):
    super(PeopleQuerySet, User.objects.filter(pk=user.pk)).update(**values)


WAYS = [in_the_admin, by_save, by_one_field, by_update, by_many, by_update_or_create, past_django]


@pytest.mark.parametrize("change", WAYS)
def test_the_old_address_opens_nothing_once_it_is_another_one(people, change):
    EmailAddress.objects.create(user=people.manager, email=OLD, primary=True)
    link, session = opened(people)
    change(people, people.manager, NEW)
    assert not opens(link)
    assert not signs_in(OLD)
    assert session.get(MINE).status_code == 302
    mail.outbox.clear()
    Client().post(RESET, {"email": OLD})
    assert sent() == []
    assert signs_in(NEW)
    assert opens(reset_link(NEW))
    assert mail.outbox[0].to == [NEW]


@pytest.mark.parametrize("change", [way for way in WAYS if way is not past_django])
def test_allauth_knows_the_new_address_alone(people, change):
    EmailAddress.objects.create(user=people.manager, email=OLD, primary=True, verified=True)
    EmailAddress.objects.create(user=people.colleague, email=NEW, verified=True)
    change(people, people.manager, NEW)
    kept = EmailAddress.objects.values_list("user", "email", "primary")
    assert list(kept) == [(people.manager.pk, NEW, True)]


@pytest.mark.parametrize("again", [OLD, "MANAGER@TEST.EXAMPLE", " manager@test.example "])
def test_there_and_back_opens_neither_session_nor_link(people, again):
    link, session = opened(people)
    by_save(people, people.manager, NEW)
    by_save(people, people.manager, again)
    assert session.get(MINE).status_code == 302
    assert not opens(link)
    assert signs_in(OLD)


@pytest.mark.parametrize("same", ["Manager@Test.Example", " manager@test.example\n"])
@pytest.mark.parametrize("change", [by_save, by_update])
def test_another_spelling_of_the_same_address_changes_nothing(people, change, same):
    link, session = opened(people)
    change(people, people.manager, same)
    assert User.objects.get(pk=people.manager.pk).email == OLD
    assert session.get(MINE).status_code == 200
    assert opens(link)


def test_a_half_used_link_of_the_old_mailbox_sets_no_password(people):
    old_mailbox = Client()
    form = old_mailbox.get(reset_link(), follow=True)
    by_save(people, people.manager, NEW)
    new = "three random words here"
    answers = {"password1": new, "password2": new}
    old_mailbox.post(form.wsgi_request.path, answers)
    assert not signs_in(NEW, new)
    assert signs_in(NEW)


def test_a_verified_address_of_somebody_else_gets_no_letter_of_mine(people):
    EmailAddress.objects.create(user=people.other, email=OLD, verified=True, primary=True)
    Client().post(RESET, {"email": OLD})
    (letter,) = sent()
    assert f"/{_key_of(people.manager)}-" in letter.body


def _key_of(user):
    from allauth.account.utils import user_pk_to_url_str

    return user_pk_to_url_str(user)


@pytest.mark.parametrize("close", ["save", "update"])
def test_a_closed_account_comes_back_without_what_was_open(people, close):
    link, session = opened(people)
    if close == "update":
        User.objects.filter(pk=people.manager.pk).update(is_active=False)
    else:
        people.manager.is_active = False
        people.manager.save()
    assert session.get(MINE).status_code == 302
    assert not opens(link)
    mail.outbox.clear()
    Client().post(RESET, {"email": OLD})
    assert sent() == []
    User.objects.filter(pk=people.manager.pk).update(is_active=True)
    assert session.get(MINE).status_code == 302
    assert not opens(link)
    assert signs_in(OLD)


def test_no_link_opens_a_closed_account_however_it_was_closed(people):
    link, _ = opened(people)
    unseen(people.manager, is_active=False)
    assert not opens(link)


def test_closing_the_demonstration_ends_its_sessions(people):
    by_update(people, people.manager, "manager@demo.example")
    session = signed_in("manager@demo.example")
    assert close_accounts() == 1
    assert session.get(MINE).status_code == 302


def test_who_changes_their_own_address_stays_signed_in_here_alone(people, client_of):
    here, there = client_of(people.superuser), client_of(people.superuser)
    address = reverse("admin:accounts_user_change", args=[people.superuser.pk])
    answers = {"email": NEW, "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    answers |= {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    assert here.post(address, answers).status_code == 302
    assert here.get(address).status_code == 200
    assert there.get(address).status_code == 302


def test_signing_in_stores_no_shut_out(people):
    signed_in()
    people.manager.refresh_from_db()
    people.manager.name = "Manager of the library"
    people.manager.save()
    assert people.manager.shut_out_at is None
    assert not EmailAddress.objects.exists()


def test_a_session_outlives_the_change_of_the_secret_key(people, settings):
    session = signed_in()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "the next one"
    assert session.get(MINE).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert session.get(MINE).status_code == 200, "it was signed anew with the next key"
    assert get_user(session.get(MINE).wsgi_request) == people.manager


KELVIN, DOTLESS, LONG_S = "\u212a", "ı", "ſ"


@pytest.mark.parametrize("typed", [f"mi{KELVIN}e@test.example", "MIKE@test.example"])
def test_a_letter_goes_to_the_address_of_the_account_not_to_a_look_alike(db, typed):
    User.objects.create_user("mike@test.example", PASSWORD)
    Client().post(RESET, {"email": typed})
    assert [message.to for message in sent()] == [["mike@test.example"]]


def test_a_look_alike_of_another_letter_is_another_address(db):
    User.objects.create_user("mike@test.example", PASSWORD)
    typed = f"m{DOTLESS}ke@test.example"
    Client().post(RESET, {"email": typed})
    assert sent() == []
    assert not signs_in(typed)


def test_look_alikes_share_one_count_of_tries(db):
    User.objects.create_user("skiss@test.example", PASSWORD)
    for typed in (
        "skiss",
        "SKISS",
        f"s{KELVIN}iss",
        f"{LONG_S}kiss",
        f"{LONG_S}{KELVIN}i{LONG_S}S",
    ):
        assert not signs_in(f"{typed}@test.example", "wrong")
    assert not signs_in("skiss@test.example"), "the five tries are used up"


@pytest.mark.parametrize("letter", [KELVIN, DOTLESS, LONG_S, "İ"])
def test_no_account_is_made_with_a_look_alike(db, letter):
    with pytest.raises(ValidationError) as refused:
        User(email=f"m{letter}ke@test.example", password="x").full_clean()
    assert set(refused.value.message_dict) == {"email"}


def test_email_addresses_are_not_in_the_admin(people, client_of):
    client = client_of(people.superuser)
    assert "emailaddress" not in client.get("/admin/").content.decode()
    assert client.get("/admin/account/emailaddress/").status_code == 404


def test_sign_out_takes_the_cookie_of_who_it_was_along(people):
    client = signed_in()
    assert client.cookies["person"].value
    response = client.post(reverse("account_logout"))
    assert response.cookies["person"]["max-age"] == 0
    assert response.cookies["person"].value == ""


def test_sign_out_of_the_admin_does_too(people, client_of):
    response = client_of(people.editor).post(reverse("admin:logout"))
    assert response.cookies["person"]["max-age"] == 0


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u202c", "\u00a0"])
def test_a_sign_that_nobody_sees_is_no_part_of_an_address(people, unseen):
    in_the_admin(people, people.manager, f"{NEW}{unseen}")
    people.manager.refresh_from_db()
    assert people.manager.email == NEW
    assert signs_in(NEW)
    assert not signs_in(OLD)
