"""A database that is down; what the site writes to its log, and keeps for the operators."""

import io
import logging
from contextlib import contextmanager

import pytest
from django.db import InterfaceError, OperationalError, connection

from kls_portal.operation import forgiving
from kls_portal.operation.lines import Console

WORDS = "connection to db.internal as portal:secret failed"
"""What a driver may say; nobody outside may read it."""


def refuse(kind):
    def refusing(*_):
        raise kind(WORDS)

    return refusing


@pytest.fixture(params=[OperationalError, InterfaceError])
def database_down(db, request):
    """Return a context in which every statement fails as it does while the server is away."""

    @contextmanager
    def down():
        with connection.execute_wrapper(refuse(request.param)):
            yield

    return down


@pytest.fixture
def written(monkeypatch):
    """All that the site writes to its log during a test, as one stream."""
    stream = io.StringIO()
    loggers = [
        logging.getLogger(),
        *(logging.getLogger(name) for name in logging.root.manager.loggerDict),
    ]
    consoles = {h for logger in loggers for h in logger.handlers if isinstance(h, Console)}
    assert consoles
    for console in consoles:
        monkeypatch.setattr(console, "stream", stream)
    return stream


@pytest.fixture
def reports(settings, tmp_path):
    """The file of reports, empty, and somebody to be told."""
    settings.ERROR_REPORTS = tmp_path / "error-reports.json"
    settings.EMAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    settings.ADMINS = [("KLS Portal", "operator@test.example")]
    return settings.ERROR_REPORTS


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch):
    """No test sees what another one told of a store that is away."""
    monkeypatch.setattr(forgiving, "_logged", {})
