"""How right the checker is on one half of the gold set: precision and recall, in figures only.

A finding makes one claim for its own rule and one for each rule folded into it. A claim is right
when a mark names its rule and overlaps its place; each mark answers one claim of each of its
rules, so a fact that is reported twice is one right claim and one wrong. A mark about the whole
text answers a finding of its rule wherever that points.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tests.vacancies.rulebook.gold.marked import GoldText
from vacancies.rulebook.check import check
from vacancies.rulebook.finding import Span
from vacancies.rulebook.folding import rule_order
from vacancies.rulebook.rulebook import rule

MEASURED_ON = date(2026, 11, 28)
"""The day of the check, so that no figure changes with the calendar."""


@dataclass(frozen=True)
class Claim:
    """What the checker says, or a mark asks for: one rule at one place of one text."""

    text: str
    rule: str
    start: int
    end: int


@dataclass
class Figures:
    """How many claims of a rule were right, wrong, and not made though they should have been."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Return the share of claims that are right, or None where there are none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Return the share of marks that were found, or None where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None


@dataclass
class Accuracy:
    """The figures of a half, over all and by rule.

    The claims that were wrong or missed are kept only where they are asked for: on the
    development half, for tuning.
    """

    texts: int = 0
    clean: int = 0
    musts_on_clean: int = 0
    figures: dict[str, Figures] = field(default_factory=dict)
    wrong: list[Claim] = field(default_factory=list, repr=False)
    missed: list[Claim] = field(default_factory=list, repr=False)

    @property
    def overall(self) -> Figures:
        """Return the figures of all rules together."""
        every = self.figures.values()
        return Figures(
            sum(found.right for found in every),
            sum(found.wrong for found in every),
            sum(found.missed for found in every),
        )

    def of_severity(self, severity: str) -> dict[str, Figures]:
        """Return the figures of the rules of this severity, by rule id."""
        return {key: found for key, found in self.figures.items() if _severity(key) == severity}


def _severity(rule_id: str) -> str:
    return rule(rule_id).severity


def accuracy(texts: Iterable[GoldText], *, keep_claims: bool = False) -> Accuracy:
    """Hold the checker against the marks of `texts`; figures only, unless `keep_claims`."""
    total = Accuracy()
    for gold in texts:
        report = check(gold.text, gold.kind, today=MEASURED_ON)
        total.texts += 1
        if gold.is_clean:
            total.clean += 1
            total.musts_on_clean += sum(
                one.severity == "must" and one.rule not in gold.unsure for one in report.findings
            )
        claims = [
            Claim(gold.name, rule_id, found.start, found.end)
            for found in report.findings
            for rule_id in (found.rule, *found.also)
        ]
        marks = [
            Claim(gold.name, rule_id, mark.start, mark.end)
            for mark in gold.expected
            for rule_id in mark.rules
        ]
        _count(total, claims, marks, gold.unsure)
    if not keep_claims:
        total.wrong, total.missed = [], []
    total.figures = {key: total.figures[key] for key in sorted(total.figures, key=rule_order)}
    return total


def _count(
    total: Accuracy, claims: list[Claim], marks: list[Claim], unsure: frozenset[str]
) -> None:
    right: Counter[str] = Counter()
    left = sorted(marks, key=lambda mark: mark.start == mark.end)  # places before whole texts
    for claim in claims:
        mark = next((mark for mark in left if _answers(mark, claim)), None)
        if mark:
            left.remove(mark)
            right[claim.rule] += 1
        elif claim.rule not in unsure:
            total.wrong.append(claim)
            _figures(total, claim.rule).wrong += 1
    for rule_id, number in right.items():
        _figures(total, rule_id).right += number
    for mark in left:
        total.missed.append(mark)
        _figures(total, mark.rule).missed += 1


def _figures(total: Accuracy, rule_id: str) -> Figures:
    return total.figures.setdefault(rule_id, Figures())


def _answers(mark: Claim, claim: Claim) -> bool:
    whole = mark.start == mark.end == 0
    place = Span(mark.start, mark.end)
    return mark.rule == claim.rule and (whole or place.overlaps(Span(claim.start, claim.end)))
