"""Every page in a browser, on the desktop and on a telephone: axe, Tab, width and console.

The pages are those of the access matrix, each opened by the first who may. `make test` looks at a
dozen of them; `make test-all` at all, and at what each says to a form sent empty.
"""

from itertools import chain

import pytest
from django.urls import reverse

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.project.access import MATRIX

# Those with most on them, and of each kind one.
DOZEN = (
    "guidance:home",
    "guidance:page_detail",
    "account_login",
    "vacancies:quick_checklist",
    "vacancies:profile_compare",
    "vacancies:vacancy_list",
    "vacancies:vacancy_detail",
    "vacancies:post_edit",
    "vacancies:duty_list",
    "vacancies:criterion_list",
    "vacancies:link_edit",
    "vacancies:draft_check",
    "vacancies:plan_detail",
)
WHO = ("nobody", "manager", "lead")
# A form that comes filled in: sent as it is, it gives a file.
GIVES_A_FILE = "vacancies:retention_detail"
PROBLEM = "nhsuk-error-summary"


def first_of(statuses: dict[str, int]) -> str | None:
    """Return the first of `WHO` who may open a page."""
    return next((who for who in WHO if statuses[who] == 200), None)


def addresses(rows, names) -> dict[str, str]:
    """Return the address of each page by its name."""
    return {
        name: reverse(name, kwargs={k: rows[k] if v is ... else v for k, v in given.items()})
        for name, (given, _) in MATRIX.items()
        if name in names
    }


def pages(client, found: dict[str, str]) -> dict[str, str]:
    """Return those of the addresses that are pages: neither files nor feeds."""
    answers = {name: client.get(address) for name, address in found.items()}
    return {
        name: found[name]
        for name, answer in answers.items()
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
    }


@pytest.mark.parametrize("who", WHO[:2])
def test_a_dozen_pages_pass(who, reference_data, guidance_pages, rows, signed_in):
    _, visitor = signed_in(who, DESKTOP)
    mine = [name for name in DOZEN if first_of(MATRIX[name][1]) == who]
    found = [visitor.inspect(address) for address in addresses(rows, mine).values()]
    assert list(chain(*found)) == []
    assert len(found) > 2


@pytest.mark.thorough
@pytest.mark.parametrize("screen", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
@pytest.mark.parametrize("who", WHO)
def test_every_page_passes(who, screen, reference_data, links, rows, signed_in):
    client, visitor = signed_in(who, screen)
    mine = [name for name, (_, statuses) in MATRIX.items() if first_of(statuses) == who]
    found = [visitor.inspect(address) for address in pages(client, addresses(rows, mine)).values()]
    assert list(chain(*found)) == []
    assert len(found) > 2


@pytest.mark.thorough
@pytest.mark.parametrize("who", WHO)
def test_every_form_sent_empty_passes(who, reference_data, links, rows, signed_in):
    client, visitor = signed_in(who, TELEPHONE)
    mine = [name for name, (_, statuses) in MATRIX.items() if first_of(statuses) == who]
    wrong, sent = [], 0
    for name, address in pages(client, addresses(rows, mine)).items():
        if name == GIVES_A_FILE or PROBLEM not in client.post(address).content.decode():
            continue
        visitor.page.goto(address)
        form = visitor.page.locator("main form[method=post]:not([action])")
        if not form.count():  # it posts elsewhere
            continue
        with visitor.page.expect_navigation():
            form.last.evaluate("form => form.submit()")
        wrong += visitor.faults()
        sent += 1
    assert wrong == []
    assert sent
