"""Finds the rules that read a vacancy's fields: every module in `rules/` with an id and a check."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType, ModuleType

from vacancies.checks import rules as rule_modules
from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile
from vacancies.rulebook.registry import checks_in, rule_modules_in, text_rules

VacancyCheck = Callable[[VacancyFile], Iterable[PlacedFinding]]


@cache
def vacancy_checks() -> Mapping[str, VacancyCheck]:
    """Return the check of every rule that reads a vacancy's fields, by rule id.

    Some of them have the id of a rule that reads text: in a vacancy the fields are surer.
    Raises ValueError when two files have the same rule.
    """
    return checks_in(rule_modules)


@cache
def of_vacancies() -> Mapping[str, ModuleType]:
    """Return the file that judges a vacancy by each rule: the one for fields where there is one."""
    return MappingProxyType({**text_rules(), **rule_modules_in(rule_modules)})
