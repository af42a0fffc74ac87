"""What changed in the evidence for the panel between two sheets of one post."""

from kls_portal.word_changes import word_changes
from vacancies.drafting.differences import PartChange
from vacancies.job_evaluation.evidence import EvidenceSheet, FactorRow


def evidence_changes(
    before: EvidenceSheet | None, after: EvidenceSheet | None
) -> tuple[PartChange, ...]:
    """Return the factors whose evidence or level changed, in the order of the scheme.

    Duties are held against each other by their words: a number may be another duty's today.
    """
    old, new = _said(before), _said(after)
    names = {row.code: row.name for sheet in (before, after) if sheet for row in sheet.factors}
    return tuple(
        PartChange(code, name, word_changes(old.get(code, ""), new.get(code, "")))
        for code, name in names.items()
        if old.get(code, "").split() != new.get(code, "").split()
    )


def _said(sheet: EvidenceSheet | None) -> dict[str, str]:
    if sheet is None:
        return {}
    duties = {duty.number: duty.text for duty in sheet.duties}
    return {row.code: _words(row, duties) for row in sheet.factors}


def _words(row: FactorRow, duties: dict[int, str]) -> str:
    if not row.evidence.strip() and not row.duties:
        return ""
    level = "No level." if row.level is None else f"Level {row.level}."
    shown = [f"Duty: {duties[number]}" for number in row.duties if number in duties]
    return "\n".join([level, row.evidence, *shown])
