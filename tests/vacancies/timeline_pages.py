"""The pages of a timeline, and what is sent to them."""

import re

from django.urls import reverse
from icalendar import Calendar

from vacancies.models import StepDate, Vacancy, VacancyPlan
from vacancies.recruiting.services.tasks import VacancyTasks

SEEN = re.compile(r'name="version_token"[^>]*value="([^"]*)"')


def step_date(vacancy, code, **values):
    """Store what is known of a milestone."""
    plan, _ = VacancyPlan.objects.get_or_create(vacancy=vacancy)
    return StepDate.objects.create(plan=plan, code=code, **values)


def task(vacancy, code):
    """A task as the plan has it now, or None."""
    groups = VacancyTasks(Vacancy.objects.for_plan().get(pk=vacancy.pk)).dated()
    return next((one for group in groups for one in group.tasks if one.id == code), None)


def address(vacancy, page="timeline_detail", *more):
    return reverse(f"vacancies:{page}", args=[vacancy.pk, *more])


def seen(client, vacancy):
    """The digest that the page of a milestone carries."""
    page = client.get(address(vacancy, "timeline_step_edit", "closes"))
    return SEEN.search(page.content.decode())[1]


def moves(client, vacancy, step, by, digest=None):
    given = {"by": by, "version_token": seen(client, vacancy) if digest is None else digest}
    return client.post(address(vacancy, "timeline_step_move", step), given, follow=True)


def text_of(response):
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(words.split())


def needs(client, vacancy, day, **more):
    page = address(vacancy, "timeline_edit")
    given = {
        "version_token": SEEN.search(client.get(page).content.decode())[1],
        "needed_by_day": day.day,
        "needed_by_month": day.month,
        "needed_by_year": day.year,
        **more,
    }
    return client.post(page, given, follow=True)


def takes_over(client, vacancy, **more):
    given = {"version_token": seen(client, vacancy), **more}
    return client.post(address(vacancy, "timeline_proposal"), given, follow=True)


def events_of(client, vacancy, **query):
    """The entries of the calendar file."""
    response = client.get(address(vacancy, "timeline_file", "ics"), query)
    assert response["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(response.content).walk("VEVENT")


def calendar_of(client, vacancy):
    """The entries of the calendar file by UID: (day, sequence)."""
    found = events_of(client, vacancy)
    return {str(one["UID"]): (one["DTSTART"].dt, one["SEQUENCE"]) for one in found}
