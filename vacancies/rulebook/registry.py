"""The registry of rules; a decorator assigns a function to the rule it judges."""

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.folding import rule_order
from vacancies.rulebook.rulebook import found, rule

Check = Callable[[Document], Iterable[Finding]]
Answer = Callable[[Document], bool]
Judge = TypeVar("Judge", bound=Callable[..., Iterable[Any]])


class Registry(Generic[Judge]):
    """The judge of each rule, as registered in a module or in the modules of a package."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._judges: dict[str, Judge] = {}

    def add(self, rule_id: str, judge: Judge) -> None:
        """Add the judge of a rule. Raises ValueError if the rule already has one."""
        if rule_id in self._judges:
            raise ValueError(f"Two functions judge the rule {rule_id}.")
        self._judges[rule_id] = judge

    def rule(self, rule_id: str) -> Callable[[Judge], Judge]:
        """Return a decorator that makes a function the judge of a rule."""

        def register(judge: Judge) -> Judge:
            self.add(rule_id, judge)
            return judge

        return register

    @cached_property
    def judges(self) -> Mapping[str, Judge]:
        """The judge of each rule by id: in the order of a module, or A2 before A10."""
        where = import_module(self._where)
        if not hasattr(where, "__path__"):
            return MappingProxyType(self._judges)
        for module in pkgutil.iter_modules(where.__path__, f"{self._where}."):
            import_module(module.name)
        in_order = sorted(self._judges, key=rule_order)
        return MappingProxyType({rule_id: self._judges[rule_id] for rule_id in in_order})

    def run(self, *given: Any, applies: Callable[[str], bool] = lambda _: True) -> Iterator[Any]:
        """Yield what the judges report of `given`. applies: whether to ask the judge of an id."""
        for rule_id, judge in self.judges.items():
            if applies(rule_id):
                yield from judge(*given)


TEXT_RULES: Registry[Check] = Registry("vacancies.rulebook.rules")
text_rule = TEXT_RULES.rule


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
        TEXT_RULES.add(rule_id, check)
        return is_there

    return register
