"""Production refuses to start on an unsafe or missing value, with a sentence that helps."""

import os
import re
import runpy
import sqlite3
import subprocess
import sys
from contextlib import closing
from io import StringIO
from unittest import mock

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError

from kls_portal import env
from kls_portal import settings as site_settings
from kls_portal.accounts.demonstration import no_demonstration_in_production
from kls_portal.accounts.models import User
from kls_portal.management.commands.close_demo_accounts import Command
from tests.each import each

SAFE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "kls-portal" * 5,
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "postgres://portal:secret@db.example:5432/portal",
    "EMAIL_HOST": "mail.example",
    "EMAIL_FROM": "KLS Portal <portal@portal.example>",
    "CONTACT_EMAIL": "library@portal.example",
    "OPERATOR_NAME": "Northfield NHS Trust",
    "TRUSTED_PROXY_COUNT": "0",
}


MANAGE = ["manage.py", "check"]
GUNICORN = ["-m", "gunicorn", "--check-config", "-c", "deploy/gunicorn.conf.py", "kls_portal.wsgi"]
BARE_WSGI = ["-c", "import kls_portal.wsgi"]


def environment(**changed):
    """Return a safe environment of production with changes; None takes a variable out."""
    variables = {"PATH": os.environ["PATH"], **SAFE, **changed}
    return {name: value for name, value in variables.items() if value is not None}


def read(**changed):
    """Return the settings, read afresh in this process: a process for each takes a second."""
    with mock.patch.dict(os.environ, environment(**changed), clear=True):
        return runpy.run_path(site_settings.__file__)


def start(*arguments, **changed):
    return subprocess.run(
        [sys.executable, *(arguments or ["-c", "import kls_portal.settings"])],
        cwd=settings.BASE_DIR,
        env=environment(**changed),
        capture_output=True,
        timeout=60,
        text=True,
        check=False,
    )


def test_production_starts_with_every_value():
    assert start().returncode == 0


@each(
    "given, address",
    [
        (None, "https://portal.example"),
        ("https://kls.portal.example/", "https://kls.portal.example"),
    ],
)
def test_links_in_letters_begin_with_the_address_of_the_site(given, address):
    assert read(SITE_ADDRESS=given)["SITE_ADDRESS"] == address


@pytest.mark.parametrize(
    ("kept", "given", "address"),
    [
        (None, {}, "http://127.0.0.1:8000"),
        ("8202\n", {}, "http://127.0.0.1:8202"),
        ("8202\n", {"PORT": "8300"}, "http://127.0.0.1:8300"),
        ("not a port", {}, "http://127.0.0.1:8000"),
        ("8202\n", {"PORT": "8300", "SITE_ADDRESS": "http://kls.local/"}, "http://kls.local"),
    ],
)
def test_links_of_a_demonstration_carry_the_port_of_make_run(tmp_path, kept, given, address):
    if kept:
        (tmp_path / "port").write_text(kept)
    demonstration = {**dict.fromkeys(SAFE), "VAR_DIR": str(tmp_path), **given}
    assert read(**demonstration)["SITE_ADDRESS"] == address


def test_make_run_tells_every_command_its_port():
    """The recipes export PORT, and keep it for commands that are started by themselves."""
    recipe = "--eval=told: ; @echo $$PORT"
    assert make(recipe, "told") == "8000"
    assert make(recipe, "told", "PORT=8202") == "8202"
    assert 'echo 8202 > "${VAR_DIR:-var}/port"' in make("--dry-run", "run", "PORT=8202")


def make(*arguments):
    bare = {"PATH": os.environ["PATH"]}
    asked = ["make", "--silent", *arguments]
    done = subprocess.run(asked, cwd=settings.BASE_DIR, env=bare, capture_output=True, text=True)
    return done.stdout.strip()


@each(
    "changed",
    [
        {"SECRET_KEY": None},
        {"SECRET_KEY": "short"},
        {"SECRET_KEY": "k" * 60},
        {"SECRET_KEY_FALLBACKS": f"{'old key ' * 7},short"},
        {"HSTS_SECONDS": "a year"},
        {"SECRET_KEY": "django-insecure-" + "abcdef" * 10},
        {"ALLOWED_HOSTS": "."},
        {"ALLOWED_HOSTS": "a.example,.uk"},
        {"DATABASE_URL": "postgres:///portal"},
        {"DATABASE_URL": "postgres://db.example"},
        {"DATABASE_URL": "postgres://db.example:x/p"},
        {"DATABASE_URL": "postgres://[db/p"},
        {"DATABASE_URL": "sqlite:///"},
        {"STORE_URL": "memcached://store.example"},
        {"STORE_URL": "redis:///0"},
        {"STORE_URL": "redis://store.example:x/0"},
        {"STORE_URL": "store.example:6379"},
        {"CONTACT_EMAIL": None},
        {"OPERATOR_NAME": None},
        {"OPERATOR_NAME": " "},
        {"CONTACT_EMAIL": "library"},
        {"EMAIL_FROM": None},
        {"SITE_ADDRESS": "http://portal.example"},
        {"SITE_ADDRESS": "https://portal.example/kls"},
        {"EMAIL_FROM": "kls-portal@localhost"},
        {"TRUSTED_PROXY_COUNT": None},
        {"TRUSTED_PROXY_COUNT": "one"},
        {"ALLOWED_HOSTS": None},
        {"ALLOWED_HOSTS": "*"},
        {"DATABASE_URL": None},
        {"DATABASE_URL": "mysql://db"},
        {"EMAIL_HOST": None},
        {"DEBUG": "1"},
        {"PRODUCTION": "perhaps"},
        {"EMAIL_PORT": "smtp"},
    ],
)
def test_production_refuses(changed):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(**changed)
    (setting,) = changed
    assert str(refused.value).startswith(f"{setting} ")


@each(
    "changed, sentence",
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is not set."),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is short."),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is “smtp”."),
    ],
)
def test_production_says_what_is_wrong_with_a_setting_in_words(changed, sentence):
    with pytest.raises(ImproperlyConfigured, match=re.escape(sentence)):
        read(**changed)


@each(
    "changed, expected",
    [
        ({}, (365 * 24 * 60 * 60, True, True)),
        ({"HSTS_SECONDS": "300", "HSTS_SUBDOMAINS": "0", "HSTS_PRELOAD": "0"}, (300, False, False)),
        ({"PRODUCTION": "0", "HSTS_SECONDS": "300"}, (0, False, False)),
    ],
)
def test_https_for_good_can_begin_small(changed, expected):
    found = read(**changed)
    names = ("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD")
    assert tuple(found[name] for name in names) == expected


def test_keys_on_their_way_out_are_still_taken():
    assert read()["SECRET_KEY_FALLBACKS"] == []
    two = ",".join(2 * ["the key before " * 4])
    assert len(read(SECRET_KEY_FALLBACKS=two)["SECRET_KEY_FALLBACKS"]) == 2


@pytest.mark.thorough
def test_files_are_for_the_user_of_the_portal_alone(tmp_path):
    live, backup = tmp_path / "portal.sqlite3", tmp_path / "backup"
    done = start("manage.py", "backup_database", str(backup), DATABASE_URL=f"sqlite:///{live}")
    assert done.returncode == 0, done.stderr
    assert {file.stat().st_mode & 0o777 for file in (live, backup)} == {0o600}
    demonstration = {"PRODUCTION": None, "SECRET_KEY": None, "VAR_DIR": str(tmp_path / "var")}
    assert start(*MANAGE, **demonstration).returncode == 0
    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700
    served = start("-c", f"{BARE_WSGI[1]}; import os; print(os.umask(0))")
    assert served.stdout.strip() == str(0o077)


@each("arguments", [MANAGE, GUNICORN, BARE_WSGI])
def test_a_person_reads_one_sentence_and_no_traceback_in_words(arguments):
    done = start(*arguments, CONTACT_EMAIL=None)
    assert done.returncode == 2
    assert done.stderr == (
        "KLS Portal does not start. CONTACT_EMAIL is not set. "
        "The contact page shows it to people.\n"
    )


def test_gunicorn_refuses_a_number_in_one_sentence():
    done = start(*GUNICORN, WEB_THREADS="many")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert ("WEB_THREADS" in done.stderr, "“many”" in done.stderr) == (True, True)


def test_a_demonstration_database_is_refused_in_production(tmp_path):
    file = tmp_path / "demo.sqlite3"
    with closing(sqlite3.connect(file)) as made:  # no more of it is asked for
        made.execute(f"CREATE TABLE {User._meta.db_table} (email, is_active)")
        made.execute(f"INSERT INTO {User._meta.db_table} VALUES (?, 1)", ["manager@demo.example"])  # noqa: S608
        made.commit()
    address = {"DATABASE_URL": f"sqlite:///{file}"}
    refused = start(*MANAGE, **address)
    assert refused.returncode == 1
    assert "close_demo_accounts" in refused.stderr
    served = start(*GUNICORN[:2], *GUNICORN[3:], "--bind", "127.0.0.1:0", **address)
    assert served.returncode == 2
    assert "close_demo_accounts" in served.stderr


def test_accounts_of_the_demonstration_are_no_fault_once_they_are_closed(db, settings, monkeypatch):
    User.objects.create_user("manager@demo.example", "x")
    assert no_demonstration_in_production() == []
    settings.PRODUCTION = True
    assert [fault.id for fault in no_demonstration_in_production()] == ["accounts.E001"]
    assert not Command.requires_system_checks, "the check would keep the command from running"
    for open_ones in (1, 0):
        call_command("close_demo_accounts", stdout=(said := StringIO()))
        assert said.getvalue() == f"Closed: {open_ones}.\n"
    assert no_demonstration_in_production() == []
    monkeypatch.setattr(User.objects, "filter", mock.Mock(side_effect=DatabaseError))
    assert no_demonstration_in_production() == [], "a database without tables is no fault"


def test_every_variable_is_in_the_example():
    read = set()
    for path in ("kls_portal/settings.py", "deploy/gunicorn.conf.py"):
        source = (settings.BASE_DIR / path).read_text()
        read |= set(
            re.findall(
                r'(?:env\.(?:text|flag|list_of|number|required)|environ\.get)\("(\w+)"', source
            )
        )
    example = (settings.BASE_DIR / ".env.example").read_text()
    assert read == set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def test_a_database_address_is_read_whole():
    found = env.database("postgres://us%40er:p%2Fw@host:5433/na%20me?sslmode=require")
    assert found["USER"] == "us@er"
    assert found["PASSWORD"] == "p/w"
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("host", "5433", "na me")
    assert found["OPTIONS"] == {"sslmode": "require"}


@each("url", ["redis://store.example", "rediss://:key@store.example:6380/1"])
def test_a_redis_that_is_named_is_the_store(url):
    found = env.store(url)
    assert found["BACKEND"].endswith("RedisStore")
    assert found["LOCATION"] == url


def test_an_unknown_database_is_refused():
    with pytest.raises(ImproperlyConfigured, match="sqlite:///"):
        env.database("oracle://x")


def test_a_demonstration_makes_its_own_key(tmp_path):
    key = env.demonstration_key(tmp_path / "deep" / "key")
    assert len(key) >= 50
    assert env.demonstration_key(tmp_path / "deep" / "key") == key
