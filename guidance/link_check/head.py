"""Asks one server for one address and reads the head of its answer, never its body.

Our own few lines on sockets, because the time limit must hold for the whole exchange: a server
that sends one letter a second would outlast a limit on each single read.
"""

from __future__ import annotations

import re
import socket
import ssl
from dataclasses import dataclass
from time import monotonic
from urllib.parse import SplitResult, quote

from guidance.link_check.outcome import LinkError, State
from guidance.link_check.public_hosts import numbers_of

LONGEST_HEAD = 32_768
PIECE = 4_096
PORTS = {"http": 80, "https": 443}
USER_AGENT = "KLS-Portal link check"
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})(?: |\r?\n|$)")
_END = re.compile(rb"\r?\n\r?\n")
_LOCATION = re.compile(rb"^location:[ \t]*(.*?)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Head:
    """The head of an answer: its status and, for a redirect, where it leads ("" for nowhere)."""

    status: int
    location: str


def ask(method: str, parts: SplitResult, *, seconds: float, allow_private: bool) -> Head:
    """Return what the server says to HEAD or GET. `parts` is an http or https address.

    Raises LinkError where there is no answer, or none of use, in `seconds` altogether.
    """
    ends = monotonic() + seconds
    host, port = _host_and_port(parts)
    numbers = numbers_of(host, port, seconds=seconds, allow_private=allow_private)
    try:
        with _connect(numbers, host, port, ends, is_safe=parts.scheme == "https") as connection:
            connection.settimeout(_left(ends))
            connection.sendall(_request(method, parts, host))
            return _read(connection, ends)
    except ssl.SSLCertVerificationError as error:
        raise LinkError(State.CERTIFICATE) from error
    except (OSError, ValueError) as error:
        raise LinkError(State.NO_ANSWER) from error


def _host_and_port(parts: SplitResult) -> tuple[str, int]:
    try:
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        port = parts.port or PORTS[parts.scheme]
    except (ValueError, UnicodeError, KeyError) as error:
        raise LinkError(State.UNKNOWN_HOST) from error
    if not host:
        raise LinkError(State.UNKNOWN_HOST)
    return host, port


def _left(ends: float) -> float:
    """Return the seconds that are left. Raises TimeoutError where none are."""
    left = ends - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _connect(
    numbers: list[str], host: str, port: int, ends: float, *, is_safe: bool
) -> socket.socket:
    """Connect to the first of the numbers that answers; the name is not looked up again."""
    failure: OSError = TimeoutError()
    for number in numbers:
        try:
            plain = socket.create_connection((number, port), timeout=_left(ends))
        except OSError as error:
            failure = error
            continue
        if not is_safe:
            return plain
        try:
            plain.settimeout(_left(ends))
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except BaseException:
            plain.close()
            raise
    raise failure


def _request(method: str, parts: SplitResult, host: str) -> bytes:
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        target += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    named = f"[{host}]" if ":" in host else host
    if parts.port and parts.port != PORTS[parts.scheme]:
        named += f":{parts.port}"
    lines = (
        f"{method} {target} HTTP/1.1",
        f"Host: {named}",
        f"User-Agent: {USER_AGENT}",
        "Accept: */*",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


def _read(connection: socket.socket, ends: float) -> Head:
    """Read up to the end of the head. Interim answers (1xx) are passed over."""
    held, read = b"", 0
    while True:
        while end := _END.search(held):
            head, held = held[: end.start()], held[end.end() :]
            found = _head(head)
            if found.status >= 200:
                return found
        if read > LONGEST_HEAD:
            raise LinkError(State.NOT_HTTP)
        connection.settimeout(_left(ends))
        piece = connection.recv(PIECE)
        if not piece:
            raise LinkError(State.NOT_HTTP if held else State.NO_ANSWER)
        held, read = held + piece, read + len(piece)


def _head(head: bytes) -> Head:
    status = _STATUS.match(head)
    if not status:
        raise LinkError(State.NOT_HTTP)
    location = _LOCATION.search(head)
    there = location[1].decode("utf-8", "replace") if location else ""
    return Head(status=int(status[1]), location=there)
