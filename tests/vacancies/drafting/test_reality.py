"""What the post does now against its last version. Nothing is stored."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from tests.each import each
from tests.pages import Page, error_codes, markup_of
from tests.vacancies.typed import ODD_TEXT, TOO_LONG, shown
from tests.vacancies.versions import freeze
from vacancies.drafting.rules.reality import is_due


def address(vacancy):
    return reverse("vacancies:reality_check", args=[vacancy.pk])


def answers(**changed):
    return {"duty_1": "still", "duty_2": "still", "duty_3": "still", "new": "", **changed}


def reminders(client, url):
    """Where the reminders lead that a year has passed."""
    return Page(client.get(url)).addresses("[data-year-passed]")


def test_reality_check_asks_for_a_version_first(vacancy, duties, as_manager):
    page = Page(as_manager.get(address(vacancy)))
    assert "no-version" in page.ids
    assert not page.all("textarea")
    assert as_manager.post(address(vacancy), answers()).status_code == 200


def test_reality_check_needs_duties(vacancy, as_manager):
    freeze(vacancy)
    assert "no-duties" in Page(as_manager.get(address(vacancy))).ids


def test_reality_check_asks_about_the_frozen_duties(vacancy, duties, as_manager):
    freeze(vacancy)
    duties[0].delete()
    page = Page(as_manager.get(address(vacancy)))
    assert "1. Answers enquiries" in page.text()
    assert "about-the-post" in page.ids
    assert "result" not in page.ids


def test_reality_check_names_what_changed_and_the_factors(vacancy, duties, as_manager):
    freeze(vacancy)
    given = answers(
        duty_1="gone", duty_2="changed", now_2="Leads the programme", new="Signs invoices"
    )
    page = Page(as_manager.post(address(vacancy), given))
    assert page.all("#still")[0].get("data-count") == "1"
    assert page.texts("[data-now]") == ["Leads the programme"]
    assert "FW08" in [one.get("data-factor") for one in page.all("[data-factor]")]
    assert "differs" in page.ids
    assert "personal-data" not in page.ids


def test_reality_check_where_nothing_changed(vacancy, duties, as_manager):
    freeze(vacancy)
    page = Page(as_manager.post(address(vacancy), answers()))
    assert page.ids & {"nothing-to-raise", "differs"} == {"nothing-to-raise"}


def test_what_is_now_counts_only_where_a_duty_changed(vacancy, duties, as_manager):
    freeze(vacancy)
    page = Page(as_manager.post(address(vacancy), answers(now_1="Signs invoices")))
    assert page.all("[data-now]") == []
    assert page.ids & {"nothing-to-raise", "differs"} == {"nothing-to-raise"}


@pytest.mark.parametrize(
    "text", ["Mr Jones does it", "a.b@nhs.net", "01632 960001", "943 476 5919"]
)
def test_reality_check_warns_about_personal_data(vacancy, duties, as_manager, text):
    freeze(vacancy)
    page = Page(as_manager.post(address(vacancy), answers(new=f"Orders\n{text}")))
    assert len(page.all("#personal-data li")) == 1


def test_reality_check_stores_nothing(vacancy, duties, as_manager):
    freeze(vacancy)
    as_manager.get(address(vacancy))
    with CaptureQueriesContext(connection) as caught:
        as_manager.post(address(vacancy), answers(new="Orders"))
    assert not [q["sql"] for q in caught if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(caught) < 12


@pytest.mark.parametrize(("duty", "code"), [("", "required"), ("sold", "invalid_choice")])
def test_a_refused_answer_gives_a_sentence(vacancy, duties, as_manager, duty, code):
    freeze(vacancy)
    given = {"new": TOO_LONG, "duty_2": duty, "duty_1": "changed", "now_1": "x" * 1_001}
    response = as_manager.post(address(vacancy), answers(**given))
    page, long = Page(response), {"max_length"}
    assert error_codes(response.context["form"]) == {"new": long, "now_1": long, "duty_2": {code}}
    assert page.errors == {"new", "now_1", "duty_2"}
    assert page.value("new") == TOO_LONG
    assert "result" not in page.ids


def test_odd_texts_are_shown_as_text(vacancy, duties, as_manager):
    freeze(vacancy)
    assert shown(markup_of(as_manager.post(address(vacancy), answers(new=ODD_TEXT))), ODD_TEXT)


@each(
    "agreed, today, due",
    [
        (date(2025, 11, 25), date(2026, 11, 25), True),
        (date(2025, 11, 26), date(2026, 11, 25), False),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2026, 11, 25), date(2026, 11, 25), False),
    ],
)
def test_it_is_due_after_a_year(agreed, today, due):
    assert is_due(agreed, today) is due


def test_the_manager_is_told_when_a_year_has_passed(vacancy, duties, as_manager):
    pages = [reverse("vacancies:vacancy_list"), vacancy.get_absolute_url()]
    freeze(vacancy, agreed_with="Head of service", agreed_on=localdate())
    assert all(address(vacancy) not in reminders(as_manager, page) for page in pages)
    vacancy.versions.update(agreed_on=localdate() - timedelta(days=366))
    assert all(address(vacancy) in reminders(as_manager, page) for page in pages)


def test_it_holds_the_work_against_the_last_agreed_version(vacancy, duties, as_manager):
    freeze(vacancy, agreed_with="Head of service", agreed_on=date(2026, 3, 4))
    freeze(vacancy)
    page = Page(as_manager.get(address(vacancy)))
    assert page.all("#held-against")[0].get("data-version") == "1"
    assert "4 March 2026" in page.text("#held-against")
