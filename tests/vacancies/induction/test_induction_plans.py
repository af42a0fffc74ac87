"""Induction plans: creating, dating, ticking, moving and finishing them, and access to them."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from docx import Document

from kls_portal.documents.cleaner import default_cleaner
from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.induction_pages import page_of
from tests.vacancies.plans import MONDAY, START, answers, at, codes, fresh, new_plan, task
from tests.vacancies.typed import seen
from vacancies.induction.rules.plan import role_title
from vacancies.induction.services.plans import finish_plan, reopen_plan
from vacancies.induction.services.starter import answer_question, ask
from vacancies.induction.services.tasks import FINISHED, InductionTasks, tasks_of_plan
from vacancies.models import InductionPlan, TaskChange, Tick
from vacancies.planning.rules.checklist import OF_STARTERS
from vacancies.posts.rules import RefusedError

pytestmark = pytest.mark.usefixtures("reference_data")
ARABIC = "محمد " * 60
BY = "line-manager"


@pytest.fixture(autouse=True)
def monday(today, on_day):
    """Freeze the date on this Monday."""
    on_day(MONDAY)


@pytest.fixture
def plan(people):
    return new_plan(people)


def make(client, people, **changed):
    data = {"organisation": str(people.northfield.pk), **answers()}
    return client.post(at("plan_create"), {**data, **changed})


def test_plan_create_makes_a_plan_with_its_purge_date(as_manager, people):
    response = make(as_manager, people, starter_name="A. N. Other")
    plan = InductionPlan.objects.get()
    assert response.headers["Location"] == plan.get_absolute_url()
    assert plan.purge_on == START + timedelta(days=200)
    assert plan.events.count() == 1, "the record begins with the plan"


def test_plan_create_sent_twice_makes_one(as_manager, people):
    key = str(uuid.uuid4())
    for _ in range(2):
        make(as_manager, people, key=key)
    assert InductionPlan.objects.count() == 1


def test_plan_create_from_a_vacancy_starts_from_its_post(as_manager, vacancy):
    type(vacancy).objects.filter(pk=vacancy.pk).update(band="6", works_alone=True)
    page = Page(as_manager.get(at("plan_create"), {"vacancy": vacancy.pk}))
    assert (page.value("title"), page.value("band")) == ("Librarian", "6")


@pytest.mark.parametrize("number", ["99999", "1x", "²", "9" * 30])
def test_plan_create_from_a_vacancy_that_is_not_there(as_manager, people, number):
    status = as_manager.get(at("plan_create"), {"vacancy": number}).status_code
    assert status == (404 if number == "99999" else 200)


def test_plan_create_for_another_organisation_is_refused(as_manager, people):
    response = make(as_manager, people, organisation=str(people.southmoor.pk))
    assert response.status_code == 200
    assert not InductionPlan.objects.exists()


@each(
    "name, changed, codes",
    [
        (
            "See 943 476 5919",
            {"title": "", "starts_on_day": "30", "starts_on_month": "2", "weekdays": []},
            {"title": "required", "starts_on": "invalid", "weekdays": "required"},
        ),
        ("Ring 01632 960001", {"starts_on_year": "2035"}, {"starts_on": "max_value"}),
    ],
)
def test_plan_create_says_what_is_wrong_and_loses_nothing(as_manager, people, name, changed, codes):
    response = make(as_manager, people, starter_name=name, **changed)
    page, found = Page(response), error_codes(response.context["form"])
    private = {"starter_name": "NHS number" if name.startswith("See") else "phone number"}
    assert found == {field: {code} for field, code in (codes | private).items()}
    assert page.errors == set(found)
    assert page.value("starter_name") == name
    assert not InductionPlan.objects.exists()


def test_words_that_may_stay_are_kept_on_purpose(as_manager, people):
    make(as_manager, people, title="Cancer information librarian", keep_words="on")
    assert InductionPlan.objects.get().title == "Cancer information librarian"


def test_a_name_of_300_characters_in_arabic_shows_and_is_in_no_address(as_manager, people):
    make(as_manager, people, starter_name=ARABIC.strip())
    plan = InductionPlan.objects.get()
    page = page_of(as_manager, plan.get_absolute_url())
    assert ARABIC.strip() in page
    for kind in ("pdf", "docx", "ics"):
        response = as_manager.get(at("plan_file", plan.pk, kind))
        assert response.status_code == 200
        name = f'filename="induction-plan-librarian-2027-01-11.{kind}"'
        assert name in response.headers["Content-Disposition"]
    held = as_manager.get(at("plan_data_file", plan.pk, "pdf"))
    assert held.headers["Content-Disposition"].endswith('held-data-librarian-2027-01-11.pdf"')
    # Every letter has a glyph, and the font that has it is in the file.
    assert default_cleaner().text(ARABIC) == ARABIC
    assert b"+NotoSansArabic-Regular" in held.content


@pytest.mark.parametrize(
    ("start", "note"),
    [
        (date(2027, 3, 29), ["29 March 2027", "30 March 2027"]),
        (date(2028, 2, 29), []),
        (date(2026, 2, 2), []),
    ],
)
def test_awkward_starts_show_a_plan_with_a_clear_sentence(as_manager, people, start, note):
    plan = new_plan(people, starts_on=start)
    page = Page(as_manager.get(plan.get_absolute_url()))
    assert ("note-on-start" in page.ids) is bool(note)
    assert re.findall(r"\d+ March 2027", page.text("#note-on-start")) == note
    assert ("late-already" in page.ids) is (start < MONDAY)
    assert plan.purge_on >= MONDAY + timedelta(days=30)


def edited(plan, client, **changed):
    seen = Page(client.get(at("plan_edit", plan.pk))).value("version_token")
    return client.post(at("plan_edit", plan.pk), answers(version_token=seen, **changed))


def test_plan_edit_moves_open_tasks_and_leaves_done_ones(as_manager, plan):
    InductionTasks(plan, BY).tick("D1")
    days = {code: task(plan, code).due for code in ("D1", "D5")}
    assert edited(plan, as_manager, starts_on_day="18").status_code == 302
    assert task(plan, "D1").due == days["D1"]
    assert task(plan, "D5").due == days["D5"] + timedelta(days=7)
    stored = InductionPlan.objects.get()
    assert stored.purge_on == plan.purge_on + timedelta(days=7)
    moved = stored.events.last().words
    assert re.findall(r"\d+ January 2027", moved) == ["11 January 2027", "18 January 2027"]


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite writes one at a time.")
def test_plan_edit_keeps_others_from_the_plan_while_it_saves(as_manager, plan):
    with CaptureQueriesContext(connection) as queries:
        edited(plan, as_manager, starts_on_day="12")
    assert any("FOR UPDATE" in query["sql"] for query in queries)


def test_plan_detail_names_the_days_worked_that_dates_fall_on(as_manager, people):
    plan = new_plan(people, weekdays=[1, 3])
    page = Page(as_manager.get(plan.get_absolute_url()))
    assert page.text("#days-worked") == "Tuesday, Thursday"
    assert "11 January 2027" in page.text("#note-on-start")


def test_plan_edit_five_times_says_so(as_manager, plan):
    for day in ("12", "13", "14", "15", "18"):
        edited(plan, as_manager, starts_on_day=day)
    assert "moved-often" in Page(as_manager.get(plan.get_absolute_url())).ids
    assert InductionPlan.objects.get().moves == 5


def test_plan_edit_in_two_windows_asks_before_it_writes_over(as_manager, plan):
    response = as_manager.post(
        at("plan_edit", plan.pk), answers(version_token="old", title="Other")
    )
    assert Page(response).errors == {""}
    assert response.context["form"].non_field_errors() == [CHANGED_MEANWHILE]
    assert InductionPlan.objects.get().title == "Librarian"


def test_plan_tick_by_its_button_and_back(as_manager, plan):
    address = at("plan_tick", plan.pk, "D1")
    response = as_manager.post(address, {"done": "yes", "owner": "buddy"})
    assert response.headers["Location"] == f"{plan.get_absolute_url()}?owner=buddy#task-D1"
    assert Page(as_manager.get(plan.get_absolute_url())).status("#task-D1") == "done"
    as_manager.post(address, {"done": "no"})
    assert not task(plan, "D1").done
    row = Tick.objects.get()
    assert (row.done_by, row.undone_by) == (BY, BY)
    lines = Page(as_manager.get(at("plan_record", plan.pk))).texts("[data-event]")
    about_it = [line for line in lines if task(plan, "D1").text in line]
    assert len(about_it) == 2, "the record holds the tick and that it was taken back"


def test_a_tick_just_after_midnight_in_summer_is_of_that_day_in_files_too(as_manager, plan):
    InductionTasks(plan, BY).tick("D1")
    Tick.objects.update(done_at="2027-06-30T23:30Z")
    page = Page(as_manager.get(plan.get_absolute_url()))
    assert "1 Jul 2027, 00:30" in page.text("#task-D1")
    body = as_manager.get(at("plan_file", plan.pk, "ics")).content.decode()
    assert "Thursday 1 July 2027" in body.replace("\r\n ", "")


def test_plan_tick_of_a_task_that_is_gone_says_so(as_manager, plan):
    response = as_manager.post(at("plan_tick", plan.pk, "gone"), follow=True)
    assert Page(response).banner == "important"


def test_a_tick_of_the_lead_says_lead(plan, people, client_of):
    client_of(people.lead).post(at("plan_tick", plan.pk, "D1"))
    assert Tick.objects.get().done_by == "lead"


def test_two_who_tick_one_after_the_other_are_both_right(plan):
    for act, by, rows in (
        ("tick", BY, 1),
        ("tick", "starter", 1),
        ("untick", BY, 1),
        ("untick", BY, 1),
        ("tick", "starter", 2),
    ):
        getattr(InductionTasks(plan, by), act)("D1")
        assert Tick.objects.count() == rows
    assert [row.done_by for row in Tick.objects.all()] == [BY, "starter"]


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite in memory refuses a second connection."
)
@pytest.mark.django_db(transaction=True)
def test_two_who_tick_at_once_are_both_right(people):
    plan = new_plan(people)

    def once(role):
        try:
            InductionTasks(plan, role).tick("D1")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(once, (BY, "starter")))
    assert Tick.objects.count() == 1


def test_a_finished_plan_stays_as_it_is(as_manager, plan, people):
    InductionTasks(plan, BY).tick("D1")
    recorded = plan.events.count()
    finish_plan(plan=plan, by=BY)
    before = codes(plan)
    people.northfield.task_changes.create(code="D5", left_out=True)
    assert codes(plan) == before
    assert not task(plan, "D5").orphan_reason
    for name, more in (("plan_tick", ["D5"]), ("plan_task_remove", ["D5"])):
        response = as_manager.post(at(name, plan.pk, *more), follow=True)
        assert [str(said) for said in response.context["messages"]] == [FINISHED]
    response = as_manager.get(at("plan_edit", plan.pk), follow=True)
    assert [str(said) for said in response.context["messages"]] == [FINISHED]
    with pytest.raises(RefusedError):
        finish_plan(plan=plan, by=BY)
    reopen_plan(plan=plan, by=BY)
    assert task(plan, "D5").orphan_reason
    assert plan.events.count() == recorded + 2, "the record holds the end and the opening"


def test_plan_finish_keeps_the_day_on_which_probation_ended_and_no_result(as_manager, people):
    plan = new_plan(people, starts_on=date(2026, 6, 1))
    purge_on = plan.purge_on
    typed = {"ended_on_day": "20", "ended_on_month": "11", "ended_on_year": "2026"}
    assert as_manager.post(at("plan_finish", plan.pk), typed).status_code == 302
    plan = fresh(plan)
    assert (plan.probation_ended_on, plan.purge_on) == (date(2026, 11, 20), purge_on)
    assert "20 November 2026" in Page(as_manager.get(plan.get_absolute_url())).text("#finished")
    assert "20 November 2026" in plan.events.last().words
    as_manager.post(at("plan_finish", plan.pk), {"open": "yes"})
    assert fresh(plan).probation_ended_on is None


@pytest.mark.parametrize(
    ("year", "code"),
    [("2025", "min_value"), ("2027", "max_value")],
    ids=["before the start", "still to come"],
)
def test_plan_finish_refuses_a_day_that_cannot_be(as_manager, people, year, code):
    plan = new_plan(people, starts_on=date(2026, 6, 1))
    typed = {"ended_on_day": "20", "ended_on_month": "11", "ended_on_year": year}
    response = as_manager.post(at("plan_finish", plan.pk), typed)
    assert error_codes(response.context["form"]) == {"ended_on": {code}}
    assert fresh(plan).finished_at is None


def test_plan_task_create_and_edit_through_the_page(as_manager, plan):
    data = {"text": "Meet Dr Shah", "owner": "starter", "group": "week-one", "due": "2",
            "at": "9.30", "key": str(uuid.uuid4())}  # fmt: skip
    assert as_manager.post(at("plan_task_create", plan.pk), data).status_code == 302
    code = TaskChange.objects.get().code
    found = task(plan, code)
    assert (found.minutes, found.at.hour, found.owner.slug) == (60, 9, "starter")
    page = Page(as_manager.get(at("plan_task_edit", plan.pk, code)))
    assert page.value("at") == "09:30"
    body = as_manager.get(at("plan_file", plan.pk, "ics")).content.decode()
    assert "DTSTART;TZID=Europe/London:20270113T093000" in body


@each(
    "typed, codes",
    [
        (
            {"text": "", "due": "600", "at": "25:00", "minutes": "999", "group": "zoo"},
            ["required", "max_value", "invalid", "max_value", "invalid_choice"],
        ),
        (
            {"text": "Ask about the diabetes", "due": "soon", "owner": "cat"},
            ["health", "invalid", "invalid_choice"],
        ),
    ],
)
def test_plan_task_create_says_what_is_wrong(as_manager, plan, typed, codes):
    data = {"text": "Kept", "owner": "hr", "group": "week-one", "due": "2", **typed}
    response = as_manager.post(at("plan_task_create", plan.pk), {**data, "key": uuid.uuid4()})
    assert Page(response).errors == set(typed)
    found = error_codes(response.context["form"])
    assert [found[field] for field in typed] == [{code} for code in codes]
    assert not TaskChange.objects.exists()


def test_plan_task_edit_in_two_windows_asks_before_it_writes_over(as_manager, plan):
    address = at("plan_task_edit", plan.pk, "D5")
    data = {"text": "Explain tea", "owner": "hr", "group": "day-one", "due": "0"}
    response = as_manager.post(address, {**data, "version_token": "old", "key": uuid.uuid4()})
    page, form = Page(response), response.context["form"]
    assert page.errors == {""}
    assert form.non_field_errors() == [CHANGED_MEANWHILE]
    assert task(plan, "D5").text in [one.stored for one in form.changed_meanwhile]
    assert not TaskChange.objects.exists()
    as_manager.post(
        address, {**data, "version_token": page.value("version_token"), "key": uuid.uuid4()}
    )
    assert task(plan, "D5").text == "Explain tea"


def test_words_typed_for_a_task_that_cannot_be_changed_any_more_stay(as_manager, plan):
    data = {"text": "Typed", "owner": "hr", "group": "day-one", "due": "0", "key": uuid.uuid4()}
    address = at("plan_task_edit", plan.pk, "D5")
    for _ in range(2):
        response = as_manager.post(at("plan_task_remove", plan.pk, "D5"))
        assert response.headers["Location"] == plan.get_absolute_url()
    gone = as_manager.post(address, data)
    assert gone.status_code == 404
    assert "Typed" in Page(gone).texts("dd")
    assert Page(as_manager.get(address, follow=True)).banner == "important"
    finish_plan(plan=plan, by=BY)
    response = as_manager.post(at("plan_task_create", plan.pk), data)
    assert FINISHED in response.content.decode()
    assert Page(response).value("text") == "Typed"


def test_plan_detail_of_one_owner_shows_their_tasks_alone(as_manager, plan):
    page = Page(as_manager.get(plan.get_absolute_url(), {"owner": "hr"}))
    assert [one.get("data-owner") for one in page.all("#tasks-of")] == ["hr"]
    theirs = {f"task-{one.id}" for one in tasks_of_plan(plan).tasks if one.owner.slug == "hr"}
    assert theirs
    assert {one for one in page.ids if one.startswith("task-")} == theirs
    body = as_manager.get(at("plan_file", plan.pk, "ics"), {"owner": "hr"})
    assert body.content.count(b"BEGIN:VEVENT") == 2
    assert "induction-plan-hr-librarian" in body.headers["Content-Disposition"]


def test_an_owner_without_a_task_gets_no_list_of_somebody_else_in_words(as_manager, plan):
    page = Page(as_manager.get(plan.get_absolute_url(), {"owner": "it"}))
    assert [one.get("data-owner") for one in page.all("#tasks-of")] == ["it"]
    assert "no-tasks" in page.ids
    assert not any(one.startswith("task-") for one in page.ids)
    word = as_manager.get(at("plan_file", plan.pk, "docx"), {"owner": "it"})
    said = [paragraph.text for paragraph in Document(BytesIO(word.content)).paragraphs]
    assert f"There are no tasks for: {OF_STARTERS['it'].name}." in said
    assert "induction-plan-it-" in word.headers["Content-Disposition"]
    pdf = as_manager.get(at("plan_file", plan.pk, "pdf"), {"owner": "it"})
    assert pdf.content.startswith(b"%PDF-")
    calendar = as_manager.get(at("plan_file", plan.pk, "ics"), {"owner": "it"}, follow=True)
    assert Page(calendar).banner == "important"


@each("owner", ["nobody", "9", "line manager", "<b>"])
def test_an_owner_that_is_no_role_is_not_there(as_manager, plan, owner):
    assert as_manager.get(plan.get_absolute_url(), {"owner": owner}).status_code == 404
    assert as_manager.get(at("plan_file", plan.pk, "pdf"), {"owner": owner}).status_code == 404


def test_plan_create_and_edit_tailor_by_role(as_manager, people):
    make(as_manager, people, title="Outreach librarian", role="specialist-librarian")
    plan = InductionPlan.objects.get()
    assert {"R3", "R5", "R9"} <= codes(plan)
    assert "R6" not in codes(plan)
    page = Page(as_manager.get(plan.get_absolute_url()))
    assert role_title("specialist-librarian") in page.text("#made-for")
    word = as_manager.get(at("plan_file", plan.pk, "docx")).content
    facts = [paragraph.text for paragraph in Document(BytesIO(word)).paragraphs]
    assert any(text.startswith("Role") and "outreach librarian" in text for text in facts)
    edited(plan, as_manager, role="librarian")
    assert "R6" in codes(plan)
    assert "R3" not in codes(plan)


def test_a_plan_without_a_role_has_no_task_of_one_role(plan):
    assert not any(code.startswith("R") for code in codes(plan))


def test_plan_create_refuses_a_role_that_is_none(as_manager, people):
    response = make(as_manager, people, role="astronaut")
    assert response.status_code == 200
    assert not InductionPlan.objects.exists()


def test_the_calendar_keeps_its_identifiers_when_the_start_moves(as_manager, plan):
    def lines(start):
        body = as_manager.get(at("plan_file", plan.pk, "ics")).content.decode()
        return {line for line in body.replace("\r\n ", "").split("\r\n") if line.startswith(start)}

    uids, numbers = lines("UID"), lines("SEQUENCE")
    edited(plan, as_manager, starts_on_day="18")
    assert lines("UID") == uids
    assert f"UID:plan-{plan.key}-D1@kls-portal" in uids
    assert lines("SEQUENCE") != numbers


def test_plans_file_holds_every_plan(as_manager, plan, people):
    new_plan(people, title="Assistant")
    body = as_manager.get(at("plans_file", "ics")).content.decode()
    for one in InductionPlan.objects.all():
        assert f"plan-{one.key}-D1@kls-portal" in body.replace("\r\n ", "")
    for kind in ("pdf", "docx"):
        assert as_manager.get(at("plans_file", kind)).status_code == 200


@pytest.mark.thorough
def test_five_hundred_tasks_still_work(as_manager, plan):
    TaskChange.objects.bulk_create(
        TaskChange(plan=plan, code=f"plan-{n}", is_own=True, text=f"Task {n}", owner="hr", due=n)
        for n in range(500)
    )
    with CaptureQueriesContext(connection) as many:
        assert as_manager.get(plan.get_absolute_url()).status_code == 200
    for kind in ("pdf", "docx", "ics"):
        assert as_manager.get(at("plan_file", plan.pk, kind)).status_code == 200
    assert len(many) <= 16


def test_plan_list_asks_as_often_for_many_plans_as_for_few(as_manager, plan, people):
    def queries():
        with CaptureQueriesContext(connection) as found:
            as_manager.get(at("plan_list"))
        return len(found)

    queries()
    few = queries()
    for number in range(5):
        InductionTasks(new_plan(people, title=f"Post {number}"), BY).tick("D1")
    assert queries() == few


def test_plan_list_says_that_a_question_waits(as_manager, plan):
    def waiting():
        page = Page(as_manager.get(at("plan_list")))
        return [one.get("data-asked") for one in page.all("[data-asked]")]

    assert waiting() == []
    question = ask(plan=plan, key=uuid.uuid4(), text="Where do I park?")
    assert waiting() == ["1"]
    finish_plan(plan=plan, by=BY)
    assert waiting() == [], "it can no longer be answered"
    reopen_plan(plan=plan, by=BY)
    answer_question(question=question, answer="Behind the chapel", by=BY)
    assert waiting() == []


def test_plan_list_holds_nothing_of_another_organisation(plan, people, client_of):
    client = client_of(people.other)
    assert "Librarian" not in page_of(client, at("plan_list"))
    for name in ("plan_detail", "plan_edit", "plan_erase", "plan_link"):
        assert client.post(at(name, plan.pk)).status_code in (404, 405)
    assert client.post(at("plan_tick", plan.pk, "D1")).status_code == 404
    assert not fresh(plan).ticks.exists()


def test_plan_of_a_new_manager_holds_their_checklist_alone(as_manager, people):
    make(as_manager, people, kind="new-manager")
    plan = InductionPlan.objects.get()
    assert {"G1", "N1", "N9"} <= codes(plan)
    assert "D1" not in codes(plan)


def test_the_title_of_a_vacancy_is_not_asked_about_though_the_starter_is_named(
    as_manager, people, vacancy
):
    vacancy.title = "Librarian (Mental Health)"
    vacancy.save()
    address = f"{at('plan_create')}?vacancy={vacancy.pk}"
    named = {"organisation": people.northfield.pk, "starter_name": "A. N. Other"}
    given = answers(title=vacancy.title, **named)
    assert as_manager.post(address, given).status_code == 302
    again = {**given, "title": "Librarian (mental health leave)", "key": uuid.uuid4()}
    assert Page(as_manager.post(address, again)).errors == {"title"}


def test_deleting_a_vacancy_says_that_its_plan_stays(as_manager, people, vacancy):
    address = at("vacancy_delete", vacancy.pk)
    plan = new_plan(people, vacancy=vacancy)
    assert f"plan-{plan.pk}-stays" in Page(as_manager.get(address)).ids


def test_plan_goals_through_the_page(as_manager, people, vacancy, criteria):
    plan = new_plan(people, vacancy=vacancy)
    address = at("plan_goals", plan.pk)
    opened = seen(as_manager, address)
    for row in criteria[:2]:
        answer = {"criteria": [str(row.pk)], "version_token": opened}
        response = as_manager.post(address, answer)
    assert task(plan, f"goal-{criteria[0].pk}")
    assert response.context["form"].changed_meanwhile
    page = Page(as_manager.get(address))
    assert page.value("criteria") == str(criteria[0].pk)


def test_plans_file_says_what_it_leaves_off_in_words(as_manager, plan, people, monkeypatch):
    new_plan(people, title="Assistant", starts_on=date(2027, 3, 1))

    def left_off():
        page = Page(as_manager.get(at("plan_list")))
        return [one.get("data-count") for one in page.all("#left-off")]

    assert left_off() == []
    assert "1 of 2" not in as_manager.get(at("plans_file", "ics")).content.decode()
    for module in ("plans", "checklists"):
        monkeypatch.setattr(f"vacancies.induction.views.{module}.MOST_PLANS", 1)
    assert left_off() == ["1"]
    calendar = as_manager.get(at("plans_file", "ics")).content.decode()
    assert "(1 of 2" in calendar
    document = Document(BytesIO(as_manager.get(at("plans_file", "docx")).content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    tables = "\n".join(cell.text for table in document.tables for cell in table._cells)
    assert "leaves out 1 plan" in text + tables


@pytest.mark.parametrize(("band", "line"), [("5", "Band 5, start 11"), ("", "Start 11")])
def test_plan_list_says_when_a_plan_starts_in_words(as_manager, people, band, line):
    plan = new_plan(people, band=band)
    page = Page(as_manager.get(at("plan_list")))
    assert page.text(f"[data-plan='{plan.pk}']").startswith(f"{line} January 2027.")
