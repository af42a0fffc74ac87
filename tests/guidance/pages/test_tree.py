"""Tasks of managers, each one click from where they would look first."""

import pytest

from tests.pages import Page

TASKS = {
    "she has resigned": ("/recruiting/", "/recruiting/role-redesign/"),
    "check an old job description": ("/recruiting/writing-a-job-description/", "/vacancies/check/"),
    "what pay to print": ("/recruiting/", "/recruiting/pay-and-terms/"),
    "what pay an offer may name": (
        "/recruiting/appointment-and-checks/",
        "/recruiting/pay-and-terms/",
    ),
    "a finished job description": ("/tools/", "/tools/examples/"),
    "how to shortlist": ("/recruiting/", "/recruiting/shortlisting/"),
    "interview questions to use": ("/tools/examples/", "/tools/examples/librarian-band-5/"),
    "only two applied": ("/recruiting/", "/recruiting/too-few-or-too-many-applicants/"),
    "a form for a stay conversation": ("/tools/", "/vacancies/retention/"),
    "back from maternity leave": ("/retaining/", "/retaining/return-from-leave/"),
    "an assistant does band 4 work": ("/retaining/", "/retaining/work-beyond-the-job-description/"),
    "a starter on 11 January": ("/", "/vacancies/induction/"),
    "colleagues to ask": ("/", "/networks/"),
    "a list where to ask others": (
        "/networks/",
        "https://www.jiscmail.ac.uk/cgi-bin/webadmin?A0=LIS-MEDICAL",
    ),
}


@pytest.fixture
def links_of(client, guidance_pages, reference_data):
    """The addresses in the main part of a page."""
    return lambda address: Page(client.get(address)).addresses("main")


def test_each_task_is_one_click_from_where_people_look_first(links_of):
    missed = {task: to for task, (at, to) in TASKS.items() if to not in links_of(at)}
    assert missed == {}
