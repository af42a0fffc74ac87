"""What each app adds to the demonstration, once its accounts are there. Never in production."""

from collections.abc import Callable, Iterable, Iterator

Load = Callable[[], Iterable[str]]

_loads: list[Load] = []


def register(load: Load) -> None:
    """Let an app show itself in the demonstration. `load` is idempotent, and says what it made.

    Registered twice, it is done once.
    """
    if load not in _loads:
        _loads.append(load)


def load_all() -> Iterator[str]:
    """Do what was registered, and give the sentences of what was made."""
    for load in _loads:
        yield from load()
