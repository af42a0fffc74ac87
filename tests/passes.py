"""Which tests run in which pass (deploy/test.sh), and in which order.

Of the journeys `make test` makes the main ones once: the main job, an induction, the timeline, the
editor, the evidence, the check, the quick checklist, a dozen pages; of the studio that words are
saved, are offered back, and are not lost between two tabs or where the connection goes. What else a
journey does, or a script in a rarer case, is marked `thorough`. On PostgreSQL none is
made: what a browser asks of a database, the access matrix and every press ask there.
"""

import os
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

from tests import statements

HERE = Path(__file__).parent
ON_POSTGRES = "PORTAL_TEST_DATABASE_URL" in os.environ
TRIES_MANY = os.environ.get("PORTAL_EXAMPLES") == "all"
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}
# Takes longest and has something of its own to start, so these come first and stay together.
OF_FILES = ("pdfua", "openxml")
SLOW = ("browser", *OF_FILES)
# What can differ on PostgreSQL: search, locks, constraints, JSON look-ups, access, each press once,
# and two at once. A single test elsewhere says so with the mark `postgres`: of loading and the
# backup, one of each kind does.
DIFFERS_ON_POSTGRES = (
    "accounts/test_address.py",
    "accounts/test_createsuperuser.py",
    "accounts/test_password_reset.py",
    "accounts/test_pending_post.py",
    "accounts/test_permissions.py",
    "accounts/test_sign_in.py",
    "guidance/pages/test_approvals.py",
    "guidance/pages/test_drafts.py",
    "guidance/pages/test_editing_together.py",
    "guidance/pages/test_history.py",
    "guidance/texts/test_models.py",
    "guidance/search/test_search",
    "guidance/pages/test_services.py",
    "operation/test_health.py",
    "operation/test_keeping.py",
    "operation/test_outage.py",
    "operation/test_outbox.py",
    "operation/test_reports.py",
    "operation/test_site_version.py",
    "operation/test_store.py",
    "operation/test_turns.py",
    "project/test_after_press.py",
    "operation/test_jobs.py",
    "project/test_limits.py",
    "vacancies/test_at_once.py",
    "vacancies/drafting/test_autosave.py",
    "vacancies/drafting/test_copies.py",
    "vacancies/induction/test_induction_due.py",
    "vacancies/induction/test_induction_privacy.py",
    "vacancies/retention/test_retention.py",
    "vacancies/retention/test_themes.py",
)
# No database sees into what a browser draws, or into the markup of a page: that each page opens on
# PostgreSQL the access matrix proves, and what a press stores the tests of its page. The whole ways
# of a person are gone there too.
JOURNEYS = ("journeys/",)
LOOKED_AT = (*JOURNEYS, "project/test_walk.py")
WHOLE_WAYS = (
    "journeys/test_examples.py",
    "journeys/test_induction_plan.py",
    "journeys/test_main_job.py",
    "journeys/test_peers.py",
    "journeys/test_whole_job.py",
)
REST = "thorough or not postgres"
STARTS_PROCESSES = ("operation/",)
# Folders of what knows no Django (pyproject.toml), and so no database.
RULES = {"rules", "exports"}
# `make test-fast` leaves these out: one test of them opens every address, form or shipped page, or
# starts other processes. Who may open or change a page of a vacancy they alone prove, for each page
# at once; what else they prove of one page, the tests of that page prove as well.
WIDE = (
    "guidance/content/test_load_guidance.py",
    "guidance/content/test_shipped_content.py",
    "guidance/content/test_transfer.py",
    "guidance/search/test_search_questions.py",
    "operation/test_backup.py",
    "operation/test_deploy.py",
    "operation/test_nothing_typed.py",
    "operation/test_store.py",
    "project/test_access.py",
    "project/test_access_posts.py",
    "project/test_after_press.py",
    "project/test_growth.py",
    "project/test_hostile_",
    "project/test_lapsed.py",
    "project/test_mutants.py",
    "project/test_readers.py",
    "project/test_scripts.py",
    "project/test_settings.py",
    "project/test_walk.py",
    "vacancies/checks/test_check_jd.py",
    "vacancies/management/",
    "vacancies/profiles/test_match_profile.py",
    "vacancies/recruiting/test_dates_far_off.py",
    "vacancies/rulebook/test_linear_time.py",
)


def can_differ(path: Path) -> bool:
    """Whether the tests of a file can differ on PostgreSQL."""
    return is_among(DIFFERS_ON_POSTGRES, path)


def looks_at_what_is_drawn(path: Path) -> bool:
    """Whether a file looks at pages as they are drawn, and makes no whole way of a person."""
    return is_among(LOOKED_AT, path) and not is_among(WHOLE_WAYS, path)


def is_among(beginnings: tuple[str, ...], path: Path) -> bool:
    """Whether the path of a file of tests begins in one of these ways."""
    return path.relative_to(HERE).as_posix().startswith(beginnings)


def need_not_be_read(path: Path, chosen: str) -> bool:
    """Whether no test of a file is among those of a pass. Reading all files takes as long as 200
    tests.

    chosen: the marks that pytest was asked for, as deploy/test.sh does.
    """
    if chosen.startswith("not wide") and is_among(WIDE, path):
        return True
    if not path.name.startswith("test_"):
        return False
    if ON_POSTGRES and (RULES & {*path.parts} or looks_at_what_is_drawn(path)):
        return True
    if ON_POSTGRES and chosen.startswith("postgres"):
        return not can_differ(path) and "mark.postgres" not in path.read_text(encoding="utf-8")
    if chosen == "thorough" and not is_among(JOURNEYS, path):
        text = path.read_text(encoding="utf-8")
        return "mark.thorough" not in text and "hypothesis" not in text
    return False


def mark_by_file(items: Iterable[pytest.Item]) -> None:
    """Give the marks `postgres` and `wide` to all tests of the files named here. What tries
    examples of chance tries more of them in `make test-all`, and so is run there once more.
    """
    for item in items:
        if can_differ(item.path):
            item.add_marker(pytest.mark.postgres)
        if is_among(WIDE, item.path):
            item.add_marker(pytest.mark.wide)
        if TRIES_MANY and getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.thorough)


def on_postgres(items: list[pytest.Item], chosen: str) -> list[pytest.Item]:
    """Return the tests that meet a database; in `make test-rest` those alone that say something to
    it which no other does. What starts a process is noted by nobody.

    chosen: the marks that pytest was asked for.
    """
    meeting = [item for item in items if meets_database(item)]
    if chosen != REST:
        return meeting
    before = {item.nodeid for item in meeting if is_of_make_test(item)}
    rest = {item.nodeid for item in meeting} - before
    new = statements.saying_something_new(rest, before, statements.noted())
    return [item for item in meeting if item.nodeid in new or is_among(STARTS_PROCESSES, item.path)]


def is_of_make_test(item: pytest.Item) -> bool:
    """Whether `make test` runs a test on PostgreSQL."""
    marks = map(item.get_closest_marker, ("postgres", "thorough"))
    return [mark is not None for mark in marks] == [True, False]


def meets_database(item: pytest.Item) -> bool:
    """Whether a test may open the database, by its fixtures or its mark. What looks at a page as it
    is drawn, or reads a finished file, does not: no database sees into it.
    """
    if looks_at_what_is_drawn(item.path) or any(map(item.get_closest_marker, OF_FILES)):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(fixtures & DATABASE_FIXTURES) or item.get_closest_marker("django_db") is not None


def slow_first(items: list[pytest.Item], workers: int) -> None:
    """Put what has something to start first, kind by kind, and what is `wide` where the second
    worker begins: the last tests, which a worker without work takes over, are short. Within a kind
    they stay in the order of chance (pytest-randomly).

    workers: each begins with as many tests as any other, so mostly one starts a browser and Java.
    """
    kinds = (*SLOW, "wide")

    def kind(item: pytest.Item) -> int:
        marked = (number for number, name in enumerate(kinds) if item.get_closest_marker(name))
        return next(marked, len(kinds))

    by_kind: list[list[pytest.Item]] = [[] for _ in range(len(kinds) + 1)]
    for item in items:
        by_kind[kind(item)].append(item)
    *starting, wide, short = by_kind
    items[:] = chain(*starting, short)
    second = len(items + wide) // workers
    items[second:second] = wide
