"""The induction checklist of a vacancy's own post."""

import re

import pytest
from django.urls import reverse
from icalendar import Calendar

from tests.each import each
from tests.pages import Page
from tests.vacancies.induction_pages import KINDS, page_of
from tests.vacancies.typed import ODD_TEXTS
from vacancies.models import PlanTask, Vacancy

pytestmark = pytest.mark.usefixtures("reference_data")


def own(vacancy, kind=None):
    name = "induction_file" if kind else "induction_detail"
    return reverse(f"vacancies:{name}", args=[vacancy.pk, *([kind] if kind else [])])


@pytest.fixture
def dated(vacancy):
    Vacancy.objects.filter(pk=vacancy.pk).update(starts_on="2027-05-03", band="5")
    return vacancy


def test_induction_detail_without_a_start_date_says_where_to_give_it(vacancy, as_manager):
    page = Page(as_manager.get(own(vacancy)))
    assert reverse("vacancies:dates_edit", args=[vacancy.pk]) in page.links
    assert page.all("main table") == []


@pytest.mark.parametrize("kind", KINDS)
def test_induction_file_without_a_start_date_leads_to_the_page(vacancy, as_manager, kind):
    response = as_manager.get(own(vacancy, kind))
    assert response.status_code == 302
    assert response.headers["Location"] == own(vacancy)


def test_induction_detail_counts_from_the_start_date(dated, as_manager):
    page = page_of(as_manager, own(dated))
    assert "Start date: Monday 3 May 2027." in page
    # 3 May 2027 is the early May bank holiday: day one is the day after.
    assert "Tue 4 May 2027" in page
    assert "Mon 3 May 2027" not in page


def test_induction_detail_is_tailored_to_the_post(dated, as_manager):
    task = PlanTask.objects.filter(group="manager", not_for=[], solo_text="").first()
    assert task.text not in page_of(as_manager, own(dated))
    Vacancy.objects.filter(pk=dated.pk).update(manages_people=True, works_alone=True)
    page = page_of(as_manager, own(dated))
    assert task.text in page
    assert "For someone who works alone. For a post that manages people." in page


@each("kind", KINDS)
def test_induction_file_names_the_post_only(dated, as_manager, kind):
    response = as_manager.get(own(dated, kind))
    content_type, start = KINDS[kind]
    assert response.headers["Content-Type"] == content_type
    assert response.content.startswith(start)
    name = f"induction-checklist-librarian-2027-05-03.{kind}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Cache-Control"] == "private, no-store"
    assert as_manager.head(own(dated, kind)).content == b""


def test_a_later_start_moves_the_events_of_the_calendar(dated, as_manager):
    def events():
        calendar = Calendar.from_ical(as_manager.get(own(dated, "ics")).content)
        return {str(event["UID"]): event["DTSTART"].dt for event in calendar.walk("VEVENT")}

    before = events()
    Vacancy.objects.filter(pk=dated.pk).update(starts_on="2027-06-07")
    after = events()
    assert before.keys() == after.keys()
    assert all(after[uid] > day for uid, day in before.items())


@each("kind", KINDS)
def test_induction_file_builds_with_any_title(dated, as_manager, kind):
    title = f"{ODD_TEXTS['Arabic']}\ufffe\uffff\r\nX-Evil: 1"
    Vacancy.objects.filter(pk=dated.pk).update(title=title, place=title, band="")
    response = as_manager.get(own(dated, kind))
    assert response.status_code == 200
    assert response.content.startswith(KINDS[kind][1])
    name = response.headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="induction-checklist-[a-z0-9-]+\.\w+"', name)


def test_induction_detail_asks_little_of_the_database(
    dated, as_manager, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        as_manager.get(own(dated))
