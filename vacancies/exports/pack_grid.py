"""The shortlisting grid: candidates by number down, criteria of the application form across."""

from collections.abc import Sequence
from datetime import date

from kls_portal.documents.paper import Grid, Heading, Paper, Part, Text
from vacancies.drafting.draft import Criterion
from vacancies.exports.pack_parts import nothing, pack_paper
from vacancies.selection.limits import Limits
from vacancies.selection.methods import APPLICATION
from vacancies.selection.thread import Thread

KIND = "Shortlisting grid"
SHOWN = 2
ACROSS = 12
"""Criteria beside each other: more do not fit a page."""
HOW = (
    "Write 2 where the application shows it, 1 where it shows part of it, and 0 where it does not. "
    "Each person who shortlists fills in a form alone, then you compare."
)
NARROW = 28
"""Millimetres of the column with the candidate numbers."""
Numbered = tuple[int, Criterion]


def shortlisting_grid(thread: Thread, _: Limits, candidates: int, day: date) -> Paper:
    """A grid with room for so many candidates, as numbers from 1."""
    found = [pair for pair in thread.numbered if APPLICATION in pair[1].assessed_by]
    if not found:
        words = "No criterion is assessed by the application form yet."
        return pack_paper(thread, KIND, day, nothing(words))
    essential = [pair for pair in found if pair[1].essential]
    desirable = [pair for pair in found if not pair[1].essential]
    parts: tuple[Part, ...] = (
        Heading(2, "Criteria"),
        Grid(
            "Criteria of the application form",
            ("Number", "Criterion", "Kind"),
            _key(found),
            widths=(20, 0, 30),
        ),
        Heading(2, "What each application shows"),
        Text(HOW),
        *_grids("Essential criteria", essential, candidates),
        *_grids("Desirable criteria", desirable, candidates),
        Heading(2, "Decision"),
        _decisions(len(desirable), candidates),
    )
    return pack_paper(thread, KIND, day, parts, landscape=True)


def _key(found: Sequence[Numbered]) -> tuple[tuple[str, ...], ...]:
    kinds = {True: "Essential", False: "Desirable"}
    return tuple((str(number), one.text, kinds[one.essential]) for number, one in found)


def _grids(name: str, found: Sequence[Numbered], candidates: int) -> tuple[Part, ...]:
    parts: list[Part] = [Heading(3, name)] if found else []
    for start in range(0, len(found), ACROSS):
        numbers = [number for number, _ in found[start : start + ACROSS]]
        columns = ("Candidate", *(f"No. {number}" for number in numbers))
        rows = tuple((str(one), *("" for _ in numbers)) for one in range(1, candidates + 1))
        which = f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
        widths = (NARROW, *(0 for _ in numbers))
        parts.append(Grid(f"{name}: {which}", columns, rows, widths=widths, row_height=6))
    return tuple(parts)


def _decisions(desirable: int, candidates: int) -> Grid:
    columns = ["Candidate", "All essential shown?"]
    if desirable:
        columns.append(f"Desirable, of {SHOWN * desirable}")
    columns += ["Shortlisted?", "Reason"]
    rows = tuple((str(one), *("" for _ in columns[1:])) for one in range(1, candidates + 1))
    widths = (NARROW, *(40 for _ in columns[2:]), 0)
    return Grid("Decision for each candidate", tuple(columns), rows, widths=widths, row_height=7)
