"""How a failed start is reported: one sentence, status 2, no traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured

REFUSED = 2
ONLY_MINE = 0o077
"""The umask: only the user that runs the portal may read and write its files."""


@contextmanager
def refusing_in_one_sentence() -> Iterator[None]:
    """Turn ImproperlyConfigured into a sentence on standard error and exit with status 2."""
    try:
        yield
    except ImproperlyConfigured as refusal:
        refuse(str(refusal))


def refuse(sentence: str) -> None:
    """Exit with status 2 and the sentence on standard error."""
    sys.stderr.write(f"KLS Portal does not start. {sentence}\n")
    raise SystemExit(REFUSED)


def read_settings() -> None:
    """Read the settings now, so that an invalid value is reported before anything else happens.

    From here on, files (the SQLite database, a stored page, a backup) are private to their owner.
    """
    from django.conf import settings

    os.umask(ONLY_MINE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kls_portal.settings")
    with refusing_in_one_sentence():
        _ = settings.INSTALLED_APPS
