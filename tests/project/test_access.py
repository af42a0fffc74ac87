"""Who may open what: every address × (signed out, each role) → status. A new address must be added.

`manager` opened the vacancy of the matrix and shared it with `shared`; these two, `colleague` and
`lead` are of the same organisation, `other` is of another one.
"""

import pytest
from django.template.backends.django import Template
from django.urls import reverse
from django.utils.timezone import localdate

from tests.pages import Page
from tests.project.access import MATRIX, ROLES, UNNAMED, expected, names, patterns, person
from tests.project.walk import shared_titles

ON_POSTGRES = {"manager", "lead"}
# The walk (test_walk.py) draws the pages of everybody else, and looks at their titles; an editor's
# are among those of the superuser.
DRAWN = {"superuser"}
CHECKLIST = "?role=librarian&band=5&start={start}"


def test_every_address_is_in_the_matrix(people, rows, reference_data, links):
    assert [name for name in names() if expected(name) is None] == []


def test_every_address_without_a_name_is_known():
    assert sorted({route for name, route in patterns() if not name}) == sorted(UNNAMED)


def test_the_matrix_holds_no_address_that_is_gone():
    assert sorted(set(MATRIX) - set(names())) == []


@pytest.mark.parametrize(
    "role",
    [
        # What is asked of the database: one's own rows, and those of one's organisation.
        pytest.param(role, marks=pytest.mark.postgres if role in ON_POSTGRES else ())
        for role in ROLES
    ],
)
def test_access(
    role, people, rows, reference_data, links, client_of, settings, monkeypatch, no_file_is_written
):
    settings.SECURE_SSL_REDIRECT = False
    if role not in DRAWN:
        monkeypatch.setattr(Template, "render", lambda *_, **__: "<a></a>")
    client = client_of(person(people, role))
    wrong, pages = {}, {}
    for route, (address, statuses) in UNNAMED.items():
        if (status := client.get(address).status_code) != statuses[role]:
            wrong[route] = (status, statuses[role])
    for name in names():
        arguments, statuses = expected(name)
        filled = {key: rows[key] if value is ... else value for key, value in arguments.items()}
        address = reverse(name, kwargs=filled)
        if name == "vacancies:quick_checklist_file":
            address += CHECKLIST.format(start=localdate().isoformat())
        if name in {"admin:logout", "account_logout"}:
            status = client_of(person(people, role)).get(address)
        else:
            status = client.get(address)
        if status.status_code != statuses[role]:
            wrong[name] = (status.status_code, statuses[role])
        is_page = status.headers.get("Content-Type", "").startswith("text/html")
        if status.status_code == 200 and is_page and role in DRAWN:
            pages[address] = Page(status)
    assert wrong == {}
    assert shared_titles(pages) == {}
