"""The store that all processes share: what is in it, for how long, and who comes first."""

import logging
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Thread

import pytest
from django.conf import settings as site
from django.core.cache import cache
from django.db import connection, connections, transaction
from django.utils.module_loading import import_string

from kls_portal import env, limits
from kls_portal.operation.models import StoredValue
from tests.pages import error_codes

NOTHING = object()
TABLE = "kls_portal.operation.store.TableStore"


@pytest.fixture(scope="session")
def redis_url():
    """The address of a Redis that ends with this process."""
    from fakeredis import TcpFakeServer

    server = TcpFakeServer(("127.0.0.1", 0), server_type="redis")
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"redis://127.0.0.1:{server.server_address[1]}/0"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["table", "redis"])
def shared(request, db):
    """Each kind of store, made as the settings make it."""
    url = request.getfixturevalue("redis_url") if request.param == "redis" else ""
    made = store_at(url)
    made.clear()
    yield made
    if request.param == "redis":
        hang_up(made)


def store_at(url):
    made = env.store(url)
    return import_string(made["BACKEND"])(made.get("LOCATION", ""), made)


def hang_up(redis_store):
    """Close the connections, which Django leaves open for the next request."""
    for pool in redis_store._cache._pools.values():
        pool.disconnect()


@pytest.fixture
def table(db):
    return store_at("")


@pytest.fixture
def later(time_machine):
    """Return a function that moves the clock on by so many seconds from when the test began."""
    began = time.time()
    return lambda seconds: time_machine.move_to(began + seconds)


VALUES = [0, -5, 2**62, 2**70, True, 1.5, "tea", "", None, b"\x00\xff", [1.5, 2.5], {"a": (1,)}]
VALUES.append(datetime(2026, 11, 28, 12))


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_comes_back_as_it_was(shared, value):
    shared.set("key", value)
    found = shared.get("key", NOTHING)
    assert found == value
    assert type(found) is type(value)
    assert shared.has_key("key")


@pytest.mark.parametrize("key", ["x" * 2_000, "a b\nc", "nought\x00", "£ü漢", ""])
def test_any_key_will_do(table, key):
    table.set(key, 1)
    table.set(f"{key}!", 2)
    assert (table.get(key), table.get(f"{key}!")) == (1, 2)


def test_what_is_not_there_is_told(shared):
    assert shared.get("key", NOTHING) is NOTHING
    assert not shared.has_key("key")
    assert not shared.delete("key")
    with pytest.raises(ValueError, match="key"):
        shared.incr("key")


def test_a_key_is_added_once(shared):
    assert shared.add("key", 1, 60)
    assert not shared.add("key", 2, 60)
    assert shared.get("key") == 1
    assert shared.delete("key")
    assert shared.add("key", 3, 60)


def test_a_number_is_counted(shared):
    shared.set("key", 5, 60)
    assert [shared.incr("key"), shared.incr("key", 4), shared.decr("key")] == [6, 10, 9]


def test_many_are_kept_and_cleared(shared):
    assert shared.set_many({"a": 1, "b": "two"}) == []
    assert shared.get_many(["a", "b", "c"]) == {"a": 1, "b": "two"}
    shared.delete_many(["a"])
    assert not shared.has_key("a")
    shared.clear()
    assert not shared.has_key("b")


@pytest.mark.parametrize("timeout", [0, -1])
def test_what_is_over_at_once_is_not_there(shared, timeout):
    shared.set("key", 1, timeout)
    assert shared.get("key", NOTHING) is NOTHING


def test_what_is_over_is_not_there(table, later):
    table.set("key", 1, 60)
    table.set("for ever", 1, None)
    later(59)
    assert table.incr("key") == 2, "counting moves no clock"
    later(61)
    assert table.get("key", NOTHING) is NOTHING
    assert not table.has_key("key")
    with pytest.raises(ValueError, match="key"):
        table.incr("key")
    assert table.add("key", 7, 60)
    assert table.get("key") == 7
    later(10**9)
    assert table.get("for ever") == 1


def test_nothing_is_culled(table):
    for number in range(400):
        table.set(f"key {number}", number, 60)
    assert [table.get(f"key {number}") for number in range(400)] == list(range(400))


def test_each_answer_is_one_statement(table, django_assert_num_queries):
    """In a transaction a savepoint stands around it; here the fixture opened one."""
    for ask in (lambda: table.add("key", 1), lambda: table.incr("key"), lambda: table.get("key")):
        with django_assert_num_queries(3):
            ask()


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x80\x04\x8c\x03old\x8c\x05Thing\x93."])
def test_a_value_that_cannot_be_read_is_a_miss(table, content):
    table.set("key", "tea")
    StoredValue.objects.update(value=content)
    assert table.get("key", NOTHING) is NOTHING
    table.set("key", "coffee")
    assert table.get("key") == "coffee"


def test_a_value_that_cannot_be_stored_is_a_miss(shared):
    shared.set("key", lambda: None)
    assert shared.get("key", NOTHING) is NOTHING


def assert_all_is_missing(broken):
    broken.set("key", 1)
    assert broken.get("key", NOTHING) is NOTHING
    assert broken.add("key", 1), "what a one-time key guards is done"
    with pytest.raises(ValueError, match="key"):
        broken.incr("key")
    assert not broken.delete("key")
    assert not broken.has_key("key")
    broken.clear()


def test_a_database_that_is_down_is_a_miss(table, database_down, caplog):
    with database_down():
        assert_all_is_missing(table)
    assert caplog.records
    assert {record.levelno for record in caplog.records} == {logging.ERROR}


@pytest.mark.django_db(transaction=True)
def test_a_table_that_is_missing_is_a_miss():
    with connection.schema_editor() as editor:
        editor.delete_model(StoredValue)
    try:
        assert_all_is_missing(store_at(""))
        with transaction.atomic():
            assert_all_is_missing(store_at(""))
            assert connection.introspection.table_names(), "the transaction is still good"
    finally:
        with connection.schema_editor() as editor:
            editor.create_model(StoredValue)


def test_a_redis_that_is_away_is_a_miss():
    assert_all_is_missing(store_at("redis://127.0.0.1:1/0"))


def test_counting_goes_on_while_the_store_is_down(database_down, settings):
    settings.CACHES = {**settings.CACHES, "default": {"BACKEND": TABLE}}
    with database_down():
        assert all(limits.within(1, per_seconds=60, of="tea") for _ in range(3))
    assert [limits.within(1, per_seconds=60, of="tea") for _ in range(2)] == [True, False]


def test_tries_to_sign_in_are_counted_in_the_table(people, client, settings):
    settings.CACHES = {**settings.CACHES, "default": {"BACKEND": TABLE}}
    wrong = {"login": people.manager.email, "password": "wrong"}
    forms = [client.post("/accounts/login/", wrong).context["form"] for _ in range(6)]
    assert error_codes(forms[-1]) == {"login": {"too_many_login_attempts"}}
    assert StoredValue.objects.exists()
    cache.clear()
    again = client.post("/accounts/login/", wrong).context["form"]
    assert error_codes(again) == {"login": {"email_password_mismatch"}}


def at_once(work, number=8):
    def apart(_):
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(apart, range(number)))


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has a test of its own.")
@pytest.mark.django_db(transaction=True)
def test_of_several_at_once_one_adds_and_all_count():
    assert sorted(at_once(lambda: store_at("").add("key", 0, 60))) == [False] * 7 + [True]
    at_once(lambda: [store_at("").incr("key") for _ in range(25)])
    assert store_at("").get("key") == 200


def test_of_several_redis_clients_at_once_one_adds_and_all_count(redis_url):
    shared = store_at(redis_url)
    shared.clear()
    assert sorted(at_once(lambda: shared.add("key", 0, 60))) == [False] * 7 + [True]
    at_once(lambda: [shared.incr("key") for _ in range(25)])
    assert shared.get("key") == 200
    hang_up(shared)


COUNTER = """
import sys, django
django.setup()
from django.core.cache import cache
from django.core.management import call_command
if sys.argv[1] == "migrate":
    call_command("migrate", "operation", verbosity=0)
else:
    print(cache.add("key", 0, 60))
    for _ in range(100):
        cache.incr("key")
    print(cache.get("key"))
"""


@pytest.mark.thorough
def test_of_several_processes_on_sqlite_one_adds_and_all_count(tmp_path):
    def start(word):
        environment = {
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "kls_portal.settings",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'portal.sqlite3'}",
            "VAR_DIR": str(tmp_path),
        }
        return subprocess.Popen(
            [sys.executable, "-c", COUNTER, word],
            cwd=site.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    start("migrate").communicate()
    said = [process.communicate()[0].split() for process in [start("count") for _ in range(3)]]
    assert sorted(words[0] for words in said) == ["False", "False", "True"]
    assert max(int(words[1]) for words in said) == 300
