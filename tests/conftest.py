"""People, organisations and clients that tests of every app use."""

import fcntl
import gc
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import caches
from django.template import Context, Template
from django.test import Client
from django.test.signals import template_rendered
from hypothesis import HealthCheck, settings

from guidance.register.services import note_places
from kls_portal.accounts.models import EDITORS, Membership, Organisation, User
from kls_portal.operation import site_version
from kls_portal.operation.outbox import POSTMAN
from tests import passes, statements
from tests.project.access_rows import rows_of
from tests.shipped import GUIDANCE, VACANCIES
from tests.template import copied

PASSWORD = "a long enough password"
# A slow machine makes no property untrue.
EXAMPLES = {"main": 25, "all": 100}
"""How many examples of a property `make test` tries, and how many `make test-all`."""
for pass_of_tests, examples in EXAMPLES.items():
    settings.register_profile(
        pass_of_tests,
        deadline=None,
        max_examples=examples,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("PORTAL_EXAMPLES", "main"))


def pytest_configure(config: pytest.Config) -> None:
    """On SQLite, note what each test says to the database."""
    if not passes.ON_POSTGRES:
        config.pluginmanager.register(statements.Noting())


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the files without a test of this pass."""
    return passes.need_not_be_read(collection_path, config.getoption("markexpr")) or None


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Where no test is compiled yet, one worker compiles them for all: the others wait for it."""
    compiled = Path(cache_from_source(passes.HERE / "accounts" / "__init__.py")).parent
    Path(django_settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    with Path(django_settings.VAR_DIR, "compiling").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if sys.dont_write_bytecode or compiled.exists():
            fcntl.flock(lock, fcntl.LOCK_UN)
        return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests. On PostgreSQL, leave out what a pass on SQLite has proved."""
    passes.mark_by_file(items)
    if passes.ON_POSTGRES:
        chosen = passes.on_postgres(items, config.getoption("markexpr"))
        config.hook.pytest_deselected(items=[*{*items} - {*chosen}])
        items[:] = chosen


@pytest.hookimpl(specname="pytest_collection_modifyitems", trylast=True)
def pytest_order(items: list[pytest.Item]) -> None:
    """Order the tests once all are marked and chosen, and after pytest-django did: it would put all
    that is rolled back before the journeys.
    """
    passes.slow_first(items, workers=int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


def pytest_collection_finish() -> None:
    """What was read to collect stays until the end: the collector of cycles need not walk it
    anew, nor look around as often as a small program would have it.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config):
    """Print what gives the same order again; `-q` leaves out the head that says so."""
    if (seed := config.getoption("randomly_seed", None)) is not None:
        terminalreporter.write_line(f"Order of chance: --randomly-seed={seed}")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings, django_test_environment, django_db_blocker
):
    """The test database begins as a copy of one that was migrated before."""
    with django_db_blocker.unblock(), copied():
        yield


@pytest.fixture(scope="session", autouse=True)
def only_pages_are_told_of(django_test_environment):
    """What a page was given (`response.context`) is kept; what it gives on to each part that it
    includes is not: telling of those takes a twentieth of a page's time.
    """
    Template._render = render_telling_of_pages


def render_telling_of_pages(template: Template, context: Context) -> str:
    if context.template is template:
        template_rendered.send(sender=template, template=template, context=context)
    return template.nodelist.render(context)


@dataclass(frozen=True)
class People:
    """Everybody of the access matrix. Northfield has all but `other`, who is of Southmoor."""

    northfield: Organisation
    southmoor: Organisation
    manager: User
    colleague: User
    lead: User
    other: User
    editor: User
    superuser: User


@pytest.fixture(autouse=True)
def empty_cache():
    """No test sees pages, or tries to sign in, that another one left."""
    for store in caches.all(initialized_only=True):
        store.clear()
    site_version.known = site_version.Known()


@pytest.fixture(autouse=True)
def no_email_on_its_way():
    """The thread that tries emails has closed its connection before anything else begins."""
    yield
    POSTMAN.submit(int).result()


@pytest.fixture
def on_day(time_machine):
    """Return a function that sets the clock of everything to noon of a day in London. It goes on
    from there, so what is saved later is later.
    """

    def set_to(day: date) -> None:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/London"))
        # As seconds: a moment with a zone would set the zone of the process too.
        time_machine.move_to(noon.timestamp())

    return set_to


@pytest.fixture
def people(db) -> People:
    return make_people()


@cache
def hashed(password: str) -> str:
    return make_password(password)


def make_people() -> People:
    """Store everybody of the access matrix, in as few statements as there are tables."""
    northfield, southmoor = Organisation.objects.bulk_create(
        [
            Organisation(name="Northfield NHS Trust", ods_code="NFD"),
            Organisation(name="Southmoor NHS Trust", ods_code="SMR"),
        ]
    )
    members = {name: User(name=name.title()) for name in ("manager", "colleague", "lead", "other")}
    users = members | {
        "editor": User(is_staff=True),
        "superuser": User(is_staff=True, is_superuser=True),
    }
    for name, user in users.items():
        user.email, user.password = f"{name}@test.example", hashed(PASSWORD)
    User.objects.bulk_create(users.values())
    Membership.objects.bulk_create(
        Membership(
            user=user,
            organisation=southmoor if name == "other" else northfield,
            role=Membership.Role.LEAD if name == "lead" else Membership.Role.MANAGER,
        )
        for name, user in members.items()
    )
    users["editor"].groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    return People(northfield=northfield, southmoor=southmoor, **users)


@pytest.fixture
def client_of():
    """Return a function that gives the signed-in client of a user, or a visitor's for None; in
    two statements, not in the eight of a sign-in.
    """

    def make(user: User | None) -> Client:
        client = Client()
        if user:
            session = SessionStore()
            session[SESSION_KEY] = str(user.pk)
            session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
            session[HASH_SESSION_KEY] = user.get_session_auth_hash()
            session.create()
            client.cookies[django_settings.SESSION_COOKIE_NAME] = session.session_key
        return client

    return make


@pytest.fixture
def editor(people, client_of) -> Client:
    """The client of somebody who keeps guidance and reference data true."""
    return client_of(people.editor)


@pytest.fixture
def reference_data(db):
    """Profiles and the induction template, as shipped."""
    VACANCIES.restore_snapshot()


@pytest.fixture
def guidance_pages(db):
    """The guidance, as shipped."""
    GUIDANCE.restore_snapshot()


@pytest.fixture
def links(guidance_pages):
    """The links of the shipped pages, as the link check notes them."""
    note_places()


@pytest.fixture
def rows(people):
    """What every address of the access matrix holds, by the name of its argument."""
    return rows_of(people, PASSWORD)
