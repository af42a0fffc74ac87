"""Every rule is there, with its words, its source and its own tests."""

import re
from pathlib import Path

import pytest

from tests.each import each
from vacancies.checks.vacancy_file import FIELD_RULES
from vacancies.rulebook.finding import SEVERITIES
from vacancies.rulebook.folding import FAMILIES
from vacancies.rulebook.registry import TEXT_RULES, Registry
from vacancies.rulebook.rulebook import found, rule, rules

TESTS = Path(__file__).parent
TEXT_TESTS = TESTS.parent / "rulebook" / "rules"


def test_every_rule_a_program_can_judge_has_a_file():
    judged = {rule_id for rule_id, about in rules().items() if about.judged_by == "text"}
    assert set(TEXT_RULES.judges) == judged


def test_every_rule_about_a_vacancy_has_a_file():
    judged = {rule_id for rule_id, about in rules().items() if about.judged_by == "vacancy"}
    assert judged <= set(FIELD_RULES.judges)
    assert set(FIELD_RULES.judges) - judged <= set(TEXT_RULES.judges)


def test_all_rules_of_the_catalogue_are_there():
    assert {about.judged_by for about in rules().values()} == {"text", "vacancy", "person"}


@each(
    "rule_id, check",
    [*TEXT_RULES.judges.items(), *((key, one.check) for key, one in FIELD_RULES.judges.items())],
)
def test_each_rule_says_what_it_finds_and_from_where(rule_id, check):
    assert check.__doc__.startswith(f"{rule_id}: ")
    assert "Source:" in check.__doc__


@each("folder, ids", [(TESTS / "rules", FIELD_RULES.judges), (TEXT_TESTS, TEXT_RULES.judges)])
def test_each_rule_has_its_own_tests(folder, ids):
    tests = "".join(file.read_text(encoding="utf-8") for file in folder.glob("test_*.py"))
    assert [rule_id for rule_id in ids if f'"{rule_id}"' not in tests] == []


def test_a_rule_is_judged_once():
    registry = Registry("vacancies.rulebook.rules")
    registry.add("A1", "one")
    with pytest.raises(ValueError, match="A1"):
        registry.add("A1", "other")


@each("rule_id", list(rules()))
def test_each_rule_has_its_words(rule_id):
    about = rule(rule_id)
    assert about.severity in SEVERITIES
    assert set(about.kinds) <= {"jd", "ps", "advert", "process"}
    assert about.message.endswith((".", "?"))
    said = " ".join([about.message, about.suggestion, *about.variants.values()])
    numbers = {f"{value:g}" for value in about.parameters.values() if value > 2}
    assert numbers.isdisjoint(re.findall(r"\d+", said)), "a number has a name"
    assert about.why
    assert about.source
    assert "seed" not in about.source
    assert bool(about.suggestion) == (about.judged_by != "person")
    assert bool(about.question) == bool(about.stage) == (about.judged_by == "person")


def test_order_is_as_people_count():
    ids = list(TEXT_RULES.judges)
    assert ids.index("A2") < ids.index("A10") < ids.index("B1")


def test_families_name_rules_that_exist():
    assert {rule_id for family in FAMILIES for rule_id in family} <= set(TEXT_RULES.judges)


def test_an_unknown_rule_is_an_error():
    from vacancies.rulebook.document import Document

    with pytest.raises(KeyError):
        found("Z9", Document("text"))
