"""The checklist as a calendar: its events, stable identifiers, and no lines added by text."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from kls_portal.documents.calendar_file import calendar_ics
from kls_portal.documents.plain_text import one_line
from tests.documents.hostile import HOSTILE
from tests.each import each
from tests.vacancies.induction.exports.build import (
    make_checklist,
    make_everywhere,
    make_group,
    make_long,
)
from tests.vacancies.induction.exports.build import make_task as task
from vacancies.induction.exports import checklist as words
from vacancies.induction.exports.checklist import checklist_calendar, checklist_series


def checklist_ics(checklist, stem: str) -> bytes:
    return calendar_ics(checklist_calendar(checklist, checklist_series(checklist, stem)))


def parse(content: bytes) -> Calendar:
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar


def read(checklist, stem: str = "v-12") -> Calendar:
    return parse(checklist_ics(checklist, stem))


def test_each_task_is_one_day_that_blocks_no_time():
    events = read(make_checklist()).events
    assert [(e["SUMMARY"], e.decoded("DTSTART")) for e in events] == [
        ("Send a welcome message", date(2026, 12, 28)),
        ("Plan the first week", date(2026, 12, 29)),
        ("Tour the library", date(2027, 1, 4)),
        ("Visit HR", date(2027, 1, 4)),
    ]
    assert {e["TRANSP"] for e in events} == {"TRANSPARENT"}
    assert {e.duration for e in events} == {timedelta(days=1)}


def test_the_description_names_owner_time_and_suggestion():
    events = read(make_checklist()).events
    owner, when, suggestion, post = events[1]["DESCRIPTION"].splitlines()
    assert owner.endswith(": Line manager")
    assert when.endswith(": Before day one")
    assert suggestion == words.SUGGESTION_LINE
    title = words.checklist_title(make_checklist())
    assert (title in post, "Monday 4 January 2027" in post) == (True, True)
    owner, when, last = events[3]["DESCRIPTION"].splitlines()
    assert (owner.endswith(": HR"), when.endswith(": Day one"), last) == (True, True, post)


def test_uids_stay_the_same_when_all_else_changes():
    before = read(make_checklist())
    after = read(make_checklist(role="Manager", groups=make_checklist().groups[::-1]))
    wanted = {f"v-12-{task_id}@kls-portal" for task_id in ("B1", "B5", "D1", "D2")}
    assert {e["UID"] for e in before.events} == {e["UID"] for e in after.events} == wanted
    assert before["UID"] == after["UID"] == "v-12@kls-portal"
    assert {e["UID"] for e in read(make_checklist(), "v-13").events}.isdisjoint(wanted)


def test_ids_that_look_alike_keep_uids_of_their_own():
    group = make_group(tasks=[task(id=i) for i in ("a b", "a-b", "a+b", "a\r\nb", "ä")])
    uids = [e["UID"] for e in read(make_checklist(groups=(group,))).events]
    assert len(set(uids)) == 5
    assert all(uid.isascii() and uid.isprintable() and " " not in uid for uid in uids)


def test_the_calendar_has_its_name_where_each_program_looks():
    lines = checklist_ics(make_checklist(), "v").split(b"\r\n")
    title = words.calendar_title(make_checklist()).encode()
    assert title.endswith(b"Librarian")
    assert b"NAME:" + title in lines
    assert b"X-WR-CALNAME:" + title in lines
    assert b"METHOD:PUBLISH" in lines


def test_a_name_is_escaped_as_text():
    content = checklist_ics(make_checklist(role="A, B; C\\n"), "v")
    assert rb"NAME:Induction: A\, B\; C\\n" in content.split(b"\r\n")


@each("text", HOSTILE.values())
def test_hostile_text_stays_in_its_place(text):
    content = checklist_ics(make_everywhere(text), f"v{text}")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    calendar = parse(content)
    assert calendar.errors == []
    assert [component.name for component in calendar.walk()] == ["VCALENDAR"] + ["VEVENT"] * 3
    event = calendar.events[0]
    assert event["SUMMARY"] == words.task_words(task(text))
    owner = event["DESCRIPTION"].splitlines()[0].partition(": ")[2]
    assert owner == (one_line(text[:300]) or owner)
    assert owner


@pytest.mark.thorough
def test_two_thousand_tasks_are_two_thousand_events():
    assert len({e["UID"] for e in read(make_long(2_000)).events}) == 2_000
