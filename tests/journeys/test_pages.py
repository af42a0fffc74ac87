"""Every page in a browser, opened once for all that is asked of it.

The pages are those of the access matrix, each opened by the first who may. `make test` asks a dozen
of them for axe, Tab, width and console; `make test-all` asks all, on a desktop and on a telephone,
for focus, contrast, targets and room under stress, for their paper, and for what they say to a form
sent empty.
"""

from itertools import chain

import pytest
from django.db import transaction
from playwright.sync_api import Error, Page

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.paper import faults_of_paper
from tests.journeys.sight import faults_of_room, faults_of_sight
from tests.journeys.visitor import Visitor
from tests.project.access import MATRIX
from tests.project.access_rows import addresses

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
# Whose pages one test opens, and the how many-th of how many.
SHARES = [("nobody", 0, 1), *(("manager", number, 3) for number in range(3)), ("lead", 0, 1)]
# A form that comes filled in: sent as it is, it gives a file.
GIVES_A_FILE = "vacancies:retention_detail"
PROBLEM = "nhsuk-error-summary"


def first_of(statuses: dict[str, int]) -> str | None:
    """Return the first of `WHO` who may open a page."""
    return next((who for who in WHO if statuses[who] == 200), None)


def opens(page: Page, address: str) -> bool:
    """Open an address; return whether it is a page: neither a file, a feed nor an error."""
    try:
        answer = page.goto(address)
    except Error as error:
        if "Download is starting" not in str(error):
            raise
        return False
    return answer.ok and answer.headers["content-type"].startswith("text/html")


def faults_of_all(visitor: Visitor) -> list[str]:
    """Return all that is wrong with the open page."""
    found = [*visitor.faults(), *faults_of_paper(visitor.page)]
    visitor.said.clear()  # printing says that it may not style what it prints
    found += faults_of_sight(visitor.page)
    return [*found, *visitor.faults_when_narrow(), *faults_of_room(visitor.page)]


def is_refused(client, address: str) -> bool:
    """Whether a form sent empty comes back with a problem; nothing is stored."""
    with transaction.atomic():
        answer = client.post(address)
        transaction.set_rollback(True)
    return PROBLEM in answer.content.decode()


@pytest.mark.parametrize("who", WHO[:2])
def test_a_dozen_pages_pass(who, reference_data, guidance_pages, rows, signed_in):
    _, visitor = signed_in(who, DESKTOP)
    mine = [name for name in DOZEN if first_of(MATRIX[name][1]) == who]
    found = [visitor.inspect(address) for address in addresses(rows, mine).values()]
    assert list(chain(*found)) == []
    assert len(found) > 2


@pytest.mark.thorough
@pytest.mark.parametrize(("who", "share", "shares"), SHARES)
def test_every_page_passes(who, share, shares, reference_data, links, rows, signed_in):
    client, visitor = signed_in(who, DESKTOP)
    mine = [name for name, (_, statuses) in MATRIX.items() if first_of(statuses) == who]
    wrong, seen, sent = [], 0, 0
    for name, address in addresses(rows, mine[share::shares]).items():
        if "." in address:  # a file takes seconds to make, and is none of these pages
            continue
        visitor.page.set_viewport_size(DESKTOP)
        if not opens(visitor.page, address):
            visitor.said.clear()
            continue
        seen += 1
        wrong += faults_of_all(visitor)
        form = visitor.page.locator("main form[method=post]:not([action])")  # sent to the page
        if form.count() and name != GIVES_A_FILE and is_refused(client, address):
            sent += 1
            visitor.page.set_viewport_size(TELEPHONE)
            with visitor.page.expect_navigation():
                form.last.evaluate("form => form.submit()")
            wrong += [*visitor.faults_at_sight(), *visitor.axe_faults()]
    assert not wrong, "\n".join(wrong)
    assert seen > 2
    assert sent
