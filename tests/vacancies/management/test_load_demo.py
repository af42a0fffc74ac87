"""The command that makes the demonstration: from nothing, and never in production."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kls_portal.accounts.models import User
from vacancies.management.demonstration import load_demonstration
from vacancies.models import Vacancy

EVERYBODY = {
    f"{name}@demo.example" for name in ("manager", "colleague", "lead", "other", "editor", "admin")
}


def test_load_demo_makes_six_people_and_one_vacancy(reference_data):
    said = StringIO()
    call_command("load_demo", stdout=said)
    said = said.getvalue()
    assert set(User.objects.values_list("email", flat=True)) == EVERYBODY
    assert all(f"Made {email}." in said for email in EVERYBODY)
    vacancy = Vacancy.objects.get()
    assert f"Opened “{vacancy}”." in said
    assert (vacancy.duties.count(), vacancy.criteria.count()) == (5, 5)
    assert [question.method for question in vacancy.questions.all()] == ["interview", "task"]
    assert vacancy.profile.code == "ILL-LIB-5"


def test_load_demo_works_before_any_profile_is_loaded(db):
    load_demonstration()
    assert Vacancy.objects.get().profile is None


def test_load_demo_refuses_in_production(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="production") as refused:
        call_command("load_demo")
    assert refused.value.returncode == 2
    assert not User.objects.exists()
