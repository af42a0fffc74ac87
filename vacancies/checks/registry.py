"""The rules that read a vacancy's fields: a decorator registers a function for a rule."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile
from vacancies.rulebook.registry import Registry

VacancyCheck = Callable[[VacancyFile], Iterable[PlacedFinding]]


@dataclass(frozen=True)
class FieldRule:
    """A rule for a vacancy's fields. It replaces the rule for texts with its id, if there is one.

    concerns: whether it applies to such a post; missing: what else it needs that is not given yet,
    in words.
    """

    check: VacancyCheck
    concerns: Callable[[VacancyFile], bool] = lambda _file: True
    missing: Callable[[VacancyFile], tuple[str, ...]] = lambda _file: ()

    def __call__(self, file: VacancyFile) -> Iterable[PlacedFinding]:
        return self.check(file)


FIELD_RULES: Registry[FieldRule] = Registry("vacancies.checks.rules")


def field_rule(
    rule_id: str,
    concerns: Callable[[VacancyFile], bool] = FieldRule.concerns,
    missing: Callable[[VacancyFile], tuple[str, ...]] = FieldRule.missing,
) -> Callable[[VacancyCheck], VacancyCheck]:
    """Return a decorator that registers the check of a rule for a vacancy's fields."""

    def register(check: VacancyCheck) -> VacancyCheck:
        FIELD_RULES.add(rule_id, FieldRule(check, concerns, missing))
        return check

    return register
