"""What each app adds to the demonstration, once its accounts exist. Never in production."""

from collections.abc import Callable, Iterable

LOADS: list[Callable[[], Iterable[str]]] = []
"""Idempotent loaders, which apps append when they are ready. Each yields what it made."""
