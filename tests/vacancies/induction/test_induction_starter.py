"""The starter's own list by a secret link: see, tick, ask, and nothing else."""

import uuid

import pytest
from django.test import Client

from tests.pages import Page, error_codes
from tests.vacancies.induction_pages import page_of
from tests.vacancies.plans import at, fresh, new_plan, task
from vacancies.induction.services.plans import finish_plan, tasks_of_plan
from vacancies.induction.services.starter import make_link
from vacancies.models import PlanQuestion, StarterLink, TaskChange, Tick
from vacancies.planning.services.tasks import GONE, PlanError

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
    data = {"text": "Where do I park?", "key": str(uuid.uuid4())}
    for _ in range(2):
        Client().post(at("starter_list", token), data)
    question = PlanQuestion.objects.get()
    answer = at("plan_answer", plan.pk, question.pk)
    assert answer in Page(as_manager.get(plan.get_absolute_url())).links
    as_manager.post(answer, {"answer": "Behind the chapel"})
    assert "Behind the chapel" in page_of(Client(), at("starter_list", token))


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
        StarterLink.objects.update(expires_at="2020-01-01T00:00Z")
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
        raise PlanError("This plan is finished.")

    monkeypatch.setattr("vacancies.induction.views.starter.ask", finished)
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
    assert Client().get(address).status_code == 200
    token = address.strip("/").split("/")[-1]
    assert token not in page_of(as_manager, at("plan_link", plan.pk))
    assert token not in str(StarterLink.objects.values())


@pytest.mark.parametrize("days", ["", "7", "9999", "x"])
def test_plan_link_takes_only_the_days_offered(plan, as_manager, days):
    response = as_manager.post(at("plan_link", plan.pk), {"days": days})
    assert response.status_code == 200
    assert not StarterLink.objects.exists()


def test_an_own_task_of_the_starter_is_in_the_list(plan, token):
    TaskChange.objects.create(
        plan=plan, code="plan-1", is_own=True, text="Feed the fish", owner="starter", due=1
    )
    assert "Feed the fish" in page_of(Client(), at("starter_list", token))
    assert fresh(plan).changes.count() == 1
