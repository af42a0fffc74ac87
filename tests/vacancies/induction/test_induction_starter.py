"""The starter's list by secret link: view, tick and ask, and nothing else."""

import uuid

import pytest
from django.test import Client
from icalendar import Calendar

from tests.pages import Page, error_codes
from tests.vacancies.induction_pages import page_of
from tests.vacancies.plans import at, fresh, new_plan, task
from tests.vacancies.typed import seen
from vacancies.induction.services.plans import finish_plan
from vacancies.induction.services.starter import make_link
from vacancies.induction.services.tasks import tasks_of_plan
from vacancies.models import PlanLink, PlanQuestion, TaskChange, Tick
from vacancies.planning.services.tasks import GONE
from vacancies.posts.rules import RefusedError

pytestmark = pytest.mark.usefixtures("reference_data")
BY = "line-manager"


@pytest.fixture
def plan(people):
    return new_plan(people, starter_name="Ada Lovelace")


@pytest.fixture
def token(plan, people):
    return make_link(plan=plan, person=people.manager, days=30, by=BY)


def test_starter_list_shows_the_starters_tasks_and_nothing_else(plan, token):
    response = Client().get(at("starter_list", token))
    page = response.content.decode()
    tasks = {f"task-{one.id}" for one in tasks_of_plan(plan).tasks if one.owner.slug == "starter"}
    assert tasks
    assert {one for one in Page(page).ids if one.startswith("task-")} == tasks
    for hidden in ("Ada Lovelace", "Northfield", "manager@", str(plan.key), "Line manager"):
        assert hidden not in page
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert not response.cookies


def test_starter_list_says_which_day_counts_as_day_one(people):
    plan = new_plan(people, weekdays=[1, 3])
    token = make_link(plan=plan, person=people.manager, days=30, by=BY)
    page = Page(Client().get(at("starter_list", token)))
    assert "12 January 2027" in page.text("#note-on-start")


def test_starter_tick_works_without_cookies_or_javascript(plan, token):
    client = Client(enforce_csrf_checks=True)
    address = at("starter_tick", token, "W2")
    response = client.post(address, {"done": "yes"}, headers={"origin": "null"})
    assert response.headers["Location"] == at("starter_list", token) + "?pressed=task-W2#task-W2"
    assert Tick.objects.get().done_by == "starter"
    client.post(address, {"done": "no"})
    assert not task(plan, "W2").done


def test_starter_tick_of_somebody_elses_task_is_refused(plan, token):
    response = Client().post(at("starter_tick", token, "D1"), {"done": "yes"})
    assert response.status_code == 409
    assert GONE in response.content.decode()
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert not task(plan, "D1").done


def test_starter_list_takes_a_question_once_and_shows_the_answer(plan, token, as_manager):
    key, after_going_back = uuid.uuid4(), uuid.uuid4()
    for sent in (key, key, after_going_back):
        Client().post(at("starter_list", token), {"text": "Where do I park?", "key": sent})
    question = PlanQuestion.objects.get()
    answer = at("plan_answer", plan.pk, question.pk)
    assert answer in Page(as_manager.get(plan.get_absolute_url())).links
    opened = seen(as_manager, answer)
    for said in ("Behind the chapel", "Nowhere"):
        as_manager.post(answer, {"answer": said, "version_token": opened})
    page = page_of(Client(), at("starter_list", token))
    assert "Behind the chapel" in page
    assert "Nowhere" not in page, "of a window that was opened before the answer"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "required"),
        ("My NHS number is 943 476 5919", "NHS number"),
        ("I am diabetic, may I eat at the desk?", "health"),
        ("x" * 1_001, "max_length"),
    ],
)
def test_starter_list_says_what_is_wrong_with_a_question(token, text, code):
    response = Client().post(at("starter_list", token), {"text": text, "key": uuid.uuid4()})
    assert Page(response).errors == {"text"}
    assert error_codes(response.context["form"]) == {"text": {code}}
    assert not PlanQuestion.objects.exists()


def test_starter_list_takes_no_flood_of_questions(token):
    for number in range(21):
        data = {"text": f"Question {number}", "key": uuid.uuid4()}
        response = Client().post(at("starter_list", token), data)
    assert Page(response).errors, "the last question is refused"
    assert PlanQuestion.objects.count() == 20


@pytest.mark.parametrize("way", ["unknown", "revoked", "expired", "another", "finished"])
def test_a_link_that_is_closed_says_so_and_ticks_nothing(plan, token, people, way, as_manager):
    if way == "unknown":
        token = "x" * 5_000
    elif way == "revoked":
        as_manager.post(at("plan_link", plan.pk), {"close": "yes"})
    elif way == "expired":
        PlanLink.objects.update(expires_at="2020-01-01T00:00Z")
    elif way == "another":
        make_link(plan=plan, person=people.manager, days=30, by=BY)
    else:
        finish_plan(plan=plan, by=BY)
    for answer in (
        Client().get(at("starter_list", token)),
        Client().post(at("starter_tick", token, "W2"), {"done": "yes"}),
    ):
        assert answer.status_code == 404
        assert not Page(answer).actions, "nothing can be sent from there"
        assert answer.headers["Cache-Control"] == "private, no-store"
    assert not task(plan, "W2").done


def test_a_question_to_a_link_that_was_closed_meanwhile_is_not_lost(plan, token, as_manager):
    as_manager.post(at("plan_link", plan.pk), {"close": "yes"})
    data = {"text": "Where do I park\n& lunch?", "key": uuid.uuid4()}
    response = Client().post(at("starter_list", token), data)
    page = response.content.decode()
    assert response.status_code == 404
    assert "Where do I park<br>&amp; lunch?" in page


def test_a_question_while_the_plan_is_being_finished_is_no_error(token, monkeypatch):
    def finished(**_):
        raise RefusedError("This plan is finished.")

    monkeypatch.setattr("vacancies.induction.services.starter.ask", finished)
    data = {"text": "Where do I park?", "key": uuid.uuid4()}
    response = Client().post(at("starter_list", token), data)
    assert response.status_code == 404
    assert "Where do I park?" in response.content.decode()
    assert response.headers["Cache-Control"] == "private, no-store"


def test_two_questions_of_one_page_are_both_asked(plan, token, people):
    key = str(uuid.uuid4())
    other = make_link(plan=new_plan(people, title="Another"), person=people.manager, days=30, by=BY)
    for where, text in (
        (token, "First?"),
        (token, "Second?"),
        (token, "First?"),
        (other, "First?"),
    ):
        Client().post(at("starter_list", where), {"text": text, "key": key})
    assert [(q.plan.title, q.text) for q in PlanQuestion.objects.all()] == [
        (plan.title, "First?"),
        (plan.title, "Second?"),
        ("Another", "First?"),
    ]


def test_plan_link_shows_the_address_once_and_stores_only_its_digest(plan, as_manager):
    page = as_manager.post(at("plan_link", plan.pk), {"days": "90"}).content.decode()
    address = page.split("http://testserver")[1].split("<")[0]
    assert address in Page(page).all("textarea[readonly]")[0].text
    assert Client().get(address).status_code == 200
    token = address.strip("/").split("/")[-1]
    assert token not in page_of(as_manager, at("plan_link", plan.pk))
    assert token not in str(PlanLink.objects.values())


@pytest.mark.parametrize("days", ["", "8", "9999", "x"])
def test_plan_link_takes_only_the_days_offered(plan, as_manager, days):
    response = as_manager.post(at("plan_link", plan.pk), {"days": days})
    assert response.status_code == 200
    assert not PlanLink.objects.exists()


def test_an_own_task_of_the_starter_is_in_the_list(plan, token):
    TaskChange.objects.create(
        plan=plan, code="plan-1", is_own=True, text="Feed the fish", owner="starter", due=1
    )
    assert "Feed the fish" in page_of(Client(), at("starter_list", token))
    assert fresh(plan).changes.count() == 1


WELCOME = {
    "arrives_at": "9.30",
    "place": "Main entrance",
    "met_by": "Deputy librarian",
    "bring": "Passport\n<b>Lunch</b>",
    "first_week": "Monday: tour\nTuesday: معلومات",
    "manager_title": "Head of service",
    "buddy_title": "Library assistant",
}
SHOWN = {"when", "where", "met-by", "bring", "manager", "buddy", "first-week"}


def test_the_starter_is_welcomed_with_what_the_manager_wrote(plan, token, as_manager):
    assert "no-welcome" in Page(Client().get(at("starter_list", token))).ids
    address = at("plan_welcome", plan.pk)
    assert (
        as_manager.post(
            address, {**WELCOME, "version_token": seen(as_manager, address)}
        ).status_code
        == 302
    )
    page = Page(Client().get(at("starter_list", token)))
    assert set(page.ids) >= SHOWN
    assert "09:30" in page.text("#when")
    assert "<b>Lunch</b>" in page.text("#bring")
    entries = Calendar.from_ical(Client().get(at("starter_file", token, "ics")).content).events
    assert entries[0].start.isoformat().startswith("2027-01-11T09:30")


def test_a_page_of_a_link_has_one_main_button_no_search_and_no_way_to_sign_in(token):
    page = Page(Client().get(at("starter_list", token)))
    assert not page.all("[type=search]")
    assert not [link for link in page.links if link.startswith("/accounts/")]
    buttons = [one for one in page.all("button") if "nhsuk-button" in one.get("class", "")]
    assert len(buttons) == 1


@pytest.mark.parametrize("field", ["met_by", "bring", "first_week", "manager_title", "buddy_title"])
def test_the_welcome_asks_about_a_name(plan, as_manager, field):
    address = at("plan_welcome", plan.pk)
    typed = {field: "Mrs Jane Pemberton", "version_token": seen(as_manager, address)}
    assert field in as_manager.post(address, typed).context["form"].errors
    assert getattr(fresh(plan), field) == ""


def test_the_link_of_the_buddy_opens_the_buddys_tasks_alone(plan, people, as_manager):
    page = as_manager.post(at("plan_buddy_link", plan.pk), {"days": "30"}).context["address"]
    token = page.strip("/").split("/")[-1]
    shown = Client().get(at("starter_list", token))
    tasks = {f"task-{one.id}" for one in tasks_of_plan(plan).tasks if one.owner.slug == "buddy"}
    assert {one for one in Page(shown).ids if one.startswith("task-")} == tasks
    assert not Page(shown).all("textarea")
    Client().post(at("starter_list", token), {"text": "Hello?", "key": uuid.uuid4()})
    assert not PlanQuestion.objects.exists()
    assert Client().post(at("starter_tick", token, "W2"), {"done": "yes"}).status_code == 409
    make_link(plan=plan, person=people.manager, days=30, by=BY)
    assert Client().get(at("starter_list", token)).status_code == 200, "each kind has its own"


def test_each_task_leads_to_the_page_that_helps(token):
    page = Page(Client().get(at("starter_list", token)))
    assert "/induction/national-welcome/" in page.links
