"""What a line of the log says: time, level, event, request, person's number, path.

No line holds a word that somebody typed, a name, a token or a query. Words of our own code, of
Django's request log and of gunicorn are told with secret addresses masked. Of other code only the
constant part of its words is told, and of an error its class and place (`tracebacks`).
"""

import json
import logging
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from logging.config import dictConfig
from pathlib import Path
from traceback import FrameSummary, StackSummary, walk_tb
from typing import Any

from django.http import HttpRequest

from kls_portal.operation.request_lines import current
from kls_portal.secret_addresses import masked, masked_path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = (".venv", "node_modules")
MOST_FRAMES = 40
"""Of each error; a recursion would have a thousand."""


def class_of(error: BaseException) -> str:
    """Return the class of an error with its module, such as "django.db.utils.DataError".

    Where the operating system refused something, its own words are added: they are its own.
    """
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    number = error.errno if isinstance(error, OSError) else None
    why = f" ({os.strerror(number)})" if isinstance(number, int) else ""
    return f"{module}{kind.__qualname__}{why}"


def place_of(error: BaseException) -> str:
    """Return where an error was raised: in our own code, as near to it as that came."""
    frames = _frames_of(error)
    ours = [frame for frame in frames if _is_ours(frame)] or frames
    return (
        f"{_place_in_code(ours[-1])}:{ours[-1].lineno} in {ours[-1].name}" if ours else "no place"
    )


def traceback_of(error: BaseException) -> str:
    """Return the way to an error and to those that led to it, the first one at the top."""
    parts = []
    for one in reversed(list(_chain(error))):
        lines = [
            f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
            for frame in _frames_of(one)[-MOST_FRAMES:]
        ]
        parts.append("\n".join([*lines, class_of(one)]))
    return "\n\nThen:\n\n".join(parts)


def _frames_of(error: BaseException) -> list[FrameSummary]:
    return StackSummary.extract(walk_tb(error.__traceback__), lookup_lines=False)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
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
    """Return the words of a line, on one line."""
    if _is_of(record, SECURITY):
        return f"Refused: {record.name.rpartition('.')[2]}"
    if not isinstance(record.msg, str):
        return f"{type(record.msg).__name__} in {record.name}"
    whole = any(_is_of(record, name) for name in LOGGED_WHOLE)
    if whole and (record.args or not _is_of(record, "gunicorn")):
        return " ".join(masked(_filled(record)).split())
    # Words without arguments may have been put together from what somebody sent.
    words = record.msg if record.args else record.msg.partition(": ")[0] if whole else "A line"
    return f"{' '.join(masked(words).split())} ({record.name})"


def error_of(record: logging.LogRecord) -> BaseException | None:
    """Return the error that a line is about, if any."""
    return record.exc_info[1] if record.exc_info else None


class Record(logging.LogRecord):
    """A record that tells nothing typed, whatever handler or formatter prints it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if _is_of(self, SECURITY):
            # A refused request is its sender's mistake: one line says enough.
            self.exc_info = None
        if error := error_of(self):
            self.exc_text = traceback_of(error)

    def getMessage(self) -> str:  # noqa: N802 - logging's name
        """Return the words of the line."""
        return event_of(self)


def request_of(record: logging.LogRecord) -> dict[str, Any]:
    """Return number, method, path and person of the request that caused a line; {} for none."""
    request = getattr(record, "request", None)
    request = request if isinstance(request, HttpRequest) else current.get()
    if request is None:
        return {}
    # Who it is, where the page has asked: a line of the log opens no session and no database.
    person = getattr(getattr(request, "_cached_user", None), "pk", None)
    return {
        "request": getattr(request, "request_id", ""),
        "person": person,
        "method": request.method,
        "path": masked_path(request.path),
    }


def _filled(record: logging.LogRecord) -> str:
    """Return the words of a record with its arguments, paths and errors told as in a line."""
    given = record.args
    if isinstance(given, tuple):
        given = tuple(_masked_value(one) for one in given)
    return str(record.msg) % given if given else str(record.msg)


def _masked_value(given: Any) -> Any:
    """Return an argument of a line: of an error the class alone, of a path what is no secret."""
    if isinstance(given, BaseException):
        return class_of(given)
    return masked_path(given) if isinstance(given, str) and given.startswith("/") else given


class Line(logging.Formatter):
    """The parts of a line, for a subclass to write down."""

    def parts(self, record: logging.LogRecord) -> dict[str, Any]:
        """Return the parts by name, in order."""
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
    """One JSON object a line, for a machine that collects them."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        parts = self.parts(record)
        if error := error_of(record):
            parts["traceback"] = traceback_of(error)
        return json.dumps(parts, ensure_ascii=False)


class PlainLine(Line):
    """A line for a person, and the traceback of an error beneath it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        parts = self.parts(record)
        if parts.get("person") is not None:
            parts["person"] = f"person {parts['person']}"
        line = " ".join(str(parts[name]) for name in SHOWN if parts.get(name))
        error = error_of(record)
        return f"{line}\n{traceback_of(error)}" if error else line


class Console(logging.StreamHandler[Any]):
    """Writes lines to standard error."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Say which line is missing. Python's own way prints its words and arguments."""
        say_missing(record)


def say_missing(record: logging.LogRecord) -> None:
    """Say on standard error that a line or report could not be written, and why."""
    problem = type(sys.exc_info()[1]).__name__
    sys.stderr.write(f"{problem}: nothing written for {record.name}, line {record.lineno}.\n")


def _is_of(record: logging.LogRecord, name: str) -> bool:
    # A record that `logging.makeLogRecord` begins has no name yet.
    return record.name == name or (record.name or "").startswith(f"{name}.")


def log_policy(*, json: bool) -> dict[str, Any]:
    """Return Django's LOGGING: a JSON object a line, or plain text."""
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
            # Every answer has a line of its own (`request_lines`); here only errors of ours.
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
            # Its sender's mistake or attack: a line, and no report.
            "django.security": {"handlers": ["console"], "propagate": False},
        },
    }


def configure(policy: dict[str, Any]) -> None:
    """Set the log up. Every record is of our own kind, so that no handler can tell too much."""
    from kls_portal.operation.lines import Record

    logging.setLogRecordFactory(Record)
    dictConfig(policy)
