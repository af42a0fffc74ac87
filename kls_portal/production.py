"""Checks on production settings. Each raises ImproperlyConfigured with a sentence."""

from collections.abc import Sequence

from django.core.checks.security.base import (
    SECRET_KEY_INSECURE_PREFIX,
    SECRET_KEY_MIN_LENGTH,
    SECRET_KEY_MIN_UNIQUE_CHARACTERS,
)
from django.core.exceptions import ImproperlyConfigured


def safe_key(key: str, name: str = "SECRET_KEY") -> str:
    """Return the secret key of the variable `name` if it passes Django's check security.W009."""
    if len(key) < SECRET_KEY_MIN_LENGTH:
        raise ImproperlyConfigured(
            f"{name} is short. Write {SECRET_KEY_MIN_LENGTH} random characters or more."
        )
    if len(set(key)) < SECRET_KEY_MIN_UNIQUE_CHARACTERS:
        raise ImproperlyConfigured(f"{name} repeats the same few characters. Write a random text.")
    if key.startswith(SECRET_KEY_INSECURE_PREFIX):
        raise ImproperlyConfigured(
            f"{name} begins with “{SECRET_KEY_INSECURE_PREFIX}”. Write a random text."
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
