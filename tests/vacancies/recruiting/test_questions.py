"""Questions and tasks: from the bank or in own words, change, move, remove, weigh."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.conftest import make_criterion
from tests.vacancies.questions import address, ask, page_of, start
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXT, ODD_TEXTS, TOO_LONG, seen, shown
from vacancies.drafting.services.ordered import move, remove
from vacancies.models import BankQuestion, BankTask, Question, ScoreMarks
from vacancies.recruiting.services.selection import selection_of


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


def suggested_in(page):
    """The codes of what a page suggests from the bank, in order."""
    return [one.get("data-suggestion") for one in page.all("[data-suggestion]")]


def gaps_shown(vacancy, client):
    """The rules of the gaps on the page of coverage."""
    page = Page(client.get(address(vacancy, "coverage_detail")))
    return [one.get("data-rule") for one in page.all("[data-rule]")]


@pytest.fixture
def question(vacancy, criterion):
    return ask(vacancy, criterion, weight=40)


def test_question_create_asks_first_what_to_test_and_how(vacancy, criterion, as_manager):
    page = Page(as_manager.get(address(vacancy, "question_create")))
    offered = [one.get("value") for one in page.all("[name=criterion] option")]
    assert offered == ["", str(criterion.pk)]
    assert page.all("[name=method]")
    assert page.errors == set(), "nothing is wrong before anything is sent"
    wrong = as_manager.get(address(vacancy, "question_create"), {"method": "telepathy"})
    assert Page(wrong).errors == {"criterion", "method"}


def test_question_create_without_criteria_leads_to_them(vacancy, as_manager):
    page = Page(as_manager.get(address(vacancy, "question_create")))
    assert page.addresses("#no-criteria") == [address(vacancy, "criterion_list")]


def test_question_create_adds_a_question_with_everything(vacancy, criterion, as_manager):
    response = as_manager.post(start(vacancy, criterion), answers(criterion), follow=True)
    question = Question.objects.get()
    assert (question.criterion, question.method) == (criterion, "interview")
    assert (question.weight, question.minutes, question.asked_by) == (40, 10, "Chair")
    assert (question.one, question.five) == ("No plan.", "A plan with reasons.")
    assert question.in_advance is True
    page = Page(response)
    assert page.banner == "success"
    assert criterion.text in page.text(".portal-rows__row"), "the row says what it tests"
    assert page.all("#weights")[0].get("data-total") == "40"


def test_question_create_starts_with_the_marks_of_the_type(
    vacancy, criterion, reference_data, as_manager
):
    page = Page(as_manager.get(start(vacancy, criterion)))
    marks = ScoreMarks.objects.get(code=criterion.category)
    assert page.value("three") == marks.three
    suggested = BankQuestion.objects.filter(code__in=suggested_in(page))
    assert {one.category for one in suggested} == {criterion.category}


def test_question_create_starts_from_the_bank(vacancy, criterion, reference_data, as_manager):
    page = Page(as_manager.get(start(vacancy, criterion, bank="S1")))
    assert page.value("text") == BankQuestion.objects.get(code="S1").text
    assert len(Page(as_manager.get(start(vacancy, criterion, bank="\x00"))).all("textarea")) > 1


@pytest.mark.parametrize("band", ["", "3", "5"])
def test_question_create_offers_tasks_that_suit_the_band_first(
    vacancy, criterion, reference_data, as_manager, band
):
    vacancy.band = band
    vacancy.save()
    found = suggested_in(Page(as_manager.get(start(vacancy, criterion, "task"))))
    search, shelving = found.index("search"), found.index("shelving")
    if band == "5":
        assert search < shelving
    else:
        assert shelving < search
    methods = BankTask.objects.filter(code__in=found).values_list("method", flat=True)
    assert set(methods) == {"task"}, "no presentation is offered as a task"


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
    found = suggested_in(Page(as_manager.get(start(vacancy, criterion, "task"))))
    assert found
    assert "search" not in found


def test_question_create_sent_twice_adds_once(vacancy, criterion, as_manager):
    once = answers(criterion)
    for _ in range(2):
        assert as_manager.post(start(vacancy, criterion), once).status_code == 302
    assert Question.objects.count() == 1


WRONG = [
    (
        {"text": "", "weight": "0", "minutes": "0", "five": TOO_LONG, "criterion": ""},
        ["required", "min_value", "min_value", "max_length", "required"],
    ),
    (
        {"text": TOO_LONG[:20_000], "weight": "1000", "criterion": NO_ROW_HAS_IT},
        ["max_length", "max_value", "invalid_choice"],
    ),
    (
        {"follow_ups": TOO_LONG, "weight": "heavy", "criterion": "\x00"},
        ["max_length", "invalid", "null_characters_not_allowed"],
    ),
    ({"weight": NO_ROW_HAS_IT}, ["max_value"]),
]


@pytest.mark.parametrize("page", ["question_create", "question_edit"])
def test_questions_refuse_at_the_field_and_keep_what_was_typed(
    vacancy, criterion, as_manager, page
):
    url = start(vacancy, criterion)
    if page == "question_edit":
        url = address(vacancy, page, ask(vacancy, criterion, "As it was").pk)
    before = list(Question.objects.values())
    for wrong, codes in WRONG:
        typed = answers(criterion, **wrong)
        response = as_manager.post(url, typed)
        assert Page(response).errors - {""} == set(wrong)
        found = error_codes(response.context["form"])
        assert [found[field] for field in wrong] == [{code} for code in codes]
        assert Page(response).value("text") == typed["text"]
    assert list(Question.objects.values()) == before


def test_question_create_keeps_what_was_typed_when_the_criterion_is_gone(
    vacancy, criteria, as_manager
):
    url, typed = start(vacancy, criteria[0]), answers(criteria[0])
    remove(row=criteria[0])
    response = as_manager.post(url, typed)
    assert error_codes(response.context["form"]) == {"criterion": {"invalid_choice"}}
    assert Page(response).value("text") == typed["text"]
    again = {**typed, "criterion": criteria[1].pk}
    assert as_manager.post(url, again).status_code == 302
    assert Question.objects.get().criterion == criteria[1]


def test_question_pages_keep_any_script_and_show_no_markup(vacancy, criterion, as_manager):
    as_manager.post(start(vacancy, criterion), answers(criterion, text=ODD_TEXT))
    question = Question.objects.get()
    assert question.text == ODD_TEXT
    for page in (
        address(vacancy),
        address(vacancy, "question_edit", question.pk),
        address(vacancy, "question_remove", question.pk),
    ):
        assert shown(as_manager.get(page).content.decode(), ODD_TEXT), page
    cut = as_manager.get(address(vacancy, "weight_edit")).content.decode()
    assert shown(cut, ODD_TEXTS["HTML"])


def test_questions_offer_and_take_no_criterion_of_another_vacancy(
    vacancy, question, other_vacancy, as_manager
):
    foreign = other_vacancy.criteria.get()
    url = address(vacancy, "question_edit", question.pk)
    offered = Page(as_manager.get(url)).all("[name=criterion] option")
    assert [one.get("value") for one in offered] == ["", str(question.criterion_id)]
    response = as_manager.post(url, answers(foreign))
    assert error_codes(response.context["form"])["criterion"] == {"invalid_choice"}
    foreign_question = ask(other_vacancy, foreign)
    stolen = address(vacancy, "question_edit", foreign_question.pk)
    assert as_manager.get(stolen).status_code == 404


def test_question_edit_goes_on_to_the_next_question(vacancy, criterion, question, as_manager):
    last = ask(vacancy, criterion)
    url, following = (address(vacancy, "question_edit", one.pk) for one in (question, last))
    sent = answers(criterion, version_token=seen(as_manager, url), next="1")
    assert as_manager.post(url, sent).url == following
    assert not Page(as_manager.get(following)).all("[name=next]")


def test_question_edit_notices_another_window(vacancy, criterion, question, as_manager):
    url = address(vacancy, "question_edit", question.pk)
    before = seen(as_manager, url)
    as_manager.post(url, answers(criterion, text="First window", version_token=before))
    response = as_manager.post(url, answers(criterion, text="Second window", version_token=before))
    form = response.context["form"]
    assert form.non_field_errors() == [CHANGED_MEANWHILE]
    assert [one.stored for one in form.changed_meanwhile] == ["First window"]
    assert Page(response).errors == {""}
    assert Page(response).value("text") == "Second window"
    question.refresh_from_db()
    assert question.text == "First window"


def test_question_edit_shows_a_task_what_a_task_needs(vacancy, criterion, as_manager):
    task = ask(vacancy, criterion, "Plan a search.", method="task", prepare="A form")
    page = Page(as_manager.get(address(vacancy, "question_edit", task.pk)))
    assert page.all("[name=prepare]")
    assert not page.all("[name=follow_ups]")
    changed = answers(criterion, text="Plan two.", prepare="Two forms", version_token="")
    url = address(vacancy, "question_edit", task.pk)
    as_manager.post(url, {**changed, "version_token": seen(as_manager, url)})
    task.refresh_from_db()
    assert (task.text, task.prepare, task.in_advance) == ("Plan two.", "Two forms", True)


def test_question_move_stays_among_those_asked_the_same_way(vacancy, criterion, as_manager):
    first = ask(vacancy, criterion, "One?")
    task = ask(vacancy, criterion, "Do this.", method="task")
    last = ask(vacancy, criterion, "Two?")
    moved = as_manager.post(address(vacancy, "question_move", last.pk, "up"))
    assert moved.headers["Location"] == f"{address(vacancy)}#question-{last.pk}"
    assert list(vacancy.questions.all()) == [last, task, first]
    assert not move(vacancy=vacancy, rows=[task], direction="up")
    page = Page(as_manager.get(address(vacancy)))
    moves = [one for one in page.actions if "/move/" in one]
    assert moves == [
        address(vacancy, "question_move", last.pk, "down"),
        address(vacancy, "question_move", first.pk, "up"),
    ]


def test_a_question_outlives_its_criterion_and_says_what_it_was(
    vacancy, criterion, question, as_manager
):
    remove(row=criterion)
    question.refresh_from_db()
    assert (question.criterion, question.lost_criterion) == (None, "Can plan a search")
    listed = Page(as_manager.get(address(vacancy)))
    assert "Can plan a search" in listed.text("[data-orphan]"), "it says what it was for"
    assert "orphaned" in gaps_shown(vacancy, as_manager)
    page = Page(as_manager.get(address(vacancy, "question_edit", question.pk)))
    assert "Can plan a search" in page.text("#lost-criterion")


def test_a_question_tests_several_criteria_and_outlives_one(vacancy, criteria, as_manager):
    question = ask(vacancy, criteria[0])
    url = address(vacancy, "question_edit", question.pk)
    several = answers(criteria[0], also=[criteria[1].pk], version_token=seen(as_manager, url))
    as_manager.post(url, several)
    shown = Page(as_manager.get(address(vacancy, "coverage_detail")))
    assert len(shown.all("[data-state=used] a")) == 2
    assert criteria[1].text in Page(as_manager.get(address(vacancy))).text(".portal-rows__row")
    stolen = as_manager.post(
        url, several | {"also": ["9" * 25], "version_token": seen(as_manager, url)}
    )
    assert "also" in stolen.context["form"].errors
    remove(row=criteria[0])
    question.refresh_from_db()
    assert (question.criterion, question.lost_criterion) == (criteria[1], "")


def test_an_orphan_gets_another_criterion(vacancy, criteria, as_manager):
    question = ask(vacancy, criteria[0])
    remove(row=criteria[0])
    url = address(vacancy, "question_edit", question.pk)
    as_manager.post(url, answers(criteria[1], version_token=seen(as_manager, url)))
    question.refresh_from_db()
    assert question.criterion == criteria[1]
    assert "orphaned" not in gaps_shown(vacancy, as_manager)


def test_question_remove_asks_first(vacancy, question, as_manager):
    url = address(vacancy, "question_remove", question.pk)
    assert question.text in Page(as_manager.get(url)).text()
    assert Question.objects.exists()
    assert Page(as_manager.post(url, follow=True)).banner == "success"
    assert not Question.objects.exists()
    assert as_manager.post(url).status_code == 404


def test_weight_edit_changes_all_and_says_how_they_add_up(vacancy, criterion, as_manager):
    rows = [ask(vacancy, criterion, f"Question {number}?") for number in range(3)]
    url = address(vacancy, "weight_edit")
    typed = {f"weight_{row.pk}": weight for row, weight in zip(rows, ("50", "30", ""), strict=True)}
    page = Page(
        as_manager.post(url, {**typed, "version_token": seen(as_manager, url)}, follow=True)
    )
    assert page.banner == "success"
    assert page.all("#weights")[0].get("data-total") == "80"
    assert list(vacancy.questions.values_list("weight", flat=True)) == [50, 30, None]


@each("weight", ["0", "1000", NO_ROW_HAS_IT, "half"])
def test_weight_edit_refuses_at_the_field(vacancy, question, as_manager, weight):
    url = address(vacancy, "weight_edit")
    typed = {f"weight_{question.pk}": weight, "version_token": seen(as_manager, url)}
    page = Page(as_manager.post(url, typed))
    assert page.errors == {f"weight_{question.pk}"}
    assert page.value(f"weight_{question.pk}") == weight
    question.refresh_from_db()
    assert question.weight == 40


def test_weight_edit_notices_another_window(vacancy, criterion, question, as_manager):
    url = address(vacancy, "weight_edit")
    before = seen(as_manager, url)
    ask(vacancy, criterion, "Another?")
    typed = {f"weight_{question.pk}": "50", "version_token": before}
    assert Page(as_manager.post(url, typed)).errors == {""}
    question.refresh_from_db()
    assert question.weight == 40
    assert (
        as_manager.post(url, {**typed, "version_token": seen(as_manager, url)}).status_code == 302
    )


def test_weight_edit_shares_100_equally(vacancy, criteria, as_manager):
    for criterion in criteria:
        ask(vacancy, criterion)
    orphan = ask(vacancy, criteria[0], "Orphan?", weight=7)
    Question.objects.filter(pk=orphan.pk).update(criterion=None)
    page = Page(as_manager.post(address(vacancy, "weight_edit"), {"share": "1"}, follow=True))
    assert [one.get("data-total") for one in page.all("#weights")] == ["100"]
    assert sorted(vacancy.questions.values_list("weight", flat=True)) == [7, 33, 33, 34]


@pytest.mark.parametrize("press", [{}, {"share": "1"}])
def test_weight_edit_takes_who_asks_and_refuses_a_name(vacancy, criterion, as_manager, press):
    first, second = (ask(vacancy, criterion, f"Question {n}?", weight=n) for n in (1, 2))
    url = address(vacancy, "weight_edit")
    typed = {f"asked_by_{first.pk}": "Chair", f"asked_by_{second.pk}": "Dr Anna Shah", **press}
    typed |= {f"weight_{one.pk}": "50" for one in (first, second)}
    page = Page(as_manager.post(url, {**typed, "version_token": seen(as_manager, url)}))
    assert page.errors == {f"asked_by_{second.pk}"}
    assert page.value(f"weight_{first.pk}") == "50"
    typed[f"asked_by_{second.pk}"] = "Manager"
    as_manager.post(url, {**typed, "version_token": seen(as_manager, url)})
    rows = list(vacancy.questions.values_list("weight", "asked_by"))
    assert rows == [(50, "Chair"), (50, "Manager")]


def test_weight_edit_without_questions_says_so(vacancy, as_manager):
    page = Page(as_manager.get(address(vacancy, "weight_edit")))
    assert "nothing-to-weigh" in page.ids
    as_manager.post(address(vacancy, "weight_edit"), {"share": "1"})


def test_question_list_plans_the_time(vacancy, criterion, as_manager):
    ask(vacancy, criterion, minutes=50)
    page = Page(as_manager.get(address(vacancy)))
    assert re.findall(r"\d+", page.text("#too-long")) == ["63", "60"]


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


def test_the_selection_holds_what_is_stored(vacancy, criterion, question):
    ask(vacancy, criterion, follow_ups="One?\n\n  Two? ", one="a", three="b", five="c")
    with_all = type(vacancy).objects.for_selection().get(pk=vacancy.pk)
    selection = selection_of(with_all)
    assert [one.text for one in selection.questions] == ["How do you plan a search?"] * 2
    assert selection.questions[1].follow_ups == ("One?", "Two?")
    assert selection.questions[1].anchors.complete
    assert selection.organisation == "Northfield NHS Trust"


def test_question_edit_saves_as_somebody_types(vacancy, criterion, question, as_manager):
    url = address(vacancy, "question_edit", question.pk)
    typed = answers(criterion, text="Typed so far?", version_token=seen(as_manager, url))
    saved = as_manager.post(url, typed, headers={"X-Autosave": "1"}).json()
    assert set(saved) == {"saved_at", "version_token"}
    wrong = as_manager.post(
        url,
        {**typed, "weight": "1000", "version_token": saved["version_token"]},
        headers={"X-Autosave": "1"},
    ).json()
    assert set(wrong["errors"]) == {"weight"}
    question.refresh_from_db()
    assert (question.text, question.weight) == ("Typed so far?", 40)
