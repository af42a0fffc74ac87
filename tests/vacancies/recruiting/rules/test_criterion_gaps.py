"""Each gap in how criteria are assessed is named, and stays silent where there is none."""

from dataclasses import replace

from tests.each import each
from tests.vacancies.recruiting.rules.selections import (
    RESPECT,
    SELECTION,
    with_criterion,
    without_question,
)
from vacancies.drafting.rules.draft import Duty
from vacancies.recruiting.rules import gap_rules as rules
from vacancies.recruiting.rules import selection_plan as gap
from vacancies.recruiting.rules.gap_rules import gaps
from vacancies.recruiting.rules.selection_plan import SelectionPlan


def sentences(rule, selection):
    return [one.sentence for one in rule(selection)]


def test_a_whole_selection_has_no_gaps():
    assert gaps(SELECTION) == ()


def test_a_vacancy_without_criteria_has_none_to_name():
    assert gaps(SelectionPlan("Librarian", duties=SELECTION.duties)) == ()


def test_never_assessed():
    selection = with_criterion(SELECTION, 3, assessed_by=())
    found = list(rules.never_assessed(selection))
    assert [RESPECT.text in one.sentence for one in found] == [True]
    assert (found[0].remedy.page, found[0].remedy.row) == (gap.METHOD, 3)


@each(
    "methods, said",
    [
        (("application", "interview"), []),
        (
            ("interview", "application", "task"),
            [
                "“Treats people with respect” is assessed 3 times: by application form, interview "
                "and assessment task."
            ],
        ),
    ],
)
def test_assessed_often_in_words(methods, said):
    assert (
        sentences(rules.assessed_often, with_criterion(SELECTION, 3, assessed_by=methods)) == said
    )


@each(
    "duty, named",
    [
        ("Orders books", True),
        ("Represents the library at meetings", True),
        ("Keeps the present stock in order", True),
        ("Supports the trainee", True),
        ("Presents evidence to ward teams", False),
        ("Teaches students to search", False),
        ("Runs workshops", False),
        ("Gives talks at induction days", False),
        ("Delivers training sessions", False),
    ],
)
def test_only_presented(duty, named):
    selection = replace(SELECTION, duties=(Duty(11, duty),))
    selection = with_criterion(selection, 3, assessed_by=("presentation",))
    found = sentences(rules.only_presented, selection)
    assert bool(found) is named
    assert all(RESPECT.text in sentence for sentence in found)


def test_only_presented_is_silent_with_another_method():
    selection = with_criterion(SELECTION, 3, assessed_by=("interview", "presentation"))
    assert sentences(rules.only_presented, selection) == []


@each(
    "changed, named",
    [
        ({"assessed_by": ("certificate",)}, True),
        ({"assessed_by": ("application", "certificate")}, False),
        ({"assessed_by": ("certificate",), "essential": False}, False),
    ],
)
def test_checked_last(changed, named):
    found = sentences(rules.checked_last, with_criterion(SELECTION, 1, **changed))
    assert bool(found) is named


@each(
    "text, category, named",
    [
        ("Degree in librarianship", "qualifications", True),
        ("Degree or equivalent qualification", "qualifications", True),
        ("Degree or Equivalent Experience", "qualifications", False),
        ("Degree, or relevant experience", "qualifications", False),
        ("Knows the degree programmes of the Trust", "knowledge", False),
    ],
)
def test_one_route(text, category, named):
    selection = with_criterion(SELECTION, 1, text=text, category=category)
    assert bool(sentences(rules.one_route, selection)) is named


def test_duty_without_criterion():
    selection = replace(SELECTION, duties=(*SELECTION.duties, Duty(13, "Runs the budget")))
    found = list(rules.duty_without_criterion(selection))
    assert ["“Runs the budget”" in one.sentence for one in found] == [True]
    assert (found[0].remedy.page, found[0].remedy.row) == (gap.LINKS, 13)


@each("number, method, word", [(21, "interview", "question"), (23, "task", "task")])
def test_nothing_asked(number, method, word):
    found = list(rules.nothing_asked(without_question(SELECTION, number)))
    assert len(found) == 1
    assert f" {word} " in found[0].sentence
    assert (found[0].remedy.page, found[0].remedy.method) == (gap.NEW_QUESTION, method)


def test_nothing_asked_wants_a_presentation_too():
    selection = with_criterion(SELECTION, 3, assessed_by=("interview", "presentation"))
    found = list(rules.nothing_asked(selection))
    assert [(one.remedy.page, one.remedy.method) for one in found] == [
        (gap.NEW_QUESTION, "presentation")
    ]


@each(
    "rule, changed, name",
    [
        (rules.never_assessed, {"assessed_by": ()}, "never-assessed"),
        (
            rules.assessed_often,
            {"assessed_by": ("application", "interview", "task")},
            "assessed-often",
        ),
        (rules.only_presented, {"assessed_by": ("presentation",)}, "only-presented"),
        (rules.checked_last, {"assessed_by": ("certificate",)}, "checked-last"),
        (rules.one_route, {"text": "Degree in librarianship"}, "one-route"),
    ],
)
def test_a_hole_leads_to_the_criterion_where_it_is_mended(rule, changed, name):
    (found,) = rule(with_criterion(SELECTION, 1, **changed))
    page = gap.CRITERION if name == "one-route" else gap.METHOD
    assert (found.rule, found.remedy.page, found.remedy.row) == (name, page, 1)
    assert found.remedy.words == found.remedy.words.capitalize()
    assert found.sentence.endswith(".")
    assert bool(found.fingerprint) is (name in {"never-assessed", "one-route"})


def test_a_hole_of_a_duty_or_a_question_says_where_one_is_added():
    selection = replace(SELECTION, duties=(*SELECTION.duties, Duty(13, "Runs the budget")))
    (duty,) = rules.duty_without_criterion(selection)
    (question,) = rules.nothing_asked(without_question(SELECTION, 21))
    assert (duty.rule, question.rule) == ("duty-without-criterion", "nothing-asked")
    assert (question.remedy.row, question.remedy.words) == (3, "Add a question")
    assert duty.remedy.words == duty.remedy.words.capitalize()


@each("methods", [("application", "interview", "task"), ("presentation",), ("interview", "task")])
def test_no_criterion_is_told_to_add_something_and_to_leave_it_out(methods):
    selection = with_criterion(SELECTION, 1, assessed_by=methods)
    selection = replace(selection, questions=(), duties=())
    found = [one for one in rules.gaps(selection) if one.remedy.row == 1]
    to_change = [one for one in found if one.rule in {"assessed-often", "only-presented"}]
    to_add = [one for one in found if one.rule == "nothing-asked"]
    assert bool(to_change) != bool(to_add)
