"""Typed readers of environment variables. An invalid value stops the start with a clear message."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """Return the variable without surrounding spaces, or `default` if it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def required(name: str, hint: str) -> str:
    """Return the variable; raise ImproperlyConfigured with `hint` if it is unset or empty."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {hint}")
    return value


def flag(name: str, default: bool = False) -> bool:
    """Return True for 1, true, yes, on and False for 0, false, no, off, ignoring case.

    Raises ImproperlyConfigured for anything else, so that a typo cannot weaken security.
    """
    value = text(name).lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    if value:
        raise ImproperlyConfigured(f"{name} is “{value}”. Write 1 for yes or 0 for no.")
    return default


def list_of(name: str, default: str = "") -> list[str]:
    """Return the comma-separated parts of the variable, trimmed, without empty parts."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def number(name: str, default: int) -> int:
    """Return the variable as a whole number; raise ImproperlyConfigured if it is not one."""
    value = text(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is “{value}”. Write a whole number.")
    return int(value)


def database(url: str) -> dict[str, Any]:
    """Return Django's settings for `sqlite:///path` or `postgres://user:password@host:port/name`.

    SQLite uses write-ahead logging and immediate transactions: with Django's defaults, concurrent
    writers lost writes. A PostgreSQL server on a socket is given as `?host=/path`. Raises
    ImproperlyConfigured for any other scheme, a missing name or host, or an invalid port.
    """
    try:
        parts = urlsplit(url)
        port = str(parts.port or "")
    except ValueError:
        raise ImproperlyConfigured(
            "DATABASE_URL has a host or port that cannot be read. The port is a number to 65535."
        ) from None
    name = unquote(parts.path)[1:]
    if parts.scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"DATABASE_URL begins with “{parts.scheme}”. Write sqlite:///path or postgres://…"
        )
    if not name:
        raise ImproperlyConfigured("DATABASE_URL has no name of a database at its end.")
    return _sqlite(name) if parts.scheme == "sqlite" else _postgres(parts, port, name)


def _postgres(parts: SplitResult, port: str, name: str) -> dict[str, Any]:
    options = dict(parse_qsl(parts.query))
    if not parts.hostname and "host" not in options:
        raise ImproperlyConfigured("DATABASE_URL names no host, as in postgres://host:5432/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-20000;"
                "PRAGMA temp_store=MEMORY;PRAGMA mmap_size=134217728"
            ),
        },
    }


def store(url: str) -> dict[str, Any]:
    """Return Django's settings for the store: a table of the database, or `redis://host:port/0`.

    Redis calls time out after two seconds; see `kls_portal.operation.store`. Raises
    ImproperlyConfigured for any other scheme, a missing host, or an invalid port.
    """
    if not url:
        return {"BACKEND": "kls_portal.operation.store.TableStore"}
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"redis", "rediss"} and parts.hostname and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise ImproperlyConfigured(
            "STORE_URL cannot be read. Write redis://host:6379/0 or rediss://…; without it the "
            "database keeps the counters."
        )
    return {
        "BACKEND": "kls_portal.operation.store.RedisStore",
        "LOCATION": url,
        "KEY_PREFIX": "kls-portal",
        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
    }


def demonstration_key(path: Path) -> str:
    """Return the secret key stored in `path`, generated on the first start."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        from django.core.management.utils import get_random_secret_key

        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text().strip()


def port_of_last_run(kept: Path) -> int:
    """Return the port that `make run` stores in a file; 8000 without one.

    It lets a separate command, such as `run_due`, write links that open.
    """
    port = kept.read_text().strip() if kept.exists() else ""
    return int(port) if port.isdigit() else 8000
