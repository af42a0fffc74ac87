"""The check of a vacancy and its Fair Library Jobs report as documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kls_portal.documents.dates import plain_date
from kls_portal.documents.paper import Bullets, Grid, Heading, Notice, Paper, Paragraph, Part
from vacancies.checks.fair_library_jobs import (
    NOT_WRITTEN,
    POINTED_AT,
    FairReport,
    Judged,
)
from vacancies.checks.place import PlacedFinding

HINTS = "These are hints, not a verdict. People decide."
NO_GRADE = (
    "The manifesto grades its points as must, should or recommended. "
    "Those grades could not be read, so none is shown. The grades here are our own."
)
_HEADS = ("Grade", "Where", "What to think about", "What to do")
_WIDTHS = (18, 38, 0, 0)


@dataclass(frozen=True)
class SetAside:
    """A finding that somebody set aside: where, what, and the reason with its day."""

    place: str
    message: str
    sentence: str
    reason: str
    day: date


def check_paper(
    title: str,
    organisation: str,
    day: date,
    findings: Iterable[PlacedFinding],
    aside: Iterable[SetAside],
) -> Paper:
    """Return the findings of a vacancy that count, and those set aside with their reasons."""
    rows = tuple(_row(one) for one in findings)
    kept = tuple(_aside(one) for one in aside)
    parts: list[Part] = [Heading(2, "Points to think about")]
    parts.append(
        Grid("Points to think about", _HEADS, rows, _WIDTHS)
        if rows
        else Paragraph("Nothing was found to point out.")
    )
    parts.append(Heading(2, "Set aside"))
    heads = ("Where", "What", "Why it was set aside")
    parts.append(
        Grid("Points set aside", heads, kept, (38, 0, 0))
        if kept
        else Paragraph("Nothing was set aside.")
    )
    return Paper(
        title=title,
        organisation=organisation,
        kind="Check of the vacancy",
        notices=(HINTS,),
        facts=(("Checked on", plain_date(day)),),
        parts=tuple(parts),
    )


def fair_paper(title: str, organisation: str, day: date, report: FairReport) -> Paper:
    """Return the Fair Library Jobs report of a vacancy."""
    parts: list[Part] = [Notice(NO_GRADE)]
    for part, judged in report.parts:
        parts += [Heading(2, part.name), Paragraph(part.about)]
        heads = ("Point", "What we found", "Grade and source")
        rows = tuple((one.point.text, outcome_words(one), _grade(one)) for one in judged)
        parts.append(Grid(part.name, heads, rows))
    parts += [
        Heading(2, "What could not be confirmed"),
        Bullets(tuple(unconfirmed(report))),
    ]
    return Paper(
        title=title,
        organisation=organisation,
        kind="Fair Library Jobs report",
        notices=(HINTS,),
        facts=(
            ("Checked on", plain_date(day)),
            ("Manifesto", f"updated {report.updated}, {report.source}"),
        ),
        parts=tuple(parts),
    )


def outcome_words(judged: Judged) -> str:
    """Return what became of a point, in words."""
    aside = len(judged.set_aside)
    behind = f" {aside} set aside." if aside else ""
    if judged.outcome == POINTED_AT:
        return " ".join(f"{one.place.name}: {one.finding.message}" for one in judged.findings) + (
            behind
        )
    if judged.outcome == NOT_WRITTEN:
        return "Not written yet." + behind
    return "Our rules point at nothing." + behind


def unconfirmed(report: FairReport) -> list[str]:
    """Return what could not be confirmed, as sentences."""
    own = sum(not one.point.confirmed for _, judged in report.parts for one in judged)
    return [
        f"The manifesto’s own grade of {report.without_strength} points.",
        f"That the manifesto names {own} of these points: they are our reading of a principle.",
        "The points inside its sections, and the titles of its other sections.",
    ]


def _grade(judged: Judged) -> str:
    point = judged.point
    strength = point.strength or "could not be read"
    state = "" if point.confirmed else " Not confirmed."
    return f"Manifesto’s grade: {strength}. Ours: {point.our_grade}. Source: {point.by}.{state}"


def _row(one: PlacedFinding) -> tuple[str, str, str, str]:
    finding = one.finding
    quote = f" In the text: “{finding.excerpt}”" if finding.excerpt else ""
    return (
        finding.severity.capitalize(),
        one.place.name,
        f"{finding.message}{quote}",
        finding.suggestion,
    )


def _aside(one: SetAside) -> tuple[str, str, str]:
    quote = f" In the text: “{one.sentence}”" if one.sentence else ""
    return one.place, f"{one.message}{quote}", f"{one.reason} ({plain_date(one.day)})"
