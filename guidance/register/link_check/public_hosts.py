"""Which hosts the check may connect to: those on the public internet alone.

The name is looked up once, what it stands for is judged, and the connection goes to just that
number: a name that changes its answer meanwhile gains nothing.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread

from guidance.register.link_check.outcome import LinkError, State

# IPv6 numbers that carry an IPv4 number inside: mapped, translated (NAT64), 6to4, Teredo.
_CARRIERS = tuple(
    IPv6Network(block)
    for block in (
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/32",
    )
)
# Numbers that Python holds for public and that are none of a site: for protocols alone (RFC 6890),
# relays of 6to4 (RFC 7526), documentation (RFC 9637), and what a cloud shows its own machines
# (Azure's 168.63.129.16).
_NO_SITES = tuple(
    ip_network(block)
    for block in ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20", "168.63.129.16/32")
)


def is_public(number: str) -> bool:
    """Whether an IP number may be connected to.

    Not those of private networks, this machine, the local link (which holds the metadata services
    of clouds), multicast and everything reserved; nor IPv6 numbers that carry an IPv4 number.
    """
    try:
        address = ip_address(number)
    except ValueError:
        return False
    return _is_public(address)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and (
        address.scope_id or address.is_site_local or any(address in net for net in _CARRIERS)
    ):
        return False
    if any(address in net for net in _NO_SITES):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def numbers_of(host: str, port: int, *, seconds: float, allow_private: bool) -> list[str]:
    """Return the IP numbers of a host, in the order in which they should be tried.

    Raises LinkError where there is none, and where only one of them is not public: a public
    site has no reason to name a private number as well.
    """
    numbers = list(dict.fromkeys(_look_up(host, port, seconds)))
    if not numbers:
        raise LinkError(State.UNKNOWN_HOST)
    if not allow_private and not all(map(is_public, numbers)):
        raise LinkError(State.NOT_PUBLIC)
    return numbers


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """Ask the resolver, which knows no time limit of its own, in a thread that has one."""
    answers: SimpleQueue[list[str] | None] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            answers.put(None)
        else:
            answers.put([str(place[4][0]) for place in found])

    Thread(target=ask, daemon=True).start()
    try:
        numbers = answers.get(timeout=max(seconds, 0.01))
    except Empty:
        raise LinkError(State.NO_ANSWER) from None
    if numbers is None:
        raise LinkError(State.UNKNOWN_HOST)
    return numbers
