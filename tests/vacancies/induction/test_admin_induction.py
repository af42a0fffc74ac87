"""Editors maintain the induction template in the admin."""

import pytest

from tests.each import each
from tests.pages import error_codes
from tests.vacancies.admin_pages import page_of, url
from tests.vacancies.induction_pages import POST, QUICK
from tests.vacancies.plans import codes, new_plan, task
from vacancies.models import InductionGroup, PlanTask

pytestmark = pytest.mark.usefixtures("reference_data")


def new_task(**changed):
    answers = {"text": "Meet the cat", "code": "cat", "group": "before-day-one", "owner": "buddy"}
    rest = {"due": "1", "minutes": "0", "place": "0", "in_use": "on", "bands": "", "solo_text": ""}
    return {**answers, **rest, **changed}


def test_a_code_of_a_task_is_given_once(editor):
    code = PlanTask.objects.first().code
    response = editor.post(url("plantask", "add"), new_task(code=code))
    assert response.status_code == 200
    assert "with this Code already exists." in page_of(response)


def test_an_editor_adds_a_task(editor, client):
    assert editor.post(url("plantask", "add"), new_task()).status_code == 302
    assert "Meet the cat" in client.get(QUICK, POST).content.decode()


@each(
    "changed, sentences",
    [
        (
            {
                "bands": "Band 5",
                "due": "32767",
                "minutes": "481",
                "owner": "the cat",
                "text": "x" * 301,
            },
            [
                "There is no band “band”. Write bands like 4,5 or 8a.",
                "less than or equal to 520",
                "less than or equal to 480",
                "Select a valid choice.",
                "at most 300 characters",
            ],
        ),
        (
            {"bands": "4,12", "due": "-9999", "group": "9" * 25, "text": "a\x00b"},
            [
                "There is no band “12”.",
                "greater than or equal to -130",
                "Select a valid choice.",
                "Null characters are not allowed.",
            ],
        ),
        (
            {"bands": "5" * 61, "due": "soon", "group": "999999"},
            ["at most 60 characters", "Enter a whole number.", "Select a valid choice."],
        ),
    ],
)
def test_a_task_that_cannot_be_planned_is_refused_at_the_field(editor, changed, sentences):
    response = editor.post(url("plantask", "add"), new_task(**changed))
    assert set(error_codes(response.context["adminform"].form)) == set(changed)
    assert [one for one in sentences if one not in page_of(response)] == []
    assert not PlanTask.objects.filter(code="cat").exists()


@pytest.mark.parametrize("way", ["deleted", "chosen and deleted", "taken out of use"])
@pytest.mark.usefixtures("template_read_anew")
def test_a_task_that_came_and_went_stays_in_open_plans(editor, people, way):
    plan = new_plan(people)
    editor.post(url("plantask", "add"), new_task())
    row = PlanTask.objects.get(code="cat")
    assert not task(plan, "cat").orphan_reason
    if way == "deleted":
        editor.post(url("plantask", "delete", row.pk), {"post": "yes"})
    elif way == "chosen and deleted":
        chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        editor.post(url("plantask", "changelist"), chosen)
    else:
        editor.post(url("plantask", "change", row.pk), new_task(in_use=""))
    assert not PlanTask.objects.filter(code="cat", in_use=True).exists()
    assert task(plan, "cat").orphan_reason
    assert "cat" not in codes(new_plan(people, title="Later"))


def test_a_fact_in_a_task_says_the_value_of_the_day(editor, client):
    text = "Work at most {{ fact full-time-hours }}"
    assert editor.post(url("plantask", "add"), new_task(text=text)).status_code == 302
    assert "Work at most 37.5 hours a week" in client.get(QUICK, POST).content.decode()


@each(
    "changed, field",
    [
        ({"text": "{{ fact no-such }}"}, "text"),
        ({"routes": ["permanent"]}, "routes"),
        ({"owner": "panel"}, "owner"),
        ({"group": "interview", "minutes": "30"}, "minutes"),
        ({"group": "interview", "owner": "buddy"}, "owner"),
        ({"group": "interview", "only_for": ["volunteer"]}, "only_for"),
        ({"group": "interview"}, "page"),
    ],
)
def test_a_task_has_only_what_its_plan_has(editor, changed, field):
    response = editor.post(url("plantask", "add"), new_task(**changed))
    assert field in response.context["adminform"].form.errors


def test_bands_of_a_task_are_written_one_way(editor):
    editor.post(url("plantask", "add"), new_task(bands=" 4, 5;8A "))
    assert PlanTask.objects.get(code="cat").bands == "4,5,8a"


@pytest.mark.parametrize(("typed", "minutes"), [("", 0), ("0", 0), ("60", 60)])
def test_a_task_without_a_length_is_no_appointment(editor, typed, minutes):
    assert editor.post(url("plantask", "add"), new_task(minutes=typed)).status_code == 302
    assert PlanTask.objects.get(code="cat").minutes == minutes


@pytest.mark.parametrize("how", ["change", "out of use", "delete"])
def test_the_next_checklist_shows_what_an_editor_did(
    editor, client, how, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(url("plantask", "add"), new_task())
    assert "Meet the cat" in client.get(QUICK, POST).content.decode()
    task = PlanTask.objects.get(code="cat")
    with django_capture_on_commit_callbacks(execute=True):
        if how == "delete":
            editor.post(url("plantask", "delete", task.pk), {"post": "yes"})
        else:
            answers = new_task(text="Feed the cat" if how == "change" else "Meet the cat")
            answers.pop("in_use" if how == "out of use" else "code")
            editor.post(url("plantask", "change", task.pk), answers)
    page = client.get(QUICK, POST).content.decode()
    assert "Meet the cat" not in page
    assert ("Feed the cat" in page) is (how == "change")


def test_an_editor_says_for_which_roles_a_task_is(editor, client):
    editor.post(url("plantask", "add"), new_task(roles=["apprentice", "librarian"]))
    assert PlanTask.objects.get(code="cat").roles == ["apprentice", "librarian"]
    assert "Meet the cat" in client.get(QUICK, POST).content.decode()
    other = {**POST, "role": "head-of-service"}
    assert "Meet the cat" not in client.get(QUICK, other).content.decode()


def test_a_group_with_tasks_is_not_deleted(editor):
    group = InductionGroup.objects.first()
    editor.post(url("inductiongroup", "delete", group.pk), {"post": "yes"})
    assert InductionGroup.objects.filter(pk=group.pk).exists()
