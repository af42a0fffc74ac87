"""The timeline as lines to display."""

from datetime import date, timedelta

from kls_portal.calendar.working_days import why_not_worked
from tests.vacancies.planning.rules.plan import bare, taken_over
from vacancies.planning.rules.lines import lines

TODAY = date(2027, 2, 15)


def line(step, days=None, done=(), nation="ENG"):
    found = lines(bare(days, done, nation=nation), TODAY)
    return next(one for one in found if one.row.id == step)


def test_how_each_step_stands():
    days = {"approval": date(2027, 2, 12), "closes": TODAY, "shortlist": date(2027, 2, 22)}
    states = {step: line(step, days).state for step in (*days, "offer")}
    assert states == {
        "approval": "late",
        "closes": "due-soon",
        "shortlist": "later",
        "offer": "no-date",
    }
    assert line("approval", days, done=["approval"]).state == "done"


def test_what_a_later_milestone_has_passed_or_happens_by_itself_is_not_late():
    days = {"resigned": date(2027, 2, 1), "approval": date(2027, 2, 6), "closes": TODAY}
    done = ["job-description"]
    assert [line(step, days, done).state for step in ("resigned", "approval")] == ["done", "done"]
    assert line("approval", days, done).why_not == ""
    later = {"resigned": date(2027, 3, 1), "approval": date(2027, 3, 2)}
    assert [line(step, later, done).state for step in later] == ["later", "later"]


def test_nothing_is_late_on_the_day_the_file_was_opened():
    days = bare({"approval": date(2027, 2, 1)})
    states = [
        [one.state for one in lines(days, today, TODAY)][1]
        for today in (TODAY, TODAY + timedelta(days=1))
    ]
    assert states == ["due-soon", "late"]


def test_working_days_to_the_next_date_in_time():
    # Easter 2027 takes two days in England, one in Scotland.
    days = {"closes": date(2027, 3, 22), "interview": date(2027, 4, 5)}
    assert line("closes", days).to_next == 8
    assert line("closes", days, nation="SCT").to_next == 9
    assert line("interview", days).to_next is None


def test_too_few_days_are_named_with_what_they_hang_on():
    days = {"closes": date(2027, 3, 1), "shortlist": date(2027, 3, 5)}
    assert line("shortlist", days).short_of.id == "closes"
    assert line("shortlist", {**days, "shortlist": date(2027, 3, 8)}).short_of is None
    assert line("shortlist", days, done=["shortlist"]).short_of is None
    # The time to apply is checked by the rule on adverts, a wrong order as a clash.
    assert line("closes", {"opens": date(2027, 3, 1), "closes": date(2027, 3, 2)}).short_of is None
    assert line("shortlist", {**days, "shortlist": date(2027, 2, 26)}).short_of is None


def test_a_day_that_nobody_works_comes_with_the_next_one_that_is_worked():
    found = line("offer", {"offer": date(2027, 3, 26)})
    assert found.why_not == why_not_worked(date(2027, 3, 26), "ENG")
    assert found.why_not
    assert found.next_worked == date(2027, 3, 30)
    assert line("offer", {"offer": date(2027, 3, 26)}, done=["offer"]).why_not == ""


def test_a_proposal_taken_over_has_nothing_to_say():
    for one in lines(taken_over(date(2028, 2, 29)), TODAY):
        assert (one.short_of, one.why_not) == (None, "")


def test_a_final_review_after_five_months_is_named_with_the_last_day():
    days = {"starts": date(2027, 6, 5), "probation-passed": date(2027, 11, 8)}
    assert line("probation-passed", days).latest == date(2027, 11, 5)
    assert line("probation-passed", days, done=["probation-passed"]).latest is None
    on_time = {**days, "probation-passed": date(2027, 11, 5)}
    assert line("probation-passed", on_time).latest is None
    assert line("probation-passed", {"probation-passed": date(2027, 11, 8)}).latest is None
