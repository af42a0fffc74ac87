"""Checks on production settings, and how a failed start is reported: one sentence, no traceback."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.core.checks.security import base
from django.core.exceptions import ImproperlyConfigured


def safe_key(key: str, name: str = "SECRET_KEY") -> str:
    """Return the secret key of the variable `name` if it passes Django's check security.W009."""
    if len(key) < base.SECRET_KEY_MIN_LENGTH:
        raise ImproperlyConfigured(
            f"{name} is short. Write {base.SECRET_KEY_MIN_LENGTH} random characters or more."
        )
    if len(set(key)) < base.SECRET_KEY_MIN_UNIQUE_CHARACTERS:
        raise ImproperlyConfigured(f"{name} repeats the same few characters. Write a random text.")
    if key.startswith(base.SECRET_KEY_INSECURE_PREFIX):
        raise ImproperlyConfigured(
            f"{name} begins with “{base.SECRET_KEY_INSECURE_PREFIX}”. Write a random text."
        )
    return key


def named_hosts(hosts: Sequence[str]) -> list[str]:
    """Return the hosts if each is a name, or a dot and a name of two parts or more."""
    for host in hosts or [""]:
        wide = host.startswith(".") and "." not in host.strip(".")
        if not host.strip(".") or "*" in host or wide:
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS needs the names of this site, without “{host or '*'}”."
            )
    return list(hosts)


def real_address(name: str, address: str) -> str:
    """Return the email address of the variable `name` if people elsewhere can write to it."""
    _, at, host = address.rstrip(">").rpartition("@")
    if not at or "." not in host or host.endswith(".localhost"):
        raise ImproperlyConfigured(
            f"{name} is “{address}”. Write an email address that people can answer to."
        )
    return address


def https_address(address: str, hosts: Sequence[str]) -> str:
    """Return the base URL for links in emails, without a trailing slash.

    If it is not given, it is built from the first of the site's hosts.
    """
    address = (address or f"https://{hosts[0].lstrip('.')}").rstrip("/")
    if not address.startswith("https://") or "/" in address.removeprefix("https://"):
        raise ImproperlyConfigured(
            f"SITE_ADDRESS is “{address}”. Write it like https://portal.example."
        )
    return address


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
