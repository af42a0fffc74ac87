"""B13: no duties, or nothing but abilities."""

from tests.vacancies.rulebook.report import duties, essential, hits

RULE = "B13"


def test_fires_without_duties():
    assert hits(RULE, "Job description\n\nThe library lends books to staff.") == [""]


def test_fires_on_abilities_alone():
    text = duties("Ability to run a desk", "Able to spell", "Knowledge of loans")
    assert hits(RULE, text) == ["Ability to run a desk"]


def test_stays_silent_with_one_duty():
    assert hits(RULE, duties("Ability to run a desk", "Run the desk")) == []


def test_a_list_under_the_services_own_heading_holds_duties():
    text = "Job description\n\nEnquiries\n- Answer them\n- Log them\n- Close them\n"
    assert hits(RULE, text) == []


def test_a_person_specification_needs_no_duties():
    assert hits(RULE, essential("Ability to run a desk")) == []
    assert hits(RULE, essential("Ability to run a desk"), "ps") == []
