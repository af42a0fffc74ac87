"""A database that is down, in tests that have one."""

from contextlib import contextmanager

import pytest
from django.db import InterfaceError, OperationalError, connection

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
