"""Letters: plain text, with the address of the site, and no harm where the server is down."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from kls_portal.letters import full_address, send_letter


class DownBackend(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("the server is down")


@pytest.fixture
def template(tmp_path, settings):
    (tmp_path / "letter.txt").write_text("{{ words }} {{ site_address }}/x\n", encoding="utf-8")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path], "APP_DIRS": False}]
    settings.SITE_ADDRESS = "https://portal.example"
    return "letter.txt"


def send(template, **changed):
    given = {
        "to": "a@b.example",
        "subject": "Review\n due",
        "context": {"words": "Please read & act"},
    }
    return send_letter(template=template, **{**given, **changed})


def test_a_letter_goes_to_one_address_with_the_address_of_the_site(template):
    assert send(template)
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["a@b.example"], "Review due")
    assert letter.body == "Please read & act https://portal.example/x\n"


def test_a_server_that_is_down_is_logged_without_the_address(template, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.DownBackend"
    assert not send(template)
    assert "letter.txt" in caplog.text
    assert "a@b.example" not in caplog.text


class RefusingBackend(BaseEmailBackend):
    """A mail server that takes no letter to this address, and names it."""

    def send_messages(self, messages):
        raise SMTPRecipientsRefused(dict.fromkeys(messages[0].to, (550, b"unknown")))


def test_an_address_that_is_refused_is_not_in_the_log(template, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    assert not send(template)
    assert "SMTPRecipientsRefused" in caplog.text
    assert "a@b.example" not in caplog.text


def test_an_address_that_no_letter_can_have_stops_nobody(template):
    assert not send(template, to="a@b.example\nBcc: c@d.example")
    assert not mail.outbox


def test_the_address_of_a_page_is_whole(settings):
    settings.SITE_ADDRESS = "https://portal.example"
    assert full_address("healthz") == "https://portal.example/healthz/"
