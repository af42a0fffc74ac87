"""The first account of a site can do everything, so its password is no weak one either."""

import sys
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from kls_portal.accounts.models import User

ADDRESS = "first.person@portal.example"
GOOD = "three random words"


def make(monkeypatch, password, email=ADDRESS):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", password)
    call_command("createsuperuser", "--noinput", email=email, verbosity=0)


@pytest.mark.parametrize("password", ["kls", "", "password1234", "827364918273645", ADDRESS])
def test_a_weak_password_is_refused_without_questions(db, monkeypatch, password):
    with pytest.raises(CommandError) as refused:
        make(monkeypatch, password)
    assert "password" in str(refused.value)
    assert not User.objects.exists()


def test_a_good_password_is_taken(db, monkeypatch):
    make(monkeypatch, GOOD, "First.Person@Portal.example")
    user = User.objects.get()
    assert (user.email, user.is_superuser) == (ADDRESS, True)
    assert user.check_password(GOOD)


def test_one_address_is_one_account_in_any_spelling(db, monkeypatch):
    make(monkeypatch, GOOD)
    with pytest.raises(CommandError, match="already taken"):
        make(monkeypatch, GOOD, f" {ADDRESS.upper()}")


def test_without_a_password_it_waits_for_a_reset_link(db):
    call_command("createsuperuser", "--noinput", email=ADDRESS, verbosity=0)
    assert not User.objects.get().has_usable_password()


def test_nobody_answers_a_weak_password_through(db, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda *_: "kls")
    monkeypatch.setattr("builtins.input", lambda *_: "y")
    with (
        mock.patch.object(sys.stdin, "isatty", return_value=True, create=True),
        pytest.raises(CommandError, match="too short"),
    ):
        call_command("createsuperuser", email=ADDRESS, stdin=sys.stdin)
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["kls", "firsty personal"])
def test_a_shell_is_refused_too(db, password):
    with pytest.raises(ValidationError):
        User.objects.create_superuser(ADDRESS, password, name="Firsty Personal")
