"""Finds the rules: every module in `rules/` and `vacancy_rules/` with an id and a check."""

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any

from vacancies.checks import rules as rule_modules
from vacancies.checks import vacancy_rules as vacancy_modules
from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.folding import rule_order
from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile

Check = Callable[[Document], Iterable[Finding]]
VacancyCheck = Callable[[VacancyFile], Iterable[PlacedFinding]]


@cache
def checks() -> Mapping[str, Check]:
    """Return the check of every rule that reads text, by rule id, A2 before A10.

    Raises ValueError when two files have the same rule.
    """
    return _checks_of(_found_in(rule_modules))


@cache
def vacancy_checks() -> Mapping[str, VacancyCheck]:
    """Return the check of every rule that reads a vacancy's fields, by rule id.

    Some of them have the id of a rule that reads text: in a vacancy the fields are surer.
    Raises ValueError when two files have the same rule.
    """
    return _checks_of(_found_in(vacancy_modules))


@cache
def of_vacancies() -> Mapping[str, ModuleType]:
    """Return the file that judges a vacancy by each rule: the one for fields where there is one."""
    return MappingProxyType(_found_in(rule_modules) | _found_in(vacancy_modules))


def _checks_of(found: Mapping[str, ModuleType]) -> Mapping[str, Any]:
    return MappingProxyType({key: module.check for key, module in found.items()})


def _found_in(package: ModuleType) -> dict[str, ModuleType]:
    found: dict[str, ModuleType] = {}
    for module_info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        module = import_module(module_info.name)
        if module.RULE in found:
            raise ValueError(f"Two files hold the rule {module.RULE}.")
        found[module.RULE] = module
    return {key: found[key] for key in sorted(found, key=rule_order)}
