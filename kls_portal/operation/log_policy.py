"""Where lines of the log go: to standard error, and errors into the report to the operators too.

Nothing is mailed from here, so no request waits for a mail server, and no bad request sends one.
"""

import logging
from logging.config import dictConfig
from typing import Any


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
