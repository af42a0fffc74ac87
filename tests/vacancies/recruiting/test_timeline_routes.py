"""The timeline of a volunteer or a placement, and back again when the contract changes."""

import re
from datetime import date

import pytest

from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.admin_pages import url
from tests.vacancies.conftest import FOUR
from tests.vacancies.timeline_pages import (
    address,
    calendar_of,
    moves,
    needs,
    seen,
    step_date,
    takes_over,
)
from vacancies.management.reference_data import load_reference_data
from vacancies.models import StepDate, TimelineStep, Vacancy, VacancyPlan

KEPT = {"channels", "interview", "checks", "starts"}
LEFT_OUT = {"approval", "shortlist", "offer", "notice", "probation-first", "probation-passed"}


def has_contract(vacancy, contract):
    Vacancy.objects.filter(pk=vacancy.pk).update(contract=contract)


@pytest.fixture
def unpaid(dated):
    """A voluntary role with the vacancy's own four dates, and two of steps it has no need of."""
    has_contract(dated, "volunteer")
    step_date(dated, code="approval", day=date(2026, 11, 2), done_at="2026-11-02T10:00Z")
    step_date(dated, code="shortlist", day=date(2027, 2, 22))
    return dated


def steps_in(client, vacancy):
    """The ids of the steps in the table of the page."""
    rows = Page(client.get(address(vacancy))).all("[data-milestone]")
    return {row.get("data-milestone") for row in rows}


def test_timeline_detail_of_a_voluntary_role_names_no_step_it_has_no_need_of(as_manager, unpaid):
    steps = steps_in(as_manager, unpaid)
    assert steps >= KEPT
    assert steps.isdisjoint(LEFT_OUT)
    page = Page(as_manager.get(address(unpaid)))
    assert "Mon 2 November 2026" in page.text("#left-out-approval")
    drawn = re.findall(r"\d+", page.text("#timeline-wide-text"))
    assert drawn == [str(len(FOUR)), "1", "2027", "7", "2027"]


def test_another_contract_brings_the_steps_back_with_their_dates(as_manager, unpaid):
    moves(as_manager, unpaid, "closes", "day-later")
    has_contract(unpaid, "permanent")
    assert steps_in(as_manager, unpaid) >= KEPT | LEFT_OUT
    page = Page(as_manager.get(address(unpaid)))
    assert "Mon 22 February 2027" in page.text("#step-shortlist")
    assert not page.all("[id^=left-out-]")
    assert StepDate.objects.get(code="approval").done_at


def test_files_of_the_timeline_hold_no_step_that_is_left_out(as_manager, unpaid):
    four, left_out = (
        {f"timeline-{unpaid.key}-{step}@kls-portal" for step in steps}
        for steps in (["opens", "closes", "interview", "starts"], ["approval", "shortlist"])
    )
    assert set(calendar_of(as_manager, unpaid)) >= four
    assert not set(calendar_of(as_manager, unpaid)) & left_out
    has_contract(unpaid, "permanent")
    assert set(calendar_of(as_manager, unpaid)) >= four | left_out


@pytest.mark.parametrize("page", ["timeline_step_edit", "timeline_step_move", "timeline_step_tick"])
def test_a_step_that_is_left_out_answers_404(as_manager, unpaid, page):
    assert as_manager.post(address(unpaid, page, "approval")).status_code == 404
    assert StepDate.objects.get(code="approval").done_at


def test_timeline_proposal_of_a_placement_works_back_without_notice(as_manager, vacancy):
    has_contract(vacancy, "work-experience")
    VacancyPlan.objects.create(vacancy=vacancy, notice_weeks=12)
    shown = Page(needs(as_manager, vacancy, date(2027, 9, 6))).text()
    names = TimelineStep.objects.filter(code__in=LEFT_OUT).values_list("name", flat=True)
    assert not [name for name in names if name in shown]
    takes_over(as_manager, vacancy)
    assert not StepDate.objects.filter(code__in=LEFT_OUT).exists()
    vacancy.refresh_from_db()
    # Three weeks from the talk with the student to the first day.
    assert (vacancy.interview_on, vacancy.starts_on) == (date(2027, 8, 16), date(2027, 9, 6))
    assert VacancyPlan.objects.get().notice_weeks == 12


@pytest.mark.parametrize(("contract", "asks"), [("volunteer", False), ("permanent", True)])
def test_timeline_edit_asks_for_a_notice_period_where_somebody_gives_notice(
    as_manager, vacancy, contract, asks
):
    has_contract(vacancy, contract)
    page = Page(as_manager.get(address(vacancy, "timeline_edit")))
    assert bool(page.all("[name=notice_weeks]")) is asks


def test_nothing_is_moved_from_a_page_made_before_the_contract_changed(as_manager, dated):
    digest = seen(as_manager, dated)
    has_contract(dated, "volunteer")
    response = moves(as_manager, dated, "closes", "day-later", digest)
    assert [str(message) for message in response.context["messages"]] == [CHANGED_MEANWHILE]


def test_a_voluntary_role_is_advertised_again_once_people_were_met(as_manager, unpaid):
    def offers():
        return again in Page(as_manager.get(address(unpaid))).links

    again = address(unpaid, "timeline_again")
    step_date(unpaid, code="offer", done_at="2026-11-20T10:00Z")
    assert not offers()
    step_date(unpaid, code="interview", done_at="2026-11-20T10:00Z")
    assert offers()
    as_manager.post(again)
    done = StepDate.objects.filter(done_at__isnull=False)
    assert [row.code for row in done] == ["approval"]


def corrects(editor, code, **changed):
    step = TimelineStep.objects.get(code=code)
    names = ("name", "note", "who", "days", "unit", "guide", "source")
    given = {name: getattr(step, name) for name in names}
    return editor.post(url("timelinestep", "change", step.pk), {**given, **changed})


def test_an_editor_says_which_contracts_have_no_need_of_a_step(
    reference_data, editor, vacancy, as_manager, django_capture_on_commit_callbacks
):
    has_contract(vacancy, "secondment")
    assert "notice" in steps_in(as_manager, vacancy)
    with django_capture_on_commit_callbacks(execute=True):
        answer = corrects(editor, "notice", not_routes=["volunteer", "secondment"])
    assert answer.status_code == 302
    assert "notice" not in steps_in(as_manager, vacancy)
    load_reference_data()
    assert "notice" not in steps_in(as_manager, vacancy)
    has_contract(vacancy, "work-experience")
    assert "notice" in steps_in(as_manager, vacancy)


@each(
    "code, not_routes",
    [("notice", ["for ever"]), ("starts", ["volunteer"]), ("opens", ["volunteer"])],
)
def test_a_step_that_cannot_be_left_out_is_refused_at_the_field(
    reference_data, editor, code, not_routes
):
    response = corrects(editor, code, not_routes=not_routes)
    assert set(error_codes(response.context["adminform"].form)) == {"not_routes"}
