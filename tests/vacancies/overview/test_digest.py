"""The weekly email about vacancies and induction plans."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from kls_portal.accounts.models import User
from kls_portal.operation import jobs
from tests.vacancies.plans import new_plan
from tests.vacancies.versions import freeze
from vacancies.drafting.services.reviews import give_answer, review_link, settle
from vacancies.induction.services.plans import finish_plan
from vacancies.induction.services.starter import answer_question, ask
from vacancies.models import DigestSent, ReviewAnswer, TaskChange, Vacancy
from vacancies.overview import digest
from vacancies.overview.digest import send_digests
from vacancies.posts.services import make_vacancy_link
from vacancies.recruiting.overview import standing_of
from vacancies.recruiting.services.timeline import accept_proposal, mark_done

pytestmark = pytest.mark.usefixtures("reference_data")
NOW = datetime(2027, 1, 18, 3, tzinfo=UTC)
BY = "line-manager"
ON_APPROVAL = "Approval to recruit"


@pytest.fixture
def plan(people):
    return new_plan(people, starter_name="Ada Lovelace")


@pytest.fixture
def no_lead(people):
    """Nobody hears of what is late for others."""
    people.lead.memberships.all().delete()


@pytest.fixture
def planned(dated):
    """Return a vacancy whose approval is due around 15 February 2027."""
    accept_proposal(vacancy=Vacancy.objects.for_plan().get(pk=dated.pk))
    return dated


def test_the_work_is_registered():
    assert send_digests in jobs.JOBS["send_reminders"]


def approval_day(vacancy):
    return vacancy.plan.step_dates.get(code="approval").day


def night(day):
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


def test_one_email_tells_of_vacancies_and_plans_together(planned, people, no_lead):
    day = approval_day(planned)
    plan = new_plan(people, starts_on=day)
    assert list(send_digests(night(day - timedelta(days=2)))) == ["Weekly emails sent: 1."]
    (email,) = mail.outbox
    assert email.to == [people.manager.email]
    for text in (planned.get_absolute_url(), plan.get_absolute_url(), f"- {ON_APPROVAL}"):
        assert text in email.body
    assert reverse("account_change_password") in email.body


def test_what_is_late_for_a_week_reaches_the_lead(planned, people):
    day = approval_day(planned)
    list(send_digests(night(day + timedelta(days=6))))
    assert f"- Late: {ON_APPROVAL}" in emails()[people.manager.email]
    assert ON_APPROVAL not in emails().get(people.lead.email, "")
    mail.outbox.clear()
    DigestSent.objects.all().delete()
    list(send_digests(night(day + timedelta(days=8))))
    assert f"- Late: {ON_APPROVAL}" in emails()[people.lead.email]


def test_a_vacancy_whose_plan_is_at_its_end_says_nothing_more(planned):
    mark_done(vacancy=Vacancy.objects.for_plan().get(pk=planned.pk), step_id="probation-passed")
    mark_done(vacancy=Vacancy.objects.for_plan().get(pk=planned.pk), step_id="feedback")
    planned.plan.step_dates.filter(code__in=["probation-passed", "feedback"]).update(done_at=NOW)
    assert list(send_digests(night(date(2027, 12, 1)))) == []
    standing = standing_of(Vacancy.objects.for_plan().get(pk=planned.pk), date(2027, 12, 1))
    assert (standing.next, standing.late) == (None, 0)


def test_who_switched_the_email_off_gets_none(planned, people, client_of, no_lead):
    client, address = client_of(people.manager), reverse("account_weekly_email")
    assert client.post(address, {"weekly": "off"}).status_code == 302
    night_before = night(approval_day(planned) - timedelta(days=1))
    assert list(send_digests(night_before)) == []
    client.post(address, {"weekly": "on"})
    assert list(send_digests(night_before)) == ["Weekly emails sent: 1."]


def test_one_digest_for_all_plans_of_a_manager(plan, people, no_lead):
    other = new_plan(people, title="Assistant")
    assert list(send_digests(NOW)) == ["Weekly emails sent: 1."]
    (email,) = mail.outbox
    assert email.to == [people.manager.email]
    for text in ("Librarian", "Assistant", "Order ID badge", plan.get_absolute_url(), "more"):
        assert text in email.body
    assert other.get_absolute_url() in email.body
    assert "- Late: Order ID badge" in email.body
    assert "Ada" not in email.body + email.subject


def test_a_question_that_waits_is_in_the_digest_and_an_answered_one_is_not(plan, people):
    new_plan(people, title="Assistant")
    TaskChange.objects.create(
        plan=plan, code="lead", is_own=True, text="Greet", owner="lead", due=5
    )
    question = ask(plan=plan, key=uuid.uuid4(), text="Where do I park?")
    list(send_digests(NOW))
    said = "1 question from the starter to answer"
    by_person = {email.to[0]: email.body for email in mail.outbox}
    assert by_person[people.manager.email].count(said) == 1
    assert said not in by_person[people.lead.email]
    assert "Where do I park?" not in "".join(by_person.values())
    answer_question(question=question, answer="Behind the chapel", by=BY)
    mail.outbox.clear()
    list(send_digests(NOW + timedelta(days=8)))
    assert mail.outbox
    assert all("from the starter" not in email.body for email in mail.outbox)


def test_answers_of_reviewers_that_wait_are_in_the_email_of_whoever_opened_it(
    vacancy, people, reference_data
):
    token = make_vacancy_link(
        vacancy=vacancy, kind="hr", person=people.manager, days=30, version=freeze(vacancy).number
    )
    about, now = {"about": "hr-fair", "words": "Is it fair?"}, night(localdate())
    give_answer(link=review_link(token), **about, text="Say where")
    list(send_digests(now))
    assert "1 answer from reviewers to read" in emails()[people.manager.email]
    assert "of reviewers" not in emails().get(people.lead.email, "")
    assert "Say where" not in "".join(emails().values())
    settle(ReviewAnswer.objects.get(), settled=True)
    mail.outbox.clear()
    list(send_digests(now + timedelta(days=8)))
    assert "of reviewers" not in emails().get(people.manager.email, "")


def test_nothing_is_worked_out_for_who_got_an_email(plan, planned, people, monkeypatch):
    list(send_digests(NOW))
    User.objects.exclude(pk=people.manager.pk).update(wants_digest=False)
    monkeypatch.setattr(digest, "VacancyTasks", None)
    assert list(send_digests(NOW + timedelta(days=6))) == []


def test_at_most_one_a_week(plan, no_lead):
    list(send_digests(NOW))
    assert list(send_digests(NOW + timedelta(days=6, hours=23))) == []
    assert list(send_digests(NOW + timedelta(days=7))) == ["Weekly emails sent: 1."]


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
    sent = emails()
    assert sent.keys() == {people.lead.email}
    assert "Order ID badge" in sent[people.lead.email]


def lead_task(plan, text="Meet the lead", due=5):
    return TaskChange.objects.create(
        plan=plan, code=f"plan-{text[-3:]}", is_own=True, text=text, owner="lead", due=due
    )


def emails():
    return {email.to[0]: email.body for email in mail.outbox}


def test_a_lead_gets_a_digest_of_their_own_tasks(plan, people):
    lead_task(plan)
    list(send_digests(NOW))
    sent = emails()
    assert sent.keys() == {people.manager.email, people.lead.email}
    assert "Meet the lead" in sent[people.lead.email]
    assert "Ask the starter" not in sent[people.lead.email]
    assert "Ada" not in sent[people.lead.email]


def test_a_lead_gets_one_email_for_all_plans_and_at_most_one_a_week(plan, people):
    lead_task(plan)
    new_plan(people, person=people.lead, title="Assistant")
    list(send_digests(NOW))
    assert len(mail.outbox) == 2
    body = emails()[people.lead.email]
    assert "Meet the lead" in body
    assert "Assistant" in body
    assert "Order ID badge" in body
    assert list(send_digests(NOW + timedelta(days=6))) == []


def test_a_lead_of_another_organisation_gets_no_digest(plan, people):
    people.lead.memberships.update(organisation=people.southmoor)
    lead_task(plan)
    list(send_digests(NOW))
    assert emails().keys() == {people.manager.email}


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


def test_an_address_that_no_email_can_have_is_tried_again(plan, people, no_lead):
    # Bypass the manager, which rejects such characters.
    QuerySet(User).filter(pk=people.manager.pk).update(email="no\naddress")
    said = "Weekly emails that could not be sent: 1. The next run tries again."
    assert list(send_digests(NOW)) == [said]
    assert not DigestSent.objects.exists()
    User.objects.filter(pk=people.manager.pk).update(email="manager@test.example")
    assert list(send_digests(NOW)) == ["Weekly emails sent: 1."]
