"""The outcome of trying an address."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    WORKS = "works"
    MOVED = "moved"
    GONE = "gone"
    REFUSED = "refused"
    FAILING = "failing"
    NO_ANSWER = "no-answer"
    UNKNOWN_HOST = "unknown-host"
    CERTIFICATE = "certificate"
    LOOPS = "loops"
    NOT_PUBLIC = "not-public"
    NOT_HTTP = "not-http"

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    State.WORKS: "Works",
    State.MOVED: "Has moved for good",
    State.GONE: "Is gone",
    State.REFUSED: "Refuses to be checked",
    State.FAILING: "The site has a fault",
    State.NO_ANSWER: "Does not answer",
    State.UNKNOWN_HOST: "There is no such site",
    State.CERTIFICATE: "The certificate is not valid",
    State.LOOPS: "Sends the reader round",
    State.NOT_PUBLIC: "Is not on the public internet",
    State.NOT_HTTP: "Does not answer as a web page",
}
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


class LinkError(Exception):
    """An address without a usable response, for the reason in `state`."""

    def __init__(self, state: State) -> None:
        super().__init__(state.words)
        self.state = state
