"""Finds the rules of a text: every module in `rules/` with an id and a check."""

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any

from vacancies.rulebook import rules as modules
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.folding import rule_order

Check = Callable[[Document], Iterable[Finding]]


@cache
def checks() -> Mapping[str, Check]:
    """Return the check of every rule that reads text, by rule id, A2 before A10.

    Raises ValueError when two files have the same rule.
    """
    return checks_in(modules)


@cache
def text_rules() -> Mapping[str, ModuleType]:
    """Return the file of every rule that reads text, by rule id."""
    return MappingProxyType(rule_modules_in(modules))


def checks_in(package: ModuleType) -> Mapping[str, Any]:
    """Return the check of every rule in a package, by rule id. Raises ValueError as below."""
    return MappingProxyType({key: one.check for key, one in rule_modules_in(package).items()})


def rule_modules_in(package: ModuleType) -> dict[str, ModuleType]:
    """Return the modules of a package by the rule they hold, A2 before A10.

    Raises ValueError when two files have the same rule.
    """
    found: dict[str, ModuleType] = {}
    for module_info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        module = import_module(module_info.name)
        if module.RULE in found:
            raise ValueError(f"Two files hold the rule {module.RULE}.")
        found[module.RULE] = module
    return {key: found[key] for key in sorted(found, key=rule_order)}
