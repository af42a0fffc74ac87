"""What editors keep true of the recruitment tasks."""

import pytest

from tests.each import each
from tests.pages import error_codes
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


@each("page", ["https://elsewhere.example/", "//elsewhere.example/"])
def test_a_route_or_a_page_that_is_not_of_this_site_is_refused_at_the_field(editor, page):
    response = editor.post(url("plantask", "add"), new_task(routes=["for ever"], page=page))
    assert set(error_codes(response.context["adminform"].form)) == {"routes", "page"}
    assert not PlanTask.objects.filter(code="cat").exists()


def test_loading_again_keeps_a_correction_and_what_is_out_of_use(people):
    PlanTask.objects.filter(code="SE1").update(text="In our words")
    PlanTask.objects.filter(code="SE2").update(in_use=False)
    load_reference_data()
    assert PlanTask.objects.get(code="SE1").text == "In our words"
    assert not PlanTask.objects.get(code="SE2").in_use
