"""The timeline of a volunteer or a placement, and back again when the contract changes."""

from datetime import date

import pytest

from tests.vacancies.admin_pages import page_of, url
from tests.vacancies.conftest import FOUR
from tests.vacancies.timeline_pages import (
    address,
    calendar_of,
    moves,
    needs,
    seen,
    takes_over,
    text_of,
)
from vacancies.models import StepDate, TimelineStep, Vacancy, VacancyTimeline
from vacancies.services.reference_data import load_reference_data

KEPT = ("Advert written and channels booked", "Interviews", "Checks complete", "First day")
LEFT_OUT = ("Approval to recruit", "Shortlist done", "Offer made", "Start date agreed", "robation")


def has_contract(vacancy, contract):
    Vacancy.objects.filter(pk=vacancy.pk).update(contract=contract)


@pytest.fixture
def unpaid(dated):
    """A voluntary role with the vacancy's own four dates, and two of steps it has no need of."""
    has_contract(dated, "volunteer")
    StepDate.objects.create(
        vacancy=dated, code="approval", day=date(2026, 11, 2), done_at="2026-11-02T10:00Z"
    )
    StepDate.objects.create(vacancy=dated, code="shortlist", day=date(2027, 2, 22))
    return dated


def table_of(client, vacancy):
    """The table of the page alone: steps that are left out are named below it."""
    page = client.get(address(vacancy)).content.decode()
    return page.split("<table", 1)[1].split("</table>", 1)[0]


def test_timeline_detail_of_a_voluntary_role_names_no_step_it_has_no_need_of(as_manager, unpaid):
    table = table_of(as_manager, unpaid)
    assert all(name in table for name in KEPT)
    assert not any(name in table for name in LEFT_OUT)
    said = text_of(as_manager.get(address(unpaid)))
    assert "Steps left out for this type of contract" in said
    assert "Approval to recruit: Mon 2 November 2026, done" in said
    assert f"{len(FOUR)} steps from 1 February 2027 to 7 June 2027." in said


def test_another_contract_brings_the_steps_back_with_their_dates(as_manager, unpaid):
    moves(as_manager, unpaid, "closes", "day-later")
    has_contract(unpaid, "permanent")
    table = table_of(as_manager, unpaid)
    assert all(name in table for name in (*KEPT, *LEFT_OUT))
    assert "Mon 22 February 2027" in table
    assert "Steps left out" not in text_of(as_manager.get(address(unpaid)))
    assert StepDate.objects.get(code="approval").done_at


def test_files_of_the_timeline_hold_no_step_that_is_left_out(as_manager, unpaid):
    four, left_out = (
        {f"timeline-{unpaid.key}-{step}@kls-portal" for step in steps}
        for steps in (["opens", "closes", "interview", "starts"], ["approval", "shortlist"])
    )
    assert set(calendar_of(as_manager, unpaid)) == four
    has_contract(unpaid, "permanent")
    assert set(calendar_of(as_manager, unpaid)) == four | left_out


@pytest.mark.parametrize("page", ["timeline_step_edit", "timeline_step_move", "timeline_step_tick"])
def test_a_step_that_is_left_out_answers_404(as_manager, unpaid, page):
    assert as_manager.post(address(unpaid, page, "approval")).status_code == 404
    assert StepDate.objects.get(code="approval").done_at


def test_timeline_proposal_of_a_placement_works_back_without_notice(as_manager, vacancy):
    has_contract(vacancy, "work-experience")
    VacancyTimeline.objects.create(vacancy=vacancy, notice_weeks=12)
    said = text_of(needs(as_manager, vacancy, date(2027, 9, 6)))
    assert not any(name in said for name in LEFT_OUT)
    assert "17 dates changed" not in text_of(takes_over(as_manager, vacancy))
    vacancy.refresh_from_db()
    # Three weeks from the talk with the student to the first day.
    assert (vacancy.interview_on, vacancy.starts_on) == (date(2027, 8, 16), date(2027, 9, 6))
    assert VacancyTimeline.objects.get().notice_weeks == 12


@pytest.mark.parametrize(("contract", "asks"), [("volunteer", False), ("permanent", True)])
def test_timeline_edit_asks_for_a_notice_period_where_somebody_gives_notice(
    as_manager, vacancy, contract, asks
):
    has_contract(vacancy, contract)
    page = as_manager.get(address(vacancy, "timeline_edit")).content.decode()
    assert ("notice_weeks" in page) is asks


def test_nothing_is_moved_from_a_page_made_before_the_contract_changed(as_manager, dated):
    digest = seen(as_manager, dated)
    has_contract(dated, "volunteer")
    assert "saved in another window" in text_of(
        moves(as_manager, dated, "closes", "day-later", digest)
    )


def test_a_voluntary_role_is_advertised_again_once_people_were_met(as_manager, unpaid):
    again = "Advertise this post again"
    StepDate.objects.create(vacancy=unpaid, code="offer", done_at="2026-11-20T10:00Z")
    assert again not in text_of(as_manager.get(address(unpaid)))
    StepDate.objects.create(vacancy=unpaid, code="interview", done_at="2026-11-20T10:00Z")
    assert again in text_of(as_manager.get(address(unpaid)))
    as_manager.post(address(unpaid, "timeline_again"))
    done = StepDate.objects.filter(done_at__isnull=False)
    assert [row.code for row in done] == ["approval"]


@pytest.fixture
def editor(people, client_of):
    load_reference_data()
    return client_of(people.editor)


def corrects(editor, code, **changed):
    step = TimelineStep.objects.get(code=code)
    names = ("name", "note", "who", "days", "unit", "guide", "source")
    given = {name: getattr(step, name) for name in names}
    return editor.post(url("timelinestep", "change", step.pk), {**given, **changed})


def test_an_editor_says_which_contracts_have_no_need_of_a_step(editor, vacancy, as_manager):
    has_contract(vacancy, "secondment")
    assert "Start date agreed, notice given" in table_of(as_manager, vacancy)
    assert corrects(editor, "notice", not_routes=["volunteer", "secondment"]).status_code == 302
    assert "Start date agreed, notice given" not in table_of(as_manager, vacancy)
    load_reference_data()
    assert "Start date agreed, notice given" not in table_of(as_manager, vacancy)
    has_contract(vacancy, "work-experience")
    assert "Start date agreed, notice given" in table_of(as_manager, vacancy)


@pytest.mark.parametrize(
    ("code", "not_routes", "sentence"),
    [
        ("notice", ["for ever"], "Select a valid choice."),
        ("starts", ["volunteer"], "This is a date of every vacancy, so it stays."),
        ("opens", ["volunteer"], "This is a date of every vacancy, so it stays."),
    ],
)
def test_a_step_that_cannot_be_left_out_is_refused_at_the_field(editor, code, not_routes, sentence):
    response = corrects(editor, code, not_routes=not_routes)
    assert response.status_code == 200
    assert sentence in page_of(response)
