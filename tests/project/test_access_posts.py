"""Posting good answers to a vacancy changes it for whoever may work on it, and for nobody else."""

import re
import uuid
from functools import cache

import pytest
from django.db import connection, transaction
from django.urls import reverse

from kls_portal.accounts.models import Membership
from kls_portal.accounts.permissions import RIGHTS, Action, Rights
from tests.passes import ON_POSTGRES
from tests.project.access import MATRIX, person
from tests.project.good_answers import GOOD, address_of
from vacancies.models import (
    AdvertCase,
    AdvertChoice,
    ChannelOutcome,
    Criterion,
    DismissedFinding,
    Duty,
    Outcome,
    Question,
    StepDate,
    TaskChange,
    Tick,
    Vacancy,
    VacancyPlan,
)

MODELS = (
    *(Vacancy, Duty, Criterion, DismissedFinding, Question, TaskChange, Tick),
    *(AdvertChoice, AdvertCase, Outcome, ChannelOutcome),
    *(StepDate, VacancyPlan),
    *(Vacancy.shared_with.through, Criterion.duties.through),
)
OUTSIDE = ("nobody", "other", "colleague", "editor", "superuser")
SEEN = re.compile(r'name="version_token"[^>]*value="([^"]*)"')
OWNERS_ONLY = {"vacancies:vacancy_share", "vacancies:vacancy_delete"}
OF_A_VACANCY = sorted(name for name, (arguments, _) in MATRIX.items() if "vacancy_id" in arguments)


def state():
    """Return every row of a vacancy and what belongs to it."""
    rows = {}
    with connection.cursor() as cursor:
        for model in MODELS:
            cursor.execute(query_of(model))
            rows[model] = cursor.fetchall()
    return rows


@cache
def query_of(model):
    """Return what Django asks for every row: hundreds of times, and to write it takes longest."""
    return str(model.objects.order_by("pk").query)


def answers_of(name, address, client):
    """Return good answers, with the digest that the page of somebody who may open it carries."""
    page = client.get(address).content.decode(errors="replace") if name in GOOD else ""
    seen = SEEN.search(page)
    given = {
        "key": str(uuid.uuid4()),
        "version_token": seen[1] if seen else "",
        **GOOD.get(name, {}),
    }
    return {k: Criterion.objects.earliest("pk").pk if v is ... else v for k, v in given.items()}


@pytest.mark.postgres
def test_posting_good_answers_changes_the_vacancy_for_whoever_may(people, rows, client_of):
    # A database does not see whose right it is.
    roles = ("manager",) if ON_POSTGRES else ("manager", "lead", "shared")
    clients = {role: client_of(person(people, role)) for role in roles}
    before = state()
    for name in sorted(GOOD):
        address = address_of(name, rows)
        answers = answers_of(name, address, clients["manager"])
        for role, client in clients.items():
            with transaction.atomic():  # each begins with the same rows
                status = client.post(address, answers).status_code
                refused = role == "shared" and name in OWNERS_ONLY
                wanted = (403, True) if refused else (302, False)
                assert (status, state() == before) == wanted, f"{name} by {role}"
                transaction.set_rollback(True)


def test_posting_to_a_vacancy_changes_nothing_for_anybody_else(
    people, rows, client_of, monkeypatch
):
    """Neither for those outside nor for a role that reads."""
    owner, shared = client_of(people.manager), client_of(person(people, "shared"))
    outside = {role: client_of(person(people, role)) for role in OUTSIDE}
    rights = Rights(own=RIGHTS[Membership.Role.MANAGER].own, shared=frozenset({Action.SEE}))
    monkeypatch.setitem(RIGHTS, Membership.Role.MANAGER, rights)
    before = state()
    for name in OF_A_VACANCY:
        address = address_of(name, rows)
        answers = answers_of(name, address, owner)
        for role, client in outside.items():
            status = client.post(address, answers).status_code
            allowed = {302, 403} if role == "nobody" else {404} if name in GOOD else {404, 405}
            assert status in allowed, f"{name} by {role}"
        if name in GOOD:
            assert shared.post(address, answers).status_code == 403, f"{name} to read"
            assert shared.get(address).status_code in {403, 405}, f"the form of {name} to read"
    assert state() == before
    assert (
        shared.get(reverse("vacancies:draft_detail", args=[rows["vacancy_id"]])).status_code == 200
    )
