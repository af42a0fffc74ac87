"""The check of a vacancy and its Fair Library Jobs report as documents."""

from collections.abc import Iterable, Sequence
from datetime import date

from kls_portal.documents.document import (
    Bullets,
    Document,
    Grid,
    Heading,
    Notice,
    Paragraph,
    Part,
    Run,
)
from kls_portal.in_words import counted, plain_date
from vacancies.checks.fair_library_jobs import NOT_FOR_THIS_POST, NOTHING_FOUND, FairReport, Judged
from vacancies.checks.place import PlacedFinding
from vacancies.checks.reach import TEXTS

HINTS = "These are hints, not a verdict. People decide."
_HEADS = ("Grade", "Where", "What to look at", "What to do")
_WIDTHS = (18, 38, 0, 0)


Dismissed = tuple[PlacedFinding, str, date]
"""A dismissed finding with the reason, and the day on which it was given."""


def check_document(
    title: str,
    organisation: str,
    day: date,
    findings: Iterable[PlacedFinding],
    dismissed: Iterable[Dismissed],
    unread: Sequence[str] = (),
) -> Document:
    """Return the open findings of a vacancy, and those dismissed with their reasons.

    unread: the texts not written yet.
    """
    rows = tuple(_finding_row(one) for one in findings)
    kept = tuple(_dismissed_row(*one) for one in dismissed)
    parts: list[Part] = [Heading(2, "Things to look at")]
    if rows:
        parts.append(Grid("Things to look at", _HEADS, rows, _WIDTHS))
    elif len(unread) < len(TEXTS):
        parts.append(Paragraph("We found nothing to point out."))
    if unread:
        parts.append(Paragraph(unread_words(unread)))
    parts.append(Heading(2, "Dismissed"))
    heads = ("Where", "What", "Why it was dismissed")
    parts.append(
        Grid("What was dismissed", heads, kept, (38, 0, 0))
        if kept
        else Paragraph("Nothing has been dismissed.")
    )
    return _hints("Check of the vacancy", title, organisation, day, parts)


def fair_document(title: str, organisation: str, day: date, report: FairReport) -> Document:
    manifesto = Run("Fair Library Jobs manifesto", address=report.source)
    compared = (Run("Compared with the "), manifesto, Run(f", updated {report.updated}."))
    parts: list[Part] = [Notice(grades_unread(report)), Paragraph(compared)]
    for part, judged in report.parts:
        parts += [Heading(2, part.name), Paragraph(part.about)]
        heads = ("Point", "What we found", "Grade and source")
        rows = tuple((one.point.text, outcome_words(one), _grade(one)) for one in judged)
        parts.append(Grid(part.name, heads, rows))
    parts += [
        Heading(2, "What we could not confirm"),
        Bullets(tuple(unconfirmed(report))),
    ]
    return _hints("Fair Library Jobs report", title, organisation, day, parts)


def _hints(kind: str, title: str, organisation: str, day: date, parts: Iterable[Part]) -> Document:
    return Document(
        title=title,
        organisation=organisation,
        kind=kind,
        notices=(HINTS,),
        facts=(("Checked on", plain_date(day)),),
        parts=tuple(parts),
    )


def outcome_words(judged: Judged) -> str:
    messages = [f"{one.place.name}: {one.finding.message}" for one in judged.findings]
    return " ".join([*messages, silent_words(judged)]).strip()


def silent_words(judged: Judged) -> str:
    """Return the outcome of a point besides its findings, in words; "" if there is none."""
    dismissed = len(judged.dismissed)
    words = [
        "Does not apply to this post." * (judged.outcome == NOT_FOR_THIS_POST),
        "We found no problem." * (judged.outcome == NOTHING_FOUND),
        unread_words(judged.unread),
        f"{dismissed} dismissed." * bool(dismissed),
    ]
    return " ".join(sentence for sentence in words if sentence)


def unread_words(unread: Sequence[str]) -> str:
    """Return a sentence naming the texts not written yet, such as "advert"; "" without any."""
    return f"There is no text yet for: {', '.join(unread)}." if unread else ""


def grades_unread(report: FairReport) -> str:
    """Return whose grades the report shows, once for the whole report."""
    count = report.without_strength
    if not count:
        return "Each point shows its strength in the manifesto and our own grade."
    return (
        f"We could not read how strongly the manifesto puts {counted(count, 'point')}. "
        "The manifesto grades its points as must, should or recommended. "
        "The grades here are our own."
    )


def unconfirmed(report: FairReport) -> list[str]:
    own = sum(not one.point.confirmed for _, judged in report.parts for one in judged)
    return [
        f"Whether the manifesto names {own} of these points. They are our reading of a principle.",
        "The points inside its sections, and the titles of its other sections.",
    ]


def _grade(judged: Judged) -> str:
    point = judged.point
    strength = f"Strength in the manifesto: {point.strength}. " if point.strength else ""
    state = "" if point.confirmed else " We could not confirm this."
    return f"{strength}Our own grade: {point.our_grade}. Source: {point.by}.{state}"


def _finding_row(one: PlacedFinding) -> tuple[str, str, str, str]:
    finding = one.finding
    quote = f" In the text: “{finding.excerpt}”" if finding.excerpt else ""
    return (
        finding.severity.capitalize(),
        one.place.name,
        f"{finding.message}{quote}",
        finding.suggestion,
    )


def _dismissed_row(one: PlacedFinding, reason: str, day: date) -> tuple[str, str, str]:
    quote = f" In the text: “{one.sentence}”" if one.finding.excerpt else ""
    return one.place.name, f"{one.finding.message}{quote}", f"{reason} ({plain_date(day)})"
