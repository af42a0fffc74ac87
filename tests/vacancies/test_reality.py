"""What the post does now against its last version. Nothing is stored."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from tests.vacancies.typed import ODD_TEXTS, TOO_LONG, shown
from tests.vacancies.versions import freeze
from vacancies.drafting.reality import is_due

ADVICE = "Talk to HR about re-matching. It can go either way."


def address(vacancy):
    return reverse("vacancies:reality_check", args=[vacancy.pk])


def answers(**changed):
    return {"duty_1": "still", "duty_2": "still", "duty_3": "still", "new": "", **changed}


def page_of(response):
    return response.content.decode()


def test_reality_check_asks_for_a_version_first(vacancy, duties, as_manager):
    page = page_of(as_manager.get(address(vacancy)))
    assert "No version is frozen yet." in page
    assert "<textarea" not in page
    assert as_manager.post(address(vacancy), answers()).status_code == 200


def test_reality_check_needs_duties(vacancy, as_manager):
    freeze(vacancy)
    assert "has no duties to compare with" in page_of(as_manager.get(address(vacancy)))


def test_reality_check_asks_about_the_frozen_duties(vacancy, duties, as_manager):
    freeze(vacancy)
    duties[0].delete()
    page = page_of(as_manager.get(address(vacancy)))
    assert "1. Answers enquiries" in page
    assert "never about a person" in page
    assert ADVICE not in page


def test_reality_check_names_what_changed_and_the_factors(vacancy, duties, as_manager):
    freeze(vacancy)
    given = answers(
        duty_1="gone", duty_2="changed", now_2="Leads the programme", new="Signs invoices"
    )
    page = page_of(as_manager.post(address(vacancy), given))
    assert "Still done as written: 1 of 3 duties." in page
    assert "<strong>Now:</strong> Leads the programme" in page
    assert "A hint, not a judgement." in page
    assert "<strong>Responsibilities for financial and physical resources</strong> (FW08: " in page
    assert ADVICE in page
    assert "looks like" not in page


def test_reality_check_where_nothing_changed(vacancy, duties, as_manager):
    freeze(vacancy)
    page = page_of(as_manager.post(address(vacancy), answers()))
    assert "still says what the post does" in page
    assert ADVICE not in page


def test_what_is_now_counts_only_where_a_duty_changed(vacancy, duties, as_manager):
    freeze(vacancy)
    page = page_of(as_manager.post(address(vacancy), answers(now_1="Signs invoices")))
    assert "<strong>Now:</strong>" not in page
    assert ADVICE not in page


@pytest.mark.parametrize(
    "text", ["Mr Jones does it", "a.b@nhs.net", "01632 960001", "943 476 5919"]
)
def test_reality_check_warns_about_personal_data(vacancy, duties, as_manager, text):
    freeze(vacancy)
    page = page_of(as_manager.post(address(vacancy), answers(new=f"Orders\n{text}")))
    assert "Take out personal data before you print this" in page


def test_reality_check_stores_nothing(vacancy, duties, as_manager):
    freeze(vacancy)
    as_manager.get(address(vacancy))
    with CaptureQueriesContext(connection) as caught:
        as_manager.post(address(vacancy), answers(new="Orders"))
    assert not [q["sql"] for q in caught if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(caught) < 12


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"duty_2": ""}, "Choose what became of duty 2, “Teaches searching”"),
        ({"duty_2": "sold"}, "Select what became of duty 2"),
        ({"new": TOO_LONG}, "must be 5,000 characters or fewer"),
        ({"duty_1": "changed", "now_1": "x" * 1_001}, "must be 1,000 characters or fewer"),
    ],
)
def test_a_refused_answer_gives_a_sentence(vacancy, duties, as_manager, changed, sentence):
    freeze(vacancy)
    given = {"new": "What I typed", **changed}
    page = page_of(as_manager.post(address(vacancy), answers(**given)))
    assert sentence in page
    assert given["new"][:20] in page
    assert "Result of" not in page


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_odd_texts_are_shown_as_text(vacancy, duties, as_manager, text):
    freeze(vacancy)
    assert shown(page_of(as_manager.post(address(vacancy), answers(new=text))), text)


@pytest.mark.parametrize(
    ("agreed", "today", "due"),
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
    assert all("A year has passed" not in page_of(as_manager.get(page)) for page in pages)
    vacancy.versions.update(agreed_on=localdate() - timedelta(days=366))
    assert all("A year has passed" in page_of(as_manager.get(page)) for page in pages)
    assert all(address(vacancy) in page_of(as_manager.get(page)) for page in pages)


def test_it_holds_the_work_against_the_last_agreed_version(vacancy, duties, as_manager):
    freeze(vacancy, agreed_with="Head of service", agreed_on=date(2026, 3, 4))
    freeze(vacancy)
    assert "version 1 of 4 March 2026" in page_of(as_manager.get(address(vacancy)))
