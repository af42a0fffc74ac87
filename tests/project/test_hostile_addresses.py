"""No address raises for a number that no row can have, nor for any words behind its "?"."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
DIGITS = "9" * 300
PART = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
# A value of each kind of part that is no number; "x" for the others.
VALUES = {
    "direction": "up",
    "document": "pdf",
    "factor": "F1",
    "fingerprint": "0" * 32,
    "kind": "pdf",
    "pack": "shortlisting-grid",
    "stage": "selection",
}
ASKED = re.compile(r"""(?:GET|query|data)(?:\.get|\.getlist)?[(\[]["'](\w+)["']""")
FIELDS = re.compile(r"^    (\w+) = (?:forms\.|DateInputField|_OneProfile)", re.MULTILINE)


def routes(patterns: list | None = None, before: str = "") -> Iterator[str]:
    """Yield every address of the site as it is written, but for those of Django's admin."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(one.pattern).lstrip("^")
        if isinstance(one, URLResolver) and route != "admin/":
            yield from routes(one.url_patterns, route)
        elif isinstance(one, URLPattern) and "(?P" not in route:
            yield route


def filled(route: str, first: str, rest: str) -> str:
    """Return an address with its first number, and the numbers behind it, filled in."""
    numbers = iter([first])

    def value(found: re.Match[str]) -> str:
        kind = found["kind"] or "str"
        return next(numbers, rest) if kind == "int" else VALUES.get(kind, "x")

    return "/" + PART.sub(value, route)


NUMBERED = [route for route in routes() if "<int:" in route]
PLAIN = [route for route in routes() if "<" not in route or route.startswith("vacancies/<int:v")]


@pytest.fixture
def manager(scene, client_of) -> Client:
    return client_of(scene.full.created_by)


def test_no_row_is_at_a_number_that_none_can_have(scene, manager):
    assert len(NUMBERED) > 80
    for route in NUMBERED:
        for first in (DIGITS, str(scene.full.pk)) if route.count("<int:") > 1 else (DIGITS,):
            address = filled(route, first, DIGITS)
            for answer in (manager.get(address), manager.post(address)):
                assert answer.status_code in (302, 400, 403, 404, 405), (address, answer)


def names() -> list[str]:
    """Return every name that a view or a form reads from an address, and some that none does."""
    found = {"page", "x"}
    for folder in ("guidance", "vacancies", "kls_portal"):
        for path in (ROOT / folder).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            found |= set(ASKED.findall(source))
            found |= set(FIELDS.findall(source)) if "/forms/" in str(path) else set()
    return sorted(found)


# A character that no text may hold is refused by PostgreSQL alone: make test-all asks there.
@pytest.mark.parametrize(
    "value",
    [DIGITS, *(pytest.param(v, marks=pytest.mark.thorough) for v in ("a\x00b", "9" * 5_000))],
)
def test_no_page_raises_whatever_is_asked_for(value, scene, manager):
    asked = dict.fromkeys(names(), value)
    assert len(asked) > 60
    for route in PLAIN:
        if route.count("<int:") > 1 or route.endswith(("logout/", "login/")):
            continue
        answer = manager.get(filled(route, str(scene.full.pk), "1"), asked)
        assert answer.status_code < 500, (route, value[:20])
