"""Which questions of the bank an interview could ask: six to eight where the criteria allow it."""

import tomllib

import pytest

from tests.each import each
from vacancies.drafting.rules.draft import APPLICATION, CERTIFICATE, INTERVIEW, Criterion
from vacancies.drafting.services.shipped_examples import DATA
from vacancies.recruiting.rules.bank import BankQuestion, bank
from vacancies.recruiting.rules.question_choice import MOST_TESTED, chosen_questions
from vacancies.recruiting.rules.selection_plan import SelectionPlan


def chosen(rows, questions=None):
    """Choose for (text, category, methods, essential) of each criterion."""
    criteria = tuple(
        Criterion(number, category, essential, text, tuple(methods))
        for number, (text, category, methods, essential) in enumerate(rows)
    )
    picked, without = chosen_questions(
        SelectionPlan("Librarian", criteria=criteria), questions or bank().questions
    )
    return picked, len(without)


def proposed(*texts, questions=None):
    picked, left = chosen([(text, "skills", [INTERVIEW], True) for text in texts], questions)
    return [one.question.id for one in picked], left


EXAMPLES = {one.stem: tomllib.loads(one.read_text()) for one in DATA.glob("*.toml")}


@pytest.mark.parametrize("methods", ["as they are", "none"])
@each("name", list(EXAMPLES))
def test_an_example_has_six_to_eight_questions(name, methods):
    rows = [
        (one["text"], one["category"], one["assessed_by"] * (methods != "none"), one["essential"])
        for one in EXAMPLES[name]["criteria"]
    ]
    picked, left = chosen(rows)
    assert 6 <= len(picked) <= 8
    assert left <= 1
    essential = {text for text, category, ways, needed in rows if needed and INTERVIEW in ways}
    assert essential <= {row.text for one in picked for row in one.criteria}


def test_forty_criteria_have_eight_questions_on_the_essential_ones():
    words = [
        "search",
        "teach",
        "budget",
        "project",
        "accuracy",
        "respect",
        "copyright",
        "team player",
    ]
    rows = [(f"{words[n % 8]} {n}", "skills", [INTERVIEW], n % 2 < 1 or n > 31) for n in range(40)]
    picked, left = chosen(rows)
    tested = [row for one in picked for row in one.criteria]
    assert (len(picked), len(tested), left) == (8, 24, 16)
    assert max(len(one.criteria) for one in picked) == MOST_TESTED


def test_two_criteria_have_two_questions_and_one_for_each_further_point():
    rows = [
        (
            "Treats readers with respect and keeps requests confidential",
            "values",
            [INTERVIEW],
            True,
        ),
        ("Searches databases", "skills", [INTERVIEW], True),
    ]
    picked, left = chosen(rows)
    assert [one.question.id for one in picked] == ["V1", "K5", "S1"]
    assert left == 0


def test_certificates_alone_have_no_question():
    rows = [("Shows respect for copyright", "knowledge", [CERTIFICATE], True)] * 9
    assert chosen(rows) == ((), 0)


def test_what_the_form_assesses_is_asked_only_where_the_interview_is_short():
    form = [("Has managed a budget", "experience", [APPLICATION], False)]
    rows = [("Searches databases", "skills", [INTERVIEW], True)]
    assert [one.question.id for one in chosen(rows + form)[0]] == ["S1", "E9"]
    text = "Search, teach, explain, write, catalogue, plan strategy with accuracy and respect"
    assert "E9" not in [
        one.question.id for one in chosen([(text, "skills", [INTERVIEW], True)] * 6 + form)[0]
    ]
    degree = [("Knows copyright", "qualifications", [APPLICATION], True)]
    assert len(chosen(rows + degree)[0]) == 1


def test_a_qualification_has_no_question_even_where_the_interview_assesses_it():
    diploma = ("Diploma in library services", "qualifications", [INTERVIEW], False)
    assert chosen([diploma]) == ((), 0)
    assert chosen([(diploma[0], "knowledge", *diploma[2:])])[0]


@each(
    "criterion, expected",
    [
        ("Welsh language skills at level 3", []),
        ("Excellent communication skills", ["S3"]),
        ("Experience of searching health databases", ["S1"]),
        ("Has taught groups of staff", ["S2"]),
        ("Has taught clinical staff", ["S2"]),
        ("Able to work without supervision", ["V10"]),
        ("Knowledge of copyright", ["K3"]),
        ("Has looked after a website", ["E11"]),
        ("Evidence of professional development", ["V7"]),
        ("Full UK passport", []),
        ("Good organisational skills", ["E4"]),
    ],
)
def test_a_question_is_about_the_criterion(criterion, expected):
    assert proposed(criterion) == (expected, 1 - len(expected))


def test_a_question_without_phrases_is_found_by_its_own_words():
    own = [BankQuestion("x1", "skills", "How would you catalogue a map for a group?")]
    assert proposed("Catalogues", "Groups", questions=own) == (["x1"], 1)
    assert proposed("Metadata", questions=own) == (["x1"], 0)


def test_questions_are_eight_at_most_and_say_what_they_leave():
    made = [BankQuestion(f"q{n}", "skills", f"Question {n}?", ("skill",)) for n in range(20)]
    picked, left = proposed(*[f"Skill {n}" for n in range(30)], questions=made)
    assert (len(picked), left) == (8, 30 - 8 * 3)


def test_a_question_of_two_categories_is_chosen_once():
    twice = [BankQuestion(one, one, "How are you kind?", ("kind",)) for one in ("skills", "other")]
    assert proposed(*["Kind"] * 9, questions=twice) == (["skills"], 6)
