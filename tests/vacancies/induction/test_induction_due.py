"""What falls due for induction plans: a weekly digest, and deleting."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from kls_portal import due
from kls_portal.accounts.models import User
from tests.vacancies.induction_pages import page_of
from tests.vacancies.plans import at, new_plan
from vacancies.induction.services.due import erase_plan, purge_plans, send_digests
from vacancies.induction.services.plans import finish_plan
from vacancies.induction.services.starter import answer_question, ask, make_link
from vacancies.induction.services.tasks import InductionTasks
from vacancies.models import (
    DigestSent,
    InductionPlan,
    Plan,
    PlanEvent,
    PlanLink,
    PlanQuestion,
    PlanTrace,
    TaskChange,
    Tick,
)

pytestmark = pytest.mark.usefixtures("reference_data")
NOW = datetime(2027, 1, 18, 3, tzinfo=UTC)
BY = "line-manager"


@pytest.fixture
def plan(people):
    return new_plan(people, starter_name="Ada Lovelace")


def test_both_works_are_registered():
    assert send_digests in due._works["send_reminders"]
    assert purge_plans in due._works["purge_expired"]


def test_one_digest_for_all_plans_of_a_manager(plan, people):
    other = new_plan(people, title="Assistant")
    assert list(send_digests(NOW)) == ["Induction digests sent: 1."]
    (letter,) = mail.outbox
    assert letter.to == [people.manager.email]
    for text in ("Librarian", "Assistant", "Order ID badge", plan.get_absolute_url(), "more"):
        assert text in letter.body
    assert other.get_absolute_url() in letter.body
    assert "- Late: Order ID badge" in letter.body
    assert "Ada" not in letter.body + letter.subject


def test_a_question_that_waits_is_in_the_digest_and_an_answered_one_is_not(plan, people):
    new_plan(people, title="Assistant")
    TaskChange.objects.create(
        plan=plan, code="lead", is_own=True, text="Greet", owner="lead", due=5
    )
    question = ask(plan=plan, key=uuid.uuid4(), text="Where do I park?")
    list(send_digests(NOW))
    said = "1 question of the starter waits for your answer."
    by_person = {letter.to[0]: letter.body for letter in mail.outbox}
    assert by_person[people.manager.email].count(said) == 1
    assert said not in by_person[people.lead.email]
    assert "Where do I park?" not in "".join(by_person.values())
    answer_question(question=question, answer="Behind the chapel", by=BY)
    mail.outbox.clear()
    list(send_digests(NOW + timedelta(days=8)))
    assert mail.outbox
    assert all("of the starter" not in letter.body for letter in mail.outbox)


def test_at_most_one_a_week(plan):
    list(send_digests(NOW))
    assert list(send_digests(NOW + timedelta(days=6, hours=23))) == []
    assert list(send_digests(NOW + timedelta(days=7))) == ["Induction digests sent: 1."]


@pytest.mark.parametrize("why", ["finished", "nothing due"])
def test_no_digest_where_there_is_nothing_to_say(plan, people, why):
    now = NOW
    if why == "finished":
        finish_plan(plan=plan, by=BY)
    else:
        now = NOW - timedelta(days=90)
    assert list(send_digests(now)) == []
    assert mail.outbox == []


@pytest.mark.parametrize("why", ["left", "closed account"])
def test_a_plan_whose_manager_has_left_comes_to_the_lead(plan, people, why):
    if why == "left":
        people.manager.memberships.all().delete()
    else:
        type(people.manager).objects.filter(pk=people.manager.pk).update(is_active=False)
    list(send_digests(NOW))
    sent = letters()
    assert sent.keys() == {people.lead.email}
    assert "Order ID badge" in sent[people.lead.email]


def lead_task(plan, text="Meet the lead", due=5):
    return TaskChange.objects.create(
        plan=plan, code=f"plan-{text[-3:]}", is_own=True, text=text, owner="lead", due=due
    )


def letters():
    return {letter.to[0]: letter.body for letter in mail.outbox}


def test_a_lead_gets_a_digest_of_their_own_tasks(plan, people):
    lead_task(plan)
    list(send_digests(NOW))
    sent = letters()
    assert sent.keys() == {people.manager.email, people.lead.email}
    assert "Meet the lead" in sent[people.lead.email]
    assert "Order ID badge" not in sent[people.lead.email]
    assert "Ada" not in sent[people.lead.email]


def test_a_lead_gets_one_letter_for_all_plans_and_at_most_one_a_week(plan, people):
    lead_task(plan)
    new_plan(people, person=people.lead, title="Assistant")
    list(send_digests(NOW))
    assert len(mail.outbox) == 2
    body = letters()[people.lead.email]
    assert "Meet the lead" in body
    assert "Assistant" in body
    assert "Order ID badge" in body
    assert list(send_digests(NOW + timedelta(days=6))) == []


def test_a_lead_of_another_organisation_gets_no_digest(plan, people):
    people.lead.memberships.update(organisation=people.southmoor)
    lead_task(plan)
    list(send_digests(NOW))
    assert letters().keys() == {people.manager.email}


def test_digests_take_as_many_queries_for_many_plans(plan, people):
    def queries(now):
        with CaptureQueriesContext(connection) as found:
            list(send_digests(now))
        return len(found)

    queries(NOW)
    few = queries(NOW + timedelta(days=8))
    for _ in range(4):
        new_plan(people)
    assert queries(NOW + timedelta(days=16)) == few


def test_an_address_that_no_letter_can_have_is_tried_again(plan, people):
    # Past the manager, which keeps such signs out.
    QuerySet(User).filter(pk=people.manager.pk).update(email="no\naddress")
    said = "Induction digests that could not be sent: 1. The next run tries again."
    assert list(send_digests(NOW)) == [said]
    assert not DigestSent.objects.exists()
    User.objects.filter(pk=people.manager.pk).update(email="manager@test.example")
    assert list(send_digests(NOW)) == ["Induction digests sent: 1."]


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
    trace = PlanTrace.objects.get()
    assert (trace.done, trace.reason, trace.started_in) == (1, "expired", 2027)
    assert trace.tasks > 40
    assert list(purge_plans(day + timedelta(days=1))) == []


def test_a_plan_that_cannot_be_deleted_does_not_keep_the_others(people, plan):
    broken = new_plan(people, title="Broken", starter_name="Ada Lovelace")
    InductionPlan.objects.update(purge_on=datetime(2027, 1, 1, tzinfo=UTC).date())
    InductionPlan.objects.filter(pk=broken.pk).update(record={"format": "none"})
    found = purge_plans(datetime(2027, 1, 2, 3, tzinfo=UTC))
    assert next(found) == "Deleted 1 induction plan on the purge date."
    with pytest.raises(due.FailedError, match="not deleted, see the log: 1"):
        next(found)
    assert InductionPlan.objects.get() == broken


def test_a_plan_that_two_erase_at_once_is_counted_once(plan):
    first, second = (InductionPlan.objects.get(pk=plan.pk) for _ in range(2))
    assert erase_plan(plan=first, reason=PlanTrace.Reason.ERASED)
    assert erase_plan(plan=second, reason=PlanTrace.Reason.EXPIRED) is None
    assert PlanTrace.objects.count() == 1


def test_plan_erase_asks_first_and_keeps_counts(plan, as_manager, people, client_of):
    address = at("plan_erase", plan.pk)
    assert (
        "Tick the box if you want to erase this plan" in as_manager.post(address).content.decode()
    )
    as_manager.post(address, {"sure": "on"})
    assert not InductionPlan.objects.exists()
    assert PlanTrace.objects.get().reason == "erased"
    page = page_of(client_of(people.lead), at("plan_list"))
    assert "It was erased on request" in page
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
