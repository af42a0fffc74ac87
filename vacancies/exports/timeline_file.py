"""The timeline of a vacancy as a document."""

from collections.abc import Sequence
from datetime import date

from kls_portal.documents.dates import long_date, short_date
from kls_portal.documents.paper import Grid, Paper, Paragraph, Part
from kls_portal.documents.plain_text import one_line
from vacancies.checklists.progress import DONE, LATE
from vacancies.timeline.lines import Line

SUGGESTED = "The days between the steps are suggestions."
_HEADS = ("Step", "Date", "Working days to the next", "Who", "State")
_WIDTHS = (0, 36, 28, 45, 20)


def timeline_paper(
    lines: Sequence[Line], title: str, organisation: str, needed_by: date | None, today: date
) -> Paper:
    """Return the table of the timeline as a document, as it stands on `today`."""
    facts = [("As of", long_date(today))]
    if needed_by:
        facts.insert(0, ("Somebody is needed by", long_date(needed_by)))
    grid = Grid(
        name=f"Steps and dates: {one_line(title)}",
        columns=_HEADS,
        rows=tuple(_row(line) for line in lines),
        widths=_WIDTHS,
    )
    parts: tuple[Part, ...] = (grid, Paragraph(SUGGESTED))
    return Paper(
        title=f"Timeline: {one_line(title)}",
        organisation=organisation,
        kind="Timeline of a vacancy",
        facts=tuple(facts),
        parts=parts,
    )


def _row(line: Line) -> tuple[str, ...]:
    row = line.row
    state = {DONE: "Done", LATE: "Late"}.get(line.state, "To do")
    to_next = "" if line.to_next is None else str(line.to_next)
    return (row.step.name, short_date(row.day) if row.day else "", to_next, row.step.who, state)
