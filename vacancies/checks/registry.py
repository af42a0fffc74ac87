"""The rules that read a vacancy's fields: a decorator registers a function for a rule."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile
from vacancies.rulebook.registry import Registry

VacancyCheck = Callable[[VacancyFile], Iterable[PlacedFinding]]


@dataclass(frozen=True)
class FieldRule:
    """A rule for a vacancy's fields.

    concerns: whether it applies to such a post; missing: what else it needs that is not given yet,
    in words.
    """

    check: VacancyCheck
    concerns: Callable[[VacancyFile], bool] = lambda _file: True
    missing: Callable[[VacancyFile], tuple[str, ...]] = lambda _file: ()


_FIELD_RULES: Registry[FieldRule] = Registry("vacancies.checks.rules")


@cache
def field_rules() -> Mapping[str, FieldRule]:
    """Return every rule that reads a vacancy's fields, by rule id.

    A rule with the id of a rule for texts replaces it for vacancies, where fields are more
    reliable.
    """
    return _FIELD_RULES.all()


def field_rule(
    rule_id: str,
    concerns: Callable[[VacancyFile], bool] = FieldRule.concerns,
    missing: Callable[[VacancyFile], tuple[str, ...]] = FieldRule.missing,
) -> Callable[[VacancyCheck], VacancyCheck]:
    """Return a decorator that registers the check of a rule for a vacancy's fields."""

    def register(check: VacancyCheck) -> VacancyCheck:
        _FIELD_RULES.add(rule_id, FieldRule(check, concerns, missing))
        return check

    return register
