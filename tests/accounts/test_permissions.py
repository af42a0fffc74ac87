"""Roles × actions: what the table says, what `may` makes of it, and a role that only reads."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory

from kls_portal.accounts import permissions
from kls_portal.accounts.models import Membership, User
from kls_portal.accounts.permissions import (
    RIGHTS,
    Action,
    Rights,
    administers,
    led_organisation_or_404,
    may,
    organisations_for,
    thing_or_404,
)
from vacancies.models import InductionPlan, Vacancy
from vacancies.posts.requests import vacancy_or_404

READ = frozenset({Action.SEE})


@pytest.fixture
def shared(people):
    """Return a colleague with whom the vacancy is shared."""
    person = User.objects.create_user("shared@test.example", "p")
    Membership.objects.create(user=person, organisation=people.northfield)
    return person


@pytest.fixture
def vacancy(people, shared):
    made = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )
    made.shared_with.add(shared)
    return made


def can(person, thing=None):
    """What a person may do; of a thing, whether asked of it or of a list that it stands in."""
    allowed = {action for action in Action if may(person, action, thing)}
    if isinstance(thing, Vacancy | InductionPlan):
        things = type(thing)._default_manager.all()
        assert things.rights_of(person, things.with_rights(person).get(pk=thing.pk)) == allowed
    return allowed


def test_every_role_has_a_line():
    assert set(RIGHTS) == set(Membership.Role.values)


def test_what_each_may_do_with_a_vacancy(people, vacancy, shared):
    work = {Action.SEE, Action.EDIT}
    keep = work | {Action.SHARE, Action.DELETE}
    assert can(people.manager, vacancy) == keep
    assert can(shared, vacancy) == work
    assert can(people.lead, vacancy) == keep | {Action.LEAD}
    for nobody in (people.colleague, people.other, people.editor, people.superuser):
        assert can(nobody, vacancy) == set()


def test_whoever_leaves_may_nothing_with_what_they_opened(people, vacancy):
    people.manager.memberships.all().delete()
    assert can(people.manager, vacancy) == set()


def test_the_organisation_is_led_and_the_site_administered(people):
    assert may(people.lead, Action.LEAD, people.northfield)
    assert not may(people.lead, Action.LEAD, people.southmoor)
    assert not may(people.manager, Action.LEAD, people.northfield)
    assert can(people.superuser) == {Action.ADMINISTER}
    assert can(people.editor) == can(people.lead) == set()


def test_what_is_shared_to_read_is_seen_and_not_edited(people, vacancy, shared, monkeypatch):
    manager = Membership.Role.MANAGER
    monkeypatch.setitem(RIGHTS, manager, Rights(own=RIGHTS[manager].own, shared=READ))
    plan = InductionPlan.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        vacancy=vacancy,
        starts_on="2027-01-04",
        purge_on="2027-12-04",
    )
    for thing in (vacancy, plan):
        assert can(shared, thing) == READ
        assert Action.EDIT in can(people.manager, thing)
    assert list(Vacancy.objects.visible_to(shared)) == [vacancy]
    assert not Vacancy.objects.allowing(shared, Action.EDIT).exists()


def test_a_new_role_is_a_line(people, vacancy, monkeypatch):
    monkeypatch.setitem(RIGHTS, "reader", Rights(every=READ))
    Membership.objects.filter(user=people.colleague).update(role="reader")
    assert can(people.colleague, vacancy) == READ
    assert not organisations_for(people.colleague, Action.EDIT, scope="own").exists()


def test_a_role_that_nobody_knows_may_nothing(people, vacancy):
    Membership.objects.filter(user=people.lead).update(role="gone")
    assert can(people.lead, vacancy) == can(people.lead, people.northfield) == set()


def ask(method, person):
    request = getattr(RequestFactory(), method)("/")
    request.user = person
    return request


def test_a_thing_is_found_refused_or_not_there(people, vacancy, shared):
    rows = Vacancy.objects.all()
    assert thing_or_404(ask("get", shared), rows, vacancy.pk) == vacancy
    assert thing_or_404(ask("post", shared), rows, vacancy.pk) == vacancy
    with pytest.raises(PermissionDenied):
        thing_or_404(ask("get", shared), rows, vacancy.pk, Action.DELETE)
    for action in (None, Action.DELETE):
        with pytest.raises(Http404):
            thing_or_404(ask("get", people.other), rows, vacancy.pk, action)


def test_what_is_posted_asks_for_more_than_to_see(people, vacancy, shared, monkeypatch):
    monkeypatch.setitem(RIGHTS, Membership.Role.MANAGER, Rights(shared=READ))
    assert thing_or_404(ask("head", shared), Vacancy.objects.all(), vacancy.pk)
    with pytest.raises(PermissionDenied):
        thing_or_404(ask("post", shared), Vacancy.objects.all(), vacancy.pk)


def test_who_only_reads_does_not_open_the_page_that_edits(people, vacancy, shared, monkeypatch):
    monkeypatch.setitem(RIGHTS, Membership.Role.MANAGER, Rights(shared=READ))
    with pytest.raises(PermissionDenied):
        vacancy_or_404(ask("get", shared), vacancy.pk, action=Action.EDIT)


def test_an_organisation_is_for_who_leads_it(people):
    pk = people.northfield.pk
    assert led_organisation_or_404(ask("get", people.lead), pk) == people.northfield
    with pytest.raises(PermissionDenied):
        led_organisation_or_404(ask("get", people.manager), pk)
    with pytest.raises(Http404):
        led_organisation_or_404(ask("get", people.other), pk)


def test_a_visitor_administers_nothing(people, rf, monkeypatch):
    request = rf.get("/")
    for person, expected in ((AnonymousUser(), False), (people.lead, False)):
        request.user = person
        assert administers(request) is expected
    request.user = people.superuser
    assert administers(request) is True
    monkeypatch.setattr(permissions, "SUPERUSER", frozenset())
    assert administers(request) is False
