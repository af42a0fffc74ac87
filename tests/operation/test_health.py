"""What a monitor of the host is told: whether the portal is alive, and ready or why not."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from kls_portal.operation import readiness

LIVE = ("/healthz/live", "/healthz/live/")
READY = ("/healthz/", "/healthz", "/healthz/ready", "/healthz/ready/")
CHECKS = {"database", "migrations", "static files", "store", "stored pages"}


def told(address="/healthz/ready", **headers):
    response = Client().get(address, headers=headers)
    return response.status_code, response.json()


@pytest.mark.parametrize("address", LIVE)
def test_live_asks_no_database(address):
    """The test has no database fixture, so a query would fail it."""
    assert told(address) == (200, {"status": "ok"})


@pytest.mark.parametrize("address", READY)
def test_ready_says_what_was_looked_at(db, address):
    status, checks = told(address)
    assert status == 200
    assert checks.pop("status") == "ok"
    assert set(checks) >= CHECKS
    assert set(checks.values()) == {"ok"}


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.7:8000", "evil.example", ""])
@pytest.mark.parametrize("address", [*LIVE, *READY])
def test_any_host_may_ask_over_plain_http(db, settings, host, address):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["portal.example"], True
    response = Client().get(address, headers={"host": host})
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.cookies == {}


@pytest.mark.parametrize("address", [*LIVE, *READY])
def test_head_has_no_body_and_nothing_is_posted(db, address):
    assert Client().head(address).content == b""
    assert Client().post(address).status_code == 405


def test_other_addresses_keep_the_check_of_the_host(db, settings):
    settings.ALLOWED_HOSTS = ["portal.example"]
    assert Client().get("/healthz/other/", headers={"host": "evil.example"}).status_code == 400


def test_the_row_of_the_check_is_taken_back(db):
    assert told()[0] == 200
    assert not Session.objects.exists()


def test_a_database_that_is_down_is_said_without_its_secrets(database_down):
    with database_down():
        response = Client().get("/healthz/ready")
        assert told("/healthz/live")[0] == 200
    assert response.status_code == 503
    checks = response.json()
    assert checks["status"] != "ok"
    assert "Error" in checks["database"]
    assert "Error" in checks["migrations"]
    assert not re.search("secret|internal", response.content.decode())


def test_a_database_that_takes_no_writes_is_not_ready(db):
    def read_only(execute, sql, *rest):
        if sql.startswith("INSERT"):
            raise OperationalError("attempt to write a readonly database")
        return execute(sql, *rest)

    with connection.execute_wrapper(read_only):
        status, checks = told()
    assert status == 503
    assert checks["database"] != "ok"
    assert checks["migrations"] == "ok"


def test_a_migration_that_is_not_applied_is_counted(db):
    MigrationRecorder(connection).record_unapplied("vacancies", "0001_initial")
    status, checks = told()
    assert status == 503
    assert checks["migrations"].startswith("1 not applied")


def test_static_files_that_were_not_collected_are_named(db, monkeypatch):
    def missing(name):
        raise ValueError(f"Missing staticfiles manifest entry for '{name}'")

    monkeypatch.setattr(readiness, "static", missing)
    status, checks = told()
    assert status == 503
    assert "collectstatic" in checks["static files"]


def test_a_store_that_forgets_is_not_ready(db, monkeypatch):
    monkeypatch.setattr(caches["default"], "get", lambda *_: None)
    status, checks = told()
    assert status == 503
    assert [name for name, found in checks.items() if found != "ok"] == ["status", "store"]


def test_pages_that_cannot_be_stored_are_said_and_the_site_goes_on(db, settings, tmp_path):
    (tmp_path / "cache").write_text("a file, no folder")
    backend = "kls_portal.operation.forgiving.PageFiles"
    broken = {"BACKEND": backend, "LOCATION": str(tmp_path / "cache")}
    settings.CACHES = {**settings.CACHES, "pages": broken}
    status, checks = told()
    assert status == 200
    assert checks["status"] == "ok"
    assert checks["stored pages"] != "ok"


def test_each_check_has_one_line(db):
    lines = Client().get("/healthz/ready").content.decode().splitlines()
    for name in CHECKS:
        assert sum(line.strip().startswith(f'"{name}": ') for line in lines) == 1
