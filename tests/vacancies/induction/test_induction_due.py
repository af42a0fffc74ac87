"""Induction plans are deleted on their purge date."""

from datetime import UTC, datetime, timedelta

import pytest

from kls_portal.operation import jobs
from tests.pages import Page
from tests.vacancies.induction_pages import page_of
from tests.vacancies.plans import at, new_plan
from vacancies.induction.services import plans as services
from vacancies.induction.services.plans import erase_plan, purge_plans
from vacancies.induction.services.starter import make_link
from vacancies.induction.services.tasks import InductionTasks
from vacancies.models import (
    DeletedPlanStats,
    InductionPlan,
    Plan,
    PlanEvent,
    PlanLink,
    PlanQuestion,
    TaskChange,
    Tick,
)

pytestmark = pytest.mark.usefixtures("reference_data")
NOW = datetime(2027, 1, 18, 3, tzinfo=UTC)
BY = "line-manager"


@pytest.fixture
def plan(people):
    return new_plan(people, starter_name="Ada Lovelace")


def test_purging_is_registered():
    assert purge_plans in jobs.JOBS["purge_expired"]


def test_purge_deletes_on_the_day_and_leaves_a_nameless_line(plan, people):
    InductionTasks(plan, BY).tick("D1")
    make_link(plan=plan, person=people.manager, days=9, by=BY)
    PlanQuestion.objects.create(plan=plan, text="Where?")
    TaskChange.objects.create(plan=plan, code="plan-1", is_own=True, text="Own", owner="hr", due=1)
    day = datetime.combine(plan.purge_on, datetime.min.time(), UTC)
    assert list(purge_plans(day - timedelta(days=1))) == []
    assert list(purge_plans(day + timedelta(hours=3))) == [
        "Deleted 1 induction plan on the purge date."
    ]
    for model in (InductionPlan, Plan, TaskChange, Tick, PlanEvent, PlanQuestion, PlanLink):
        assert not model.objects.exists(), model
    trace = DeletedPlanStats.objects.get()
    assert (trace.done, trace.reason, trace.started_in) == (1, "expired", 2027)
    assert trace.tasks > 40
    assert list(purge_plans(day + timedelta(days=1))) == []


def test_a_plan_that_cannot_be_deleted_does_not_keep_the_others(people, plan, monkeypatch):
    broken = new_plan(people, title="Broken", starter_name="Ada Lovelace")
    InductionPlan.objects.update(purge_on=datetime(2027, 1, 1, tzinfo=UTC).date())
    tasks_of = services.tasks_of_plan

    def tasks_unless_broken(one):
        if one.pk == broken.pk:
            raise ValueError("unreadable")
        return tasks_of(one)

    monkeypatch.setattr(services, "tasks_of_plan", tasks_unless_broken)
    found = purge_plans(datetime(2027, 1, 2, 3, tzinfo=UTC))
    assert next(found) == "Deleted 1 induction plan on the purge date."
    with pytest.raises(jobs.FailedError, match="not deleted, see the log: 1"):
        next(found)
    assert InductionPlan.objects.get() == broken


def test_a_plan_that_two_erase_at_once_is_counted_once(plan):
    first, second = (InductionPlan.objects.get(pk=plan.pk) for _ in range(2))
    assert erase_plan(plan=first, reason=DeletedPlanStats.Reason.ERASED)
    assert erase_plan(plan=second, reason=DeletedPlanStats.Reason.EXPIRED) is None
    assert DeletedPlanStats.objects.count() == 1


def test_plan_erase_asks_first_and_keeps_counts(plan, as_manager, people, client_of):
    address = at("plan_erase", plan.pk)
    assert Page(as_manager.post(address)).errors == {"sure"}
    as_manager.post(address, {"sure": "on"})
    assert not InductionPlan.objects.exists()
    kept = DeletedPlanStats.objects.get()
    assert kept.reason == "erased"
    page = page_of(client_of(people.lead), at("plan_list"))
    assert kept.get_reason_display() in page
    assert "Ada" not in page


def test_plan_data_file_holds_all_that_is_held(plan, as_manager):
    from io import BytesIO

    from docx import Document

    PlanQuestion.objects.create(plan=plan, text="Where do I park?", answer="Behind the chapel")
    body = as_manager.get(at("plan_data_file", plan.pk, "docx")).content
    document = Document(BytesIO(body))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in ("Ada Lovelace", "Where do I park?", "Behind the chapel", "The plan was made."):
        assert words in text
