"""Error reports for the operators: kept in a file, and sent as one email.

As the database may be down, reports are kept in the file ERROR_REPORTS. It holds the latest report
and the count for each kind; a kind is a class of error and its place. Each kind is sent at most
once an hour, by `manage.py send_letters`: errors can neither flood a mailbox nor delay a request.
No report contains anything typed (see `lines`).
"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone
from django.utils.timezone import localtime

from kls_portal.in_words import counted
from kls_portal.operation import lines
from kls_portal.operation.turns import file_lock

EVERY = timedelta(hours=1)
KEPT = timedelta(days=7)
"""How long a kind is kept after its last error."""
MOST_KINDS, LONGEST_REPORT = 50, 6_000
"""These limits keep the file below half a megabyte."""
OTHERS = "Other errors"

Kinds = dict[str, dict[str, Any]]


class ReportHandler(logging.Handler):
    """Keeps logged errors for the next email to the operators."""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a report; if that fails, as on a full disk, write a line to standard error."""
        try:
            if settings.ERROR_REPORTS:
                keep(*_report_of(record))
        except Exception:
            lines.say_missing(record)


def keep(kind: str, report: str) -> None:
    """Count an error of a kind, and replace its previous report."""
    now = timezone.now().isoformat()
    with _kinds() as kinds:
        if kind not in kinds and len(kinds) >= MOST_KINDS:
            kind, report = OTHERS, ""
        entry = kinds.setdefault(kind, {"unsent": 0, "first": now, "sent_at": None})
        entry.update(unsent=entry["unsent"] + 1, last=now, report=report[-LONGEST_REPORT:])


def tell(now: datetime) -> Iterator[str]:
    """Email the operators about unsent errors, and delete old ones.

    Two concurrent runs send one email. If the mail server does not accept it, it is sent later.
    """
    if not settings.ERROR_REPORTS or not settings.ERROR_REPORTS.exists():
        return
    with file_lock(settings.ERROR_REPORTS.with_suffix(".telling")) as alone:
        if not alone:
            return
        with _kinds() as kinds:
            _forget(kinds, now)
            due = {kind: dict(entry) for kind, entry in kinds.items() if _is_due(entry, now)}
        if not due or not settings.ADMINS:
            return
        try:
            _send(due)
        except OSError as error:
            yield f"The report of errors was not sent: {type(error).__name__}."
            return
        with _kinds() as kinds:
            _note(kinds, due, now)
    yield f"Told the operators about {counted(len(due), 'kind')} of error."


def _report_of(record: logging.LogRecord) -> tuple[str, str]:
    error = lines.error_of(record)
    asked = lines.request_of(record)
    origin = f"{record.name}, line {record.lineno}"
    kind = f"{lines.class_of(error)}, {lines.place_of(error)}" if error else origin
    said = [lines.event_of(record)]
    if asked:
        said.append("{method} {path}, request {request}, person {person}".format(**asked))
    if error:
        said.append(lines.traceback_of(error))
    return kind, "\n".join(said)


def _is_due(entry: dict[str, Any], now: datetime) -> bool:
    sent = entry["sent_at"]
    return entry["unsent"] > 0 and (not sent or datetime.fromisoformat(sent) + EVERY <= now)


def _forget(kinds: Kinds, now: datetime) -> None:
    for kind in [k for k, e in kinds.items() if datetime.fromisoformat(e["last"]) + KEPT <= now]:
        del kinds[kind]


def _note(kinds: Kinds, sent: Kinds, now: datetime) -> None:
    for kind, entry in sent.items():
        if kind in kinds:
            kinds[kind]["unsent"] -= entry["unsent"]
            kinds[kind]["sent_at"] = now.isoformat()


def _send(due: Kinds) -> None:
    """Send the email directly, not through the outbox: the database may be the problem."""
    parts = []
    for kind, entry in sorted(due.items()):
        last = localtime(datetime.fromisoformat(entry["last"]))
        times = "once" if entry["unsent"] == 1 else f"{entry['unsent']} times"
        parts.append(f"{kind}\n{times}, the last at {last:%H:%M on %d %B %Y}\n\n{entry['report']}")
    EmailMessage(
        f"{settings.SITE_NAME}: errors of {counted(len(due), 'kind')}",
        ("\n\n" + "-" * 70 + "\n\n").join(parts) + "\n",
        settings.SERVER_EMAIL,
        [address for _, address in settings.ADMINS],
        connection=get_connection(settings.EMAIL_TRANSPORT),
    ).send()


@contextmanager
def _kinds() -> Iterator[Kinds]:
    """Yield the kinds to read and change, to one process at a time, and save them afterwards."""
    path: Path = settings.ERROR_REPORTS
    path.parent.mkdir(parents=True, exist_ok=True)
    with file_lock(path.with_suffix(".lock"), wait=True):
        try:
            kinds = json.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            kinds = {}
        yield kinds
        new = path.with_suffix(".new")
        new.write_text(json.dumps(kinds, ensure_ascii=False), encoding="utf-8")
        new.replace(path)
