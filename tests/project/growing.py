"""How much work a function does with a text: lines of Python run, characters of the text read."""

import sys
from collections.abc import Callable
from typing import Any


class Counted(str):
    """A text that counts how many of its characters are copied or looked through.

    What is made of it whole (its lower case, a translation) counts on, in the same `read`.
    """

    read: list[int]

    def __new__(cls, text: str, read: list[int] | None = None) -> "Counted":
        made = super().__new__(cls, text)
        made.read = [0] if read is None else read
        return made

    def __getitem__(self, key: Any) -> str:
        found = super().__getitem__(key)
        self.read[0] += len(found)
        return found

    def lower(self) -> "Counted":
        return Counted(super().lower(), self.read)

    def translate(self, table: Any) -> "Counted":
        return Counted(super().translate(table), self.read)

    def _through(self, start: Any, end: Any) -> None:
        length = len(self)
        first, last, _ = slice(start, end).indices(length)
        self.read[0] += max(0, last - first)

    def find(self, wanted: str, start: Any = None, end: Any = None) -> int:
        self._through(start, end)
        return super().find(wanted, start, end)

    def rfind(self, wanted: str, start: Any = None, end: Any = None) -> int:
        self._through(start, end)
        return super().rfind(wanted, start, end)

    def count(self, wanted: str, start: Any = None, end: Any = None) -> int:
        self._through(start, end)
        return super().count(wanted, start, end)


def lines_run(work: Callable[[str], Any], text: str) -> int:
    """Return how many lines of Python `work` runs with a text, those it calls among them."""
    number = 0

    def trace(frame: Any, event: str, argument: Any) -> Any:
        nonlocal number
        number += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(text)
    finally:
        sys.settrace(before)
    return number


def characters_read(work: Callable[[str], Any], text: str) -> int:
    """Return how many characters of a text `work` copies or looks through, those of it whole."""
    counted = Counted(text)
    work(counted)
    return counted.read[0]
