"""The check of a vacancy: all rules over its texts and fields."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from vacancies.checks.draft_texts import DraftText, draft_texts
from vacancies.checks.place import SECTIONS, PlacedFinding
from vacancies.checks.reach import ELSEWHERE
from vacancies.checks.vacancy_file import FIELD_RULES, VacancyFile, at, at_field
from vacancies.drafting.rules.draft import Criterion
from vacancies.drafting.rules.fields import Draft
from vacancies.rulebook.check import Summary, check
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import SEVERITIES, Finding
from vacancies.rulebook.folding import rule_order
from vacancies.rulebook.plainness import Plainness
from vacancies.rulebook.registry import TEXT_RULES

_WHOLE = {
    "A14": at("person-specification"),
    "B1": at("duties"),
    "B9": at_field("about_organisation"),
    "B13": at("duties"),
    "C8": at_field("overview"),
    "D10": at_field("overview"),
    "D13": at_field("applying"),
    "D14": at_field("working_here"),
    "D16": at_field("skills"),
    "D20": at_field("applying"),
    "D21": at_field("applying"),
    "D22": at_field("applying"),
}
"""The place to add something that is missing from a whole text."""
_KINDS = {
    "jd": at("purpose", "Job description"),
    "ps": at("person-specification"),
    "advert": at("advert"),
}
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class DraftReport:
    """The findings in working order, and the figures of each text begun, with its kind."""

    findings: tuple[PlacedFinding, ...]
    numbers: tuple[tuple[str, Summary, Plainness], ...]


def check_draft(file: VacancyFile) -> DraftReport:
    """Check a vacancy against every rule; nothing counts as missing from a text not yet begun.

    Each fact gives one finding: words found in two texts are reported only where they were entered,
    and a rule that reads a field does not read the texts as well.
    """
    texts = draft_texts(file)
    reports = [
        (
            text,
            check(
                text.text,
                text.kind,
                switched_off={*FIELD_RULES.judges, *ELSEWHERE[text.kind]},
                nation=file.nation,
                today=file.today,
                facts=file.facts,
            ),
        )
        for text in texts
    ]
    placed = [*FIELD_RULES.run(file)]
    for text, report in reports:
        whole = file.is_described or text.kind != "jd"
        placed += _placed(text, (f for f in report.findings if whole or f.start < f.end))
    order = {slug: number for number, slug in enumerate(SECTIONS)}
    unique = {(one.finding.rule, one.place, one.finding.start): one for one in placed}
    findings = sorted(unique.values(), key=lambda one: _order(one, order))
    numbers = ((text.kind, report.summary, report.plainness) for text, report in reports)
    return DraftReport(tuple(findings), tuple(numbers))


def of_criteria(criteria: tuple[Criterion, ...], rules: Collection[str]) -> list[PlacedFinding]:
    """Return the findings of the given rules in the rows of a person specification alone.

    They are those of `check_draft` for these rows, with the same fingerprints.
    """
    file = VacancyFile(Draft(criteria=criteria), date.min)
    others = TEXT_RULES.judges.keys() - set(rules)
    placed = [*FIELD_RULES.run(file, applies=lambda one: one in rules)]
    for text in draft_texts(file):
        if text.kind == "ps":
            placed += _placed(text, check(text.text, text.kind, switched_off=others).findings)
    return [one for one in placed if one.place.row is not None]


def _order(placed: PlacedFinding, order: dict[str, int]) -> tuple[int, int, tuple[str, int]]:
    severity = SEVERITIES.index(placed.finding.severity)
    return order[placed.place.section], severity, rule_order(placed.finding.rule)


def _placed(text: DraftText, findings: Iterable[Finding]) -> Iterator[PlacedFinding]:
    document = Document(text.text, text.kind)
    for finding in findings:
        part = text.part_at(finding.start) if finding.start < finding.end else None
        if part is None:
            place = _WHOLE.get(finding.rule, _KINDS[text.kind])
            whole = replace(finding, start=0, end=0, excerpt="")
            yield PlacedFinding(whole, place, _known_of(text.kind, finding))
            continue
        start = finding.start - part.start
        end = min(finding.end - part.start, len(part.text))
        moved = replace(finding, start=start, end=end, excerpt=part.text[start:end])
        yield PlacedFinding(moved, part.place, _sentence(document, finding, part.text))


def _sentence(document: Document, finding: Finding, whole: str) -> str:
    sentence = document.sentence_at(finding.start)
    return document.text[sentence.start : sentence.end] if sentence else whole


def _known_of(kind: str, finding: Finding) -> str:
    """For something missing from a text, return its kind and the numbers in the message."""
    return " ".join([kind, *_NUMBER.findall(finding.message)])
