"""Rows of reference data that carry the days on which they are in force are asked for by day."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from kls_portal.operation.site_version import chosen_day, invalidate_public_cache
from kls_portal.reference.models import LoadedRow
from vacancies.planning.models import InductionGroup, PlanTask
from vacancies.planning.services.layers import template_of
from vacancies.profiles.models import MatchingLimit, Profile
from vacancies.profiles.services.profiles import rulings

TODAY, CHANGE, EVE = date(2026, 11, 29), date(2027, 4, 1), date(2027, 3, 31)


@pytest.fixture
def as_of(on_day):
    on_day(TODAY)
    tokens = []
    yield lambda day: tokens.append(chosen_day.set(lambda: day))
    for token in reversed(tokens):
        chosen_day.reset(token)


def test_every_row_may_carry_its_days_and_is_asked_for_by_day(reference_data):
    for model in filter(lambda model: issubclass(model, LoadedRow), apps.get_models()):
        row = model.objects.in_force(TODAY).first()
        model.objects.filter(pk=row.pk).update(since=CHANGE, until=CHANGE)
        of_row = model.objects.filter(pk=row.pk)
        held = [of_row.in_force(day).exists() for day in (EVE, CHANGE, date(2027, 4, 2))]
        assert held == [False, True, False], model
        row.since, row.until = CHANGE, EVE
        with pytest.raises(ValidationError) as refused:
            row.full_clean()
        assert "until" in refused.value.error_dict


def test_a_correction_counts_on_its_days_and_the_shipped_value_on_others(reference_data, as_of):
    shipped = rulings().limits.max_varying_factors
    row = MatchingLimit.objects.filter(code="max_varying_factors")
    assert row.update(value=shipped - 1, since=CHANGE)
    invalidate_public_cache()
    for day, varying in ((None, shipped), (CHANGE, shipped - 1), (EVE, shipped)):
        as_of(day)
        assert rulings().limits.max_varying_factors == varying


def test_what_has_ended_is_offered_no_more(reference_data, as_of):
    task = PlanTask.objects.filter(group=InductionGroup.objects.first().code).first()
    PlanTask.objects.filter(pk=task.pk).update(until=EVE)
    profile = Profile.objects.for_libraries().in_force().first()
    Profile.objects.filter(pk=profile.pk).update(until=EVE)
    for day, is_there in ((EVE, True), (CHANGE, False)):
        as_of(day)
        (group,) = template_of([(task.group, "")])
        assert (task.code in {one.id for one in group.tasks}) == is_there
        assert Profile.objects.offered_with(None).filter(pk=profile.pk).exists() == is_there
    assert Profile.objects.offered_with(profile.pk).filter(pk=profile.pk).exists()
