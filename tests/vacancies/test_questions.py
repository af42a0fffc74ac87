"""Questions and tasks: from the bank or in own words, change, move, remove, weigh."""

import uuid
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.vacancies.conftest import make_criterion
from tests.vacancies.questions import address, ask, page_of, start
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXTS, TOO_LONG, seen, shown
from vacancies.models import BankTask, Question
from vacancies.services.ordered import move, remove
from vacancies.services.selection import thread_of


def answers(tested, **changed):
    return {
        "criterion": tested.pk,
        "text": "How do you plan a search?",
        "follow_ups": "Where do you start?",
        "one": "No plan.",
        "three": "A plan.",
        "five": "A plan with reasons.",
        "weight": "40",
        "minutes": "10",
        "asked_by": "Chair",
        "in_advance": "on",
        "key": str(uuid.uuid4()),
        **changed,
    }


@pytest.fixture
def question(vacancy, criterion):
    return ask(vacancy, criterion, weight=40)


def test_question_create_asks_first_what_to_test_and_how(vacancy, criterion, as_manager):
    page = page_of(as_manager, address(vacancy, "question_create"))
    assert "Can plan a search" in page
    assert "How will you ask it?" in page
    assert "There is a problem" not in page
    wrong = page_of(as_manager, address(vacancy, "question_create") + "?method=telepathy")
    assert "Choose the criterion that it tests" in wrong


def test_question_create_without_criteria_leads_to_them(vacancy, as_manager):
    assert "Add the person specification first" in page_of(
        as_manager, address(vacancy, "question_create")
    )


def test_question_create_adds_a_question_with_everything(vacancy, criterion, as_manager):
    response = as_manager.post(start(vacancy, criterion), answers(criterion), follow=True)
    question = Question.objects.get()
    assert (question.criterion, question.method) == (criterion, "interview")
    assert (question.weight, question.minutes, question.asked_by) == (40, 10, "Chair")
    assert (question.one, question.five) == ("No plan.", "A plan with reasons.")
    assert question.in_advance is True
    page = unescape(response.content.decode())
    assert "You added a question." in page
    assert "Tests: Can plan a search." in page
    assert "The weights add up to 40, not 100: 60 are missing." in page


def test_question_create_starts_with_the_marks_of_the_type(
    vacancy, criterion, reference_data, as_manager
):
    page = page_of(as_manager, start(vacancy, criterion))
    assert "Names the main steps in a sound order" in page
    assert "How would you find evidence for a clinical question" in page
    assert "Tell us about a time you treated somebody with respect" not in page


def test_question_create_starts_from_the_bank(vacancy, criterion, reference_data, as_manager):
    page = page_of(as_manager, start(vacancy, criterion, bank="S1"))
    box = page.split("<textarea", 2)[1]
    assert "How would you find evidence for a clinical question" in box
    assert page_of(as_manager, start(vacancy, criterion, bank="\x00")).count("<textarea") > 1


@pytest.mark.parametrize("band", ["", "3", "5"])
def test_question_create_offers_tasks_that_suit_the_band_first(
    vacancy, criterion, reference_data, as_manager, band
):
    vacancy.band = band
    vacancy.save()
    page = page_of(as_manager, start(vacancy, criterion, "task"))
    search = page.index("Plan an evidence search")
    shelving = page.index("Put books or a trolley in order")
    if band == "5":
        assert search < shelving
    else:
        assert shelving < search
    assert "Prepared presentation" not in page


def test_question_create_takes_a_task_from_the_bank_with_all_that_prepares_it(
    vacancy, criterion, reference_data, as_manager
):
    page = page_of(as_manager, start(vacancy, criterion, "task", bank="search"))
    task = BankTask.objects.get(code="search")
    for text in (task.text, task.shows, task.five, *task.prepare.splitlines()):
        assert text in page
    given = {
        name: getattr(task, name) for name in ("text", "shows", "prepare", "adjustments", "minutes")
    }
    as_manager.post(start(vacancy, criterion, "task"), answers(criterion, **given))
    question = Question.objects.get()
    assert (question.method, question.minutes) == ("task", 30)
    assert question.prepare == task.prepare


def test_what_an_editor_took_out_of_use_is_not_offered(
    vacancy, criterion, reference_data, as_manager
):
    BankTask.objects.filter(code="search").update(in_use=False)
    assert "Plan an evidence search" not in page_of(as_manager, start(vacancy, criterion, "task"))


def test_question_create_sent_twice_adds_once(vacancy, criterion, as_manager):
    once = answers(criterion)
    for _ in range(2):
        assert as_manager.post(start(vacancy, criterion), once).status_code == 302
    assert Question.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": ""}, "Enter the question or task"),
        ({"text": TOO_LONG[:20_000]}, "Question or task must be 2,000 characters or fewer"),
        ({"weight": "0"}, "Weight must be between 1 and 100"),
        ({"weight": "1000"}, "Weight must be between 1 and 100"),
        ({"weight": "heavy"}, "Weight"),
        ({"weight": NO_ROW_HAS_IT}, "Weight must be between 1 and 100"),
        ({"minutes": "0"}, "Minutes must be between 1 and 240"),
        ({"follow_ups": TOO_LONG}, "must be 1,000 characters or fewer"),
        ({"five": TOO_LONG}, "must be 500 characters or fewer"),
        ({"criterion": ""}, "Choose the criterion that it tests"),
        ({"criterion": NO_ROW_HAS_IT}, "That criterion is not there any more"),
        ({"criterion": "\x00"}, "That criterion is not there any more"),
    ],
)
@pytest.mark.parametrize("page", ["question_create", "question_edit"])
def test_questions_refuse_at_the_field_and_keep_what_was_typed(
    vacancy, criterion, as_manager, page, changed, sentence
):
    url = start(vacancy, criterion)
    if page == "question_edit":
        url = address(vacancy, page, ask(vacancy, criterion, "As it was").pk)
    before = list(Question.objects.values())
    typed = answers(criterion, **changed)
    response = as_manager.post(url, typed)
    html = response.content.decode()
    assert response.status_code == 200
    assert "There is a problem" in html
    assert sentence in html
    assert shown(html, typed["text"])
    assert list(Question.objects.values()) == before


def test_question_create_keeps_what_was_typed_when_the_criterion_is_gone(
    vacancy, criteria, as_manager
):
    url, typed = start(vacancy, criteria[0]), answers(criteria[0])
    remove(row=criteria[0])
    page = as_manager.post(url, typed).content.decode()
    assert "That criterion is not there any more. Choose another one" in page
    assert typed["text"] in page
    again = {**typed, "criterion": criteria[1].pk}
    assert as_manager.post(url, again).status_code == 302
    assert Question.objects.get().criterion == criteria[1]


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_question_pages_keep_any_script_and_show_no_markup(vacancy, criterion, as_manager, text):
    as_manager.post(start(vacancy, criterion), answers(criterion, text=text))
    question = Question.objects.get()
    assert question.text == text
    for page in (
        address(vacancy),
        address(vacancy, "question_edit", question.pk),
        address(vacancy, "question_remove", question.pk),
        address(vacancy, "weight_edit"),
    ):
        assert shown(as_manager.get(page).content.decode(), text), page


def test_questions_offer_and_take_no_criterion_of_another_vacancy(
    vacancy, question, other_vacancy, as_manager
):
    foreign = other_vacancy.criteria.get()
    url = address(vacancy, "question_edit", question.pk)
    assert "Can read old hands" not in page_of(as_manager, url)
    page = as_manager.post(url, answers(foreign)).content.decode()
    assert "That criterion is not there any more" in page
    foreign_question = ask(other_vacancy, foreign)
    stolen = address(vacancy, "question_edit", foreign_question.pk)
    assert as_manager.get(stolen).status_code == 404


def test_question_edit_notices_another_window(vacancy, criterion, question, as_manager):
    url = address(vacancy, "question_edit", question.pk)
    before = seen(as_manager, url)
    as_manager.post(url, answers(criterion, text="First window", seen=before))
    page = as_manager.post(url, answers(criterion, text="Second window", seen=before))
    html = page.content.decode()
    assert "This was saved in another window" in html
    assert "First window" in html
    assert "Second window" in html
    question.refresh_from_db()
    assert question.text == "First window"


def test_question_edit_shows_a_task_what_a_task_needs(vacancy, criterion, as_manager):
    task = ask(vacancy, criterion, "Plan a search.", method="task", prepare="A form")
    page = page_of(as_manager, address(vacancy, "question_edit", task.pk))
    assert "What must be prepared?" in page
    assert "Follow-up questions" not in page
    changed = answers(criterion, text="Plan two.", prepare="Two forms", seen="")
    url = address(vacancy, "question_edit", task.pk)
    as_manager.post(url, {**changed, "seen": seen(as_manager, url)})
    task.refresh_from_db()
    assert (task.text, task.prepare, task.in_advance) == ("Plan two.", "Two forms", True)


def test_question_move_stays_among_those_asked_the_same_way(vacancy, criterion, as_manager):
    first = ask(vacancy, criterion, "One?")
    task = ask(vacancy, criterion, "Do this.", method="task")
    last = ask(vacancy, criterion, "Two?")
    as_manager.post(address(vacancy, "question_move", last.pk, "up"))
    assert list(vacancy.questions.all()) == [last, task, first]
    assert not move(row=task, direction="up")
    page = page_of(as_manager, address(vacancy))
    assert "Move down question 1" in page.replace('<span class="nhsuk-u-visually-hidden">', "")


def test_a_question_outlives_its_criterion_and_says_what_it_was(
    vacancy, criterion, question, as_manager
):
    url = reverse("vacancies:criterion_remove", args=[vacancy.pk, criterion.pk])
    page = page_of(as_manager, url)
    assert "It is in use." in page
    assert question.text in page
    done = as_manager.post(url, follow=True).content.decode()
    assert "Its questions are kept. Give them another criterion." in done
    question.refresh_from_db()
    assert (question.criterion, question.lost_criterion) == (None, "Can plan a search")
    listed = page_of(as_manager, address(vacancy))
    assert "It tested “Can plan a search”." in listed
    assert "tests no criterion" in page_of(as_manager, address(vacancy, "coverage_detail"))
    assert "which was removed" in page_of(
        as_manager, address(vacancy, "question_edit", question.pk)
    )


def test_a_criterion_without_questions_says_nothing_of_them(vacancy, criterion, as_manager):
    url = reverse("vacancies:criterion_remove", args=[vacancy.pk, criterion.pk])
    assert "It is in use." not in page_of(as_manager, url)
    assert "Its questions are kept" not in as_manager.post(url, follow=True).content.decode()


def test_an_orphan_gets_another_criterion(vacancy, criteria, as_manager):
    question = ask(vacancy, criteria[0])
    remove(row=criteria[0])
    url = address(vacancy, "question_edit", question.pk)
    as_manager.post(url, answers(criteria[1], seen=seen(as_manager, url)))
    question.refresh_from_db()
    assert question.criterion == criteria[1]
    assert "tests no criterion" not in page_of(as_manager, address(vacancy, "coverage_detail"))


def test_question_remove_asks_first(vacancy, question, as_manager):
    url = address(vacancy, "question_remove", question.pk)
    assert "Do you want to remove this question?" in page_of(as_manager, url)
    assert Question.objects.exists()
    page = as_manager.post(url, follow=True).content.decode()
    assert "You removed the question." in page
    assert not Question.objects.exists()
    assert as_manager.post(url).status_code == 404


def test_weight_edit_changes_all_and_says_how_they_add_up(vacancy, criterion, as_manager):
    rows = [ask(vacancy, criterion, f"Question {number}?") for number in range(3)]
    url = address(vacancy, "weight_edit")
    typed = {f"weight_{row.pk}": weight for row, weight in zip(rows, ("50", "30", ""), strict=True)}
    page = as_manager.post(url, {**typed, "seen": seen(as_manager, url)}, follow=True)
    said = unescape(page.content.decode())
    assert "You saved the weights." in said
    assert "1 question or task has no weight yet. The weights add up to 80" in said
    assert list(vacancy.questions.values_list("weight", flat=True)) == [50, 30, None]


@pytest.mark.parametrize("weight", ["0", "1000", "-5", NO_ROW_HAS_IT, "half"])
def test_weight_edit_refuses_at_the_field(vacancy, question, as_manager, weight):
    url = address(vacancy, "weight_edit")
    typed = {f"weight_{question.pk}": weight, "seen": seen(as_manager, url)}
    page = as_manager.post(url, typed).content.decode()
    assert "There is a problem" in page
    assert f"#id_weight_{question.pk}" in page
    assert f'value="{weight}"' in page
    question.refresh_from_db()
    assert question.weight == 40


def test_weight_edit_notices_another_window(vacancy, criterion, question, as_manager):
    url = address(vacancy, "weight_edit")
    before = seen(as_manager, url)
    ask(vacancy, criterion, "Another?")
    typed = {f"weight_{question.pk}": "50", "seen": before}
    page = as_manager.post(url, typed).content.decode()
    assert "were changed in another window" in page
    question.refresh_from_db()
    assert question.weight == 40
    assert as_manager.post(url, {**typed, "seen": seen(as_manager, url)}).status_code == 302


def test_weight_edit_shares_100_equally(vacancy, criteria, as_manager):
    for criterion in criteria:
        ask(vacancy, criterion)
    orphan = ask(vacancy, criteria[0], "Orphan?", weight=7)
    Question.objects.filter(pk=orphan.pk).update(criterion=None)
    page = as_manager.post(address(vacancy, "weight_edit"), {"share": "1"}, follow=True)
    assert "The weights add up to 100." in page.content.decode()
    assert sorted(vacancy.questions.values_list("weight", flat=True)) == [7, 33, 33, 34]


def test_weight_edit_without_questions_says_so(vacancy, as_manager):
    page = page_of(as_manager, address(vacancy, "weight_edit"))
    assert "There is no question or task to weigh yet." in page
    as_manager.post(address(vacancy, "weight_edit"), {"share": "1"})


def test_question_list_plans_the_time(vacancy, criterion, as_manager):
    ask(vacancy, criterion, minutes=50)
    page = page_of(as_manager, address(vacancy))
    assert "The interview takes 63 minutes. Plan for 60 at most." in page


@pytest.mark.parametrize("page", ["question_list", "coverage_detail", "vacancy_detail"])
def test_pages_ask_the_same_for_one_or_many_questions(vacancy, criterion, as_manager, page):
    ask(vacancy, criterion)
    url = address(vacancy, page)
    as_manager.get(url)
    with CaptureQueriesContext(connection) as few:
        as_manager.get(url)
    for number in range(5):
        ask(vacancy, make_criterion(vacancy, f"Criterion {number}"), f"Question {number}?")
    with CaptureQueriesContext(connection) as many:
        as_manager.get(url)
    assert len(many) == len(few)


def test_the_thread_holds_what_is_stored(vacancy, criterion, question):
    ask(vacancy, criterion, follow_ups="One?\n\n  Two? ", one="a", three="b", five="c")
    with_all = type(vacancy).objects.for_selection().get(pk=vacancy.pk)
    thread = thread_of(with_all)
    assert [one.text for one in thread.questions] == ["How do you plan a search?"] * 2
    assert thread.questions[1].follow_ups == ("One?", "Two?")
    assert thread.questions[1].anchors.complete
    assert thread.organisation == "Northfield NHS Trust"


def test_question_edit_saves_as_somebody_types(vacancy, criterion, question, as_manager):
    url = address(vacancy, "question_edit", question.pk)
    typed = answers(criterion, text="Typed so far?", seen=seen(as_manager, url))
    saved = as_manager.post(url, typed, headers={"X-Autosave": "1"}).json()
    assert set(saved) == {"saved_at", "seen"}
    wrong = as_manager.post(
        url, {**typed, "weight": "1000", "seen": saved["seen"]}, headers={"X-Autosave": "1"}
    ).json()
    assert wrong == {"errors": {"weight": ["Weight must be between 1 and 100"]}}
    question.refresh_from_db()
    assert (question.text, question.weight) == ("Typed so far?", 40)
