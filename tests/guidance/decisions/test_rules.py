"""Decisions: how far answers lead, and what would leave somebody stranded."""

import pytest

from guidance.content.shipped import read_content
from guidance.decisions.rules import Step, answers_of, faults_of, way_through
from kls_portal.nav import NAVIGATION
from kls_portal.tools import TOOLS
from tests.each import each

SHIPPED = read_content().decisions


def graph(**answers: str) -> list[Step]:
    """Steps by code, each with its answers as an editor writes them."""
    return [Step(code, code, "Why.", answers=answers_of(text)) for code, text in answers.items()]


FINE = graph(begin="Yes -> more\nNo, never -> end", more="A -> end\nB -> other", end="", other="")


def test_the_way_begins_at_the_first_question():
    way = way_through(FINE, {})
    assert (way.taken, way.now.code, way.is_unknown) == ((), "begin", False)


def test_answers_lead_on_and_those_off_the_way_count_for_nothing():
    way = way_through(FINE, {"begin": "no-never", "more": "a", "zebra": "yes"})
    assert [(one.step.code, one.answer.text) for one in way.taken] == [("begin", "No, never")]
    assert way.now.code == "end"


@each("answer", ["", "maybe", "' OR 1=1", "ß" * 500, "<b>yes</b>"])
def test_an_answer_that_is_none_is_asked_for_again(answer):
    way = way_through(FINE, {"begin": "yes", "more": answer})
    assert (way.now.code, way.is_unknown, len(way.taken)) == ("more", True, 1)


@each("line", ["Yes", "Yes ->", "-> end", "?! -> end", "Yes -> a\nyes! -> b"])
def test_answers_that_cannot_be_read_are_refused(line):
    with pytest.raises(ValueError, match=r"answer|Write"):
        answers_of(line)


@each(
    "steps, named",
    [
        ([], "question"),
        (graph(begin="Yes -> nowhere\nNo -> end", end=""), "nowhere"),
        (graph(begin="Yes -> end", end=""), "begin"),
        (graph(begin="Yes -> end\nNo -> end", end="", island=""), "island"),
        (graph(begin="Yes -> more\nNo -> end", more="A -> begin\nB -> end", end=""), "begin"),
        (graph(begin="Yes -> begin\nNo -> end", end=""), "begin"),
    ],
)
def test_a_way_that_does_not_end_is_a_fault(steps, named):
    (fault,) = faults_of(steps)
    assert named in fault


def test_steps_with_very_many_ways_through_them_are_looked_at_once_each():
    steps = {f"s{n}": f"Yes -> s{n + 1}\nNo -> s{n + 1}" for n in range(200)}
    assert faults_of(graph(**steps, s200="")) == []
    back = steps | {"s199": "Yes -> s150\nNo -> s200"}
    assert len(faults_of(graph(**back, s200=""))) == 1


def test_a_decision_in_which_every_way_ends_has_no_fault():
    assert faults_of(FINE) == []


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.code)
def test_a_shipped_decision_has_no_fault(entry):
    assert faults_of(graph(**{one.code: "\n".join(one.answers) for one in entry.steps})) == []


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.code)
def test_every_result_leads_to_something_to_do(entry):
    results = [row for row in entry.steps if not row.answers]
    assert len(results) >= 5
    assert [row.code for row in results if not (row.action_text and row.action_address)] == []


def test_what_binds_and_each_result_on_the_panel_names_where_it_is_read():
    panel = next(entry for entry in SHIPPED if entry.code == "panel-again")
    results = [row for row in panel.steps if not row.answers]
    binding = [row for one in SHIPPED for row in one.steps if "National guidance:" in row.reason]
    assert [row.code for row in [*results, *binding] if not row.source_address] == []


def test_every_decision_is_a_tool_and_every_tool_of_that_kind_a_decision():
    addresses = {tool.address for tool in TOOLS if tool.address.startswith("/tools/decisions/")}
    assert addresses == {f"/tools/decisions/{entry.code}/" for entry in SHIPPED}
    assert any(link.address == "/tools/" for link in NAVIGATION)
