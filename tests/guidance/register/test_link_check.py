"""One address is tried, against a server that misbehaves in every way; only public hosts."""

import socket
import ssl
from threading import Event
from time import monotonic

import pytest

from guidance.register.link_check import public_hosts
from guidance.register.link_check.outcome import Limits, Outcome, State
from guidance.register.link_check.public_hosts import is_public
from guidance.register.link_check.trying import try_address
from tests.each import each
from tests.guidance.register.misbehaving import misbehaving

LIMITS = Limits(seconds=0.5, allow_private=True)


@pytest.fixture(scope="module")
def server():
    with misbehaving() as server:
        yield server


@pytest.mark.parametrize(
    ("path", "state", "code"),
    [
        ("/ok", State.WORKS, 200),
        ("/no-head", State.WORKS, 200),
        ("/head-hangs", State.WORKS, 200),
        ("/interim", State.WORKS, 200),
        ("/endless-body", State.WORKS, 200),
        ("/moved", State.MOVED, 200),
        ("/for-now", State.WORKS, 200),
        ("/moved-to-gone", State.GONE, 404),
        ("/gone", State.GONE, 404),
        ("/really-gone", State.GONE, 410),
        ("/forbidden", State.REFUSED, 403),
        ("/too-many", State.REFUSED, 429),
        ("/fault", State.FAILING, 500),
        ("/nowhere", State.FAILING, 302),
        ("/chain/4", State.WORKS, 200),
        ("/chain/5", State.LOOPS, 302),
        ("/loop", State.LOOPS, 302),
        ("/self", State.LOOPS, 301),
        ("/to-file", State.NOT_HTTP, None),
        ("/to-nonsense", State.UNKNOWN_HOST, None),
        ("/hangs", State.NO_ANSWER, None),
        ("/drips", State.NO_ANSWER, None),
        ("/endless-head", State.NOT_HTTP, None),
        ("/endless-line", State.NOT_HTTP, None),
        ("/endless-interim", State.NOT_HTTP, None),
        ("/garbage", State.NOT_HTTP, None),
        ("/cut", State.NOT_HTTP, None),
        ("/closes", State.NO_ANSWER, None),
    ],
)
def test_what_becomes_of_an_address(server, path, state, code):
    began = monotonic()
    outcome = try_address(server.address + path, LIMITS)
    assert (outcome.state, outcome.code) == (state, code)
    # HEAD, GET and a redirect, each within its limit; the server would hold on for longer.
    assert monotonic() - began < 10 * LIMITS.seconds


def test_a_move_says_where_it_leads(server):
    assert try_address(f"{server.address}/moved", LIMITS).ends_at == f"{server.address}/ok"
    assert try_address(f"{server.address}/ok#part", LIMITS).ends_at == ""


def test_get_is_asked_only_where_head_fails(server):
    server.asked.clear()
    try_address(f"{server.address}/ok", LIMITS)
    try_address(f"{server.address}/no-head", LIMITS)
    assert server.asked == [("HEAD", "/ok"), ("HEAD", "/no-head"), ("GET", "/no-head")]


def test_an_address_cannot_carry_a_second_question(server):
    server.asked.clear()
    try_address(f"{server.address}/ok\r\nHost: evil /x y?a=b c\r\n\r\nGET /gone", LIMITS)
    assert len(server.asked) == 2
    assert all(" " not in path and "\n" not in path for _, path in server.asked)


@each(
    "address",
    [
        "",
        "http://",
        "https:///path",
        "http://[::1",
        "http://a:99999/",
        "http://" + "a" * 300,
        "//x",
    ],
)
def test_nonsense_gets_an_answer(address):
    assert not try_address(address, LIMITS).is_fine


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert try_address(f"http://127.0.0.1:{port}/", LIMITS) == Outcome(State.NO_ANSWER)


def test_a_plain_server_is_no_safe_one(server):
    address = server.address.replace("http:", "https:")
    assert try_address(f"{address}/ok", LIMITS).state == State.NO_ANSWER


def test_a_certificate_that_is_not_valid(server, monkeypatch):
    def refuse(*_, **__):
        raise ssl.SSLCertVerificationError

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", refuse)
    address = server.address.replace("http:", "https:")
    assert try_address(f"{address}/ok", LIMITS).state == State.CERTIFICATE


# only public hosts


@each(
    "number",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.0.9",
        "192.88.99.1",
        "168.63.129.16",
        "3fff::1",
        "3fff:fff:ffff::1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nothing listens here
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "not a number",
    ],
)
def test_what_is_not_public(number):
    assert not is_public(number)


@each("number", ["8.8.8.8", "51.141.2.1", "2606:4700::1111", "2a00:1450::1"])
def test_what_is_public(number):
    assert is_public(number)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "017700000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ],
)
def test_without_the_setting_this_machine_is_not_asked(server, host):
    server.asked.clear()
    address = f"http://{host}:{server.address.rpartition(':')[2]}/ok"
    outcome = try_address(address, Limits(seconds=0.5))
    assert outcome.state in {State.NOT_PUBLIC, State.UNKNOWN_HOST}
    assert server.asked == []


def lookup_of(*numbers):
    """Return a stand-in for the resolver that gives these numbers, and counts how often."""
    calls = []

    def look_up(host, port, *_, **__):
        calls.append(host)
        family = socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    return look_up, calls


def test_a_name_that_stands_for_a_private_number_too_is_refused(monkeypatch):
    look_up, _ = lookup_of("8.8.8.8", "10.0.0.1")
    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", look_up)
    assert try_address("http://two.example/").state == State.NOT_PUBLIC


def test_the_connection_goes_to_the_number_that_was_judged(monkeypatch):
    look_up, calls = lookup_of("8.8.8.8")
    reached = []

    def connect(place, *_, **__):
        reached.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", look_up)
    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    assert try_address("http://turns.example/").state == State.NO_ANSWER
    assert set(reached) == {("8.8.8.8", 80)}
    assert len(calls) == len(reached)


def test_a_redirect_to_the_metadata_of_a_cloud_is_not_followed(server, monkeypatch):
    judged = is_public
    monkeypatch.setattr(public_hosts, "is_public", lambda n: n == "127.0.0.1" or judged(n))
    outcome = try_address(f"{server.address}/metadata", Limits(seconds=0.5))
    assert outcome.state == State.NOT_PUBLIC


def test_a_resolver_that_hangs_costs_no_more_than_the_limit(monkeypatch):
    hang, answered = Event(), Event()

    def look_up(*_, **__):
        hang.wait(30)
        answered.set()
        raise socket.gaierror

    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", look_up)
    assert try_address("http://slow.example/", Limits(seconds=0.2)).state == State.NO_ANSWER
    assert not answered.is_set(), "the check goes on before the resolver has answered"
    hang.set()


def test_the_name_goes_into_the_request_and_the_certificate(server, monkeypatch):
    """The connection goes to a number; what is asked for, and shown, is the name."""
    look_up, _ = lookup_of("127.0.0.1")
    port = int(server.address.rpartition(":")[2])
    asked = []

    def wrap(_, plain, *, server_hostname, **__):
        asked.append((plain.getpeername(), server_hostname))
        raise ssl.SSLCertVerificationError

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", wrap)
    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", look_up)
    outcome = try_address(f"https://bücher.example:{port}/ok", LIMITS)
    assert outcome.state == State.CERTIFICATE
    assert set(asked) == {(("127.0.0.1", port), "xn--bcher-kva.example")}


@pytest.mark.parametrize("host", ["name.example", "straße.example", "BÜCHER.example"])
def test_the_host_header_is_of_the_name(server, monkeypatch, host):
    look_up, _ = lookup_of("127.0.0.1")
    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", look_up)
    server.hosts.clear()
    port = server.address.rpartition(":")[2]
    assert try_address(f"http://{host}:{port}/ok", LIMITS).state == State.WORKS
    names = {"straße.example": "xn--strae-oqa.example", "BÜCHER.example": "xn--bcher-kva.example"}
    assert server.hosts == [f"{names.get(host, host)}:{port}"]


@each("text", ["\ud800", "http://\ud800/", "http://a\x00b/", "http://a:b:c/", "é"])
def test_any_text_gets_an_answer(text):
    assert not try_address(text, Limits(seconds=0.2)).is_fine
