"""Tries an address as a browser would: HEAD, then GET if that fails, following redirects.

HTTP, TLS and host name checks are urllib3's. This module connects only to a checked IP address,
and limits time and size for the whole head: a server that sends one byte a second would outlast
a limit on each single read.
"""

import io
import ssl
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import Any
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from guidance.register.link_check.outcome import USUAL, Limits, LinkError, Outcome, State
from guidance.register.link_check.public_hosts import numbers_of

LONGEST_HEAD = 32_768
PORTS = {"http": 80, "https": 443}
HEADERS = {"User-Agent": "KLS-Portal link check", "Accept": "*/*", "Connection": "close"}


@dataclass(frozen=True)
class Head:
    """The head of a response: its status and its Location ("" for none)."""

    status: int
    location: str


class _Limited(io.RawIOBase):
    """A socket limited in time and size. Raises LinkError beyond the size or at end of input."""

    def __init__(self, socket: Any, ends: float) -> None:
        self.socket, self.ends, self.size = socket, ends, 0
        file = io.BufferedReader(self)
        self.makefile = lambda *_: file  # every head of one response is read from it

    def __getattr__(self, name: str) -> Any:
        return getattr(self.socket, name)

    def close(self) -> None:
        self.socket.close()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.socket.settimeout(_left(self.ends))
        read = self.socket.recv_into(buffer)
        self.size += read
        if not read or self.size > LONGEST_HEAD:
            raise LinkError(State.NOT_HTTP if self.size else State.NO_ANSWER)
        return read


def ask(method: str, url: Url, limits: Limits) -> Head:
    """Return the head of the response to HEAD or GET. `url` is an http or https address.

    Raises LinkError if there is no usable response within the time of one request.
    """
    ends = monotonic() + limits.seconds
    if not url.host:
        raise LinkError(State.UNKNOWN_HOST)
    host, port = url.host.strip("[]"), url.port or PORTS[url.scheme or ""]
    numbers = numbers_of(host, port, limits)
    named = {"server_hostname": host} if url.scheme == "https" else {}
    try:
        with closing(_connected(numbers, port, ends, named)) as connection:
            return _head(connection, method, url, ends)
    except ssl.SSLCertVerificationError as error:
        raise LinkError(State.CERTIFICATE) from error
    except HTTPException as error:
        raise LinkError(State.NOT_HTTP) from error
    except (OSError, HTTPError, ValueError) as error:
        raise LinkError(State.NO_ANSWER) from error


def _left(ends: float) -> float:
    """Return the seconds left. Raises TimeoutError if none are."""
    if (left := ends - monotonic()) <= 0:
        raise TimeoutError
    return left


def _connected(numbers: list[str], port: int, ends: float, named: dict[str, str]) -> HTTPConnection:
    """Connect to the first IP address that answers, without resolving the name again."""
    failure: Exception = TimeoutError()
    for number in numbers:
        kind: Any = HTTPSConnection if named else HTTPConnection
        connection = kind(number, port, timeout=_left(ends), **named)
        try:
            connection.connect()
        except (OSError, HTTPError) as error:
            connection.close()
            failure = error
        else:
            return connection
    raise failure


def _head(connection: Any, method: str, url: Url, ends: float) -> Head:
    """Return the head of the final response, skipping interim ones (1xx)."""
    connection.sock = _Limited(connection.sock, ends)
    connection.request(method, url.request_uri, headers={"Host": url.netloc, **HEADERS})
    answers: list[
        HTTPResponse
    ] = []  # a released response would close the file that the next is read from
    while not answers or answers[-1].status < 200:
        answers.append(HTTPResponse(connection.sock, method=method))
        answers[-1].begin()
    location = answers[-1].headers.get("Location", "").strip()
    return Head(answers[-1].status, location.encode("latin-1").decode("utf-8", "replace"))


REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
MOST_REDIRECTS = 5
GONE = frozenset({404, 410})
REFUSALS = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 999})


def try_address(address: str, limits: Limits = USUAL) -> Outcome:
    """Return the outcome of trying an address. Accepts any text and raises nothing.

    At most five redirects are followed, only to http or https addresses on public hosts.
    """
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
        head = ask("HEAD", url, limits)
    except LinkError as error:
        if error.state not in {State.NO_ANSWER, State.NOT_HTTP}:
            raise
    else:
        if head.status < 400:
            return head
    return ask("GET", url, limits)


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
