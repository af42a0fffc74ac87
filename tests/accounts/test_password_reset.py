"""Asking for a new password tells nobody whether there is an account: neither words nor time do.

Time is proved by construction: the request does the same for every address and talks to no mail
server, and the email takes the same work for every address.
"""

import re
from collections import Counter

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kls_portal.accounts import password_reset
from kls_portal.accounts.adapter import ResetTokens
from kls_portal.accounts.models import User
from kls_portal.operation import outbox
from kls_portal.operation.models import QueuedEmail
from kls_portal.operation.outbox import POSTMAN, Outcome, try_email
from tests.emails import sent
from tests.operation.mail_server import mail_server

RESET = reverse("account_reset_password")
KNOWN, UNKNOWN, CLOSED = "manager@test.example", "stranger@test.example", "closed@test.example"
ADDRESSES = (KNOWN, UNKNOWN, CLOSED)
SMTP = "django.core.mail.backends.smtp.EmailBackend"
NOBODY = 1
"""A port that nothing listens at."""


@pytest.fixture
def accounts(people):
    User.objects.create_user(CLOSED, "a long enough password", is_active=False)


@pytest.fixture
def through_smtp(settings):
    settings.EMAIL_TRANSPORT = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", NOBODY, False


def ask(address):
    return Client().post(RESET, {"email": address})


def told(address):
    """All that the answer tells, but for the number of the request."""
    answer = ask(address)
    headers = {k: v for k, v in answer.headers.items() if k != "X-Request-ID"}
    return answer.status_code, headers, answer.content, [*answer.cookies]


def statements(queries):
    """What was asked of the database, without the values."""
    return [re.sub(r"'[^']*'|\b\d+\b", "?", query["sql"]) for query in queries]


@pytest.mark.parametrize("address", [UNKNOWN, CLOSED])
def test_every_address_gets_the_same_answer(accounts, address):
    assert told(address) == told(KNOWN)
    followed = [Client().post(RESET, {"email": a}, follow=True) for a in (address, KNOWN)]
    assert {page.request["PATH_INFO"] for page in followed} == {f"{RESET}done/"}


@pytest.mark.parametrize("address", [UNKNOWN, CLOSED])
def test_the_request_asks_the_same_of_the_database_for_every_address(accounts, address):
    ask("first@test.example")
    asked = []
    for one in (KNOWN, address):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ask(one)
        asked.append(statements(queries.captured_queries))
    assert asked[0] == asked[1]
    assert [sql for sql in asked[0] if "operation_queuedemail" in sql]
    assert not [sql for sql in asked[0] if "accounts_user" in sql]


def test_the_request_writes_no_email_and_makes_no_link(accounts, monkeypatch):
    monkeypatch.setattr(password_reset, "write_email", lambda **_: 1 / 0)
    monkeypatch.setattr(ResetTokens, "make_token", lambda *_: 1 / 0)
    monkeypatch.setattr(outbox, "get_connection", lambda *_: 1 / 0)
    assert [ask(address).status_code for address in ADDRESSES] == [302] * 3
    assert [bytes(email.message) for email in QueuedEmail.objects.all()] == [b""] * 3


def test_an_email_takes_the_same_work_for_every_address(accounts, monkeypatch):
    done: Counter[str] = Counter()

    def counted(name, work):
        def counting(*args, **kwargs):
            done[name] += 1
            return work(*args, **kwargs)

        return counting

    monkeypatch.setattr(
        password_reset, "write_email", counted("written", password_reset.write_email)
    )
    monkeypatch.setattr(ResetTokens, "make_token", counted("linked", ResetTokens.make_token))
    works = []
    for address in ADDRESSES:
        done.clear()
        with CaptureQueriesContext(connection) as queries:
            password_reset.emails_to(address)
        works.append((dict(done), statements(queries.captured_queries)))
    assert works[0][0] == {"written": 1, "linked": 1}
    assert works == [works[0]] * 3


def test_only_who_has_an_account_gets_an_email(accounts):
    for address in ADDRESSES:
        ask(address)
    (email,) = sent()
    assert email.to == [KNOWN]
    assert not QueuedEmail.objects.exists()


def test_an_email_goes_to_whoever_has_the_address_when_it_is_sent(accounts, people):
    ask(KNOWN)
    people.manager.email = "new.place@test.example"
    people.manager.save()
    assert sent() == []


def outcomes():
    return [try_email(pk) for pk in QueuedEmail.objects.order_by("pk").values_list("pk", flat=True)]


def test_with_the_mail_server_up_down_and_hanging_the_answers_are_the_same(
    accounts, through_smtp, settings
):
    answers = [[told(address) for address in ADDRESSES]]
    assert outcomes() == [Outcome.DOWN, Outcome.SENT, Outcome.SENT]
    with mail_server() as server:
        settings.EMAIL_PORT = server.server_address[1]
        answers.append([told(address) for address in ADDRESSES])
        QueuedEmail.objects.update(due_at=timezone.now())
        assert set(outcomes()) == {Outcome.SENT}
        assert [email["To"] for email in server.taken] == [KNOWN, KNOWN]
    assert answers[0] == answers[1] == [answers[0][0]] * 3
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_hangs_holds_no_answer_up(accounts, through_smtp, settings):
    """Both answers are there while the server still holds the line of the first email."""
    with mail_server() as server:
        server.hangs = True
        settings.EMAIL_PORT = server.server_address[1]
        known = told(KNOWN)
        assert server.called.wait(30)
        assert told(UNKNOWN) == known
        server.let_go.set()
        POSTMAN.submit(int).result()
    assert [email.tries for email in QueuedEmail.objects.order_by("pk")] == [1, 0]
