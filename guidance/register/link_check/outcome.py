"""The limits and the outcome of trying an address."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class State(StrEnum):
    """The state of an address for a reader, and its words for editors."""

    words: str

    def __new__(cls, value: str, words: str) -> Self:
        state = str.__new__(cls, value)
        state._value_, state.words = value, words
        return state

    WORKS = "works", "Works"
    MOVED = "moved", "Has moved for good"
    GONE = "gone", "Is gone"
    REFUSED = "refused", "Refuses to be checked"
    FAILING = "failing", "The site has a fault"
    NO_ANSWER = "no-answer", "Does not answer"
    UNKNOWN_HOST = "unknown-host", "There is no such site"
    CERTIFICATE = "certificate", "The certificate is not valid"
    LOOPS = "loops", "Sends the reader round"
    NOT_PUBLIC = "not-public", "Is not on the public internet"
    NOT_HTTP = "not-http", "Does not answer as a web page"


# A site may refuse programs but serve people, so a refusal does not count as broken.
FINE = frozenset({State.WORKS, State.MOVED, State.REFUSED})


@dataclass(frozen=True)
class Outcome:
    """One try. `code` is the HTTP status of the last response, `ends_at` the target of a move."""

    state: State
    code: int | None = None
    ends_at: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether readers can follow the link without a correction."""
        return self.state in FINE


@dataclass(frozen=True)
class Limits:
    """Seconds for one request, and whether hosts that are not public are allowed."""

    seconds: float = 10.0
    allow_private: bool = False


USUAL = Limits()


class LinkError(Exception):
    """An address without a usable response, for the reason in `state`."""

    def __init__(self, state: State) -> None:
        super().__init__(state.words)
        self.state = state
