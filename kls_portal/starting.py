"""How a start is refused: one sentence for a person, status 2, no traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured

REFUSED = 2
ONLY_MINE = 0o077
"""What files are made with: the user that the portal runs as reads and writes them, nobody else."""


@contextmanager
def refusing_in_one_sentence() -> Iterator[None]:
    """Turn ImproperlyConfigured into a sentence on standard error and an end with status 2."""
    try:
        yield
    except ImproperlyConfigured as refusal:
        refuse(str(refusal))


def refuse(sentence: str) -> None:
    """End this process with status 2 and the sentence on standard error."""
    sys.stderr.write(f"KLS Portal does not start. {sentence}\n")
    raise SystemExit(REFUSED)


def read_settings() -> None:
    """Read the settings now, so that a value they refuse is told before anything else happens.

    From here on no file (the SQLite database, a stored page, a backup) is for everybody to read.
    """
    from django.conf import settings

    os.umask(ONLY_MINE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kls_portal.settings")
    with refusing_in_one_sentence():
        _ = settings.INSTALLED_APPS
