"""Tasks of a vacancy's checklists: changed, noted, added, left out, taken in again."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from tests.vacancies.induction import page_of
from tests.vacancies.stages import DATES, at, change, fresh, task
from vacancies.models import StageChange, StageTick
from vacancies.services.stage_changes import tick_task
from vacancies.services.stages import stage_of

pytestmark = pytest.mark.usefixtures("reference_data")
STAGE = "selection"


@pytest.fixture
def dated(vacancy):
    return change(vacancy, contract="permanent", band="5", **DATES)


def seen_in(page):
    return page.split('name="seen" value="')[1].split('"')[0]


def date_of(year, month, day):
    parts = {"day": day, "month": month, "year": year}
    return {f"due_on_{part}": str(value) for part, value in parts.items()}


def own(**changed):
    return {"text": "Book a room", "owner": "team", "key": str(uuid.uuid4()), **changed}


def edit(client, vacancy, code, **typed):
    address = at("stage_task_edit", vacancy, STAGE, code)
    return client.post(address, {"seen": seen_in(page_of(client, address)), **typed})


def add(client, vacancy, **changed):
    return client.post(at("stage_task_create", vacancy, STAGE), own(**changed))


def words(response):
    from html import unescape

    return unescape(response.content.decode())


def test_stage_task_edit_keeps_note_owner_and_date(as_manager, dated):
    typed = {"owner": "hr", "note": "Asked on Monday.\nNo answer yet.", **date_of(2026, 12, 1)}
    assert edit(as_manager, dated, "SE4", **typed).status_code == 302
    found = task(dated, STAGE, "SE4")
    assert (found.owner.name, f"{found.due}") == ("HR", "2026-12-01")
    page = page_of(as_manager, at("stage_detail", dated, STAGE))
    assert "Asked on Monday.<br>No answer yet." in page
    assert "Changed here" in page


def test_stage_task_edit_with_nothing_in_it_is_as_in_the_template(as_manager, dated):
    edit(as_manager, dated, "SE4", owner="hr", note="")
    edit(as_manager, dated, "SE4", owner="", note="")
    assert not StageChange.objects.exists()


def test_stage_task_edit_in_two_windows_shows_both(as_manager, dated):
    address = at("stage_task_edit", dated, STAGE, "SE4")
    opened = seen_in(page_of(as_manager, address))
    edit(as_manager, dated, "SE4", note="Of the first window")
    response = as_manager.post(address, {"seen": opened, "note": "Of the second window"})
    page = words(response)
    assert "Of the first window" in page
    assert "Of the second window" in page
    assert StageChange.objects.get().note == "Of the first window"
    again = as_manager.post(address, {"seen": seen_in(page), "note": "Of the second window"})
    assert again.status_code == 302
    assert StageChange.objects.get().note == "Of the second window"


def test_stage_task_edit_of_a_done_task_takes_a_note_alone(as_manager, dated, people):
    tick_task(vacancy=dated, stage=STAGE, code="SE4", person=people.manager)
    was = task(dated, STAGE, "SE4")
    page = page_of(as_manager, at("stage_task_edit", dated, STAGE, "SE4"))
    assert 'name="owner"' not in page
    edit(as_manager, dated, "SE4", note="It went well", owner="hr", **date_of(2026, 12, 1))
    now = task(dated, STAGE, "SE4")
    assert (now.owner, now.due, now.note) == (was.owner, was.due, "It went well")


@pytest.mark.parametrize("note", ["Room 4 is booked.", ""])
def test_stage_task_edit_of_an_own_task_that_is_done_takes_a_note(as_manager, dated, people, note):
    add(as_manager, dated, note="Asked on Monday")
    code = StageChange.objects.get().code
    tick_task(vacancy=dated, stage=STAGE, code=code, person=people.manager)
    sent = {"note": note, "text": "Ring 01632 960001", "owner": "hr"}
    assert edit(as_manager, dated, code, **sent).status_code == 302
    stored = StageChange.objects.get()
    assert (stored.note, stored.text, stored.owner) == (note, "Book a room", "team")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"note": "See 943 476 5919"}, "looks like an NHS number"),
        ({"note": "Ring 01632 960001"}, "Keep these words"),
        ({"note": "x" * 2_001}, "2,000 characters or fewer"),
        ({"note": "x" * 20_000}, "2,000 characters or fewer"),
        (date_of(2026, 2, 30), "must be a real date"),
        (date_of(2126, 1, 1), "must be"),
        ({"owner": "the cat"}, "Select"),
    ],
)
def test_stage_task_edit_says_what_is_wrong_and_loses_nothing(as_manager, dated, typed, sentence):
    response = edit(as_manager, dated, "SE4", **{"note": "Kept as typed", **typed})
    assert response.status_code == 200
    assert sentence in words(response)
    assert typed.get("note", "Kept as typed") in words(response)
    assert not StageChange.objects.exists()


def test_stage_task_edit_keeps_words_on_purpose(as_manager, dated):
    edit(as_manager, dated, "SE4", note="Ring 01632 960001", keep_words="on")
    assert StageChange.objects.get().note == "Ring 01632 960001"


@pytest.mark.parametrize("name", ["stage_task_edit", "stage_task_remove"])
def test_a_task_that_is_not_there_leads_back_with_a_sentence(as_manager, dated, name):
    response = as_manager.get(at(name, dated, STAGE, "gone"), follow=True)
    assert "That task is not in the checklist any more." in words(response)


def test_stage_task_create_sent_twice_adds_one(as_manager, dated):
    key = str(uuid.uuid4())
    for _ in range(2):
        assert add(as_manager, dated, key=key).status_code == 302
    assert StageChange.objects.get().is_own
    add(as_manager, dated, key=key, text="Book another room")
    assert StageChange.objects.count() == 2


def test_stage_task_create_shows_in_its_stage_alone(as_manager, dated):
    add(as_manager, dated, note="By phone", **date_of(2027, 1, 11))
    assert "Book a room" in page_of(as_manager, at("stage_detail", dated, STAGE))
    assert "Book a room" not in page_of(as_manager, at("stage_detail", dated, "advertising"))
    code = StageChange.objects.get().code
    edit(as_manager, dated, code, text="Book the big room", owner="hr", note="")
    assert task(dated, STAGE, code).text == "Book the big room"
    assert task(dated, STAGE, code).due is None


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": ""}, "Enter the task"),
        ({"text": "x" * 301}, "300 characters or fewer"),
        ({"text": "Ask 943 476 5919"}, "looks like an NHS number"),
        ({"key": "no key"}, "Open this page again"),
    ],
)
def test_stage_task_create_says_what_is_wrong(as_manager, dated, changed, sentence):
    response = add(as_manager, dated, note="Kept as typed", **changed)
    assert response.status_code == 200
    assert sentence in words(response)
    assert "Kept as typed" in words(response)
    assert not StageChange.objects.exists()


def test_stage_task_remove_asks_for_a_reason_and_takes_it_back(as_manager, dated):
    address = at("stage_task_remove", dated, STAGE, "SE4")
    assert "Say why it is not needed here" in words(as_manager.post(address, {"reason": " "}))
    for _ in range(2):
        response = as_manager.post(address, {"reason": "No task this time"}, follow=True)
        assert "Why: No task this time" in words(response)
    assert task(dated, STAGE, "SE4") is None
    as_manager.post(at("stage_task_restore", dated, STAGE, "SE4"))
    as_manager.post(at("stage_task_restore", dated, STAGE, "SE4"))
    assert task(dated, STAGE, "SE4")


def test_stage_task_remove_of_a_done_task_is_refused(as_manager, dated, people):
    tick_task(vacancy=dated, stage=STAGE, code="SE4", person=people.manager)
    address = at("stage_task_remove", dated, STAGE, "SE4")
    response = as_manager.post(address, {"reason": "No task"}, follow=True)
    assert "This task is done, so it stays." in words(response)
    assert task(dated, STAGE, "SE4").done


def test_a_note_outlives_a_route_that_no_longer_has_the_task(as_manager, dated):
    edit(as_manager, dated, "SE4", note="Asked on Monday")
    change(dated, contract="volunteer")
    page = page_of(as_manager, at("stage_detail", dated, STAGE))
    assert "Asked on Monday" in page
    assert "Not for this post any more" in page


@pytest.mark.parametrize("route", ["volunteer", "work-experience"])
def test_an_unpaid_route_says_so_on_its_page(as_manager, dated, route):
    change(dated, contract=route)
    page = page_of(as_manager, at("stage_detail", dated, "advertising"))
    assert "(unpaid)" in page
    assert "section 3.0 of the Fair Library Jobs manifesto" in page


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite in memory refuses a second connection."
)
@pytest.mark.django_db(transaction=True)
def test_two_who_tick_at_once_are_both_right(dated, people):
    def ticks(person):
        try:
            tick_task(vacancy=dated, stage=STAGE, code="SE4", person=person)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(ticks, (people.manager, people.lead)))
    assert StageTick.objects.count() == 1
    assert sum(bool(one.done) for one in stage_of(fresh(dated), STAGE).tasks) == 1
