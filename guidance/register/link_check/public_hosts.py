"""Which hosts the link check may connect to: only those on the public internet.

The name is resolved once, and the connection goes to the IP address that was checked. This
defeats DNS rebinding.
"""

import socket
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread

from guidance.register.link_check.outcome import Limits, LinkError, State

# IPv6 addresses with an embedded IPv4 address: mapped, translated (NAT64), 6to4, Teredo.
_CARRIER_BLOCKS = "::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 2002::/16 2001::/32"
_CARRIERS = tuple(map(IPv6Network, _CARRIER_BLOCKS.split()))
# Addresses that Python considers public but that host no site: protocol assignments (RFC 6890),
# 6to4 relays (RFC 7526), documentation (RFC 9637), and a cloud's internal services
# (Azure's 168.63.129.16).
_NO_SITE_BLOCKS = "192.0.0.0/24 192.88.99.0/24 3fff::/20 168.63.129.16/32"
_NO_SITES = tuple(map(ip_network, _NO_SITE_BLOCKS.split()))


def is_public(number: str) -> bool:
    """Whether connecting to an IP address is allowed.

    Refused are private, loopback, link-local (with the metadata services of clouds), multicast and
    reserved addresses, and IPv6 addresses with an embedded IPv4 address.
    """
    try:
        address = ip_address(number)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and (
        address.scope_id or address.is_site_local or any(address in net for net in _CARRIERS)
    ):
        return False
    if any(address in net for net in _NO_SITES):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def numbers_of(host: str, port: int, limits: Limits) -> list[str]:
    """Return the IP addresses of a host, in the order in which they should be tried.

    Raises LinkError if there is none, or if any of them is not public: a public site has no reason
    to list a private address as well.
    """
    numbers = list(dict.fromkeys(_look_up(host, port, limits.seconds)))
    if not numbers:
        raise LinkError(State.UNKNOWN_HOST)
    if not limits.allow_private and not all(map(is_public, numbers)):
        raise LinkError(State.NOT_PUBLIC)
    return numbers


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """Resolve a host in a thread, as the resolver has no time limit of its own."""
    answers: SimpleQueue[list[str] | None] = SimpleQueue()

    def ask() -> None:
        try:
            places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            answers.put(None)
        else:
            answers.put([str(place[4][0]) for place in places])

    Thread(target=ask, daemon=True).start()
    try:
        numbers = answers.get(timeout=max(seconds, 0.01))
    except Empty:
        raise LinkError(State.NO_ANSWER) from None
    if numbers is None:
        raise LinkError(State.UNKNOWN_HOST)
    return numbers
