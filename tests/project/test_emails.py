"""Emails: plain text, with the address of the site, and no harm where an address is wrong."""

import pytest
from django.core import mail

from kls_portal.emails import full_address, send_email


@pytest.fixture
def template(tmp_path, settings):
    (tmp_path / "email.txt").write_text("{{ words }} {{ site_address }}/x\n", encoding="utf-8")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path], "APP_DIRS": False}]
    settings.SITE_ADDRESS = "https://portal.example"
    return "email.txt"


def send(template, **changed):
    given = {
        "to": "a@b.example",
        "subject": "Review\n due",
        "context": {"words": "Please read & act"},
    }
    return send_email(template=template, **{**given, **changed})


def test_an_email_goes_to_one_address_with_the_address_of_the_site(template):
    assert send(template)
    (email,) = mail.outbox
    assert (email.to, email.subject) == (["a@b.example"], "Review due")
    assert email.body == "Please read & act https://portal.example/x\n"


def test_an_address_that_no_email_can_have_stops_nobody(template, caplog):
    assert not send(template, to="a@b.example\nBcc: c@d.example")
    assert not mail.outbox
    assert "email.txt" in caplog.text
    assert "a@b.example" not in caplog.text


def test_the_address_of_a_page_is_whole(settings):
    settings.SITE_ADDRESS = "https://portal.example"
    assert full_address("fact_list") == "https://portal.example/facts/"
