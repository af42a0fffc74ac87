"""Every rule is there, in its own file, with its words and its own tests."""

from pathlib import Path

import pytest

from tests.each import each
from vacancies.checks import rules as vacancy_rules
from vacancies.checks.registry import vacancy_checks
from vacancies.rulebook import rules as package
from vacancies.rulebook.finding import SEVERITIES
from vacancies.rulebook.folding import FAMILIES
from vacancies.rulebook.registry import checks
from vacancies.rulebook.rulebook import found, rule, rules

TESTS = Path(__file__).parent
TEXT_TESTS = TESTS.parent / "rulebook" / "rules"
FILES = sorted(Path(package.__path__[0]).glob("[a-z]*.py"))
VACANCY_FILES = sorted(Path(vacancy_rules.__path__[0]).glob("[a-z]*.py"))


def test_every_rule_a_program_can_judge_has_a_file():
    judged = {rule_id for rule_id, about in rules().items() if about.judged_by == "text"}
    assert set(checks()) == judged


def test_every_rule_about_a_vacancy_has_a_file():
    judged = {rule_id for rule_id, about in rules().items() if about.judged_by == "vacancy"}
    assert judged <= set(vacancy_checks())
    assert set(vacancy_checks()) - judged <= set(checks())


def test_all_rules_of_the_catalogue_are_there():
    assert len(rules()) == 80
    assert {about.judged_by for about in rules().values()} == {"text", "vacancy", "person"}


@each("file", FILES)
def test_each_rule_has_its_own_tests(file):
    tests = (TEXT_TESTS / f"test_{file.stem}.py").read_text(encoding="utf-8")
    words = file.read_text(encoding="utf-8")
    rule_id = words.split('RULE = "')[1].split('"')[0]
    assert f'RULE = "{rule_id}"' in tests
    assert words.startswith(f'"""{rule_id}: ')
    assert "Source:" in words


@each("file", VACANCY_FILES)
def test_each_rule_about_a_vacancy_has_its_own_tests(file):
    tests = (TESTS / "rules" / f"test_{file.stem}.py").read_text(encoding="utf-8")
    words = file.read_text(encoding="utf-8")
    rule_id = words.split('RULE = "')[1].split('"')[0]
    assert f'RULE = "{rule_id}"' in tests
    assert words.startswith(f'"""{rule_id}: ')
    assert "Source:" in words


@each("rule_id", list(rules()))
def test_each_rule_has_its_words(rule_id):
    about = rule(rule_id)
    assert about.severity in SEVERITIES
    assert set(about.kinds) <= {"jd", "ps", "advert", "process"}
    assert about.message.endswith((".", "?"))
    assert about.why
    assert about.source
    assert "seed" not in about.source
    assert bool(about.suggestion) == (about.judged_by != "person")
    assert bool(about.question) == bool(about.stage) == (about.judged_by == "person")


def test_order_is_as_people_count():
    ids = list(checks())
    assert ids.index("A2") < ids.index("A10") < ids.index("B1")


def test_families_name_rules_that_exist():
    assert {rule_id for family in FAMILIES for rule_id in family} <= set(checks())


def test_an_unknown_rule_is_an_error():
    from vacancies.rulebook.document import Document

    with pytest.raises(KeyError):
        found("Z9", Document("text"))
