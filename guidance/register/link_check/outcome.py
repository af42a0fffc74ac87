"""How a try of an address went."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What became of an address, from the reader's side."""

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
        """What an editor reads."""
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
# A site may refuse a program and welcome a person, so a refusal is no fault of the link.
FINE = frozenset({State.WORKS, State.MOVED, State.REFUSED})


@dataclass(frozen=True)
class Outcome:
    """One try. `code` is the HTTP status of the last answer, `ends_at` where a move leads."""

    state: State
    code: int | None = None
    ends_at: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether nothing need be done for readers to get there."""
        return self.state in FINE


class LinkError(Exception):
    """An address that gave no answer of use. `state` says why."""

    def __init__(self, state: State) -> None:
        super().__init__(state.words)
        self.state = state
