"""The outbox: nobody waits for a mail server, no email is lost, and none goes out twice."""

import threading
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection, send_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from kls_portal.emails import AUTOMATIC, send_email
from kls_portal.operation import outbox
from kls_portal.operation.models import KEPT, WAITS, QueuedEmail
from kls_portal.operation.outbox import POSTMAN, Outcome, give_up, send_due, try_email
from tests.operation.mail_server import mail_server

TO = "reader@test.example"
LONG = max(WAITS)
NOBODY = 1
"""A port that nothing listens at."""


@pytest.fixture(autouse=True)
def smtp(settings):
    """The outbox in front of a mail server that is not there until a test asks for one."""
    settings.EMAIL_PORT = NOBODY
    settings.EMAIL_BACKEND = "kls_portal.operation.outbox.EmailBackend"
    settings.EMAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False


@pytest.fixture
def server(settings):
    with mail_server() as running:
        settings.EMAIL_PORT = running.server_address[1]
        yield running


@pytest.fixture
def stored(db) -> QueuedEmail:
    """An email that is stored and not tried: the transaction of a test is never committed."""
    write()
    return QueuedEmail.objects.get()


def write(to: str = TO, subject: str = "A word") -> None:
    send_mail(subject, "Dear reader", None, [to])


def wait_for_postman() -> None:
    POSTMAN.submit(int).result()


def subjects(server) -> list[str]:
    return [email["Subject"] for email in server.taken]


@pytest.mark.django_db(transaction=True)
def test_an_email_goes_out_after_the_commit_and_is_deleted(server):
    with transaction.atomic():
        write()
        wait_for_postman()
        assert subjects(server) == []
        assert QueuedEmail.objects.count() == 1
    wait_for_postman()
    assert subjects(server) == ["A word"]
    assert not QueuedEmail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_email_of_work_that_is_undone_never_goes_out(server):
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    wait_for_postman()
    assert subjects(server) == []
    assert not QueuedEmail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_hangs_keeps_nobody_waiting(server):
    """The writer is through while the server still holds the line."""
    server.hangs = True
    write()
    assert server.called.wait(30)
    assert QueuedEmail.objects.get().tries == 1
    server.let_go.set()
    wait_for_postman()
    assert QueuedEmail.objects.get().due_at > timezone.now()


@pytest.mark.django_db(transaction=True)
def test_the_one_who_writes_never_talks_to_the_mail_server(monkeypatch):
    callers = []
    monkeypatch.setattr(
        outbox, "get_connection", lambda _: callers.append(threading.current_thread().name)
    )
    write()
    wait_for_postman()
    assert callers == ["postman_0"]


@pytest.mark.django_db(transaction=True)
def test_where_no_server_answers_the_next_email_is_left_to_the_timer():
    get_connection().send_messages([EmailMessage(subject, to=[TO]) for subject in ("One", "Two")])
    wait_for_postman()
    assert sorted(email.tries for email in QueuedEmail.objects.all()) == [0, 1]


@pytest.mark.django_db(transaction=True)
def test_a_postman_who_stumbles_tries_the_next_email(server, monkeypatch, caplog):
    with monkeypatch.context() as stumbling:
        stumbling.setattr(outbox, "try_email", lambda _: 1 / 0)
        write(subject="One")
        wait_for_postman()
    assert QueuedEmail.objects.get().tries == 0
    assert [record.name for record in caplog.records] == [outbox.__name__]
    write(subject="Two")
    wait_for_postman()
    assert subjects(server) == ["Two"]


def test_a_server_that_is_down_gets_the_email_later(stored, server, settings):
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, NOBODY
    assert try_email(stored.pk) == Outcome.DOWN
    settings.EMAIL_PORT = there
    assert len(list(send_due(timezone.now()))) == 1, "emails that wait are counted"
    assert subjects(server) == []
    list(send_due(timezone.now() + LONG))
    assert subjects(server) == ["A word"]


def test_an_address_that_the_server_refuses_stops_no_other_email(server, db, caplog):
    server.refused = b"nobody@test.example"
    write("nobody@test.example")
    write()
    list(send_due(timezone.now()))
    assert subjects(server) == ["A word"]
    assert QueuedEmail.objects.get().recipients == ["nobody@test.example"]
    assert "SMTPRecipientsRefused" in caplog.text
    assert "nobody@test.example" not in caplog.text


def test_of_two_senders_one_has_the_email(stored, server):
    now = timezone.now()
    assert QueuedEmail.objects.claim(stored.pk, now)
    assert QueuedEmail.objects.claim(stored.pk, now) is None
    assert try_email(stored.pk) == Outcome.NOT_DUE
    assert server.taken == []


def test_of_two_who_read_the_email_at_one_time_one_has_it(stored, monkeypatch):
    now = timezone.now()
    read = QueuedEmail.objects.due(now).filter
    first = []

    def meanwhile(**given):
        if "tries" in given and not first:
            first.append(QueuedEmail.objects.claim(stored.pk, now))
        return read(**given)

    everybody = QueuedEmail.objects.all()
    monkeypatch.setattr(everybody, "filter", meanwhile)
    assert everybody.claim(stored.pk, now) is None
    assert first[0].pk == stored.pk


def test_an_email_whose_sender_stopped_is_tried_again_after_a_while(stored, server):
    assert QueuedEmail.objects.claim(stored.pk, timezone.now())
    list(send_due(timezone.now() + WAITS[0]))
    assert subjects(server) == ["A word"]


def written_by_a_timer(to: str = TO) -> QueuedEmail:
    EmailMessage("The week", "Due soon", to=[to], headers=AUTOMATIC).send()
    return QueuedEmail.objects.get()


def test_an_email_of_a_timer_goes_out_once_wherever_the_process_stops(
    db, server, monkeypatch, caplog
):
    email = written_by_a_timer()
    delete = "kls_portal.operation.models.QueuedEmail.delete"
    with monkeypatch.context() as stopped:  # the machine stops when the server has the email
        stopped.setattr(delete, lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            try_email(email.pk)
    for wait in WAITS:
        list(send_due(timezone.now() + wait))
    assert subjects(server) == ["The week"]
    caplog.clear()
    (said,) = give_up(timezone.now() + WAITS[0])
    assert "arrived" in said, "the operators hear within minutes that it may be lost"
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert not QueuedEmail.objects.exists()


def test_an_email_of_a_timer_is_tried_again_where_nobody_has_taken_it(db, server, settings):
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, NOBODY
    email = written_by_a_timer("late@test.example")
    assert try_email(email.pk) == Outcome.DOWN
    settings.EMAIL_PORT, server.refused = there, b"late@test.example"
    assert try_email(email.pk, timezone.now() + LONG) == Outcome.REFUSED
    server.refused = b"nobody@test.example"
    assert try_email(email.pk, timezone.now() + 2 * LONG) == Outcome.SENT
    assert server.taken[0]["Auto-Submitted"] == "auto-generated"


def test_an_email_of_a_timer_that_a_silent_server_may_have_is_not_sent_again(db, monkeypatch):
    email = written_by_a_timer()
    monkeypatch.setattr(outbox, "get_connection", lambda _: Silent())
    assert try_email(email.pk) == Outcome.DOWN
    assert try_email(email.pk, timezone.now() + LONG) == Outcome.NOT_DUE


class Silent(BaseEmailBackend):
    """A server that takes the email and never answers."""

    def send_messages(self, messages):
        raise TimeoutError


def test_an_email_is_given_up_after_its_tries_and_the_operators_hear_of_it(stored, caplog):
    now = timezone.now()
    for wait in WAITS:
        assert try_email(stored.pk, now) == Outcome.DOWN
        assert list(give_up(now)) == []
        now += wait
    assert try_email(stored.pk, now) == Outcome.NOT_DUE
    caplog.clear()
    (said,) = give_up(now)
    assert "1" in said
    assert not QueuedEmail.objects.exists()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert TO not in caplog.text


@pytest.mark.parametrize("command", ["send_letters", "purge_expired", "run_due"])
def test_no_email_outlives_its_clock(stored, command):
    QueuedEmail.objects.update(written_at=timezone.now() - KEPT, due_at=timezone.now() + LONG)
    call_command(command, stdout=(out := StringIO()))
    assert [line for line in out.getvalue().splitlines() if line.endswith(" 1.")]
    assert not QueuedEmail.objects.exists()


def test_every_wait_fits_into_the_time_that_an_email_is_kept():
    assert sum(WAITS, timedelta()) < KEPT


def test_send_letters_sends_what_waits(stored, server):
    call_command("send_letters", stdout=(out := StringIO()))
    assert out.getvalue().endswith(" 1.\n")
    assert subjects(server) == ["A word"]


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": "A word\nBcc: all@test.example"},
        {"to": ["a@b.example\nBcc: all@test.example"]},
        {"bcc": ["a@b.example\r\nBcc: all@test.example"]},
        {"from_email": "a@b.example\nBcc: all@test.example"},
        {"headers": {"X-Kind": "a\nBcc: all@test.example"}},
        {"to": ["no address", "at all @"]},
    ],
)
@pytest.mark.django_db
def test_a_header_cannot_be_slipped_in(changed):
    email = EmailMessage(**{"subject": "A word", "to": [TO], **changed})
    with pytest.raises(ValueError):  # noqa: PT011 - Django's and Python's own words
        email.send()
    assert not QueuedEmail.objects.exists()


def test_an_email_arrives_as_it_was_written(server, db):
    email = EmailMultiAlternatives(
        "Grüße",
        "Wörter " * 300,
        "KLS Portal <portal@test.example>",
        [TO],
        bcc=["hidden@test.example"],
        headers={"X-Kind": "digest"},
        attachments=[("a.pdf", b"\x00\xff", "application/pdf")],
    )
    email.attach_alternative("<p>Wörter</p>", "text/html")
    email.send()
    list(send_due(timezone.now()))
    (taken,) = server.taken
    assert (taken["From"], taken["To"]) == ("KLS Portal <portal@test.example>", TO)
    assert (taken["X-Kind"], taken["Bcc"]) == ("digest", None)
    parts = [part.get_payload(decode=True) for part in taken.walk() if not part.is_multipart()]
    text, html, file = (part.replace(b"\r\n", b"\n") for part in parts)
    assert text.decode().strip() == ("Wörter " * 300).strip()
    assert (html.decode().strip(), file) == ("<p>Wörter</p>", b"\x00\xff")


def test_an_email_to_nobody_is_no_email(db):
    assert EmailMessage("A word", to=[]).send() == 0
    assert outbox.EmailBackend().send_messages([EmailMessage("A word")]) == 0
    assert not QueuedEmail.objects.exists()


def test_an_email_that_is_written_when_it_is_sent_lies_there_without_its_words(
    server, db, monkeypatch
):
    def write(to):
        return [EmailMessage("Told", "the secret", to=[to])]

    monkeypatch.setattr(outbox, "WRITERS", {"told": write})
    outbox.put_unwritten("told", TO)
    assert bytes(QueuedEmail.objects.get().message) == b""
    list(send_due(timezone.now()))
    assert subjects(server) == ["Told"]


def test_an_email_that_cannot_be_written_waits(db, monkeypatch):
    monkeypatch.setattr(outbox, "WRITERS", {"told": lambda _: 1 / 0})
    outbox.put_unwritten("told", TO)
    assert len(list(send_due(timezone.now()))) == 1
    assert QueuedEmail.objects.get().tries == 1


def test_a_demonstration_prints_its_emails(stored, settings, capsys):
    settings.EMAIL_TRANSPORT = "django.core.mail.backends.console.EmailBackend"
    assert try_email(stored.pk) == Outcome.SENT
    assert "Dear reader" in capsys.readouterr().out


def test_the_privacy_page_says_how_long_an_email_is_kept_in_words():
    words = (settings.BASE_DIR / "guidance/content/privacy.md").read_text(encoding="utf-8")
    assert f"or after {KEPT.days} days if they cannot be sent" in words


def test_our_own_emails_go_through_the_outbox(db, people):
    context = {"message": "May we talk?", "organisations": "Northfield"}
    assert send_email(
        to=TO,
        subject="A word",
        template="vacancies/retention/emails/peer_message.txt",
        context=context,
    )
    assert b"May we talk?" in bytes(QueuedEmail.objects.get().message)
