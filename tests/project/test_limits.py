"""Uses are counted for a while, by a name that tells nobody's address."""

from datetime import date

from django.core.cache import cache
from django.test import RequestFactory

from kls_portal import limits
from tests.each import each


def network(address: str) -> str:
    return limits.network_of(RequestFactory().post("/", REMOTE_ADDR=address))


def test_uses_within_the_limit_are_let_through_and_no_more():
    assert [limits.within(2, per_seconds=60, of="tea") for _ in range(3)] == [True, True, False]
    assert limits.within(2, per_seconds=60, of="coffee")


def test_a_new_window_begins_anew(time_machine):
    time_machine.move_to(1_000.0)
    assert [limits.within(1, per_seconds=60, of="tea") for _ in range(2)] == [True, False]
    time_machine.move_to(1_060.0)
    assert limits.within(1, per_seconds=60, of="tea")


def test_a_network_is_known_by_a_hash_of_the_day(on_day):
    today = network("192.0.2.7")
    assert "192" not in today
    assert today == network("192.0.2.7") != network("192.0.2.8")
    on_day(date(2027, 1, 1))
    assert network("192.0.2.7") != today


def test_addresses_of_one_ipv6_network_count_as_one():
    assert network("2001:db8::1") == network("2001:db8::2:2") != network("2001:db8:0:1::1")


@each("address", ["", "nonsense"])
def test_an_address_that_is_none_is_still_counted(address):
    assert network(address) == network("nothing either")


def test_the_cache_holds_no_address():
    limits.within(1, per_seconds=60, of=f"feedback {network('192.0.2.7')}")
    kept = cache._cache
    assert kept
    assert not any("192.0.2.7" in str(key) + str(value) for key, value in kept.items())
