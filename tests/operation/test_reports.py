"""Reports of errors: kept in a file without a database, told once an hour, bounded."""

import json
import logging
import re
import subprocess
import sys
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings as site
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from kls_portal.operation import outbox
from kls_portal.operation import reports as module
from kls_portal.operation.reports import EVERY, KEPT, MOST_KINDS, OTHERS, keep, tell
from tests.operation.conftest import WORDS

_logger = logging.getLogger("kls_portal.test")
WRITE = """
import sys
from pathlib import Path
from django.conf import settings
settings.configure(ERROR_REPORTS=Path(sys.argv[1]), USE_TZ=True)
from kls_portal.operation.reports import keep
for number in range(50):
    keep("A fault", "its report")
    keep(f"Fault of {sys.argv[2]}", "its report")
"""


def told(now=None) -> list[str]:
    return list(tell(now or timezone.now()))


def fail() -> None:
    try:
        raise ValueError("typed words")
    except ValueError:
        _logger.exception("It failed")


def test_an_error_is_kept_without_a_database_and_told_in_an_email(reports):
    fail()
    fail()
    assert not mail.outbox
    assert len(told()) == 1
    (email,) = mail.outbox
    assert email.to == ["operator@test.example"]
    assert "ValueError, tests/operation/test_reports.py:" in email.body
    assert re.search(r"\b2\b", email.body)
    assert "It failed" in email.body
    assert "typed words" not in email.body


def test_a_warning_is_no_report(reports):
    _logger.warning("Careful")
    assert not reports.exists()
    assert told() == []


def test_a_kind_is_told_once_an_hour_and_another_kind_at_once(reports):
    now = timezone.now()
    keep("One", "report")
    assert len(told(now)) == 1
    keep("One", "report")
    assert told(now + EVERY / 2) == []
    keep("Two", "report")
    assert len(told(now + EVERY / 2)) == 1
    assert "One" not in mail.outbox[1].body
    assert len(told(now + EVERY)) == 1
    assert mail.outbox[2].body.startswith("One\n")
    assert told(now + 3 * EVERY) == []


def test_a_mail_server_that_is_down_gets_the_report_later(reports, monkeypatch):
    keep("One", "report")

    def down(*_, **__):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr(module, "get_connection", down)
        (said,) = told()
    assert ConnectionRefusedError.__name__ in said
    assert mail.outbox == []
    assert len(told()) == 1


def test_errors_that_come_while_the_email_goes_out_are_told_in_the_next(reports, monkeypatch):
    keep("One", "report")
    send = module._send
    monkeypatch.setattr(module, "_send", lambda due: (keep("One", "another"), send(due)))
    now = timezone.now()
    told(now)
    assert json.loads(reports.read_text())["One"]["unsent"] == 1
    assert told(now) == []


def test_two_runs_at_once_send_one_email(reports, monkeypatch):
    keep("One", "report")
    send, second = module._send, []
    monkeypatch.setattr(module, "_send", lambda due: (second.append(told()), send(due)))
    told()
    assert second == [[]]
    assert len(mail.outbox) == 1


def test_without_operators_nothing_is_sent_and_old_kinds_are_forgotten(reports, settings):
    settings.ADMINS = []
    keep("One", "report")
    assert told() == []
    assert "One" in json.loads(reports.read_text())
    assert told(timezone.now() + KEPT) == []
    assert json.loads(reports.read_text()) == {}


def test_the_file_is_bounded_and_a_flood_hides_no_count(reports):
    for number in range(MOST_KINDS + 20):
        keep(f"Kind {number}", "x" * 100_000)
    kinds = json.loads(reports.read_text())
    assert len(kinds) == MOST_KINDS + 1
    assert kinds[OTHERS]["unsent"] == 20
    assert reports.stat().st_size < 500_000


@pytest.mark.wide
def test_several_processes_lose_no_error(reports):
    started = [
        subprocess.Popen([sys.executable, "-c", WRITE, reports, name], cwd=site.BASE_DIR)
        for name in "abc"
    ]
    assert [process.wait() for process in started] == [0, 0, 0]
    counted = {kind: entry["unsent"] for kind, entry in json.loads(reports.read_text()).items()}
    assert counted == {"A fault": 150, "Fault of a": 50, "Fault of b": 50, "Fault of c": 50}


@pytest.mark.parametrize("content", ["", "{", "not json"])
def test_a_damaged_file_is_begun_anew(reports, content):
    reports.write_text(content)
    keep("One", "report")
    assert list(json.loads(reports.read_text())) == ["One"]


def test_a_disk_that_is_full_stops_nobody(reports, monkeypatch, capsys):
    def full(*_, **__):
        raise OSError("no space: typed words")

    monkeypatch.setattr(module.Path, "write_text", full)
    fail()
    said = capsys.readouterr().err
    assert ("OSError" in said, "kls_portal.test" in said) == (True, True)
    assert "typed words" not in said


@pytest.mark.parametrize("command", ["send_letters", "run_due"])
def test_a_timer_tells_the_operators(reports, db, command):
    keep("One", "report")
    call_command(command, stdout=StringIO())
    (email,) = mail.outbox
    assert email.body.startswith("One\n")


def test_an_email_that_is_given_up_reaches_the_operators(reports, db):
    from kls_portal.operation.models import QueuedEmail

    QueuedEmail.objects.create(recipients=["reader@test.example"], writer="any")
    QueuedEmail.objects.update(written_at=timezone.now() - timedelta(days=9))
    call_command("send_letters", stdout=StringIO())
    (email,) = mail.outbox
    assert email.body.startswith(outbox.__name__)
    assert ": 1." in email.body
    assert "reader@test.example" not in email.body


def test_the_privacy_page_says_how_long_a_report_is_kept_in_words():
    words = (site.BASE_DIR / "guidance/content/privacy.md").read_text(encoding="utf-8")
    assert f"a report for up to {KEPT.days} days after it last happened" in words


def test_with_the_database_down_the_operators_hear_of_it(reports, people, client_of, database_down):
    client = client_of(people.manager)
    client.raise_request_exception = False
    with database_down():
        assert client.get("/vacancies/").status_code == 503
        assert len(told()) == 1
    (email,) = mail.outbox
    assert "Error, " in email.body.splitlines()[0]
    assert "GET /vacancies/" in email.body
    assert WORDS not in email.body
