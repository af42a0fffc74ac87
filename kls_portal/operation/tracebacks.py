"""What may be told of an error: its class, its place and its way there.

Never its words, and never the value of a variable: both may hold what somebody typed. Lines of
the source are left out as well, so that an error can be told while files cannot be read.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from traceback import FrameSummary, StackSummary, walk_tb

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = (".venv", "node_modules")
MOST_FRAMES = 40
"""Of each error; a recursion would have a thousand."""


def class_of(error: BaseException) -> str:
    """Return the class of an error with its module, such as "django.db.utils.DataError".

    Where the operating system refused something, its own words are added: they are its own.
    """
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    number = error.errno if isinstance(error, OSError) else None
    why = f" ({os.strerror(number)})" if isinstance(number, int) else ""
    return f"{module}{kind.__qualname__}{why}"


def place_of(error: BaseException) -> str:
    """Return where an error was raised: in our own code, as near to it as that came."""
    frames = _frames_of(error)
    ours = [frame for frame in frames if _is_ours(frame)] or frames
    return f"{_named(ours[-1])}:{ours[-1].lineno} in {ours[-1].name}" if ours else "no place"


def traceback_of(error: BaseException) -> str:
    """Return the way to an error and to those that led to it, the first one at the top."""
    parts = []
    for one in reversed(list(_chain(error))):
        lines = [
            f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
            for frame in _frames_of(one)[-MOST_FRAMES:]
        ]
        parts.append("\n".join([*lines, class_of(one)]))
    return "\n\nThen:\n\n".join(parts)


def _frames_of(error: BaseException) -> list[FrameSummary]:
    return StackSummary.extract(walk_tb(error.__traceback__), lookup_lines=False)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _is_ours(frame: FrameSummary) -> bool:
    path = Path(frame.filename)
    return path.is_relative_to(ROOT) and not set(path.parts) & set(NOT_OURS)


def _named(frame: FrameSummary) -> str:
    path = Path(frame.filename)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
