"""After the press: every address that takes a form says what became of it, where it was pressed.

Three answers are good: words at the row that was pressed; a banner, which takes the focus; another
page with its own heading. An address that can only be posted has no page: it answers at a row, or
gives a script the words to say.
"""

from copy import copy
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.account.utils import user_pk_to_url_str
from django.contrib.messages import get_messages
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml.html import HtmlElement

from guidance.models import Page as Guidance
from guidance.pages.services.approvals import make_link
from kls_portal.accounts.adapter import ResetTokens
from tests.conftest import PASSWORD, People
from tests.pages import Page
from tests.project.access import MATRIX, person
from tests.project.good_answers import GOOD, address_of
from vacancies.models import HandoverAnswers

pytestmark = pytest.mark.django_db
LED = ("vacancies:template_", "guidance:local_steps_")
VISITED = (
    *("guidance:approval", "guidance:feedback_create", "vacancies:handover_answers"),
    *("account_login", "account_reset_password"),
    *(
        "vacancies:review_answer",
        "vacancies:starter_",
        "vacancies:text_check",
        "vacancies:retention_detail",
    ),
)
OFFER = {
    "kind": "mentoring",
    "region": "london",
    "topics": "Searching",
    "description": "An hour a week.",
}
SOON = {"starts_on_day": "4", "starts_on_month": "5", "starts_on_year": "2027"}
LINKS = (
    "vacancies:handover_link",
    "vacancies:panel_link",
    "vacancies:plan_link",
    "vacancies:review_offer",
)
EMAIL, NEW = "manager@test.example", dict.fromkeys(("password1", "password2"), "three random words")
OLD_JOB = "Job title: Librarian\n\nMain duties\n\n1. Teaches."
TYPED: dict[str, dict[str, Any]] = {
    **GOOD,
    "account_change_password": {"oldpassword": PASSWORD, **NEW},
    "account_login": {"login": EMAIL, "password": PASSWORD},
    "account_reset_password": {"email": EMAIL},
    "account_reset_password_from_key": NEW,
    **{name: {"days": "30"} for name in LINKS},
    "guidance:approval": {"verdict": "approve"},
    "guidance:feedback_create": {"useful": "yes"},
    "guidance:local_steps_edit": {"text": "Ask the desk."},
    "vacancies:evidence_edit": {"level": "2", "text": "Stands at the desk."},
    "vacancies:handover_detail": {"facts": ["beyond:Keeps the archive"]},
    "vacancies:import_create": {"text": OLD_JOB},
    "vacancies:peer_contact": {"message": "May I visit?"},
    "vacancies:peer_create": OFFER,
    "vacancies:plan_answer": {"answer": "Behind the library."},
    "vacancies:plan_create": {"title": "Librarian", "kind": "starter", **SOON},
    "vacancies:plan_erase": {"sure": "on"},
    "vacancies:plan_task_create": {"text": "Say hello"},
    "vacancies:question_create": {"text": "How do you teach?"},
    "vacancies:reality_check": {"duty_1": "still", "duty_2": "still"},
    "vacancies:review_answer": {"agrees": "yes", "role": "HR adviser"},
    "vacancies:starter_list": {"text": "Where do I park?"},
    "vacancies:template_task_create": {"text": "Say hello"},
    "vacancies:text_check": {"pasted": "You must be energetic.", "kind": "jd"},
    "vacancies:theme_list": {"text": "Teaching alone"},
    "vacancies:timeline_step_move": {"by": "week-later"},
    "vacancies:vacancy_create": {"title": "Librarian"},
}


@dataclass
class Presses:
    """Who presses, and on what: the rows of the access matrix."""

    people: People
    rows: dict[str, Any]
    clients: dict[str, Client]

    def client(self, name: str) -> Client:
        """Return the client of somebody who may press there."""
        if name == "vacancies:peer_contact":
            return self.clients["other"]
        role = "lead" if name.startswith(LED) else "manager"
        return self.clients["nobody" if name.startswith(VISITED) else role]

    def address(self, name: str) -> str:
        """Return the address of a name, of rows that are there; a link is made where one is."""
        if name == "guidance:approval":
            revision = Guidance.objects.get(pk=self.rows["page_id"]).live
            return reverse(name, args=[make_link(revision, days=7)[1]])
        if name == "account_reset_password_from_key":
            key = user_pk_to_url_str(self.people.manager)
            link = reverse(name, args=[key, ResetTokens().make_token(self.people.manager)])
            return self.client(name).get(link)["Location"]
        more = f"?method=interview&criterion={self.rows['criterion_id']}"
        return address_of(name, self.rows) + (more if name == "vacancies:question_create" else "")

    def takes_posts(self, name: str) -> bool:
        """Whether a form is sent there; a view that does not say what it takes may take any."""
        allowed = self.client(name).options(self.address(name)).headers.get("Allow", "POST")
        return "POST" in allowed

    def faults(self, name: str) -> dict[str, str]:
        """Return what is wrong with the answer to each button of an address's own form."""
        page = self.client(name).get(self.address(name))
        found = {}
        for button in (
            buttons_of(Page(page), self.address(name)) if page.status_code == 200 else [{}]
        ):
            with transaction.atomic():
                cookies = copy(self.client(name).cookies)
                if fault := self.fault(name, button):
                    found[f"{name} {button}"] = fault
                self.client(name).cookies = cookies
                transaction.set_rollback(True)
        return found

    def fault(self, name: str, button: dict[str, str]) -> str:
        """Return what is wrong with the answer to a press, "" for nothing. button: its value."""
        client, address = self.client(name), self.address(name)
        if name == "vacancies:import_confirm":  # it takes what was read on the page before
            before = client.post(self.address("vacancies:import_create"), {"text": OLD_JOB})
        else:
            before = client.get(address)
        page = Page(before) if before.status_code == 200 else None
        typed = {**filled(page, address), **TYPED.get(name, {}), **button}
        if "criterion" in typed:
            typed["criterion"] = self.rows["criterion_id"]
        after = client.post(address, typed)
        if after.status_code == 302:
            return said_on_the_next(client, after, page)
        is_page = after.headers["Content-Type"].startswith("text/html")
        if page is None:  # a script sends it, and reads out what the answer says
            said = Page(after).root.get("data-said") if is_page else after.json().get("said")
            return "" if said else "no words for the script to say"
        return said_at_once(Page(after), page) if is_page else ""


def filled(page: Page | None, address: str) -> dict[str, Any]:
    """Return what stands in the form of a page that is sent to the page's own address."""
    own = own_forms(page, address) if page else []
    return dict(own[0].form_values()) if own else {}


def buttons_of(page: Page, address: str) -> list[dict[str, str]]:
    """Return what each button adds to the form of a page that is sent to the page's own address."""
    buttons = [
        button
        for form in own_forms(page, address)[:1]
        for button in form.cssselect("button[name]:not([formaction])")
    ]
    return [{}, *({button.get("name"): button.get("value", "")} for button in buttons)]


def own_forms(page: Page, address: str) -> list[HtmlElement]:
    path = address.partition("?")[0]
    forms = page.root.forms
    return [form for form in forms if (form.get("action") or path).partition("#")[0] == path]


def said_at_once(after: Page, before: Page) -> str:
    if after.errors:
        return f"not taken: {after.errors}"
    takes_focus = after.all("[role=alert], [autofocus]")
    return "" if takes_focus or after.heading != before.heading else "the same page, and no word"


def said_on_the_next(client: Client, after: HttpResponse, before: Page | None) -> str:
    address, _, row = after["Location"].partition("#")
    said = list(get_messages(after.wsgi_request))
    if said and not row and before:
        return ""  # a banner
    page = Page(client.get(address, follow=True))
    if line := page.all(".portal-answer"):
        wanted = {row, line[0].get("data-answer")}
        return "" if wanted == {row} and row in page.ids else f"no row {wanted} to come back to"
    return "" if before and page.heading != before.heading else "nothing said where it was pressed"


@pytest.fixture
def presses(people, rows, reference_data, client_of) -> Presses:
    HandoverAnswers.objects.create(
        vacancy_id=rows["vacancy_id"], beyond="Keeps the archive", purge_on="2127-05-04"
    )
    roles = ("nobody", "manager", "lead", "other")
    return Presses(people, rows, {role: client_of(person(people, role)) for role in roles})


def test_every_press_is_answered_where_it_was_made(presses):
    own = [name for name in sorted(MATRIX) if not name.startswith("admin:")]
    taking = [name for name in own if presses.takes_posts(name)]
    wrong = {}
    for name in taking:
        wrong |= presses.faults(name)
    assert wrong == {}
