"""The form: own questions first, actions for both last, nothing filled in but for an example."""

import pytest

from kls_portal.documents.document import Grid, Heading, Lines, Paragraph, Text
from kls_portal.documents.document_pdf import document_pdf
from tests.pdfua.checker import check_pdfua, need_checker
from vacancies.retention.exports import retention_form
from vacancies.retention.rules.tools import Action, Filled, Preparation, tools


def make_form(tool, **given):
    return retention_form(Preparation(tool=tool, questions=tool.questions, **given))


@pytest.mark.parametrize("tool", tools(), ids=lambda tool: tool.id)
def test_their_own_questions_come_first_and_actions_of_both_sides_last(tool):
    parts = make_form(tool).parts
    headings = [part.text for part in parts if isinstance(part, Heading)]
    own = len(tool.own_questions)
    assert isinstance(parts[0], Heading)
    assert [part.label for part in parts[1 : own + 1]] == list(tool.own_questions)
    assert headings[0] == parts[0].text
    asked = [part.label for part in parts if isinstance(part, Lines)]
    assert asked == [*tool.own_questions, *tool.questions]
    actions = [part for part in parts if isinstance(part, Grid) and part.ticks]
    assert actions == list(parts[-2:]), "the actions of both sides stand last"
    assert len({part.name for part in actions}) == 2
    read_by_both = [*headings, *(part.name for part in actions), *tool.table]
    assert not {"you", "your"}.intersection(" ".join(read_by_both).lower().split())
    assert not {"I", "my"}.intersection(" ".join((*tool.questions, *tool.table)).split())


def test_only_chosen_questions_and_those_of_the_manager_are_asked():
    tool = tools()[0]
    document = retention_form(
        Preparation(tool, tool.questions[:1], post="Librarian", more=("Why?",))
    )
    asked = [part.label for part in document.parts if isinstance(part, Lines)]
    assert asked == [*tool.own_questions, tool.questions[0], "Why?"]
    assert document.facts[0][1] == "Librarian"


def test_a_question_too_long_for_a_label_stands_whole_before_its_space():
    tool, question = tools()[0], "Why? " * 60
    parts = retention_form(Preparation(tool, (), more=(question.strip(),))).parts
    place = parts.index(Paragraph(question.strip()))
    assert parts[place + 1] == Lines("Notes", 2)


def test_a_filled_form_has_each_answer_in_place_of_its_lines():
    tool = tools()[0]
    questions = (*tool.own_questions, *tool.questions)
    answers = tuple(f"Answer {number}" for number in range(len(questions)))
    filled = Filled("Monday", answers=answers[:-1], manager=(Action("Ask", "May"),))
    parts = retention_form(Preparation(tool, tool.questions), filled).parts
    given = {
        one.text: parts[place + 1].text
        for place, one in enumerate(parts)
        if isinstance(one, Heading) and one.level == 3
    }
    assert given == dict(zip(questions[:-1], answers, strict=False))
    assert Text(answers[0]) in parts
    assert [part.label for part in parts if isinstance(part, Lines)] == [questions[-1]]
    met, managers, own = (part for part in parts if isinstance(part, Grid))
    assert (met.rows, managers.rows) == ((("Monday", "", ""),), (("Ask", "May"),))
    assert set(own.rows) == {("", "")}


@pytest.mark.pdfua
def test_every_form_is_accessible(tmp_path):
    need_checker()
    files = []
    for tool in tools():
        document = make_form(tool, post="Librarian")
        pdf = tmp_path / f"{tool.id}.pdf"
        pdf.write_bytes(document_pdf(document))
        files.append(pdf)
    assert all(faults == [] for faults in check_pdfua(files).values())
