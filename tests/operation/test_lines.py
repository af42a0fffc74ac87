"""Lines of the log: one for each event, with its request, and without anything typed."""

import json
import logging
import os
import re

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client
from gunicorn.config import Config

import kls_portal.views
from kls_portal.operation.gunicorn_log import GunicornLog
from kls_portal.operation.lines import Console, JsonLine, PlainLine, Record, log_policy

TYPED = "Quillfeather"


@pytest.fixture
def as_json(written, monkeypatch):
    """Return a function that gives the lines written so far, as production writes them."""
    for console in (h for h in logging.root.handlers if isinstance(h, Console)):
        monkeypatch.setattr(console, "formatter", JsonLine())
    return lambda: [json.loads(line) for line in written.getvalue().splitlines()]


def failing(monkeypatch, error):
    """Let the view of the icon fail with this error."""

    def fail(_):
        raise error

    monkeypatch.setattr(kls_portal.views, "static", fail)


def visitor(**given) -> Client:
    return Client(raise_request_exception=False, **given)


def test_a_request_is_one_line_with_its_number_and_person(as_json, people, client_of):
    answer = client_of(people.manager).get(f"/vacancies/?q={TYPED}")
    (line,) = as_json()
    assert line["request"] == answer.headers["X-Request-ID"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", line["time"])
    assert (line["level"], line["method"], line["path"]) == ("INFO", "GET", "/vacancies/")
    assert (line["person"], line["status"]) == (people.manager.pk, 200)
    assert TYPED not in str(line)
    assert people.manager.email not in str(line)


def test_an_error_is_one_line_in_json_with_its_way_and_not_its_words(as_json, db, monkeypatch):
    failing(monkeypatch, ValueError(TYPED))
    answer = visitor().get("/favicon.ico")
    assert answer.status_code == 500
    told, line = as_json()
    assert (told["level"], told["error"], line["status"]) == ("ERROR", "ValueError", 500)
    assert told["place"].startswith("tests/operation/test_lines.py:")
    assert 'kls_portal/views.py", line' in told["traceback"]
    assert told["request"] == line["request"] == answer.headers["X-Request-ID"]
    assert TYPED not in str(told)


def test_an_error_shows_its_way_in_plain_text(written, db, monkeypatch):
    failing(monkeypatch, ValueError(TYPED))
    visitor().get("/favicon.ico")
    lines = written.getvalue().splitlines()
    assert " ERROR " in lines[0]
    assert [line for line in lines if line.startswith('  File "')]
    assert TYPED not in written.getvalue()


def test_what_led_to_an_error_is_told_too(as_json, db, monkeypatch):
    error = RuntimeError(TYPED)
    error.__cause__ = KeyError(TYPED)
    failing(monkeypatch, error)
    visitor().get("/favicon.ico")
    told = as_json()[0]["traceback"]
    assert told.index("KeyError") < told.index("RuntimeError")
    assert TYPED not in told


@pytest.mark.parametrize(
    ("error", "status"),
    [(PermissionDenied(TYPED), 403), (Http404(TYPED), 404), (SuspiciousOperation(TYPED), 400)],
)
def test_a_refused_request_prints_no_traceback(written, db, monkeypatch, error, status):
    failing(monkeypatch, error)
    assert visitor().get("/favicon.ico").status_code == status
    assert "File" not in written.getvalue()
    assert TYPED not in written.getvalue()
    assert re.search(rf"\b{status}\b", written.getvalue().splitlines()[-1])


def test_a_handler_that_somebody_adds_tells_no_more(db, monkeypatch, caplog):
    """As pytest's own, which knows nothing of our lines."""
    failing(monkeypatch, ValueError(TYPED))
    visitor().get(f"/favicon.ico?q={TYPED}")
    visitor(HTTP_HOST=f"{TYPED}.example").get("/favicon.ico")
    visitor().get("/approval/kQ7/")
    assert "ValueError" in caplog.text
    assert TYPED.lower() not in caplog.text.lower()
    assert "kQ7" not in caplog.text


def test_an_attack_is_one_line_and_no_report(written, reports, db):
    visitor(HTTP_HOST=f"{TYPED}.example").get("/favicon.ico")
    lines = written.getvalue().splitlines()
    assert [line for line in lines if "DisallowedHost" in line] == lines[:1]
    assert len(lines) == 2
    assert TYPED.lower() not in written.getvalue().lower()
    assert not reports.exists()


def test_nothing_is_mailed_inside_a_request():
    handlers = [h for name in ("", "django", "django.security") for h in all_handlers(name)]
    assert {type(handler).__module__.split(".")[0] for handler in handlers} <= {"kls_portal"}
    assert "mail" not in json.dumps(log_policy(json=True)).lower()


def all_handlers(name):
    ours = logging.getLogger(name).handlers
    return [handler for handler in ours if not type(handler).__module__.startswith("_pytest")]


@pytest.mark.parametrize(
    ("proxies", "given", "kept"),
    [
        (1, "0123456789abcdef0123456789abcdef", True),
        (1, "7b3e1c9a-5d21-4c64-9c1f-0a2b3c4d5e6f", True),
        (1, f"{TYPED} and a long text", False),
        (1, "a" * 5_000, False),
        (0, "0123456789abcdef0123456789abcdef", False),
    ],
)
def test_a_sane_number_of_a_trusted_proxy_is_kept(db, settings, proxies, given, kept):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    answered = Client().get("/favicon.ico", headers={"X-Request-ID": given}).headers["X-Request-ID"]
    assert (answered == given) is kept
    assert re.fullmatch(r"[0-9a-f-]{16,36}", answered)


def test_a_line_cannot_be_forged_by_an_address(written, db):
    Client().get("/nothing%0A2026-01-01 ERROR forged/")
    assert len(written.getvalue().splitlines()) == 1


def line_of(name, words, *args, level=logging.WARNING, formatter=None):
    record = Record(name, level, __file__, 1, words, args, None)
    return (formatter or PlainLine()).format(record)


def test_words_of_other_code_are_told_without_their_values():
    assert "%s refused" in line_of("some.library", "%s refused", TYPED)
    assert TYPED not in line_of("some.library", "%s refused", TYPED)
    assert TYPED not in line_of("some.library", f"refused: {TYPED}")
    assert TYPED not in line_of("some.library", ValueError(TYPED))


def test_words_of_our_own_are_told_with_secret_addresses_masked():
    said = line_of("vacancies.profiles.services", "No %s at %s", "level", "/approval/abc/?q=x y")
    assert said.endswith("No level at /approval/…?…")


def test_an_error_that_our_own_words_name_is_told_by_its_class():
    assert line_of("kls_portal.x", "Not ready: %s", ValueError(TYPED)).endswith(
        "Not ready: ValueError"
    )
    full = OSError(28, "words", f"/{TYPED}")
    assert line_of("kls_portal.x", "%s", full).endswith(f"OSError ({os.strerror(28)})")


def test_a_record_of_another_process_tells_no_more():
    sent = {"name": "django.security.SuspiciousOperation", "msg": TYPED, "levelname": "ERROR"}
    assert PlainLine().format(logging.makeLogRecord(sent)).endswith(": SuspiciousOperation")


def test_a_line_that_cannot_be_made_prints_none_of_its_words(capsys):
    console = Console()
    console.setFormatter(PlainLine())
    console.handle(Record("kls_portal", 30, __file__, 7, "%d", (TYPED,), None))
    (said,) = capsys.readouterr().err.splitlines()
    assert ("TypeError" in said, "kls_portal, line 7" in said) == (True, True)
    assert TYPED not in said


@pytest.fixture
def gunicorn(written):
    """gunicorn's log, with an access log; it writes into the same stream."""
    config = Config()
    config.set("accesslog", "-")
    log = GunicornLog(config)
    for handler in (*log.error_log.handlers, *log.access_log.handlers):
        if getattr(handler, "_gunicorn", False):
            handler.setStream(written)
    return log


def test_gunicorn_tells_no_address_whole(gunicorn, written):
    try:
        raise ValueError(TYPED)
    except ValueError as error:
        gunicorn.exception("Error handling request %s %s", "GET", f"/approval/kQ7/?q={TYPED}")
        gunicorn.exception(error)
    gunicorn.warning(f"Invalid request from ip=127.0.0.1: Invalid header '{TYPED}'")
    gunicorn.info("Listening at: %s (%s)", "http://127.0.0.1:8000", 7)
    said = written.getvalue()
    assert "Error handling request GET /approval/…" in said
    assert "Invalid request from ip=127.0.0.1 " in said
    assert "Listening at: http://127.0.0.1:8000 (7)" in said
    assert TYPED not in said
    assert "kQ7" not in said


def test_an_access_log_tells_no_address_whole(gunicorn, written):
    atoms = {"r": f"GET /vacancies/leaver/kQ7/?q={TYPED} HTTP/1.1", "s": "200"}
    atoms["f"] = f"https://portal.example/approval/kQ8/?q={TYPED}"
    gunicorn.access_log.info('"%(r)s" %(s)s "%(f)s"', atoms)
    assert "GET /vacancies/leaver/…?… HTTP/1.1" in written.getvalue()
    assert not {"kQ7", "kQ8", TYPED} & set(re.split(r"\W", written.getvalue()))
