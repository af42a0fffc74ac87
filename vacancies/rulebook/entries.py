"""One entry for each rule, however many places it points at: the gravest first.

What may be unlawful comes before every other “must”.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from vacancies.rulebook.finding import SEVERITIES, Finding
from vacancies.rulebook.folding import rule_order
from vacancies.rulebook.rulebook import Rule, rule

Item = TypeVar("Item")

MOST_OPEN = 10
"""Entries that a page shows at once; the others are folded away."""


@dataclass(frozen=True)
class Entry(Generic[Item]):
    """What a rule says, once, and the places it says it of.

    `suggestion` is "" where each place has one of its own; `by_message`: each has a message of its
    own, and `message` is what the rule is about. `also`: rules folded into it.
    """

    rule: Rule
    message: str
    suggestion: str
    source: str
    also: tuple[str, ...]
    places: tuple[Item, ...]
    by_message: bool = False

    @property
    def severity(self) -> str:
        """Return the grade of its rule, one of SEVERITIES."""
        return self.rule.severity


def entries_of(
    items: Iterable[Item], finding_of: Callable[[Item], Finding]
) -> tuple[Entry[Item], ...]:
    """Return an entry for each rule among the findings of `items`, the gravest first."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(finding_of(item).rule, []).append(item)
    found = (_entry_of_rule(rule_id, group, finding_of) for rule_id, group in groups.items())
    return tuple(sorted(found, key=_weight))


def count_of(entries: Iterable[Entry[Item]]) -> dict[str, int]:
    """Return how many entries there are of each of SEVERITIES."""
    grades = [entry.severity for entry in entries]
    return {severity: grades.count(severity) for severity in SEVERITIES}


def _entry_of_rule(
    rule_id: str, group: list[Item], finding_of: Callable[[Item], Finding]
) -> Entry[Item]:
    findings = [finding_of(item) for item in group]
    about = rule(rule_id)
    messages = list(dict.fromkeys(finding.message for finding in findings))
    suggestions = list(dict.fromkeys(finding.suggestion for finding in findings))
    together = about.together.format_map(about.parameters) or f"{about.check}."
    return Entry(
        rule=about,
        message=messages[0] if len(messages) == 1 else together,
        suggestion=suggestions[0] if len(suggestions) == 1 else "",
        source=findings[0].source,
        also=tuple(sorted({one for finding in findings for one in finding.also}, key=rule_order)),
        places=tuple(group),
        by_message=len(messages) > 1 and not about.together,
    )


def _weight(entry: Entry[Item]) -> tuple[bool, int, tuple[str, int]]:
    return not entry.rule.laws, SEVERITIES.index(entry.severity), rule_order(entry.rule.id)
