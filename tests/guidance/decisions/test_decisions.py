"""Decisions on the page, as a file and in the admin."""

import pytest
from django.urls import reverse

from guidance.decisions.admin import StepForm
from guidance.decisions.rules import way_through
from guidance.decisions.services import steps_of
from guidance.models import Decision, DecisionStep
from tests.each import each
from tests.pages import Page

ADDRESS = "/tools/decisions/pick/"
ANSWERS = "?begin=yes&more=b"


@pytest.fixture
def decision(db):
    """A decision of 2 questions and 2 results."""
    decision = Decision.objects.create(code="pick", title="Which one?", summary="Choose.")
    rows = [
        ("begin", "Begin?", "Yes -> more\nNo -> left"),
        ("more", "More?", "A -> left\nB -> right"),
        ("left", "Take the left", ""),
        ("right", "Take the right", ""),
    ]
    for place, (code, text, answers) in enumerate(rows):
        DecisionStep.objects.create(
            decision=decision,
            place=place,
            code=code,
            text=text,
            reason=f"Why {code}.\n\nAnd why not.",
            answers=answers,
            source="A book" if answers else "",
            source_address="https://a.example/" if code == "begin" else "",
            action_text="" if answers else "Go",
            action_address="" if answers else "/recruiting/",
        )
    return decision


def test_a_question_shows_its_answers_and_why_it_is_asked(client, decision):
    page = Page(client.get(f"{ADDRESS}?begin=yes"))
    assert [box.get("value") for box in page.all("[name=more]")] == ["a", "b"]
    assert "Why more." in page.text("main")
    assert page.texts("main ol strong") == ["Begin?"]
    assert page.addresses("main ol") == ["?"]


def test_a_result_tells_each_answer_with_what_is_behind_it(client, decision):
    page = Page(client.get(ADDRESS + ANSWERS))
    assert page.text("#result") == "Take the right"
    assert page.all("form[novalidate]") == []
    for words in ("Why right.", "Why begin.", "And why not.", "Source: A book."):
        assert words in page.text("main")
    assert "/recruiting/" in page.addresses("main")
    assert page.addresses("main ol") == ["https://a.example/", "?more=b", "?begin=yes"]


def test_a_changed_answer_keeps_those_after_it(client, decision):
    asked_again = Page(client.get(f"{ADDRESS}?more=b"))
    assert [box.get("value") for box in asked_again.all("[name=begin]")] == ["yes", "no"]
    assert [box.get("value") for box in asked_again.all("[name=more]")] == ["b"]
    assert Page(client.get(f"{ADDRESS}?more=b&begin=yes")).text("#result") == "Take the right"
    assert Page(client.get(f"{ADDRESS}?more=b&begin=no")).text("#result") == "Take the left"


@pytest.mark.parametrize(
    "query", ["?asked=begin", "?begin=maybe", "?begin=", "?begin=%00&asked=begin"]
)
def test_a_question_without_an_answer_is_asked_again(client, decision, query):
    answer = client.get(ADDRESS + query)
    assert answer.status_code == 200
    assert Page(answer).errors == {"begin"}


def test_another_decision_is_not_there(client, decision):
    assert client.get("/tools/decisions/none/").status_code == 404


def test_the_record_holds_every_answer(client, decision):
    answer = client.get(f"{ADDRESS}record.docx{ANSWERS}")
    assert answer.status_code == 200
    assert "decision" in answer.headers["Content-Disposition"]
    assert client.get(f"{ADDRESS}record.docx?begin=yes").status_code == 404


def test_a_page_of_a_decision_needs_few_queries(client, decision, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(ADDRESS + ANSWERS)


def test_every_way_through_what_ships_ends_in_a_result(guidance_pages):
    for decision in Decision.objects.all():
        steps = steps_of(decision)
        ways = [{}]
        while ways:
            given = ways.pop()
            now = way_through(steps, given).now
            assert now.answers or now.action[1], f"{decision.code}: {now.code} is a dead end"
            assert "{{" not in now.text + now.reason + now.source
            ways += [given | {now.code: one.code} for one in now.answers]


def change(decision, **given):
    """The form of a decision with all its steps as they are, but for what is given."""
    rows = decision.steps.order_by("place")
    values = {"title": decision.title, "summary": decision.summary}
    values |= {"steps-TOTAL_FORMS": rows.count(), "steps-INITIAL_FORMS": rows.count()}
    for number, row in enumerate(rows):
        values |= {f"steps-{number}-{name}": getattr(row, name) for name in StepForm.Meta.fields}
        values |= {f"steps-{number}-id": row.pk, f"steps-{number}-decision": decision.pk}
    return values | given


def test_an_editor_changes_a_question(editor, client, decision):
    address = reverse("admin:guidance_decision_change", args=[decision.pk])
    assert editor.post(address, change(decision, **{"steps-0-text": "Anew?"})).status_code == 302
    assert "Anew?" in Page(client.get(ADDRESS)).text("main")


@each(
    "name, value",
    [
        ("steps-0-answers", "Yes -> nowhere\nNo -> left"),
        ("steps-0-answers", "Yes"),
        ("steps-0-reason", "Since {{ fact no-such-fact }}."),
        ("steps-2-action_address", "https://elsewhere.example/"),
        ("steps-3-DELETE", "on"),
    ],
)
def test_an_editor_cannot_leave_a_dead_end(editor, decision, name, value):
    address = reverse("admin:guidance_decision_change", args=[decision.pk])
    before = list(decision.steps.values())
    answer = editor.post(address, change(decision, **{name: value}))
    assert answer.status_code == 200
    assert value in answer.content.decode().replace("&gt;", ">") or value == "on"
    assert list(decision.steps.values()) == before
