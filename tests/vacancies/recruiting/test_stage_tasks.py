"""Tasks of a vacancy's checklists: changed, noted, added, left out, taken in again."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from tests.pages import Page, error_codes
from tests.vacancies.induction_pages import page_of
from tests.vacancies.stages import DATES, at, change, fresh, task
from vacancies.models import StageChange, StageTick
from vacancies.recruiting.services.stages import stage_of, tick_task

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


def test_stage_task_edit_keeps_note_owner_and_date(as_manager, dated):
    typed = {"owner": "hr", "note": "Asked on Monday.\nNo answer yet.", **date_of(2026, 12, 1)}
    assert edit(as_manager, dated, "SE4", **typed).status_code == 302
    found = task(dated, STAGE, "SE4")
    assert (found.owner.name, f"{found.due}") == ("HR", "2026-12-01")
    page = page_of(as_manager, at("stage_detail", dated, STAGE))
    assert "Asked on Monday.<br>No answer yet." in page
    tags = Page(page).all("#task-SE4 [data-status]")
    assert "changed-here" in [tag.get("data-status") for tag in tags]


def test_stage_task_edit_with_nothing_in_it_is_as_in_the_template(as_manager, dated):
    edit(as_manager, dated, "SE4", owner="hr", note="")
    edit(as_manager, dated, "SE4", owner="", note="")
    assert not StageChange.objects.exists()


def test_stage_task_edit_in_two_windows_shows_both(as_manager, dated):
    address = at("stage_task_edit", dated, STAGE, "SE4")
    opened = seen_in(page_of(as_manager, address))
    edit(as_manager, dated, "SE4", note="Of the first window")
    response = as_manager.post(address, {"seen": opened, "note": "Of the second window"})
    page = Page(response)
    assert page.errors == {""}
    (there,) = response.context["form"].changed_meanwhile
    assert there.stored == "Of the first window"
    assert page.value("note") == "Of the second window"
    assert StageChange.objects.get().note == "Of the first window"
    again = as_manager.post(address, {"seen": page.value("seen"), "note": "Of the second window"})
    assert again.status_code == 302
    assert StageChange.objects.get().note == "Of the second window"


def test_stage_task_edit_of_a_done_task_takes_a_note_alone(as_manager, dated, people):
    tick_task(vacancy=dated, stage=STAGE, code="SE4", person=people.manager)
    was = task(dated, STAGE, "SE4")
    page = Page(as_manager.get(at("stage_task_edit", dated, STAGE, "SE4")))
    assert page.all("[name=note]")
    assert not page.all("[name=owner]")
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
    ("typed", "field", "code"),
    [
        ({"note": "See 943 476 5919"}, "note", "NHS number"),
        ({"note": "Ring 01632 960001"}, "note", "telephone number"),
        ({"note": "x" * 2_001}, "note", "max_length"),
        ({"note": "x" * 20_000}, "note", "max_length"),
        (date_of(2026, 2, 30), "due_on", "invalid"),
        (date_of(2126, 1, 1), "due_on", "max_value"),
        ({"owner": "the cat"}, "owner", "invalid_choice"),
    ],
)
def test_stage_task_edit_says_what_is_wrong_and_loses_nothing(
    as_manager, dated, typed, field, code
):
    response = edit(as_manager, dated, "SE4", **{"note": "Kept as typed", **typed})
    assert Page(response).errors == {field}
    assert error_codes(response.context["form"]) == {field: {code}}
    assert Page(response).value("note") == typed.get("note", "Kept as typed")
    assert not StageChange.objects.exists()


def test_stage_task_edit_keeps_words_on_purpose(as_manager, dated):
    edit(as_manager, dated, "SE4", note="Ring 01632 960001", keep_words="on")
    assert StageChange.objects.get().note == "Ring 01632 960001"


@pytest.mark.parametrize("name", ["stage_task_edit", "stage_task_remove"])
def test_a_task_that_is_not_there_leads_back_with_a_sentence(as_manager, dated, name):
    response = as_manager.get(at(name, dated, STAGE, "gone"), follow=True)
    assert Page(response).banner == "important"
    assert response.redirect_chain[-1][0] == at("stage_detail", dated, STAGE)


def test_stage_task_create_sent_twice_adds_one(as_manager, dated):
    key = str(uuid.uuid4())
    for _ in range(2):
        assert add(as_manager, dated, key=key).status_code == 302
    assert StageChange.objects.get().is_own
    add(as_manager, dated, key=key, text="Book another room")
    assert StageChange.objects.count() == 2


def test_stage_task_create_shows_in_its_stage_alone(as_manager, dated):
    add(as_manager, dated, note="By phone", **date_of(2027, 1, 11))
    code = StageChange.objects.get().code
    assert f"task-{code}" in Page(as_manager.get(at("stage_detail", dated, STAGE))).ids
    other = Page(as_manager.get(at("stage_detail", dated, "advertising")))
    assert f"task-{code}" not in other.ids
    edit(as_manager, dated, code, text="Book the big room", owner="hr", note="")
    assert task(dated, STAGE, code).text == "Book the big room"
    assert task(dated, STAGE, code).due is None


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("text", "", "required"),
        ("text", "x" * 301, "max_length"),
        ("text", "Ask 943 476 5919", "NHS number"),
        ("key", "no key", "invalid"),
    ],
)
def test_stage_task_create_says_what_is_wrong(as_manager, dated, field, typed, code):
    response = add(as_manager, dated, note="Kept as typed", **{field: typed})
    assert Page(response).errors == {"" if field == "key" else field}
    assert error_codes(response.context["form"]) == {field: {code}}
    assert Page(response).value("note") == "Kept as typed"
    assert not StageChange.objects.exists()


def test_stage_task_remove_asks_for_a_reason_and_takes_it_back(as_manager, dated):
    address = at("stage_task_remove", dated, STAGE, "SE4")
    assert Page(as_manager.post(address, {"reason": " "})).errors == {"reason"}
    for _ in range(2):
        page = Page(as_manager.post(address, {"reason": "No task this time"}, follow=True))
        assert "No task this time" in page.text("#left-out-SE4")
    assert task(dated, STAGE, "SE4") is None
    as_manager.post(at("stage_task_restore", dated, STAGE, "SE4"))
    as_manager.post(at("stage_task_restore", dated, STAGE, "SE4"))
    assert task(dated, STAGE, "SE4")


def test_stage_task_remove_of_a_done_task_is_refused(as_manager, dated, people):
    tick_task(vacancy=dated, stage=STAGE, code="SE4", person=people.manager)
    address = at("stage_task_remove", dated, STAGE, "SE4")
    response = as_manager.post(address, {"reason": "No task"}, follow=True)
    assert Page(response).banner == "important"
    assert task(dated, STAGE, "SE4").done


def test_a_note_outlives_a_route_that_no_longer_has_the_task(as_manager, dated):
    edit(as_manager, dated, "SE4", note="Asked on Monday")
    change(dated, contract="volunteer")
    page = Page(as_manager.get(at("stage_detail", dated, STAGE)))
    assert "Asked on Monday" in page.text("#task-SE4 [data-note]")
    fate = task(fresh(dated), STAGE, "SE4").fate
    assert fate
    assert fate in [tag.get("data-status") for tag in page.all("#task-SE4 [data-status]")]


@pytest.mark.parametrize("route", ["volunteer", "work-experience"])
def test_an_unpaid_route_says_so_on_its_page(as_manager, dated, route):
    change(dated, contract=route)
    page = Page(as_manager.get(at("stage_detail", dated, "advertising")))
    assert fresh(dated).get_contract_display() in page.text("#made-for")
    texts = [one.text for one in stage_of(fresh(dated), "advertising").tasks]
    (about_it,) = [text for text in texts if "section 3.0" in text]
    assert about_it in page.text()


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
