"""What editors keep true of the bank of selection, and that loading never undoes it."""

import pytest

from kls_portal.reference.loading import KEPT
from tests.each import each
from tests.pages import error_codes
from tests.vacancies.admin_pages import url
from tests.vacancies.questions import start
from vacancies.management.reference_data import load_reference_data
from vacancies.models import BankQuestion, BankTask, ScoreMarks

pytestmark = pytest.mark.usefixtures("reference_data")
MARKS = {"one": "None.", "three": "Some.", "five": "All."}


def new_task(**changed):
    answers = {"name": "Mend a link", "code": "mend", "method": "task", "text": "Mend it."}
    rest = {"shows": "care", "minutes": "10", "bands": " 4, 5;8A ", "in_use": "on", **MARKS}
    return {**answers, **rest, **changed}


def test_an_editor_adds_a_question_that_managers_may_start_from(
    editor, vacancy, criterion, as_manager
):
    answers = {"text": "How do you mend a link?", "code": "S99", "category": "skills", **MARKS}
    assert editor.post(url("bankquestion", "add"), {**answers, "in_use": "on"}).status_code == 302
    page = as_manager.get(start(vacancy, criterion)).content.decode()
    assert "How do you mend a link?" in page


def test_an_editor_adds_a_task_and_bands_are_written_one_way(editor):
    assert editor.post(url("banktask", "add"), new_task()).status_code == 302
    task = BankTask.objects.get(code="mend")
    assert task.bands == "4,5,8a"
    assert (task.suits("5"), task.suits("3"), task.suits("")) == (True, False, True)


@each(
    "changed",
    [
        {"bands": "Band 5", "minutes": "0", "method": "interview", "five": "", "text": "x" * 2_001},
        {"minutes": "241", "code": "search"},
    ],
)
def test_a_task_that_is_wrong_is_refused_at_the_field(editor, changed):
    response = editor.post(url("banktask", "add"), new_task(**changed))
    assert set(error_codes(response.context["adminform"].form)) == set(changed)
    assert not BankTask.objects.filter(code="mend").exists()


def test_an_editor_changes_the_marks_that_a_new_question_starts_with(
    editor, vacancy, criterion, as_manager
):
    row = ScoreMarks.objects.get(code="skills")
    assert editor.post(url("scoremarks", "change", row.pk), MARKS).status_code == 302
    page = as_manager.get(start(vacancy, criterion)).content.decode()
    assert ">\nNone.</textarea>" in page


def test_loading_again_keeps_corrections_and_what_was_taken_out_of_use():
    BankTask.objects.filter(code="search").update(minutes=20)
    BankTask.objects.filter(code="errors").update(in_use=False)
    BankQuestion.objects.filter(code="V1").update(text="Corrected?")
    ScoreMarks.objects.filter(code="values").update(one="Corrected.")
    done = load_reference_data()
    assert done["Assessment tasks"][KEPT] == 1
    assert done["Interview questions"][KEPT] == 1
    assert done["Marks"][KEPT] == 1
    assert BankTask.objects.get(code="search").minutes == 20
    assert not BankTask.objects.get(code="errors").in_use
    assert BankQuestion.objects.get(code="V1").text == "Corrected?"
