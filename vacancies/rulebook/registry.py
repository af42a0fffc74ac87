"""The registry of rules; a decorator assigns a function to the rule it judges."""

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Generic, TypeVar

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.folding import rule_order
from vacancies.rulebook.rulebook import found, rule

Check = Callable[[Document], Iterable[Finding]]
Answer = Callable[[Document], bool]
Judge = TypeVar("Judge")


class Registry(Generic[Judge]):
    """The judge of each rule, as added by the modules of a package."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._judges: dict[str, Judge] = {}

    def add(self, rule_id: str, judge: Judge) -> None:
        """Add the judge of a rule. Raises ValueError if the rule already has one."""
        if rule_id in self._judges:
            raise ValueError(f"Two functions judge the rule {rule_id}.")
        self._judges[rule_id] = judge

    def all(self) -> Mapping[str, Judge]:
        """Return the judge of each rule by id, A2 before A10."""
        package = import_module(self._package)
        for module in pkgutil.iter_modules(package.__path__, f"{self._package}."):
            import_module(module.name)
        return MappingProxyType(
            {key: self._judges[key] for key in sorted(self._judges, key=rule_order)}
        )


_TEXT_RULES: Registry[Check] = Registry("vacancies.rulebook.rules")


@cache
def checks() -> Mapping[str, Check]:
    """Return the check of every rule that reads text, by rule id."""
    return _TEXT_RULES.all()


def text_rule(rule_id: str) -> Callable[[Check], Check]:
    """Return a decorator that makes a function the check of a rule on text."""

    def register(check: Check) -> Check:
        _TEXT_RULES.add(rule_id, check)
        return check

    return register


def reports_missing(
    rule_id: str,
) -> Callable[[Answer], Answer]:
    """Return a decorator for the judge of a rule on what a text must say.

    The function returns whether the text says it. If not, the rule reports once in a text of its
    kinds.
    """

    def register(is_there: Answer) -> Answer:
        def check(document: Document) -> Iterator[Finding]:
            if document.demands(rule(rule_id).kinds) and not is_there(document):
                yield found(rule_id, document)

        check.__doc__ = is_there.__doc__
        _TEXT_RULES.add(rule_id, check)
        return is_there

    return register
