"""Log lines: time, level, event, request, primary key of the person, and path.

No line contains typed text, a name, a token or a query string. Messages of our own code, Django's
request log and gunicorn are logged with secret addresses masked. For other code only the constant
part of a message is logged, and for an error its class and place (`traceback_of`).
"""

import json
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from logging.config import dictConfig
from pathlib import Path
from time import perf_counter
from traceback import FrameSummary, StackSummary, walk_tb
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from kls_portal.secret_addresses import masked, masked_path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = (".venv", "node_modules")
MOST_FRAMES = 40
"""For each error; a recursion would have a thousand."""


def class_of(error: BaseException) -> str:
    """Return the class of an error with its module, such as "django.db.utils.DataError".

    For an OSError, the system's text for its errno is added, which contains no data.
    """
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    number = error.errno if isinstance(error, OSError) else None
    why = f" ({os.strerror(number)})" if isinstance(number, int) else ""
    return f"{module}{kind.__qualname__}{why}"


def place_of(error: BaseException) -> str:
    """Return where an error was raised: the innermost frame of our own code, if any."""
    frames = _frames_of(error)
    ours = [frame for frame in frames if _is_ours(frame)] or frames
    return (
        f"{_place_in_code(ours[-1])}:{ours[-1].lineno} in {ours[-1].name}" if ours else "no place"
    )


def traceback_of(error: BaseException) -> str:
    """Return the traceback of an error and of those that led to it, the first one at the top."""
    parts = []
    for one in reversed(list(chain(error))):
        lines = [
            f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
            for frame in _frames_of(one)[-MOST_FRAMES:]
        ]
        parts.append("\n".join([*lines, class_of(one)]))
    return "\n\nThen:\n\n".join(parts)


def _frames_of(error: BaseException) -> list[FrameSummary]:
    return StackSummary.extract(walk_tb(error.__traceback__), lookup_lines=False)


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that led to it, the last one first."""
    seen: set[int] = set()
    one = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _is_ours(frame: FrameSummary) -> bool:
    path = Path(frame.filename)
    return path.is_relative_to(ROOT) and not set(path.parts) & set(NOT_OURS)


def _place_in_code(frame: FrameSummary) -> str:
    path = Path(frame.filename)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


LOGGED_WHOLE = ("kls_portal", "guidance", "vacancies", "django.request", "gunicorn")
SECURITY = "django.security"
SHOWN = ("time", "level", "request", "person", "method", "path", "event", "error", "place")


def event_of(record: logging.LogRecord) -> str:
    if _is_of(record, SECURITY):
        return f"Refused: {record.name.rpartition('.')[2]}"
    if not isinstance(record.msg, str):
        return f"{type(record.msg).__name__} in {record.name}"
    whole = any(_is_of(record, name) for name in LOGGED_WHOLE)
    if whole and (record.args or not _is_of(record, "gunicorn")):
        return " ".join(masked(_filled(record)).split())
    # A message without arguments may have been built from submitted data.
    words = record.msg if record.args else record.msg.partition(": ")[0] if whole else "A line"
    return f"{' '.join(masked(words).split())} ({record.name})"


def error_of(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if record.exc_info else None


class Record(logging.LogRecord):
    """A record whose message contains nothing typed, whatever handler or formatter prints it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if _is_of(self, SECURITY):
            # A rejected request is the sender's mistake: one line is enough.
            self.exc_info = None
        if error := error_of(self):
            self.exc_text = traceback_of(error)

    def getMessage(self) -> str:  # noqa: N802 - logging's name
        return event_of(self)


def request_of(record: logging.LogRecord) -> dict[str, Any]:
    """Return id, method, path and person of the request that caused a record; {} for none."""
    request = getattr(record, "request", None)
    request = request if isinstance(request, HttpRequest) else current.get()
    if request is None:
        return {}
    # Only if the user is already loaded: logging must not open a session or query the database.
    person = getattr(getattr(request, "_cached_user", None), "pk", None)
    return {
        "request": getattr(request, "request_id", ""),
        "person": person,
        "method": request.method,
        "path": masked_path(request.path),
    }


def _filled(record: logging.LogRecord) -> str:
    """Return the message of a record with its arguments, with paths and errors masked."""
    given = record.args
    if isinstance(given, tuple):
        given = tuple(_masked_value(one) for one in given)
    return str(record.msg) % given if given else str(record.msg)


def _masked_value(given: Any) -> Any:
    """Return an argument of a message; only the class of an error, and a path without secrets."""
    if isinstance(given, BaseException):
        return class_of(given)
    return masked_path(given) if isinstance(given, str) and given.startswith("/") else given


class Line(logging.Formatter):
    def parts(self, record: logging.LogRecord) -> dict[str, Any]:
        error = error_of(record)
        return {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            **request_of(record),
            "event": event_of(record),
            **getattr(record, "answer", {}),
            **({"error": class_of(error), "place": place_of(error)} if error else {}),
        }


class JsonLine(Line):
    """Formats a record as one line of JSON, for log collectors."""

    def format(self, record: logging.LogRecord) -> str:
        parts = self.parts(record)
        if error := error_of(record):
            parts["traceback"] = traceback_of(error)
        return json.dumps(parts, ensure_ascii=False)


class PlainLine(Line):
    """Formats a record as a readable line, with the traceback of an error beneath it."""

    def format(self, record: logging.LogRecord) -> str:
        parts = self.parts(record)
        if parts.get("person") is not None:
            parts["person"] = f"person {parts['person']}"
        line = " ".join(str(parts[name]) for name in SHOWN if parts.get(name))
        error = error_of(record)
        return f"{line}\n{traceback_of(error)}" if error else line


class Console(logging.StreamHandler[Any]):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Report which line is missing; Python's default would print its message and arguments."""
        say_missing(record)


def say_missing(record: logging.LogRecord) -> None:
    """Write to standard error that a line or report could not be written, and why."""
    problem = type(sys.exc_info()[1]).__name__
    sys.stderr.write(f"{problem}: nothing written for {record.name}, line {record.lineno}.\n")


def _is_of(record: logging.LogRecord, name: str) -> bool:
    # A record from `logging.makeLogRecord` has no name at first.
    return record.name == name or (record.name or "").startswith(f"{name}.")


def log_policy(*, json: bool) -> dict[str, Any]:
    """Return Django's LOGGING: JSON lines or plain text."""
    line = "JsonLine" if json else "PlainLine"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": f"kls_portal.operation.lines.{line}"}},
        "handlers": {
            "console": {"class": "kls_portal.operation.lines.Console", "formatter": "line"},
            "reports": {"class": "kls_portal.operation.reports.ReportHandler", "level": "ERROR"},
        },
        "root": {"handlers": ["console", "reports"], "level": "WARNING"},
        "loggers": {
            "kls_portal": {"level": "INFO"},
            "django": {"handlers": [], "level": "WARNING"},
            # Every response has its own line (`request_lines`); here only errors of ours.
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
            # The sender's mistake or attack: logged, but not reported.
            "django.security": {"handlers": ["console"], "propagate": False},
        },
    }


def configure(policy: dict[str, Any]) -> None:
    """Configure logging. Every record is a `Record`, so that no handler reveals too much."""
    logging.setLogRecordFactory(Record)
    dictConfig(policy)


HEADER = "X-Request-ID"
# Hexadecimal digits and hyphens, as generated by nginx and others: no text can pass.
SANE = re.compile(r"[0-9a-f-]{16,36}")

current: ContextVar[HttpRequest | None] = ContextVar("request", default=None)
"""The request being handled, if any."""
_logger = logging.getLogger(__name__)


class RequestLineMiddleware:
    """Gives each request an id, returns it as a header, and logs a line for each response.

    Static files are logged only if there is an error.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = _number_of(request)  # type: ignore[attr-defined]
        started, before = perf_counter(), current.set(request)
        try:
            response = self.get_response(request)
            response.headers[HEADER] = request.request_id  # type: ignore[attr-defined]
            if response.status_code >= 400 or not request.path.startswith(settings.STATIC_URL):
                status, lasted = response.status_code, round(1000 * (perf_counter() - started))
                answer = {"status": status, "milliseconds": lasted}
                _logger.info("answered %s in %s ms", status, lasted, extra={"answer": answer})
            return response
        finally:
            current.reset(before)


def _number_of(request: HttpRequest) -> str:
    """Return the id given by a proxy in front, or else a new one."""
    given = request.headers.get(HEADER, "")
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT and SANE.fullmatch(given)
    return given if trusted else uuid4().hex
