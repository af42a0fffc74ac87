"""Fold findings of different rules about the same words into one.

Source: our own reading of the rules. Where two of them match the same words, the more severe one is
shown, with the other's advice added.
"""

from collections.abc import Iterable
from dataclasses import replace

from vacancies.rulebook.finding import SEVERITIES, Finding

FAMILIES: tuple[tuple[str, ...], ...] = (
    ("L2", "L1", "A11"),
    ("L8", "L1"),
    ("L4", "B3", "L5"),
    ("L5", "A9", "C6", "A4"),
    ("A1", "A2", "A3"),
    ("B3", "C3", "C4"),
    ("A9", "C6", "C5"),
    ("B3", "C6"),
    ("A12", "A9"),
    ("B13", "B5"),
    ("B1", "B2"),
    ("D1", "D2"),
)
"""Rules of a family concern the same fact if they match the same place. Of two equally severe ones,
the one named first is shown."""


def fold(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in order of place, with those about the same fact folded into one.

    A finding that is shown lists the folded ids in `also`, and their advice after its own.
    """
    kept = sorted(findings, key=_place)
    for family in FAMILIES:
        if sum(finding.rule in family for finding in kept) > 1:
            kept = _fold_family(kept, family)
    return sorted(kept, key=_place)


def _fold_family(findings: list[Finding], family: tuple[str, ...]) -> list[Finding]:
    kept: list[Finding] = []
    last: int | None = None
    for finding in findings:
        if finding.rule not in family:
            kept.append(finding)
            continue
        before = kept[last] if last is not None else None
        if last is not None and before is not None and _same_fact(before, finding):
            kept[last] = _merged(before, finding, family)
        else:
            last = len(kept)
            kept.append(finding)
    return kept


def _same_fact(one: Finding, other: Finding) -> bool:
    return one.rule != other.rule and other.rule not in one.also and one.span.overlaps(other.span)


def _merged(one: Finding, other: Finding, family: tuple[str, ...]) -> Finding:
    def weight(finding: Finding) -> tuple[int, int]:
        return SEVERITIES.index(finding.severity), family.index(finding.rule)

    main, folded = sorted((one, other), key=weight)
    also = tuple(sorted({*main.also, folded.rule, *folded.also} - {main.rule}, key=rule_order))
    return replace(main, also=also, suggestion=f"{main.suggestion} {folded.suggestion}".strip())


def rule_order(rule_id: str) -> tuple[str, int]:
    """Return a key that sorts rule ids in natural order: A2 before A10."""
    return rule_id[0], int(rule_id[1:])


def _place(finding: Finding) -> tuple[int, int, int, tuple[str, int]]:
    severity = SEVERITIES.index(finding.severity)
    return finding.start, finding.end, severity, rule_order(finding.rule)
