"""Who may open what: every address × (signed out, each role) → status. A new address must be added.

`manager` opened the vacancy of the matrix, `colleague` and `lead` are of the same organisation,
`other` is of another one.
"""

import uuid

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from vacancies.models import Vacancy
from vacancies.services.ordered import add_criterion, add_duty

ROLES = ("nobody", "other", "colleague", "manager", "lead", "editor", "superuser")
EVERYBODY = dict.fromkeys(ROLES, 200)
SIGNED_IN = {**dict.fromkeys(ROLES, 200), "nobody": 302}
# A vacancy: who opened it and the lead; for anybody else it is not there.
THE_FILE = {**dict.fromkeys(ROLES, 404), "nobody": 302, "manager": 200, "lead": 200}
# Only ever posted: opening it answers 405 to whoever is signed in, whatever the vacancy.
POSTED = {**dict.fromkeys(ROLES, 405), "nobody": 302}
MEMBERS = {**SIGNED_IN, "editor": 403, "superuser": 403}
# allauth sends whoever is signed in away from pages for the others.
SIGNED_OUT = {**dict.fromkeys(ROLES, 302), "nobody": 200}
EDITING = {**dict.fromkeys(ROLES, 302), "editor": 200, "superuser": 200}
ADMINISTERING = {**EDITING, "editor": 403}
NEVER = {**dict.fromkeys(ROLES, 302), "editor": 403, "superuser": 403}

CHECKLIST = "?role=librarian&band=5&start={start}"
MATRIX = {
    "healthz": ({}, EVERYBODY),
    "sitemap": ({}, EVERYBODY),
    "robots": ({}, EVERYBODY),
    "guidance:home": ({}, EVERYBODY),
    "guidance:page_detail": ({"path": "recruiting"}, EVERYBODY),
    "guidance:search": ({}, EVERYBODY),
    "vacancies:vacancy_list": ({}, SIGNED_IN),
    "vacancies:vacancy_create": ({}, MEMBERS),
    "vacancies:profile_list": ({}, EVERYBODY),
    "vacancies:profile_detail": ({"code": "ILL-LIB-5"}, EVERYBODY),
    "vacancies:text_check": ({}, EVERYBODY),
    "vacancies:rule_list": ({}, EVERYBODY),
    "vacancies:quick_checklist": ({}, EVERYBODY),
    "vacancies:quick_checklist_file": ({"kind": "ics"}, EVERYBODY),
    "vacancies:vacancy_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:vacancy_share": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:vacancy_delete": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:post_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:dates_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:purpose_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:duty_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:duty_edit": ({"vacancy_id": ..., "duty_id": ...}, THE_FILE),
    "vacancies:duty_remove": ({"vacancy_id": ..., "duty_id": ...}, THE_FILE),
    "vacancies:duty_move": ({"vacancy_id": ..., "duty_id": ..., "direction": "up"}, POSTED),
    "vacancies:criterion_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:criterion_create": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:criterion_edit": ({"vacancy_id": ..., "criterion_id": ...}, THE_FILE),
    "vacancies:criterion_remove": ({"vacancy_id": ..., "criterion_id": ...}, THE_FILE),
    "vacancies:criterion_move": (
        {"vacancy_id": ..., "criterion_id": ..., "direction": "up"},
        POSTED,
    ),
    "vacancies:draft_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:induction_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:induction_file": ({"vacancy_id": ..., "kind": "pdf"}, THE_FILE),
    "account_login": ({}, SIGNED_OUT),
    "account_logout": ({}, {**EVERYBODY, "nobody": 302}),
    "account_signed_out": ({}, EVERYBODY),
    "account_signup": ({}, SIGNED_OUT),
    "account_inactive": ({}, EVERYBODY),
    "account_reauthenticate": ({}, SIGNED_IN),
    "account_change_password": ({}, SIGNED_IN),
    "account_reset_password": ({}, EVERYBODY),
    "account_reset_password_done": ({}, EVERYBODY),
    "account_reset_password_from_key": ({"uidb36": "1", "key": "no-key"}, EVERYBODY),
    "account_reset_password_from_key_done": ({}, EVERYBODY),
    "admin:index": ({}, EDITING),
    "admin:login": (
        {},
        {**dict.fromkeys(ROLES, 403), "nobody": 302, "editor": 302, "superuser": 302},
    ),
    "admin:logout": ({}, {**dict.fromkeys(ROLES, 302), "editor": 405, "superuser": 405}),
    "admin:password_change": ({}, EDITING),
    "admin:password_change_done": ({}, EDITING),
    "admin:jsi18n": ({}, EDITING),
    "admin:autocomplete": ({}, {**dict.fromkeys(ROLES, 302), "editor": 403, "superuser": 403}),
    "admin:view_on_site": (
        {"content_type_id": 999_999, "object_id": 1},
        {**dict.fromkeys(ROLES, 302), "editor": 404, "superuser": 404},
    ),
    "admin:app_list": ({"app_label": "vacancies"}, EDITING),
}
EDITED_MODELS = {
    "vacancies_profile",
    "vacancies_inductiongroup",
    "vacancies_inductiontask",
    "guidance_page",
    "guidance_externalresource",
}
ADMINISTERED_MODELS = {
    "accounts_user",
    "accounts_organisation",
    "auth_group",
    "account_emailaddress",
}
ACTIONS = ("changelist", "add")
# These need the id of a row; tests of the app's admin open them.
BY_ROW = ("history", "delete", "change")


def names(resolver=None, namespace=""):
    """Yield every URL name of the site, with its namespace."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern, namespace + inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield namespace + pattern.name


def expected(name):
    """Return (arguments, statuses) of a name, or None where the matrix does not hold it."""
    if name in MATRIX:
        return MATRIX[name]
    model, _, action = name.removeprefix("admin:").rpartition("_")
    if name.startswith("admin:") and action in ACTIONS:
        if model in EDITED_MODELS:
            return {}, EDITING
        if model in ADMINISTERED_MODELS:
            return {}, ADMINISTERING
    return None


def covered(name):
    model, _, action = name.removeprefix("admin:").rpartition("_")
    known = EDITED_MODELS | ADMINISTERED_MODELS
    by_row = name.startswith("admin:") and model in known and action in BY_ROW
    return by_row or name == "admin:auth_user_password_change" or expected(name) is not None


def test_every_address_is_in_the_matrix():
    assert [name for name in sorted(set(names())) if not covered(name)] == []


def test_the_matrix_holds_no_address_that_is_gone():
    assert sorted(set(MATRIX) - set(names())) == []


@pytest.fixture
def rows(people):
    vacancy = Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        band="5",
        starts_on="2027-05-04",
    )
    duty = add_duty(vacancy=vacancy, text="Answers enquiries", key=uuid.uuid4())
    criterion = add_criterion(
        vacancy=vacancy, key=uuid.uuid4(), duties=[duty], text="Searches", category="skills"
    )
    vacancy.refresh_from_db()
    return {"vacancy_id": vacancy.pk, "duty_id": duty.pk, "criterion_id": criterion.pk}


@pytest.mark.parametrize("role", ROLES)
def test_access(role, people, rows, reference_data, guidance_pages, client_of, settings):
    from django.utils.timezone import localdate

    settings.SECURE_SSL_REDIRECT = False
    client = client_of(None if role == "nobody" else getattr(people, role))
    wrong = {}
    for name in sorted(set(names())):
        if (found := expected(name)) is None:
            continue
        arguments, statuses = found
        filled = {key: rows[key] if value is ... else value for key, value in arguments.items()}
        address = reverse(name, kwargs=filled)
        if name == "vacancies:quick_checklist_file":
            address += CHECKLIST.format(start=localdate().isoformat())
        if name in {"admin:logout", "account_logout"}:
            status = client_of(None if role == "nobody" else getattr(people, role)).get(address)
        else:
            status = client.get(address)
        if status.status_code != statuses[role]:
            wrong[name] = (status.status_code, statuses[role])
    assert wrong == {}


@pytest.mark.parametrize("role", ["nobody", "other", "colleague", "editor", "superuser"])
def test_posting_to_somebody_elses_vacancy_changes_nothing(role, people, rows, client_of):
    client = client_of(None if role == "nobody" else getattr(people, role))
    before = list(Vacancy.objects.values())
    for name, (arguments, _) in MATRIX.items():
        if "vacancy_id" in arguments:
            filled = {k: rows[k] if v is ... else v for k, v in arguments.items()}
            status = client.post(reverse(name, kwargs=filled), {"sure": "on"}).status_code
            assert status in {302, 404, 405}, name
    assert list(Vacancy.objects.values()) == before
