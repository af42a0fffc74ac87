"""Emails that ask for a review: the owner, then the deputy, once for each review."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from guidance.desk.services.reminding import remind
from guidance.models import Reminder
from guidance.pages.services.approvals import move_review
from guidance.pages.services.publishing import withdraw
from kls_portal.accounts.models import User

DUE = date(2026, 12, 1)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def patience(settings):
    settings.GUIDANCE_DEPUTY_AFTER_DAYS = 14


@pytest.fixture
def owner(people) -> User:
    return people.editor


@pytest.fixture
def deputy(people) -> User:
    return people.superuser


@pytest.fixture
def page(make_page, owner, deputy):
    return make_page("interviews", owner=owner, deputy=deputy, next_review=DUE)


def run(day: date) -> list[str]:
    return list(remind(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)))


def receivers() -> list[str]:
    return [email.to[0] for email in mail.outbox]


def line_of(email, title: str) -> str:
    """Return the line of an email that names a page."""
    (line,) = [line for line in email.body.splitlines() if title in line]
    return line


def test_the_owner_is_asked_when_the_review_is_due(page, owner):
    assert run(DUE - DAY) == []
    assert len(run(DUE)) == 1
    (email,) = mail.outbox
    assert email.to == [owner.email]
    assert "1 page" in email.subject
    assert "1 December 2026" in line_of(email, "Interviews")
    assert f"/admin/guidance/page/{page.pk}/change/" in email.body
    assert "/admin/guidance/page/desk/" in email.body


def test_nobody_is_asked_twice_for_one_review(page):
    run(DUE)
    assert [run(DUE + n * DAY) for n in range(14)] == [[]] * 14
    assert len(mail.outbox) == 1


def test_the_deputy_is_asked_when_it_stays_undone(page, owner, deputy):
    run(DUE)
    run(DUE + 14 * DAY)
    run(DUE + 100 * DAY)
    assert receivers() == [owner.email, deputy.email]
    first, second = (line_of(email, "Interviews") for email in mail.outbox)
    assert second.startswith(first)
    assert second != first, "the deputy is told that the owner has not reviewed it"


def test_the_next_review_is_asked_for_anew(page, owner):
    run(DUE)
    move_review(page, on=DUE)
    page.next_review = DUE + 365 * DAY
    page.save()
    run(DUE + 365 * DAY)
    assert receivers() == [owner.email] * 2


def test_one_person_gets_one_email_for_all_pages(make_page, owner):
    for number in range(50):
        make_page(f"page-{number}", owner=owner, deputy=owner, next_review=DUE)
    (said,) = run(DUE + 30 * DAY)
    assert "50 pages" in said
    (email,) = mail.outbox
    assert email.body.count("/change/") == 50
    assert run(DUE + 31 * DAY) == []


def test_a_page_without_keepers_or_off_the_site_is_nobodys_email(make_page, owner):
    make_page("orphan", next_review=DUE)
    withdraw(make_page("gone", owner=owner, next_review=DUE))
    assert run(DUE + 30 * DAY) == []
    assert mail.outbox == []


def test_a_closed_account_gets_no_email_and_the_deputy_does(page, owner, deputy):
    owner.is_active = False
    owner.save()
    assert run(DUE) == []
    run(DUE + 14 * DAY)
    assert receivers() == [deputy.email]


def test_an_email_that_the_server_did_not_take_is_sent_the_next_night(page, monkeypatch):
    monkeypatch.setattr("guidance.desk.services.reminding.send_email", lambda **_: False)
    assert len(run(DUE)) == 1, "an email that was not sent is told"
    assert not Reminder.objects.exists()
    monkeypatch.undo()
    run(DUE + DAY)
    assert len(mail.outbox) == 1


def test_the_command_does_it(make_page, owner, capsys):
    make_page("late", owner=owner, next_review=date(2020, 1, 1))
    call_command("send_reminders")
    assert "1 page" in capsys.readouterr().out
    assert receivers() == [owner.email]
