"""The main duties, and wording and layout taken from the evaluation scheme."""

import re

from tests.each import each
from tests.vacancies.rulebook.report import duties, essential, hits
from vacancies.rulebook.check import check

FACTORS = ["Physical skills", "Freedom to act", "Mental effort", "Working conditions"]


MORE = ["Physical effort", "Emotional effort", "Human resources", "Research and development"]


def laid_out(names: list[str]) -> str:
    return "\n\n".join(f"{name}\nYou will do this and that every day." for name in names)


def test_laid_out_as_factors_fires_once_at_the_first_factor():
    assert hits("B1", laid_out(FACTORS)) == ["Physical skills"]
    assert hits("B1", "\n".join(f"{n}. {name}: some" for n, name in enumerate(FACTORS))) == [
        "Physical skills"
    ]


def test_laid_out_as_factors_says_so_strongly_from_eight_on():
    messages = [f.message for f in check(laid_out(FACTORS + MORE), "jd").findings if f.rule == "B1"]
    assert len(messages) == 1
    assert re.search(r"\b8\b", messages[0])


def test_laid_out_as_factors_never_blocks():
    severities = {f.severity for f in check(laid_out(FACTORS), "jd").findings if f.rule == "B1"}
    assert severities == {"should"}


def test_laid_out_as_factors_stays_silent_below_four_and_for_the_same_one_again():
    assert hits("B1", laid_out(FACTORS[:3])) == []
    assert hits("B1", laid_out(FACTORS[:1] * 9)) == []


def test_laid_out_as_factors_factor_names_inside_sentences_are_no_sign():
    text = "The job needs physical effort. It needs mental effort. It has emotional effort too."
    assert hits("B1", text + " Its working conditions are good. You have freedom to act.") == []


def test_scheme_wording_fires_on_two_different_phrases():
    text = "Work is managed rather than supervised. It is underpinned by theory."
    assert hits("B2", text) == ["Work is managed rather than supervised", "underpinned by theory"]


def test_scheme_wording_never_blocks():
    text = "Work is managed rather than supervised. It is underpinned by theory."
    assert {f.severity for f in check(text).findings if f.rule == "B2"} == {"should"}


@each(
    "text",
    [
        "You follow standard operating procedures.",
        "You follow standard operating procedures. Standard operating procedures are on the shelf.",
        "You are an authorised signatory, and shelving takes physical effort.",
        "The work needs mental effort, emotional effort and freedom to act.",
    ],
)
def test_scheme_wording_stays_silent(text):
    assert hits("B2", text) == []


DUTIES = [f"Run desk number {number}" for number in range(17)]


def test_number_of_duties_fires_on_few_and_many():
    assert hits("B5", duties(*DUTIES[:4])) == [DUTIES[0]]
    assert hits("B5", duties(*DUTIES[:16])) == [DUTIES[15]]


def test_number_of_duties_stays_silent_between():
    assert hits("B5", duties(*DUTIES[:5])) == []
    assert hits("B5", duties(*DUTIES[:15])) == []


def test_number_of_duties_counts_lines_without_bullets():
    assert hits("B5", "Main duties\n" + "\n".join(DUTIES[:7])) == []
    assert hits("B5", "Main duties\n" + "\n".join(DUTIES[:3])) == [DUTIES[0]]


def test_number_of_duties_counts_sentences_of_prose():
    prose = " ".join(f"{duty}." for duty in DUTIES[:6])
    assert hits("B5", f"Main duties\n{prose}\n") == []


def test_number_of_duties_items_of_the_person_specification_do_not_count():
    text = duties(*DUTIES[:6]) + "\nPerson specification\nEssential\n" + "- Can spell\n" * 12
    assert hits("B5", text) == []


def test_number_of_duties_no_duties_at_all_is_one_finding():
    shown = check("Job description\nThe library lends books to staff.", "jd").findings
    assert [f.also for f in shown if f.rule == "B13"] == [("B5",)]
    assert not [f for f in shown if f.rule == "B5"]


@each(
    "duty, place",
    [
        ("To be responsible for the desk", "To be responsible for"),
        ("Responsible for the desk", "Responsible for"),
        ("Assist with shelving", "Assist with"),
        ("You will assist with shelving", "assist with"),
        ("The desk and its queue", "The"),
        ("Provision of a loan service", "Provision of"),
        ("Administration of the loans", "Administration of"),
    ],
)
def test_duty_without_verb_fires(duty, place):
    assert hits("B6", duties(duty, "Run the desk")) == [place]


@each(
    "duty",
    [
        "Run the desk, so that readers get help",
        "To run the desk",
        "You will run the desk",
        "Ability to run a desk",
        "Assistants meet here",
        "Be responsible for:\n  a. ordering books\n  b. paying bills",
        "Be responsible for: ordering books; paying bills",
        "The post holder decides how to answer simple enquiries",
    ],
)
def test_duty_without_verb_stays_silent(duty):
    assert hits("B6", duties(duty, "Run the desk")) == []


def test_duty_without_verb_criteria_are_no_duties():
    assert hits("B6", essential("Responsible for own work")) == []


@each(
    "text, places",
    [
        (
            "Main duties\n- Cataloguing of new books\n- Cover for the desk\n- Bring books "
            "to the ward\n- Ensure that loans are returned\n- Training for nurses is yours to plan",
            ["Cataloguing of", "Cover for"],
        ),
    ],
)
def test_duty_without_verb_other_words_for_it(text, places):
    assert hits("B6", text, "jd") == places


def test_only_abilities_fires_without_duties():
    assert hits("B13", "Job description\n\nThe library lends books to staff.") == [""]


def test_only_abilities_fires_on_abilities_alone():
    text = duties("Ability to run a desk", "Able to spell", "Knowledge of loans")
    assert hits("B13", text) == ["Ability to run a desk"]


def test_only_abilities_stays_silent_with_one_duty():
    assert hits("B13", duties("Ability to run a desk", "Run the desk")) == []


def test_only_abilities_a_list_under_the_services_own_heading_holds_duties():
    text = "Job description\n\nEnquiries\n- Answer them\n- Log them\n- Close them\n"
    assert hits("B13", text) == []


def test_only_abilities_sentences_of_what_you_will_do_are_duties_under_any_heading():
    text = "Job description\n\nYou will buy books. You will lend them. You will mend them."
    assert hits("B13", text) == []


def test_only_abilities_a_person_specification_needs_no_duties():
    assert hits("B13", essential("Ability to run a desk")) == []
    assert hits("B13", essential("Ability to run a desk"), "ps") == []
