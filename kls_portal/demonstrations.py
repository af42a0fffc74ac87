"""What each app adds to the demonstration, once its accounts exist. Never in production."""

from collections.abc import Callable, Iterable, Iterator

Load = Callable[[], Iterable[str]]

_loads: list[Load] = []


def register(load: Load) -> None:
    """Register a loader of demonstration data. `load` is idempotent and yields what it made.

    Registering it twice has no effect.
    """
    if load not in _loads:
        _loads.append(load)


def load_all() -> Iterator[str]:
    for load in _loads:
        yield from load()
