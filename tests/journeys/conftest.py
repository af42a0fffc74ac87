"""A real browser and server; what every page must pass is in `visitor.py`."""

import os
import shutil
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.conf import settings as django_settings
from django.contrib.staticfiles import handlers
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from guidance.search.index import engine
from tests.journeys.visitor import Visitor
from tests.passes import ON_POSTGRES
from tests.project.access import person
from vacancies.drafting.services.ordered import add_duty
from vacancies.models import Vacancy

# Chromium without its windows first: it takes little more than half of the processor seconds.
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable")
# Without these, Chromium asks hosts of its maker for things at every start, and makes two pages for
# the suggestions of its address bar with every window: two thirds of what a window costs.
LEFT_OUT = (
    *("HttpsUpgrades", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints"),
    *("PaintHolding", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxPopup"),
)
ARGUMENTS = (
    f"--disable-features={','.join(LEFT_OUT)}",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)
DESKTOP, TELEPHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
HASHED = {
    **django_settings.STORAGES,
    "staticfiles": {"BACKEND": "tests.journeys.served.UncompressedFiles"},
}
WAYS = {"javascript", "screen"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the journeys. `make test` makes each in its first way alone: forms without JavaScript
    are posted by the tests of their pages, and every page is looked at on a small screen. On
    PostgreSQL the other ways are left out altogether: a database does not see them.
    """
    mine = [item for item in items if item.path.is_relative_to(os.path.dirname(__file__))]
    for item in mine:
        item.add_marker(pytest.mark.browser)
    again = list(other_ways(mine))
    for item in again:
        item.add_marker(pytest.mark.thorough)
    if ON_POSTGRES:
        config.hook.pytest_deselected(items=again)
        left_out = set(map(id, again))
        items[:] = [item for item in items if id(item) not in left_out]


def other_ways(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Yield the journeys that differ from an earlier one only by screen or JavaScript."""
    made = set()
    for item in items:
        if not (call := getattr(item, "callspec", None)) or not WAYS & call.params.keys():
            continue
        rest = {name: value for name, value in call.params.items() if name not in WAYS}
        journey = item.path, item.originalname, repr(sorted(rest.items()))
        if journey in made:
            yield item
        made.add(journey)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        reason = f"no browser found; looked for {', '.join(BROWSERS)}"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    # Playwright's loop makes Django think that every test is asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def collected(tmp_path_factory) -> Path:
    """A folder of its own with the static files as they are served."""
    folder = tmp_path_factory.mktemp("assets")
    with override_settings(STORAGES=HASHED, STATIC_ROOT=folder):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def server(transactional_db, settings, monkeypatch, collected) -> Iterator[LiveServer]:
    """The portal as it is served, with its own hashed files (not Django's finder of them)."""
    settings.STORAGES, settings.STATIC_ROOT = HASHED, collected
    settings.WHITENOISE_USE_FINDERS = False
    monkeypatch.setattr(handlers, "StaticFilesHandler", lambda application: application)
    running = LiveServer("localhost")
    yield running
    wait_for_answers()
    running.stop()
    # Emptying the tables of the models leaves the index of the search as it is.
    engine().erase_all()


def wait_for_answers() -> None:
    """Wait until the server has answered and hung up: after that its database is taken away."""
    for _ in range(100):
        if not any("process_request_thread" in thread.name for thread in threading.enumerate()):
            return
        time.sleep(0.05)


@pytest.fixture
def visit(browser, server) -> Iterator:
    """Return a function that opens the portal in a new window, with its own cookies."""
    contexts = []

    def opened(javascript: bool = True, screen: dict[str, int] = DESKTOP) -> Visitor:
        context = browser.new_context(
            base_url=server.url,
            java_script_enabled=javascript,
            viewport=screen,
            locale="en-GB",
            accept_downloads=True,
        )
        contexts.append(context)
        page: Page = context.new_page()
        page.set_default_timeout(15_000)
        return Visitor(page, javascript)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    """The manager's vacancy with three duties in one group and two in another."""
    vacancy = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )
    for group, text in (
        ("Evidence", "Answers enquiries"),
        ("Evidence", "Searches for evidence"),
        ("Evidence", "Appraises papers"),
        ("Teaching", "Teaches searching"),
        ("Teaching", "Teaches appraisal"),
    ):
        add_duty(vacancy=vacancy, text=text, group=group, key=uuid.uuid4())
    return vacancy


@pytest.fixture
def manager(vacancy, visit, server, client_of, people):
    """Return a function that opens a window in which the manager is signed in."""

    def opened(javascript: bool = True, screen=DESKTOP) -> Visitor:
        visitor = visit(javascript, screen)
        cookie = client_of(people.manager).cookies[settings.SESSION_COOKIE_NAME]
        visitor.page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": server.url}]
        )
        return visitor

    return opened


@pytest.fixture
def site(server, reference_data, guidance_pages, people):
    """The portal with its people, its guidance and its reference data."""


@pytest.fixture
def signed_in(visit, people, client_of, server):
    """Return a function that opens a window with the session of somebody of the matrix."""

    def opened(who: str, screen: dict[str, int]):
        client, visitor = client_of(person(people, who)), visit(screen=screen)
        cookies = [
            {"name": name, "value": cookie.value, "url": server.url}
            for name, cookie in client.cookies.items()
        ]
        visitor.page.context.add_cookies(cookies)
        return client, visitor

    return opened
