"""The demonstration, made once: what it holds, and that it is never made over what became of it."""

from datetime import UTC, datetime, time
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from time_machine import travel

from kls_portal.accounts.models import EDITORS, Membership, Organisation, User
from tests.pages import Page
from tests.shipped import VACANCIES
from tests.vacancies.conftest import TODAY
from vacancies.management.demonstration import PASSWORD, VACANCY_KEY, load_demonstration
from vacancies.models import Criterion, Duty, MeetingTheme, PeerOffer, Vacancy


def run():
    said = StringIO()
    call_command("load_demo", stdout=said)
    return said.getvalue()


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker):
    """What a test changes is rolled back to this."""
    with django_db_blocker.unblock(), transaction.atomic():
        VACANCIES.restore_snapshot()
        with travel(datetime.combine(TODAY, time(12), UTC)):
            load_demonstration()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(made_once, db):
    """The demonstration, as it was made that day."""


def test_the_people_are_who_the_contract_says(demonstration):
    roles = {
        f"{m.user.email} {m.organisation} {m.role}"
        for m in Membership.objects.select_related("user", "organisation")
    }
    assert roles == {
        "manager@demo.example Northfield NHS Trust manager",
        "colleague@demo.example Northfield NHS Trust manager",
        "lead@demo.example Northfield NHS Trust lead",
        "other@demo.example Southmoor NHS Trust manager",
    }
    editor, admin = (User.objects.get(email=f"{name}@demo.example") for name in ("editor", "admin"))
    assert (editor.is_staff, editor.is_superuser) == (True, False)
    assert editor.groups.get().name == EDITORS
    assert admin.is_superuser
    assert all(user.check_password(PASSWORD) for user in User.objects.all())


def test_the_manager_can_sign_in_and_open_the_vacancy(client, demonstration):
    assert client.login(email="manager@demo.example", password=PASSWORD)
    vacancy = Vacancy.objects.get()
    for url in (vacancy.get_absolute_url(), reverse("vacancies:draft_detail", args=[vacancy.pk])):
        assert client.get(url).status_code == 200


def test_the_vacancy_is_half_drafted(client, demonstration):
    client.login(email="manager@demo.example", password=PASSWORD)
    statuses = Page(client.get(Vacancy.objects.get().get_absolute_url())).statuses
    assert {"complete", "incomplete"} <= set(statuses)


def test_load_demo_again_makes_nothing(demonstration):
    counts = [model.objects.count() for model in (User, Organisation, Vacancy, Duty, Criterion)]
    run()
    assert counts == [
        model.objects.count() for model in (User, Organisation, Vacancy, Duty, Criterion)
    ]


def test_two_trusts_offer_something_and_a_theme_has_votes(client, demonstration):
    client.login(email="manager@demo.example", password=PASSWORD)
    shown = client.get(reverse("vacancies:peer_list"), {"topic": "alone"}).context
    (found,) = shown["page"]
    assert str(found.organisation) == "Southmoor NHS Trust"
    assert len(shown["own"]) > 0
    themes = client.get(reverse("vacancies:theme_list")).context["themes"]
    assert 2 in [theme.number_of_votes for theme in themes]


def test_offers_and_themes_that_were_deleted_stay_away(demonstration):
    PeerOffer.objects.all().delete()
    MeetingTheme.objects.all().delete()
    run()
    assert not PeerOffer.objects.exists()
    assert not MeetingTheme.objects.exists()


def test_a_changed_password_is_kept(demonstration):
    manager = User.objects.get(email="manager@demo.example")
    manager.set_password("another long password")
    manager.save()
    run()
    manager.refresh_from_db()
    assert manager.check_password("another long password")


def test_a_deleted_vacancy_stays_deleted(demonstration):
    Vacancy.objects.all().delete()
    run()
    assert not Vacancy.objects.exists()


def test_a_deleted_vacancy_stays_deleted_when_another_account_comes_back(demonstration):
    Vacancy.objects.all().delete()
    User.objects.get(email="other@demo.example").delete()
    assert run() == "Made other@demo.example.\n"
    assert not Vacancy.objects.exists()


def test_a_changed_vacancy_is_kept(demonstration):
    Vacancy.objects.filter(key=VACANCY_KEY).update(title="Renamed")
    run()
    assert Vacancy.objects.get().title == "Renamed"


def test_a_role_or_membership_that_was_taken_away_stays_away(demonstration):
    Membership.objects.filter(user__email="colleague@demo.example").delete()
    Membership.objects.filter(user__email="lead@demo.example").update(role="manager")
    User.objects.get(email="editor@demo.example").groups.clear()
    run()
    assert not Membership.objects.filter(user__email="colleague@demo.example").exists()
    assert Membership.objects.get(user__email="lead@demo.example").role == "manager"
    assert not User.objects.get(email="editor@demo.example").groups.exists()


@pytest.mark.parametrize("changed", [{"ods_code": "RXX"}, {"name": "Northfield Hospitals"}])
def test_an_organisation_that_was_corrected_is_found_again(demonstration, changed):
    Organisation.objects.filter(ods_code="DEMO1").update(**changed)
    User.objects.get(email="colleague@demo.example").delete()
    run()
    assert Organisation.objects.count() == 2
    joined = Membership.objects.get(user__email="colleague@demo.example").organisation
    assert {name: getattr(joined, name) for name in changed} == changed
