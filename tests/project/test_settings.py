"""Production refuses to start on an unsafe or missing value, with a sentence that helps."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kls_portal import env

SAFE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "k" * 50,
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "postgres://portal:secret@db.example:5432/portal",
    "EMAIL_HOST": "mail.example",
}


def start(**changed):
    environment = {"PATH": os.environ["PATH"], **SAFE, **changed}
    return subprocess.run(
        [sys.executable, "-c", "import kls_portal.settings"],
        cwd=settings.BASE_DIR,
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_every_value():
    assert start().returncode == 0


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is not set."),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is short."),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS needs the names of this site"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS needs the names of this site"),
        ({"DATABASE_URL": None}, "DATABASE_URL is not set."),
        ({"DATABASE_URL": "mysql://db"}, "DATABASE_URL begins with “mysql”."),
        ({"EMAIL_HOST": None}, "EMAIL_HOST is not set."),
        ({"DEBUG": "1"}, "DEBUG is on in production."),
        ({"PRODUCTION": "perhaps"}, "PRODUCTION is “perhaps”."),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is “smtp”."),
    ],
)
def test_production_refuses(changed, sentence):
    done = start(**changed)
    assert done.returncode != 0
    assert sentence in done.stderr


def test_every_variable_is_in_the_example():
    read = set()
    for path in ("kls_portal/settings.py", "deploy/gunicorn.conf.py"):
        source = (settings.BASE_DIR / path).read_text()
        read |= set(
            re.findall(
                r'(?:env\.(?:text|flag|listing|number|required)|environ\.get)\("(\w+)"', source
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


def test_an_unknown_database_is_refused():
    with pytest.raises(ImproperlyConfigured, match="Write sqlite:///path"):
        env.database("oracle://x")


def test_a_demonstration_makes_its_own_key(tmp_path):
    key = env.demonstration_key(tmp_path / "deep" / "key")
    assert len(key) >= 50
    assert env.demonstration_key(tmp_path / "deep" / "key") == key
