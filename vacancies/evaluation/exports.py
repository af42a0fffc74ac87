"""The evidence sheet in words, and as a document."""

from collections.abc import Iterator

from kls_portal.documents import document
from kls_portal.documents.plain_text import one_line, text_blocks
from kls_portal.in_words import plain_date
from vacancies.profiles.rules.evidence import EvidenceSheet, FactorRow, Verdict

KIND = "Evidence sheet for the matching panel"
RESULT, TO_BRING = "What the comparison shows", "What to bring to the panel"
WARNINGS = "Keep in mind"
OVERVIEW = "The factors in one table"
OVERVIEW_COLUMNS = ("Factor", "Profile", "This post", "Comparison")
EVIDENCE = "Evidence, factor by factor"
DUTIES, DUTY_COLUMNS = "Duties named as evidence", ("Number", "Duty")
DUTIES_MEAN = "The numbers are those of the job description."
NO_EVIDENCE = "No evidence yet."
NO_LEVEL = "No level"
NO_LEVEL_YET = "No level yet"
WITHDRAWN = "This profile was withdrawn on {day}. Ask HR which one took its place."
NO_FACTORS = "This sheet has no factors."
VERDICTS: dict[Verdict, str] = {
    "match": "Match",
    "varies": "Varies",
    "no-evidence": "No evidence",
    "no-range": "No range",
}
_OVERVIEW_WIDTHS, _DUTY_WIDTHS = (0, 30, 24, 32), (19, 0)


def evidence_sheet_document(sheet: EvidenceSheet) -> document.Document:
    return document.Document(
        title=document_title(sheet),
        organisation=sheet.organisation,
        kind=KIND,
        footer=footer_words(sheet),
        notices=tuple(notices(sheet)),
        facts=tuple(sheet_facts(sheet)),
        parts=(*_result(sheet), *_factors(sheet), *_duties_part(sheet)),
    )


def _result(sheet: EvidenceSheet) -> Iterator[document.Part]:
    yield document.Heading(2, RESULT)
    yield document.Paragraph((document.Run(result_words(sheet), bold=True),))
    if reasons := sentences(sheet.result.reasons):
        yield document.Bullets(tuple(reasons))
    bring = sentences(sheet.result.to_bring)
    for name, lines in ((WARNINGS, warnings(sheet)), (TO_BRING, bring)):
        if lines:
            yield document.Heading(2, name)
            yield document.Bullets(tuple(lines))


def _factors(sheet: EvidenceSheet) -> Iterator[document.Part]:
    yield document.Heading(2, OVERVIEW)
    if not sheet.factors:
        yield document.Paragraph(NO_FACTORS)
        return
    rows = tuple(overview_cells(row) for row in sheet.factors)
    yield document.Grid(OVERVIEW, OVERVIEW_COLUMNS, rows, _OVERVIEW_WIDTHS)
    yield document.Heading(2, EVIDENCE)
    for row in sheet.factors:
        yield document.Heading(3, factor_name(row))
        words = (document.Run(verdict_words(row), tag=True), document.Run(f" {level_words(row)}"))
        yield document.Paragraph(words, kept=True)
        if text_blocks(row.evidence):
            yield document.Text(row.evidence)
        elif not row.duties:
            yield document.Paragraph(NO_EVIDENCE)
        if row.duties:
            yield document.Paragraph(row.see)


def _duties_part(sheet: EvidenceSheet) -> Iterator[document.Part]:
    if sheet.duties:
        yield document.Heading(2, DUTIES)
        yield document.Paragraph(DUTIES_MEAN, kept=True)
        rows = tuple((str(d.number), one_line(d.text) or "Untitled duty") for d in sheet.duties)
        yield document.Grid(DUTIES, DUTY_COLUMNS, rows, _DUTY_WIDTHS)


def document_title(sheet: EvidenceSheet) -> str:
    """Return the title of the document, such as "Evidence sheet: Librarian"."""
    return f"Evidence sheet: {one_line(sheet.title) or 'Untitled post'}"


def footer_words(sheet: EvidenceSheet) -> str:
    """Return the footer of every page: that the sheet is indicative, and its date."""
    edition = f"version {sheet.version}," if sheet.version else "draft of"
    return f"Indicative. Evidence sheet, {edition} {plain_date(sheet.day)}"


def notices(sheet: EvidenceSheet) -> list[str]:
    """Return what must be read first: that the sheet is indicative, and the profile's status."""
    label = one_line(sheet.status_label)
    said = [one_line(sheet.notice)]
    if sheet.illustrative and label:
        said.append(f"{label}.")
    if sheet.withdrawn_on:
        said.append(WITHDRAWN.format(day=plain_date(sheet.withdrawn_on)))
    return said


def sheet_facts(sheet: EvidenceSheet) -> list[tuple[str, str]]:
    """Return what was compared with what, as (name, value) pairs, omitting anything unknown."""
    profile = one_line(sheet.profile_title) or "Untitled profile"
    band, expected = one_line(sheet.profile_band), one_line(sheet.band_expected)
    withdrawn = f", withdrawn on {plain_date(sheet.withdrawn_on)}" if sheet.withdrawn_on else ""
    state = f"{sheet.version}, frozen on" if sheet.version else "Draft of"
    facts = [
        ("Organisation", one_line(sheet.organisation)),
        ("Band expected", f"Band {expected}" if expected else ""),
        ("Profile", f"{profile}, band {band}" if band else profile),
        ("Kind of profile", f"{one_line(sheet.status_label)}{withdrawn}"),
        ("Version" if sheet.version else "Status", f"{state} {plain_date(sheet.day)}"),
        ("Agreed with", one_line(sheet.agreed_with)),
        ("Agreed on", plain_date(sheet.agreed_on)),
    ]
    return [(name, value) for name, value in facts if value]


def result_words(sheet: EvidenceSheet) -> str:
    """Return the outcome and score on one line, such as "Profile match. Score: 331 points."."""
    outcome = one_line(sheet.result.outcome).rstrip(".") or "No outcome"
    score = sheet.result.score
    return f"{outcome}. " + ("No score yet." if score is None else f"Score: {score} points.")


def warnings(sheet: EvidenceSheet) -> list[str]:
    """Return the warnings not already given in the notices."""
    said = notices(sheet)
    return [line for line in sentences(sheet.result.warnings) if line not in said]


def sentences(lines: tuple[str, ...]) -> list[str]:
    return [line for line in map(one_line, lines) if line]


def factor_name(row: FactorRow) -> str:
    """Return the factor's code and name, such as "F2 Knowledge, training and experience"."""
    return one_line(f"{row.code} {row.name}") or "Untitled factor"


def overview_cells(row: FactorRow) -> tuple[document.Words, ...]:
    """Return the text of one factor, one cell for each of OVERVIEW_COLUMNS."""
    verdict = verdict_words(row)
    return (
        factor_name(row),
        one_line(row.range_label) or "Not given",
        NO_LEVEL if row.level is None else str(row.level),
        verdict if row.verdict == "match" else (document.Run(verdict, tag=True),),
    )


def verdict_words(row: FactorRow) -> str:
    """Return the verdict in words; evidence supporting no level yet is not called missing."""
    if row.verdict == "no-evidence" and (text_blocks(row.evidence) or row.duties):
        return NO_LEVEL_YET
    return VERDICTS[row.verdict]


def level_words(row: FactorRow) -> str:
    """Return how the post compares, such as "Profile: 3-4. This post: level 3."."""
    label = one_line(row.range_label) or "not given"
    post = "no level yet" if row.level is None else f"level {row.level}"
    return f"Profile: {label}. This post: {post}."
