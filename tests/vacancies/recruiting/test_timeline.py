"""The timeline of a vacancy: moving dates, taking over a proposal, marking what is done."""

import re
from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.conftest import FOUR, TODAY
from tests.vacancies.timeline_pages import (
    SEEN,
    address,
    calendar_of,
    events_of,
    moves,
    needs,
    seen,
    step_date,
    takes_over,
    task,
    text_of,
)
from vacancies.management.reference_data import load_reference_data
from vacancies.models import AdvertChannel, StepDate, TimelineStep, Vacancy, VacancyPlan
from vacancies.recruiting.services.advert_plan import choose_channel
from vacancies.recruiting.services.tasks import VacancyTasks
from vacancies.recruiting.services.timeline import timeline_steps


def day_of(day):
    return {"day_day": day.day, "day_month": day.month, "day_year": day.year}


def test_timeline_detail_shows_every_milestone_with_its_page_and_date(as_manager, dated):
    page = Page(as_manager.get(address(dated)))
    for step in timeline_steps():
        assert step.name in page.text(f"#step-{step.id}")
        assert address(dated, "timeline_step_edit", step.id) in page.addresses(f"#step-{step.id}")
    assert "Mon 15 February 2027" in page.text("#step-closes")


def test_timeline_detail_without_any_date_asks_by_when(as_manager, vacancy):
    page = Page(as_manager.get(address(vacancy)))
    assert address(vacancy, "timeline_edit") in page.links
    assert "No date" in page.text("#step-closes")


def test_timeline_detail_asks_the_database_as_often_for_many_dates(
    as_manager, vacancy, reference_data, django_assert_max_num_queries
):
    for step in timeline_steps():
        step_date(vacancy, code=step.id, day=TODAY, done_at=None)
    VacancyPlan.objects.filter(vacancy=vacancy).update(needed_by=date(2027, 9, 6))
    for channel in AdvertChannel.objects.all()[:5]:
        choose_channel(vacancy=vacancy, channel=channel)
    as_manager.get(address(vacancy))
    with django_assert_max_num_queries(16):
        as_manager.get(address(vacancy))


def test_timeline_detail_names_a_bank_holiday_and_the_next_working_day(as_manager, dated):
    dated.interview_on = date(2027, 5, 3)
    dated.save()
    said = text_of(as_manager.get(address(dated)))
    assert "The interviews are on 3 May 2027, a bank holiday in England and Wales." in said
    assert "The next working day is 4 May 2027." in said


def test_timeline_detail_says_what_is_in_the_wrong_order(as_manager, dated):
    step_date(dated, code="shortlist", day=date(2027, 2, 8))
    page = Page(as_manager.get(address(dated)))
    (clash,) = page.all("[data-clash]")
    days = re.findall(r"\d+ \w+ \d{4}", page.text("[data-clash]"))
    assert (clash.get("data-clash"), days) == ("shortlist", ["8 February 2027", "15 February 2027"])


def test_timeline_detail_says_of_a_step_of_its_own_that_nobody_works_that_day(as_manager, dated):
    step_date(dated, code="shortlist", day=date(2027, 2, 20))
    said = Page(as_manager.get(address(dated))).text("[data-day-off=shortlist]")
    days = re.findall(r"\d+ \w+ \d{4}", said)
    assert days == ["20 February 2027", "22 February 2027"]


def test_timeline_step_move_moves_what_hangs_on_it_and_says_from_where_to_where(as_manager, dated):
    response = moves(as_manager, dated, "closes", "week-later")
    dated.refresh_from_db()
    assert (dated.opens_on, dated.closes_on) == (FOUR["opens_on"], date(2027, 2, 22))
    assert (dated.interview_on, dated.starts_on) == (date(2027, 3, 8), date(2027, 6, 14))
    assert Page(response).banner == "success"
    assert re.search(r"Mon 1 March 2027 \w+ Mon 8 March 2027", text_of(response))


@each(
    "by, day",
    [
        ("day-earlier", date(2027, 2, 26)),
        ("day-later", date(2027, 3, 1)),
        ("week-earlier", date(2027, 2, 22)),
        ("week-later", date(2027, 3, 1)),
    ],
)
def test_timeline_step_move_by_a_day_or_a_week(as_manager, dated, by, day):
    moves(as_manager, dated, "interview", by)
    dated.refresh_from_db()
    assert dated.interview_on == day


def test_timeline_step_move_leaves_what_is_done(as_manager, dated):
    step_date(dated, code="interview", done_at="2026-11-20T10:00Z")
    moves(as_manager, dated, "closes", "day-later")
    dated.refresh_from_db()
    assert dated.interview_on == FOUR["interview_on"]
    assert dated.starts_on == date(2027, 6, 8)


def test_timeline_step_move_refuses_a_wrong_order_and_says_why(as_manager, dated):
    step_date(dated, code="shortlist", day=date(2027, 2, 15))
    response = moves(as_manager, dated, "shortlist", "day-earlier")
    (why,) = response.context["messages"]
    assert "12 February 2027" in str(why)
    assert Page(response).banner == "important"
    assert StepDate.objects.get(code="shortlist").day == date(2027, 2, 15)


def test_timeline_step_move_sent_twice_moves_once(as_manager, dated):
    digest = seen(as_manager, dated)
    moves(as_manager, dated, "closes", "day-later", digest)
    response = moves(as_manager, dated, "closes", "day-later", digest)
    dated.refresh_from_db()
    assert dated.closes_on == date(2027, 2, 16)
    assert [str(message) for message in response.context["messages"]] == [CHANGED_MEANWHILE]


@each("by", ["", "a-year-later", "day-later"])
def test_timeline_step_move_of_what_has_no_date_or_no_such_move(as_manager, vacancy, by):
    assert Page(moves(as_manager, vacancy, "offer", by)).banner == "important"


def test_timeline_step_move_stops_where_it_would_be_a_slip_of_the_pen(as_manager, dated):
    dated.starts_on = date(2028, 11, 24)
    dated.save()
    response = moves(as_manager, dated, "starts", "week-later")
    dated.refresh_from_db()
    assert dated.starts_on == date(2028, 11, 24)
    assert Page(response).banner == "important"


def test_timeline_step_edit_shows_what_moves_before_it_is_saved(as_manager, dated):
    page = address(dated, "timeline_step_edit", "closes")
    given = {**day_of(date(2027, 2, 22)), "version_token": seen(as_manager, dated)}
    said = text_of(as_manager.post(page, {**given, "preview": "yes"}))
    assert "First day: from Mon 7 June 2027 to Mon 14 June 2027" in said
    dated.refresh_from_db()
    assert dated.closes_on == FOUR["closes_on"]
    as_manager.post(page, given)
    dated.refresh_from_db()
    assert dated.starts_on == date(2027, 6, 14)


def test_timeline_step_edit_may_leave_what_was_set_by_hand(as_manager, dated):
    given = {
        **day_of(date(2027, 2, 22)),
        "version_token": seen(as_manager, dated),
        "keep_by_hand": "on",
    }
    as_manager.post(address(dated, "timeline_step_edit", "closes"), given)
    dated.refresh_from_db()
    assert (dated.closes_on, dated.interview_on) == (date(2027, 2, 22), FOUR["interview_on"])


@each(
    "typed, said",
    [
        (("12", "2", "2027"), "“Interviews” on 12 February 2027 must come after “Advert closes”"),
        (("31", "2", "2027"), "Date must be a real date: February 2027 has 28 days"),
        (("3", "3", "2099"), "Date must be 23 November 2028 or earlier"),
        (("", "3", "2027"), "Date must include a day"),
    ],
)
def test_timeline_step_edit_says_what_is_wrong_with_a_date_and_keeps_it(
    as_manager, dated, typed, said
):
    given = dict(zip(("day_day", "day_month", "day_year"), typed, strict=True))
    page = address(dated, "timeline_step_edit", "interview")
    response = as_manager.post(page, {**given, "version_token": seen(as_manager, dated)})
    assert response.status_code == 200
    assert said in text_of(response)
    assert f'value="{typed[2]}"' in response.content.decode()
    dated.refresh_from_db()
    assert dated.interview_on == FOUR["interview_on"]


def test_timeline_step_edit_in_two_windows_is_asked_about_once(as_manager, dated):
    page, digest = address(dated, "timeline_step_edit", "interview"), seen(as_manager, dated)
    moves(as_manager, dated, "closes", "day-later", digest)
    given = {**day_of(date(2027, 3, 10)), "version_token": digest}
    response = as_manager.post(page, given)
    assert response.context["form"].non_field_errors() == [CHANGED_MEANWHILE]
    assert Page(response).value("day_day") == "10"
    again = {**given, "version_token": SEEN.search(response.content.decode())[1]}
    assert as_manager.post(page, again).status_code == 302
    dated.refresh_from_db()
    assert dated.interview_on == date(2027, 3, 10)


def test_timeline_step_edit_takes_the_29th_of_february(as_manager, dated):
    given = {**day_of(date(2028, 2, 29)), "version_token": seen(as_manager, dated)}
    as_manager.post(address(dated, "timeline_step_edit", "starts"), given)
    dated.refresh_from_db()
    assert dated.starts_on == date(2028, 2, 29)


def test_timeline_step_edit_takes_a_date_away(as_manager, dated):
    given = {
        "day_day": "",
        "day_month": "",
        "day_year": "",
        "version_token": seen(as_manager, dated),
    }
    as_manager.post(address(dated, "timeline_step_edit", "interview"), given)
    dated.refresh_from_db()
    assert dated.interview_on is None
    assert dated.starts_on == FOUR["starts_on"]


def test_timeline_step_edit_of_a_done_step_mends_a_date_that_is_not_to_come(as_manager, dated):
    step_date(dated, code="approval", day=date(2026, 11, 2), done_at="2026-11-20T10:00Z")
    page = address(dated, "timeline_step_edit", "approval")
    late = {**day_of(date(2026, 12, 1)), "version_token": seen(as_manager, dated)}
    assert Page(as_manager.post(page, late)).errors == {"day"}
    as_manager.post(page, {**late, **day_of(date(2026, 11, 3))})
    assert StepDate.objects.get(code="approval").day == date(2026, 11, 3)


@each("page", ["timeline_step_edit", "timeline_step_move", "timeline_step_tick"])
def test_a_step_that_is_not_there_answers_404(as_manager, vacancy, page):
    assert as_manager.post(address(vacancy, page, "no-such-step")).status_code == 404


def test_timeline_step_tick_marks_a_step_done_today_and_takes_the_mark_away(as_manager, vacancy):
    page = address(vacancy, "timeline_step_tick", "approval")
    as_manager.post(page, {"done": "yes"})
    as_manager.post(page, {"done": "yes"})
    row = StepDate.objects.get()
    assert (row.code, row.day) == ("approval", TODAY)
    assert row.done_at
    as_manager.post(page, {"done": "no"})
    row.refresh_from_db()
    assert (row.done_at, row.day) == (None, TODAY)


def test_timeline_step_tick_keeps_a_day_that_is_over(as_manager, vacancy):
    step_date(vacancy, code="approval", day=date(2026, 11, 2))
    as_manager.post(address(vacancy, "timeline_step_tick", "approval"), {"done": "yes"})
    assert StepDate.objects.get().day == date(2026, 11, 2)


def test_timeline_step_tick_told_after_the_interviews_takes_the_day_assumed(as_manager, vacancy):
    days = {"opens_on": date(2026, 9, 1), "closes_on": date(2026, 9, 21)}
    type(vacancy).objects.update(**days, interview_on=date(2026, 10, 12))
    as_manager.post(address(vacancy, "timeline_step_tick", "shortlist"), {"done": "yes"})
    assert date(2026, 9, 21) < StepDate.objects.get().day <= date(2026, 10, 12)


def test_timeline_step_tick_is_refused_while_what_comes_before_is_still_to_come(as_manager, dated):
    page = address(dated, "timeline_step_tick", "interview")
    response = as_manager.post(page, {"done": "yes"}, follow=True)
    (why,) = response.context["messages"]
    assert "23 November 2026" in str(why)
    assert Page(response).banner == "important"
    assert not StepDate.objects.exists()


def test_timeline_edit_leads_to_the_dates_worked_backwards(as_manager, vacancy):
    said = text_of(needs(as_manager, vacancy, date(2027, 9, 6)))
    assert "Monday 6 September 2027" in said
    assert "Mon 12 July 2027" in said


def test_timeline_edit_with_another_notice_period(as_manager, vacancy):
    said = text_of(needs(as_manager, vacancy, date(2027, 9, 6), notice_weeks="4"))
    assert "Mon 9 August 2027" in said


def test_timeline_edit_says_what_is_wrong(as_manager, vacancy):
    response = needs(
        as_manager, vacancy, date(2027, 9, 6), notice_weeks="60", needed_by_year="2099"
    )
    assert Page(response).errors == {"notice_weeks", "needed_by"}
    found = error_codes(response.context["form"])
    assert found == {"notice_weeks": {"max_value"}, "needed_by": {"max_value"}}
    assert VacancyPlan.objects.filter(needed_by__isnull=False).count() == 0


def test_timeline_edit_in_two_windows_shows_both(as_manager, vacancy):
    page = address(vacancy, "timeline_edit")
    old = SEEN.search(as_manager.get(page).content.decode())[1]
    needs(as_manager, vacancy, date(2027, 9, 6))
    refused = needs(as_manager, vacancy, date(2027, 10, 4), version_token=old)
    assert Page(refused).errors == {""}
    assert VacancyPlan.objects.get().needed_by == date(2027, 9, 6)


def test_timeline_proposal_is_taken_over_by_one_button(as_manager, vacancy):
    needs(as_manager, vacancy, date(2027, 9, 6))
    said = text_of(takes_over(as_manager, vacancy))
    vacancy.refresh_from_db()
    assert vacancy.starts_on == date(2027, 9, 6)
    assert vacancy.opens_on < vacancy.closes_on < vacancy.interview_on < vacancy.starts_on
    assert "17 dates changed." in said
    again = as_manager.get(address(vacancy, "timeline_proposal"))
    assert Page(again).buttons == []


def test_timeline_proposal_leaves_dates_set_by_hand_unless_asked(as_manager, dated):
    needs(as_manager, dated, date(2027, 9, 6))
    takes_over(as_manager, dated)
    dated.refresh_from_db()
    assert (dated.opens_on, dated.interview_on) == (FOUR["opens_on"], FOUR["interview_on"])
    takes_over(as_manager, dated, by_hand="move")
    dated.refresh_from_db()
    assert dated.starts_on == date(2027, 9, 6)
    assert dated.interview_on > FOUR["interview_on"]


def test_timeline_proposal_leaves_what_is_done(as_manager, vacancy):
    as_manager.post(address(vacancy, "timeline_step_tick", "approval"), {"done": "yes"})
    needs(as_manager, vacancy, date(2027, 9, 6))
    takes_over(as_manager, vacancy, by_hand="move")
    assert StepDate.objects.get(code="approval").day == TODAY


def test_timeline_proposal_from_an_old_page_writes_nothing(as_manager, vacancy):
    needs(as_manager, vacancy, date(2027, 9, 6))
    assert Page(takes_over(as_manager, vacancy, version_token="old")).banner == "important"
    assert not StepDate.objects.exists()


def test_timeline_proposal_without_a_day_asks_for_one(as_manager, vacancy):
    page = address(vacancy, "timeline_proposal")
    assert address(vacancy, "timeline_edit") in Page(as_manager.get(page)).links
    assert as_manager.post(page, {"version_token": seen(as_manager, vacancy)}).status_code == 200


def test_timeline_proposal_that_is_too_late_says_when_the_advert_would_have_had_to_open(
    as_manager, vacancy
):
    response = needs(as_manager, vacancy, date(2027, 1, 11))
    proposal, said = response.context["proposal"], text_of(response)
    days = (proposal.first_late.latest, proposal.earliest_start)
    assert proposal.first_late.step.column == "opens_on"
    assert all(f"{day:%A} {day.day} {day:%B %Y}" in said for day in days)


def test_the_longest_lead_time_of_the_chosen_channels_counts(as_manager, vacancy, reference_data):
    slow = AdvertChannel.objects.create(
        code="slow", name="A printed magazine", audience="Librarians", cost="£400", lead_days=30
    )
    needs(as_manager, vacancy, date(2027, 9, 6))
    takes_over(as_manager, vacancy)
    before = StepDate.objects.get(code="channels").day
    choose_channel(vacancy=vacancy, channel=slow)
    said = text_of(takes_over(as_manager, vacancy))
    assert (
        "The longest lead time of your channels is 30 working days, for A printed magazine" in said
    )
    assert (before - StepDate.objects.get(code="channels").day).days >= 28


def test_timeline_again_opens_what_was_done_from_the_advert_on(as_manager, dated):
    for code in ("approval", "opens", "interview", "offer"):
        step_date(
            dated,
            code=code,
            day=None if code in ("opens", "interview") else date(2026, 11, 2),
            done_at="2026-11-20T10:00Z",
        )
    again = address(dated, "timeline_again")
    assert again in Page(as_manager.get(address(dated))).links
    as_manager.post(again)
    done = StepDate.objects.filter(done_at__isnull=False)
    assert [row.code for row in done] == ["approval"]
    dated.refresh_from_db()
    assert dated.opens_on == FOUR["opens_on"]
    needs(as_manager, dated, date(2027, 9, 6))
    takes_over(as_manager, dated)
    dated.refresh_from_db()
    assert dated.opens_on != FOUR["opens_on"]


def test_the_bank_holidays_of_the_organisations_nation_count(as_manager, dated):
    dated.organisation.nation = "SCT"
    dated.organisation.save()
    dated.interview_on = date(2027, 3, 25)
    dated.save()
    # Good Friday is a holiday in Scotland, Easter Monday is none.
    moves(as_manager, dated, "interview", "day-later")
    dated.refresh_from_db()
    assert dated.interview_on == date(2027, 3, 29)


def test_an_editors_correction_counts_and_is_kept(as_manager, vacancy, reference_data):
    TimelineStep.objects.filter(code="notice").update(name="Notice handed in", days=9)
    load_reference_data()
    step = next(step for step in timeline_steps() if step.id == "notice")
    assert (step.name, step.days, step.after) == ("Notice handed in", 9, "checks")
    assert "Notice handed in" in text_of(as_manager.get(address(vacancy)))


def test_links_lead_to_the_timeline(as_manager, vacancy):
    for page in ("vacancy_detail", "dates_edit"):
        assert address(vacancy) in as_manager.get(address(vacancy, page)).content.decode()


def test_timeline_file_changes_the_same_entries_after_a_move(as_manager, dated):
    Vacancy.objects.filter(pk=dated.pk).update(created=now() - timedelta(hours=2))
    Vacancy.objects.filter(pk=dated.pk).update(changed=now() - timedelta(hours=1))
    before = calendar_of(as_manager, dated)
    assert {day for day, _ in before.values()} >= set(FOUR.values())
    moves(as_manager, dated, "closes", "week-later")
    after = calendar_of(as_manager, dated)
    assert set(after) == set(before)
    closes = f"timeline-{dated.key}-closes@kls-portal"
    assert (before[closes][0], after[closes][0]) == (FOUR["closes_on"], date(2027, 2, 22))
    assert all(after[uid][1] > before[uid][1] for uid in before)


def test_timeline_file_holds_the_checklists_and_the_days_to_send_the_advert(
    as_manager, dated, reference_data
):
    channel = AdvertChannel.objects.get(code="lis-medical")
    choose_channel(vacancy=dated, channel=channel)
    before = calendar_of(as_manager, dated)
    send = f"timeline-{dated.key}-send-lis-medical@kls-portal"
    assert before[send][0] == date(2027, 1, 29)  # a Friday: one working day before it opens
    tasks = {uid for uid in before if "-task-" in uid}
    assert len(tasks) > 20
    moves(as_manager, dated, "closes", "week-later")
    after = calendar_of(as_manager, dated)
    assert set(after) == set(before)
    assert any(after[uid][0] > before[uid][0] for uid in tasks)


def test_timeline_file_leaves_out_a_task_that_was_left_out(as_manager, dated, reference_data):
    uid = f"timeline-{dated.key}-task-AD16@kls-portal"
    assert uid in calendar_of(as_manager, dated)
    VacancyTasks(dated).leave_out("AD16", "Not here")
    assert uid not in calendar_of(as_manager, dated)


def test_timeline_file_has_each_thing_once(as_manager, dated, reference_data):
    """What is due with a milestone stands in its notes, wherever the milestone moves."""
    events = events_of(as_manager, dated)
    assert len({str(one["SUMMARY"]) for one in events}) == len(events)
    (opens,) = (one for one in events if one["UID"].endswith("-opens@kls-portal"))
    assert task(dated, "AD15").text in opens["DESCRIPTION"]
    assert not [one for one in events if one["UID"].endswith("-task-AD15@kls-portal")]


def test_timeline_file_has_a_task_on_the_day_of_the_page_where_its_milestone_was_earlier(
    as_manager, dated, reference_data
):
    """The advert opened before the file did, and nothing is due before that."""
    dated.opens_on = TODAY - timedelta(days=4)
    dated.save()
    assert task(dated, "AD15").due == TODAY
    days = calendar_of(as_manager, dated)
    assert days[f"timeline-{dated.key}-task-AD15@kls-portal"][0] == TODAY


def test_timeline_file_says_when_each_day_ends_and_when_it_was_made(as_manager, dated):
    events = events_of(as_manager, dated)
    assert {one["DTEND"].dt - one["DTSTART"].dt for one in events} == {timedelta(days=1)}
    assert all(abs(one["DTSTAMP"].dt - now()) < timedelta(minutes=5) for one in events)


def test_timeline_file_over_the_night_the_clocks_change_keeps_whole_days(as_manager, dated):
    dated.interview_on, dated.starts_on = date(2027, 3, 28), date(2027, 10, 31)
    dated.save()
    days = {day for day, _ in calendar_of(as_manager, dated).values()}
    assert {date(2027, 3, 28), date(2027, 10, 31)} <= days


def test_timeline_file_of_a_vacancy_without_dates_is_an_empty_calendar(as_manager, vacancy):
    assert calendar_of(as_manager, vacancy) == {}


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_timeline_file_is_a_document_of_the_table(as_manager, dated, kind, start):
    response = as_manager.get(address(dated, "timeline_file", kind))
    assert response.content.startswith(start)
    assert f'timeline-librarian-2026-11-23.{kind}"' in response["Content-Disposition"]


def test_timeline_detail_draws_the_dates_and_names_the_picture(as_manager, dated):
    said = as_manager.get(address(dated)).content.decode()
    assert said.count('role="img"') >= 2
    assert '<title id="timeline-wide-title">Timeline of Librarian</title>' in said
    assert "4 milestones from 1 February 2027 to 7 June 2027." in said
    assert "style=" not in said.split("<main", 1)[1].split("</main>", 1)[0]


def test_timeline_detail_without_dates_draws_nothing(as_manager, vacancy):
    assert "portal-timeline-figure" not in as_manager.get(address(vacancy)).content.decode()
