"""Loading, reading and recording decisions."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings

from guidance.decisions.models import Decision, DecisionStep
from guidance.decisions.rules import DecisionEntry, Step, Way
from kls_portal.documents.document import Document, Grid, Heading, Paragraph, Part, Run
from kls_portal.in_words import plain_date
from kls_portal.reference.loading import columns_of, load, load_values


def load_decision(entry: DecisionEntry) -> str:
    """Load a decision and its steps, keeping corrections, and return the outcome.

    A step that is no longer shipped is deleted, unless an editor wrote it.
    """
    [outcome] = load_values(Decision, [entry])
    decision = Decision.objects.get(code=entry.code)
    stored = {step.code: step for step in decision.steps.all()}
    for place, step in enumerate(entry.steps):
        row = stored.pop(step.code, None) or DecisionStep(decision=decision, code=step.code)
        load(row, columns_of(DecisionStep, step) | {"place": place})
    for left in stored.values():
        if left.shipped:
            left.delete()
    return outcome


def steps_of(decision: Decision) -> list[Step]:
    """Return the steps of a decision in order, with today's facts, in one query."""
    return [row.as_step() for row in decision.steps.all()]


def record_of(decision: Decision, way: Way, *, address: str, made_on: date) -> Document:
    """Return the record of a decision: its result, and each answer with the reasons."""
    parts: tuple[Part, ...] = (
        Heading(2, way.now.text),
        *(Paragraph(runs) for runs in _reasons_of(way.now)),
        Heading(2, "Your answers"),
        Grid(
            "Your answers",
            ("Question", "Answer", "Why it matters"),
            tuple((one.step.text, one.answer.text, _in_a_cell(one.step)) for one in way.taken),
            widths=(50, 35, 0),
        ),
        Paragraph((Run("Answer the questions again", address=address),)),
    )
    return Document(
        title=decision.title,
        organisation=settings.SITE_NAME,
        kind="Record of a decision",
        footer=f"Made on {plain_date(made_on)}",
        notices=("The portal advises. People decide.",),
        facts=(("Made on", plain_date(made_on)),),
        parts=parts,
    )


def _reasons_of(step: Step) -> Iterator[tuple[Run, ...]]:
    """Yield the paragraphs of the reason for a step, and its source."""
    for paragraph in filter(str.strip, step.reason.split("\n\n")):
        yield (Run(paragraph.strip()),)
    if step.source:
        yield (Run("Source: "), Run(step.source, address=step.source_address), Run("."))


def _in_a_cell(step: Step) -> tuple[Run, ...]:
    return tuple(run for paragraph in _reasons_of(step) for run in (*paragraph, Run(" ")))[:-1]
