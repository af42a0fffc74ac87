"""The clock of probation uses the dated facts, as corrected, until they are due for review."""

from dataclasses import replace
from datetime import date

from kls_portal.in_words import plain_date
from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.dated import ASK_HR
from kls_portal.reference.loading import load_facts
from kls_portal.reference.models import Fact
from tests.vacancies.plans import fresh, new_plan
from vacancies.induction.services.tasks import tasks_of_plan
from vacancies.models import PlanTask
from vacancies.planning.rules.probation import LAW
from vacancies.planning.services.layers import probation_terms

KEPT = ("name", "what", "unit", "nations", "strength", "is_original", "read_on")


def test_the_law_is_the_fact_as_corrected_and_called_lapsed_once_it_is_due(people, on_day):
    load_facts()
    row = Fact.objects.get(name="unfair-dismissal-service", unit="months")
    assert probation_terms(people.northfield).law == LAW
    Fact.objects.filter(pk=row.pk).update(value="8")
    invalidate_public_cache()
    assert probation_terms(people.northfield).law == replace(LAW, months=8)
    on_day(row.review_by)
    assert probation_terms(people.northfield).law.is_lapsed


def test_the_law_is_that_of_the_start_and_names_its_sources(people):
    load_facts()
    row = Fact.objects.get(name="unfair-dismissal-service", unit="months")
    Fact.objects.filter(pk=row.pk).update(until=date(2028, 12, 31))
    later = {"since": date(2029, 1, 1), "value": "9", "source": "A later Act", "code": "later"}
    Fact.objects.create(**{name: getattr(row, name) for name in KEPT} | later)
    invalidate_public_cache()
    now = probation_terms(people.northfield, date(2028, 7, 1)).law
    new = probation_terms(people.northfield, date(2029, 7, 1)).law
    assert (now, new) == (LAW, replace(LAW, months=9, in_force=date(2029, 1, 1)))
    assert row.source in now.source
    assert row.source not in new.source
    for law in (now, new):
        assert all(
            words in law.source
            for words in (plain_date(row.read_on), "not the Act itself", "SI 2026/559")
        )


def test_notice_of_the_law_is_a_fact_too(people, on_day):
    load_facts()
    Fact.objects.filter(name="statutory-notice").update(value="2")
    invalidate_public_cache()
    assert probation_terms(people.northfield).law.notice_weeks == 2
    Fact.objects.filter(name="statutory-notice").delete()
    invalidate_public_cache()
    law = probation_terms(people.northfield).law
    assert law.is_lapsed
    # Other law still in force is stated all the same, with only its own sources.
    assert [one[0].isupper() for one in law.other_law] == [True, True]
    assert "GOV.UK" in law.source
    assert "Burtons" not in law.source


def test_a_task_that_a_plan_keeps_says_the_figure_of_the_day(people, reference_data, on_day):
    PlanTask.objects.filter(code="S1").update(text="Within {{ fact statutory-notice }}")
    invalidate_public_cache()
    plan = new_plan(people)
    PlanTask.objects.filter(code="S1").update(in_use=False)
    invalidate_public_cache()
    assert "Within 1 week" in texts(plan)
    on_day(Fact.objects.get(name="statutory-notice").review_by)
    assert f"Within {ASK_HR}" in texts(plan)


def texts(plan):
    return [task.text for task in tasks_of_plan(fresh(plan)).tasks]
