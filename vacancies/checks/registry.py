"""Finds the rules: every module in `rules/` with an id and a check."""

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from vacancies.checks import rules as rule_modules
from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.folding import rule_order

Check = Callable[[Document], Iterable[Finding]]


@cache
def checks() -> Mapping[str, Check]:
    """Return the check of every rule that reads text, by rule id, A2 before A10.

    Raises ValueError when two files have the same rule.
    """
    found: dict[str, Check] = {}
    for module_info in pkgutil.iter_modules(rule_modules.__path__, rule_modules.__name__ + "."):
        module = import_module(module_info.name)
        if module.RULE in found:
            raise ValueError(f"Two files hold the rule {module.RULE}.")
        found[module.RULE] = module.check
    return MappingProxyType({key: found[key] for key in sorted(found, key=rule_order)})
