"""Start dates that are too far off, and those that are no working day."""

from datetime import date

from kls_portal.calendar.working_days import WorkingDays, note_on_start

TODAY = date(2026, 11, 22)


def test_a_start_on_a_holiday_says_when_day_one_is_in_words():
    assert note_on_start(date(2027, 1, 1)) == (
        "1 January 2027 is not a working day. Day one is counted as 4 January 2027."
    )


def test_a_start_on_a_working_day_needs_no_note():
    assert note_on_start(date(2027, 1, 4)) is None


def test_the_note_follows_the_nation():
    st_andrews_day = date(2026, 11, 30)
    assert note_on_start(st_andrews_day) is None
    assert "1 December 2026" in note_on_start(st_andrews_day, WorkingDays("SCT"))
