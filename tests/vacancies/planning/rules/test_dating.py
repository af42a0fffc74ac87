"""Tasks selected for a post, and their due dates: counted from the anchor, within its limits."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import MONDAY_TO_FRIDAY, NATIONS, WorkingDays
from tests.each import each
from vacancies.planning.rules.checklist import (
    OWNERS,
    Anchor,
    Situation,
    TemplateGroup,
    TemplateTask,
)
from vacancies.planning.rules.dating import applies, counted, dated

ENGLAND = WorkingDays()
DAYS = st.dates(date(2000, 1, 1), date(2098, 1, 1))
OPENS, CLOSES, BEFORE = date(2027, 2, 1), date(2027, 2, 15), date(2027, 1, 28)


def make(**changed):
    values = {
        "id": "T1",
        "text": "Tell people",
        "owner": OWNERS["hr"],
        "due": -5,
        "source": "A book",
    }
    return TemplateTask(**{**values, "confirmed": True, **changed})


def day(anchor, number, days=ENGLAND):
    return counted(number, Anchor(anchor, anchor), MONDAY_TO_FRIDAY, days)


def due(number, opened=None, **anchor):
    """Return the due date of a task that belongs to the opening of the advert."""
    held = {"opens": Anchor(OPENS, OPENS, **anchor)}
    situation = Situation(anchors=held, opened=opened)
    (group,) = dated([TemplateGroup("opens", "Opens", (make(due=number),))], situation)
    return group.tasks[0].due


@each(
    "anchor, number, due",
    [
        # Over Christmas: 25 and 28 December 2026 (for Saturday the 26th) and 1 January are free.
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2027, 1, 4), -5, date(2026, 12, 23)),
        # Good Friday is 26 March 2027, Easter Monday the 29th; clocks change on the 28th.
        (date(2027, 3, 25), 1, date(2027, 3, 30)),
        (date(2027, 3, 30), -1, date(2027, 3, 25)),
        # The autumn change of clocks on Sunday 31 October 2027.
        (date(2027, 10, 29), 1, date(2027, 11, 1)),
        # A Saturday: the day itself, the Monday after, the Friday before.
        (date(2026, 12, 5), 0, date(2026, 12, 5)),
        (date(2026, 12, 5), 1, date(2026, 12, 7)),
        (date(2026, 12, 5), -1, date(2026, 12, 4)),
    ],
)
def test_days_are_counted_as_working_days(anchor, number, due):
    assert day(anchor, number) == due


def test_saint_andrews_day_counts_in_england_alone():
    friday = date(2026, 11, 27)
    assert day(friday, 1) == date(2026, 11, 30)
    assert day(friday, 1, WorkingDays("SCT")) == date(2026, 12, 1)


@given(DAYS, st.integers(1, 60), st.sampled_from(sorted(NATIONS)))
def test_later_tasks_fall_later_and_on_working_days(anchor, number, nation):
    days = WorkingDays(nation)
    before, after = day(anchor, -number, days), day(anchor, number, days)
    assert before < anchor < after
    assert days.is_working_day(before)
    assert days.is_working_day(after)
    assert day(anchor, number + 1, days) > after


@given(DAYS, st.integers(-30, 30), st.integers(0, 400))
def test_a_later_date_never_brings_a_task_forward(anchor, number, later):
    moved = anchor + timedelta(days=later)
    assert day(moved, number) >= day(anchor, number)


@each(
    "conditions, situation, is_there",
    [
        ({"bands": ("5",)}, {"band": "5"}, True),
        ({"bands": ("5",)}, {"band": "6"}, False),
        ({"bands": ("5",)}, {}, False),
        ({"routes": ("trainee",)}, {"route": "trainee"}, True),
        ({"routes": ("trainee",)}, {"route": ""}, False),
        ({"not_routes": ("volunteer",)}, {"route": "volunteer"}, False),
        ({"not_routes": ("volunteer",)}, {"route": ""}, True),
        ({"only_for": ("works-alone",)}, {"traits": frozenset({"works-alone"})}, True),
        ({"only_for": ("works-alone",)}, {}, False),
        ({"not_for": ("works-alone",)}, {"traits": frozenset({"works-alone"})}, False),
    ],
)
def test_tasks_are_chosen_by_band_route_and_post(conditions, situation, is_there):
    assert applies(make(**conditions), Situation(**situation)) is is_there


def test_a_task_falls_between_what_is_around_its_milestone():
    around = {"earliest": BEFORE, "latest": CLOSES}
    assert due(-1, **around) == date(2027, 1, 29)
    assert due(-9, **around) == BEFORE
    assert due(3, **around) == date(2027, 2, 4)
    assert due(30, **around) == CLOSES


@each(
    "number, opened, expected",
    [
        (-20, date(2027, 1, 18), date(2027, 1, 18)),
        (-1, date(2027, 1, 18), date(2027, 1, 29)),
        (-5, date(2027, 3, 1), date(2027, 3, 1)),
        (0, date(2027, 3, 1), date(2027, 3, 1)),
        (5, date(2027, 2, 27), date(2027, 3, 1)),  # opened on a Saturday
    ],
)
def test_nothing_is_due_before_the_file_was_opened(number, opened, expected):
    assert due(number, opened) == expected


def test_a_task_of_a_milestone_without_a_day_has_none():
    (group,) = dated([TemplateGroup("gone", "Gone", (make(),))], Situation(anchors={}))
    assert group.tasks[0].due is None
