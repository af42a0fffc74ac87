"""Tries an address as a browser would: HEAD, then GET if that fails, following redirects."""

from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from guidance.register.link_check.head import Head, ask
from guidance.register.link_check.outcome import LinkError, Outcome, State

REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
MOST_REDIRECTS = 5
GONE = frozenset({404, 410})
REFUSALS = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 999})


@dataclass(frozen=True)
class Limits:
    """Seconds for one request, and whether hosts that are not public are allowed."""

    seconds: float = 10.0
    allow_private: bool = False


def try_address(address: str, limits: Limits | None = None) -> Outcome:
    """Return the outcome of trying an address. Accepts any text and raises nothing.

    At most five redirects are followed, only to http or https addresses on public hosts.
    """
    limits = limits or Limits()
    here, moved, seen = address, True, {address}
    for _ in range(MOST_REDIRECTS + 1):
        try:
            head = _ask(_parsed_url(here), limits)
        except LinkError as error:
            return Outcome(error.state, ends_at=here if here != address else "")
        if head.status not in REDIRECTS or not head.location:
            return _outcome(head.status, address, here, moved)
        moved = moved and head.status in FOR_GOOD
        here = _joined(here, head.location)
        if here in seen:
            return Outcome(State.LOOPS, head.status)
        seen.add(here)
    return Outcome(State.LOOPS, head.status)


def _parsed_url(address: str) -> Url:
    try:
        url = parse_url(address)
    except LocationParseError as error:
        raise LinkError(State.UNKNOWN_HOST) from error
    if url.scheme not in {"http", "https"}:
        raise LinkError(State.NOT_HTTP)
    return url


def _joined(here: str, location: str) -> str:
    """Return the target of a redirect without its fragment."""
    try:
        return urljoin(here, location).partition("#")[0]
    except ValueError:
        return location


def _ask(url: Url, limits: Limits) -> Head:
    """Request with HEAD, then with GET if that fails, as many servers do not support HEAD."""
    try:
        head = ask("HEAD", url, seconds=limits.seconds, allow_private=limits.allow_private)
    except LinkError as error:
        if error.state not in {State.NO_ANSWER, State.NOT_HTTP}:
            raise
    else:
        if head.status < 400:
            return head
    return ask("GET", url, seconds=limits.seconds, allow_private=limits.allow_private)


def _outcome(status: int, address: str, here: str, moved: bool) -> Outcome:
    if status in GONE:
        state = State.GONE
    elif status in REFUSALS:
        state = State.REFUSED
    elif status >= 400 or status in REDIRECTS:
        state = State.FAILING
    else:
        state = State.MOVED if moved and here != address else State.WORKS
    return Outcome(state, status, ends_at=here if here != address else "")
