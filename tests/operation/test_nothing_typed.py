"""No log, report or email to the operators holds what somebody typed, a name, a token, a query.

Every address of the site is made to fail with typed words in the form, the query, a cookie, the
variables and the words of the error itself; then everything written is searched for them.
"""

import re
from datetime import timedelta
from itertools import chain
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError
from django.db.models import Model
from django.forms import BaseForm
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone
from lxml import html

from guidance.models import Page
from guidance.pages.services.approvals import make_link
from guidance.pages.services.drafts import save_draft
from kls_portal.operation.reports import tell
from kls_portal.secret_addresses import SECRET, masked, secret
from tests.project.access import ROLES, expected, names, patterns, person
from tests.vacancies.links import handover_link
from vacancies.models import Vacancy

TYPED, ASKED, COOKIE = "Quillfeather", "Marmalade", "Bergamot"
SECRET_PAGE = secret.__code__.co_consts
"""With the code of every view that `secret` made."""
TYPED_IN = {"", "text", "search", "email", "tel", "url", "password"}


class Failing:
    """Middleware that fails at every address, with all that was sent in the words of the error."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        typed = dict(request.POST)
        files = [file.read() for file in request.FILES.values()]
        try:
            raise ValueError(f"could not read {typed} and {files}")
        except ValueError as error:
            raise DataError(f"DETAIL: Key (x)=({typed} {request.get_full_path()})") from error


def address_of(name, rows):
    arguments, _ = expected(name)
    return reverse(name, kwargs={k: rows[k] if v is ... else v for k, v in arguments.items()})


@pytest.fixture
def opened(people, rows, reference_data, links):
    """Addresses that open with secret links, and their tokens."""
    page = Page.objects.get(loaded_from="a-page")
    save_draft(page, title="A page", summary="A page.", body="<p>New.</p>")
    vacancy = Vacancy.objects.get(pk=rows["vacancy_id"])
    tokens = {
        "guidance:approval": make_link(page.draft, days=7, label="Workforce")[1],
        "vacancies:handover_answers": handover_link(vacancy, people.manager),
        "vacancies:starter_list": rows["token"],
    }
    return {reverse(name, args=[token]): token for name, token in tokens.items()}


def searched(written, reports, people, *secrets):
    """Return which secrets stand in the log, the reports, or the email made of them."""
    list(tell(timezone.now() + timedelta(days=1)))
    emails = [f"{email.subject}\n{email.body}" for email in mail.outbox]
    assert emails
    everything = "\n".join([written.getvalue(), reports.read_text(), *emails]).lower()
    wanted = (TYPED, ASKED, COOKIE, people.manager.email, people.other.email, *secrets)
    return [secret for secret in wanted if secret.lower() in everything]


def test_an_error_at_any_address_tells_nothing(
    people,
    rows,
    opened,
    client_of,
    settings,
    written,
    reports,
):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.Failing"]
    client = client_of(people.superuser)
    client.raise_request_exception = False
    client.cookies["sent"] = COOKIE
    statuses = {}
    for address in {*(address_of(name, rows) for name in names()), *opened}:
        file = SimpleUploadedFile(f"{TYPED}.txt", TYPED.encode())
        sent = {"words": TYPED, TYPED: "x", "file": file}
        statuses[address] = client.post(f"{address}?q={ASKED}", sent).status_code
    assert set(statuses.values()) == {500}
    failed = [line for line in written.getvalue().splitlines() if " ERROR " in line]
    assert len(failed) == len(statuses)
    assert searched(written, reports, people, *opened.values()) == []


def forms_of(page):
    """Return (action, filled fields) of each form of a page that somebody can type into."""
    for form in html.fromstring(page.content).iterfind(".//form[@method='post']"):
        fields, typed = {}, False
        for field in form.xpath(".//input[@name] | .//textarea[@name]"):
            kind = field.get("type", "") if field.tag == "input" else ""
            if kind in TYPED_IN:
                fields[field.get("name")], typed = f"{TYPED} said so", True
            elif kind == "hidden":
                fields[field.get("name")] = field.get("value", "")
        if typed:
            yield form.get("action") or "", fields


def openers(rows):
    """Yield the address of each page, and the first role that may open it. A file has no form."""
    for name in names():
        arguments, statuses = expected(name)
        if "kind" in arguments:
            continue
        if role := next((role for role in ROLES if statuses[role] == 200), None):
            yield address_of(name, rows), role


@pytest.mark.thorough
def test_an_error_in_any_form_tells_nothing(
    people,
    rows,
    opened,
    client_of,
    monkeypatch,
    written,
    reports,
):
    def fail(form):
        raise DataError(f"DETAIL: ({dict(form.data)})") from ValueError(str(form.data))

    statuses, clients = {}, {role: client_of(person(people, role)) for role in ROLES}
    for address, role in chain(openers(rows), dict.fromkeys(opened, "nobody").items()):
        client = clients[role]
        client.raise_request_exception = False
        for action, fields in list(forms_of(client.get(address))):
            with monkeypatch.context() as failing:
                failing.setattr(BaseForm, "full_clean", fail)
                answer = client.post(action or address, fields)
            statuses[(address, action)] = answer.status_code
    assert len(statuses) > 60
    assert {a: status for a, status in statuses.items() if status != 500} == {}
    assert searched(written, reports, people, *opened.values()) == []


def test_a_database_that_repeats_what_it_was_given_tells_nothing(
    people,
    rows,
    client_of,
    monkeypatch,
    written,
    reports,
):
    def fail(row, *_, **__):
        raise DataError(f"value too long: DETAIL: Failing row contains ({vars(row)})")

    client = client_of(people.manager)
    client.raise_request_exception = False
    address = reverse("vacancies:purpose_edit", args=[rows["vacancy_id"]])
    ((_, fields),) = [f for f in forms_of(client.get(address)) if "purpose" in f[1]]
    with monkeypatch.context() as failing:
        failing.setattr(Model, "save_base", fail)
        assert client.post(address, fields).status_code == 500
    assert "DataError" in written.getvalue()
    assert searched(written, reports, people) == []


@pytest.mark.parametrize("name", ["approval", "handover_answers", "starter_list"])
def test_a_link_that_is_not_there_is_masked_in_the_log(name, written, db):
    space = "guidance" if name == "approval" else "vacancies"
    address = reverse(f"{space}:{name}", args=["kQ7-closed-link"])
    assert Client().get(address).status_code == 404
    assert Client().get(f"{address}further/on").status_code == 404
    assert "kQ7" not in written.getvalue()
    assert written.getvalue().count("/…") == 2


def test_a_reset_key_is_masked_in_the_log(written, db):
    address = reverse("account_reset_password_from_key", args=["1", "c8x2l3-0123abcd"])
    Client().get(address)
    assert "GET /accounts/password/reset/key/1-… " in written.getvalue()
    assert "0123abcd" not in written.getvalue()


def test_a_token_at_an_address_that_is_not_there_is_masked(written, db):
    token = "rT5uYb8pLmQ2xVz-7_KsWd3nEf6gHj9a"
    Client().get(f"/Approval/{token}/")
    assert token not in written.getvalue()
    assert "GET /Approval/…/ " in written.getvalue()


ODD = (
    f"/search/%3Fq={TYPED}%20says%20{TYPED}",
    f"/approval/a%20{TYPED}/",
    f"/vacancies/leaver/a%0A%23{TYPED}/",
    f"/vacancies/induction/list/a'%22%3C{TYPED}>/",
    f"/accounts/password/reset/key/1-a%20{TYPED}/",
)
"""A query, and secret parts, with signs that end an address where it stands in a text."""


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "POST"])
@pytest.mark.parametrize("address", ODD)
def test_no_sign_within_a_path_ends_what_is_masked(address, method, written, reports, settings, db):
    client = Client(raise_request_exception=False)
    client.generic(method, address)
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.Failing"]
    client.generic(method, address)
    assert TYPED not in written.getvalue()
    assert not reports.exists() or TYPED not in reports.read_text()


def test_every_address_with_a_secret_part_is_masked():
    parts = [route for _, route in patterns() if any(f"{name}>" in route for name in SECRET)]
    starts = {"/" + re.split(r"<|\(\?P", route)[0].replace("^", "") for route in parts}
    assert {"/approval/", "/vacancies/leaver/", "/vacancies/review/"} <= starts
    proxy = (Path(__file__).parents[2] / "deploy" / "nginx.conf").read_text("utf-8")
    for start in starts:
        assert "abc" not in masked(f"https://portal.example{start}1-abc/x")
        assert f"{start}|" in proxy or f"{start})" in proxy, start


def layers(view):
    """Yield a view and what its decorators wrap."""
    while view is not None:
        yield view
        view = getattr(view, "__wrapped__", None) or getattr(view, "func", None)


def entries(resolver):
    for entry in resolver.url_patterns:
        yield from entries(entry) if isinstance(entry, URLResolver) else [entry]


def test_a_secret_page_has_a_secret_part_in_its_address():
    """A page that nobody may learn the address of is masked only if its part is named so."""
    found = [
        set(entry.pattern.regex.groupindex)
        for entry in entries(get_resolver())
        if any(getattr(layer, "__code__", None) in SECRET_PAGE for layer in layers(entry.callback))
    ]
    assert len(found) == 9
    assert all(parts & set(SECRET) for parts in found)
