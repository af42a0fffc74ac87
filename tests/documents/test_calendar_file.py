"""Calendar files: entries that keep their names, and text that stays text."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from kls_portal.documents.calendar_file import Calendar as Made
from kls_portal.documents.calendar_file import Entry, Series, calendar_ics
from tests.documents.hostile import HOSTILE
from tests.each import each

MADE = datetime(2027, 1, 4, 12, tzinfo=UTC)


def made(*entries, name="A year", stem="stem"):
    return calendar_ics(Made(name, "Test", (Series(stem, entries),)))


def test_an_entry_lasts_a_day_and_keeps_its_uid():
    (event,) = Calendar.from_ical(made(Entry("a b", "Talk", date(2027, 2, 1), "Notes"))).events
    assert event["UID"] == "stem-a%20b@kls-portal"
    assert event.start == date(2027, 2, 1)
    assert (event["SUMMARY"], event["DESCRIPTION"]) == ("Talk", "Notes")


def test_an_entry_is_stamped_with_the_time_at_which_the_file_is_made(time_machine):
    time_machine.move_to(MADE.timestamp(), tick=False)
    (event,) = Calendar.from_ical(made(Entry("a", "Talk", date(2027, 2, 1)))).events
    assert event.decoded("DTSTAMP") == MADE


@each("text", HOSTILE.values())
def test_any_text_is_one_entry(text):
    body = made(Entry(text or "x", text, date(2027, 2, 1), text), name=text)
    assert len(Calendar.from_ical(body).events) == 1
