"""What editors keep true of the recruitment tasks."""

import pytest

from tests.vacancies.admin_pages import page_of, url
from tests.vacancies.timeline_pages import address, task
from vacancies.management.reference_data import load_reference_data
from vacancies.models import PlanTask

pytestmark = pytest.mark.usefixtures("reference_data")


def new_task(**changed):
    return {
        "text": "Ask the cat",
        "code": "cat",
        "owner": "team",
        "group": "interview",
        "due": "-3",
        "place": "0",
        "page": "/recruiting/interviews/",
        "page_name": "Interviews",
        "in_use": "on",
        **changed,
    }


def test_an_editor_adds_a_task_and_every_vacancy_has_it(
    editor, vacancy, people, client_of, django_capture_on_commit_callbacks
):
    assert task(vacancy, "cat") is None
    with django_capture_on_commit_callbacks(execute=True):
        response = editor.post(url("plantask", "add"), new_task(routes=["permanent"]))
    assert response.status_code == 302
    assert task(vacancy, "cat") is None
    type(vacancy).objects.filter(pk=vacancy.pk).update(contract="permanent")
    client = client_of(people.manager)
    assert "Ask the cat" in page_of(client.get(address(vacancy)))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"bands": "Band 5"}, "There is no band “band”."),
        ({"due": "9999"}, "less than or equal to 520"),
        ({"routes": ["for ever"]}, "Select a valid choice."),
        ({"page": "https://elsewhere.example/"}, "Write the path of a page of this site"),
        ({"page": "//elsewhere.example/"}, "Write the path of a page of this site"),
        ({"owner": "the cat"}, "Select a valid choice."),
        ({"text": "x" * 301}, "at most 300 characters"),
    ],
)
def test_a_task_that_cannot_be_planned_is_refused_at_the_field(editor, changed, sentence):
    response = editor.post(url("plantask", "add"), new_task(**changed))
    assert response.status_code == 200
    assert sentence in page_of(response)
    assert not PlanTask.objects.filter(code="cat").exists()


def test_loading_again_keeps_a_correction_and_what_is_out_of_use(people):
    PlanTask.objects.filter(code="SE1").update(text="In our words")
    PlanTask.objects.filter(code="SE2").update(in_use=False)
    load_reference_data()
    assert PlanTask.objects.get(code="SE1").text == "In our words"
    assert not PlanTask.objects.get(code="SE2").in_use
