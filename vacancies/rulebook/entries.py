"""One entry for each rule, however many places it concerns, with the most severe first.

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
"""Entries shown at once on a page; the others are collapsed."""


@dataclass(frozen=True)
class Entry(Generic[Item]):
    """The message of a rule, given once, and the places that it concerns.

    `suggestion` is "" where each place has its own. `by_message`: whether each place has a message
    of its own, in which case `message` is the subject of the rule. `also`: rules folded into it.
    `severity`: that of its gravest place.
    """

    rule: Rule
    message: str
    suggestion: str
    source: str
    also: tuple[str, ...]
    places: tuple[Item, ...]
    severity: str
    by_message: bool = False


def entries_of(
    items: Iterable[Item], finding_of: Callable[[Item], Finding]
) -> tuple[Entry[Item], ...]:
    """Return an entry for each rule among the findings of `items`, the most severe first."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(finding_of(item).rule, []).append(item)
    entries = (_entry_of_rule(rule_id, group, finding_of) for rule_id, group in groups.items())
    return tuple(sorted(entries, key=_weight))


def gravest(severities: Iterable[str]) -> str:
    return min(severities, key=SEVERITIES.index)


def count_of(entries: Iterable[Entry[Item]]) -> dict[str, int]:
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
        severity=gravest(finding.severity for finding in findings),
        by_message=len(messages) > 1 and not about.together,
    )


def _weight(entry: Entry[Item]) -> tuple[bool, int, bool, tuple[str, int]]:
    about, severity = entry.rule, SEVERITIES.index(entry.severity)
    return not about.laws, severity, about.group != "law", rule_order(about.id)
