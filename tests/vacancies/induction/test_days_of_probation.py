"""Plan, timeline, calendar, PDF and page of a post show the clock's dates for any start."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from icalendar import Calendar
from pypdfium2 import PdfDocument

from kls_portal.calendar.working_days import NATIONS, WorkingDays
from kls_portal.documents.calendar_file import calendar_ics
from kls_portal.documents.document import Text
from kls_portal.documents.document_pdf import document_pdf
from kls_portal.in_words import short_date
from tests.pages import Page
from tests.vacancies.planning.rules.plan import NO_TASKS
from tests.vacancies.plans import fresh, new_plan
from tests.vacancies.timeline_pages import address
from vacancies.induction.exports.checklist import (
    checklist_calendar,
    checklist_document,
    checklist_series,
)
from vacancies.induction.services.plans import probation_of
from vacancies.induction.services.tasks import tasks_of_plan
from vacancies.models import InductionPlan, PlanTask, Vacancy
from vacancies.planning.rules.lines import parts
from vacancies.planning.rules.probation import clock
from vacancies.recruiting.exports.plan import plan_document, vacancy_calendar
from vacancies.recruiting.rules.advert_plan import AdvertPlan
from vacancies.recruiting.services.tasks import VacancyTasks

SIGN = "§"
FIRST, DAYS = date(2026, 7, 1), 1645
DRAWN = Random(2027).sample(range(DAYS), 300)  # noqa: S311 - the same starts each time
STARTS = [FIRST + timedelta(days=number) for number in sorted(DRAWN)]
STAMP = datetime(2026, 7, 1, tzinfo=UTC)
FINAL, STEP = "S1", "probation-passed"
SHOWN = {
    "review": "final_review",
    "decide": "decide_by",
    "notice": "notice_by",
    "paid": "paid_notice_by",
    "complete": "complete",
}
"""The rows of a page, and the dates of the clock that they show."""


def days_on(response):
    page = Page(response)
    return {row: page.all(f"#probation-{row} time")[0].get("datetime") for row in SHOWN}


def day_in(made, code):
    events = Calendar.from_ical(calendar_ics(made)).walk("VEVENT")
    return next(event["DTSTART"].dt for event in events if code in event["UID"])


def assert_drawn(documents, days):
    """Assert that each document, drawn behind a sign and all in one PDF, says its days."""
    drawn = [part for one in documents for part in (Text(SIGN), *one.parts)]
    pages = PdfDocument(document_pdf(replace(documents[0], parts=tuple(drawn))))
    words = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    for said, expected in zip(words.split(SIGN)[1:], days, strict=True):
        assert [day for day in expected if short_date(day) not in said] == []


@pytest.mark.thorough
def test_three_hundred_starts_have_the_clocks_days_everywhere(reference_data, people, client_of):
    PlanTask.objects.exclude(code__in=(FINAL, STEP)).delete()  # a page with few rows renders faster
    plan, client = new_plan(people), client_of(people.manager)
    post = Vacancy.objects.create(organisation=people.northfield, created_by=people.manager)
    made, plans, posts = {"created": STAMP}, [], []
    clocks = []
    for number, start in enumerate(STARTS):
        nation, weekdays = list(NATIONS)[number % 4], {number % 7, number % 5}
        people.northfield.nation = nation
        people.northfield.save(update_fields=["nation"])
        InductionPlan.objects.update(starts_on=start, weekdays=sorted(weekdays), **made)
        Vacancy.objects.update(starts_on=WorkingDays(nation).next_working_day(start), **made)
        plan, post = fresh(plan), Vacancy.objects.for_plan().get(pk=post.pk)
        clocks += [(clock(start, nation, frozenset(weekdays)), clock(post.starts_on, nation))]
        plans += [of_plan(plan, clocks[-1][0], client)]
        posts += [of_vacancy(post, clocks[-1][1], client)]
    assert_drawn(plans, [(of_plan.final_review,) for of_plan, _ in clocks])
    assert_drawn(posts, [[getattr(one, name) for name in SHOWN.values()] for _, one in clocks])


def of_plan(plan, expected, client):
    """Assert the days of a plan, its calendar and its page; return its file."""
    tasks, review = tasks_of_plan(plan), expected.final_review
    assert probation_of(plan, tasks).review == review
    assert next(task.due for task in tasks.tasks if task.id == FINAL) == review
    assert day_in(checklist_calendar(tasks, checklist_series(tasks, "v")), FINAL) == review
    assert days_on(client.get(plan.get_absolute_url())) == iso(expected)
    final = next(task for task in tasks.tasks if task.id == FINAL)
    alone = (replace(tasks.groups[0], tasks=(final,)),)
    return checklist_document(replace(tasks, groups=alone))


def of_vacancy(vacancy, expected, client):
    """Assert the days of a vacancy’s timeline, its calendar and its page; return its file."""
    dates, review = VacancyTasks(vacancy).dates, expected.final_review
    final = [line for line in dates.lines(FIRST) if line.row.id == STEP]
    assert final[0].row.day == dates.probation.review == review
    calendar = vacancy_calendar("P", "v", 1, lines=final, tasks=NO_TASKS, advert=AdvertPlan())
    assert day_in(calendar, STEP) == review
    assert days_on(client.get(address(vacancy))) == iso(expected)
    about = {"title": "P", "organisation": "", "probation": dates.probation}
    return plan_document(parts(final, (), FIRST), NO_TASKS, FIRST, **about)


def iso(expected):
    return {row: getattr(expected, name).isoformat() for row, name in SHOWN.items()}
