"""Parses links typed one a line: words, then an https address. Pure."""

import re
from urllib.parse import urlsplit

from kls_portal.parts import Link

MOST_LINKS = 10
LONGEST_ADDRESS = 500
HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"'`{}|\\^]")


class LinkError(ValueError):
    """An invalid line. Its message is one sentence that names the line and the correction."""


def read_links(typed: str) -> tuple[Link, ...]:
    """Return the links of a text, skipping empty lines. Raises LinkError."""
    lines = [(at, line.strip()) for at, line in enumerate(typed.splitlines(), 1)]
    links = tuple(_link_on_line(at, line) for at, line in lines if line)
    if len(links) > MOST_LINKS:
        raise LinkError(f"Enter {MOST_LINKS} links or fewer.")
    return links


def _link_on_line(at: int, line: str) -> Link:
    words, _, address = line.rpartition(" ")
    if not is_https(address):
        raise LinkError(f"Line {at} must end with an address that begins with https://.")
    if not words.strip():
        raise LinkError(f"Line {at} needs words before the address, to say where it leads.")
    return Link(" ".join(words.split()), address)


def is_https(address: str) -> bool:
    """Whether this is a full https address with a host and without credentials."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    is_plain = parts.scheme == "https" and "@" not in parts.netloc and not UNSAFE.search(address)
    return is_plain and bool(HOST.fullmatch(host)) and len(address) <= LONGEST_ADDRESS
