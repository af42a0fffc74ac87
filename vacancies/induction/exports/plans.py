"""Documents of several plans, of all data held about a starter, and of a probation review."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from cattrs import Converter

from kls_portal.documents import document
from kls_portal.documents.plain_text import one_line
from kls_portal.in_words import counted, long_date
from vacancies.induction.exports import checklist as words
from vacancies.planning.rules.checklist import Checklist

REVIEW = Path(__file__).resolve().parent.parent / "data" / "probation_review.toml"
_WITH_TUPLES = Converter(unstruct_collection_overrides={list: tuple})


def plans_document(
    checklists: Sequence[Checklist], organisation: str, left_off: int = 0
) -> document.Document:
    """Return several plans in one document, each starting on a new page.

    left_off: how many plans are not included, which the document states.
    """
    parts: list[document.Part] = []
    for checklist in checklists:
        if parts:
            parts.append(document.PageBreak())
        parts += _plan(checklist)
    said = f"This file leaves out {counted(left_off, 'plan')} with an earlier start."
    notices = (said,) if left_off else ()
    return document.Document(
        title="Induction plans",
        organisation=organisation,
        kind="Induction plans",
        notices=notices,
        facts=(("Plans", str(len(checklists))),),
        parts=tuple(parts) or (document.Paragraph("There are no plans."),),
    )


def held_data_document(
    checklist: Checklist,
    name: str,
    facts: Iterable[tuple[str, str]],
    questions: Sequence[tuple[date, str, str]],
    links: Iterable[tuple[date, date, date | None]],
    events: Iterable[tuple[date, str, str]],
) -> document.Document:
    """Return all data held about one starter, to be handed to them.

    facts: (label, text) of what the plan holds beside its tasks; questions: (day, question,
    answer); links: (made, expires, closed or None) for each secret link; events: (day, role, what
    was done).
    """
    about = (("Name", name or "Not given"), ("Post", checklist.role))
    every = (*about, *words.checklist_facts(checklist), *facts)
    parts: list[document.Part] = [*_plan(checklist), document.Heading(2, "Questions and answers")]
    for asked, question, answer in questions:
        parts += [document.Heading(3, f"Asked {long_date(asked)}"), document.Text(question)]
        parts.append(document.Text(answer) if answer else document.Paragraph("Not answered yet."))
    if not questions:
        parts.append(document.Paragraph("No question was asked."))
    heading = "Links to your own page, and to the tasks of your buddy"
    parts += _listed(heading, [_link(*link) for link in links], "No link was made.")
    record = [f"{long_date(day)}, {by}: {one_line(said)}" for day, by, said in events]
    parts += _listed("Record of the plan", record, "Nothing was recorded.")
    return document.Document(
        title="What is held about you in this induction plan",
        organisation=checklist.organisation,
        kind="Copy of personal data",
        notices=("This file has everything that the portal stores with this plan.",),
        facts=tuple((label, said) for label, value in every if (said := one_line(value))),
        parts=tuple(parts),
    )


def _link(made: date, until: date, closed: date | None) -> str:
    end = f"closed {long_date(closed)}" if closed else f"works until {long_date(until)}"
    return f"Made {long_date(made)}, {end}. The link itself is not stored."


def _listed(heading: str, lines: Sequence[str], otherwise: str) -> tuple[document.Part, ...]:
    rows = document.Bullets(tuple(lines)) if lines else document.Paragraph(otherwise)
    return document.Heading(2, heading), rows


def _plan(checklist: Checklist) -> Iterator[document.Part]:
    title = one_line(checklist.role) or "Untitled post"
    yield document.Heading(2, f"{title}, start {long_date(checklist.start)}")
    yield from words.task_parts(checklist, level=3)


def probation_review_form() -> document.Document:
    """Return the blank form of a probation review, as `data/probation_review.toml` gives it."""
    values = _WITH_TUPLES.unstructure(tomllib.loads(REVIEW.read_text(encoding="utf-8")))
    parts = tuple(getattr(document, row.pop("part"))(**row) for row in values.pop("parts"))
    return document.Document(**values, parts=parts)
