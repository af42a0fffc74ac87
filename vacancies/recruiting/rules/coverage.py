"""Which criterion is tested by what: the matrix of a selection."""

from dataclasses import dataclass

from vacancies.drafting.rules.draft import Criterion
from vacancies.recruiting.rules.selection_plan import ASKED, METHODS, WORDS, Question, SelectionPlan

USED, MISSING, UNUSED, STRAY = "used", "missing", "unused", "stray"


@dataclass(frozen=True)
class Cell:
    """One criterion by one method, in words.

    chosen: whether the person specification says so.
    state: USED; MISSING (chosen, but nothing is asked yet); UNUSED; STRAY (something is asked,
    but the person specification does not say so). `question` is the first one asked, to open it.
    """

    method: str
    state: str
    words: str
    question: int | None = None
    chosen: bool = False
    criterion: int = 0

    @property
    def value(self) -> str:
        """The criterion and the method, as a box to tick sends them."""
        return f"{self.criterion}-{self.method}"

    @property
    def name(self) -> str:
        """The method in words."""
        return METHODS[self.method]

    @property
    def symbol(self) -> str:
        """What stands before the words, so that colour is not all that tells."""
        return {USED: "✓", MISSING: "✗", STRAY: "!"}.get(self.state, "")

    @property
    def asked(self) -> str:
        """What is asked here, or what is missing, in few words."""
        return self.words.removeprefix("Yes: ").removeprefix("Yes, but ").capitalize()


@dataclass(frozen=True)
class Row:
    """One criterion with a cell for each method, in the order of METHODS."""

    number: int
    criterion: Criterion
    cells: tuple[Cell, ...]


def coverage(selection: SelectionPlan) -> tuple[Row, ...]:
    """Return the matrix of a selection, the essential criteria first."""
    return tuple(
        Row(number, criterion, tuple(_cell(selection, criterion, method) for method in METHODS))
        for number, criterion in selection.numbered
    )


def place_of(selection: SelectionPlan, question: Question) -> int:
    """Return the number of a question among those of its method, from 1."""
    return [one.id for one in selection.by(question.method)].index(question.id) + 1


def _cell(selection: SelectionPlan, criterion: Criterion, method: str) -> Cell:
    chosen = method in criterion.assessed_by
    found = selection.testing(criterion, method)
    if found:
        numbers = [str(place_of(selection, question)) for question in found]
        many = "s" if len(numbers) > 1 else ""
        words = f"{WORDS[method]}{many} {', '.join(numbers)}"
        said = f"Yes: {words}" if chosen else f"Not chosen, but tested by {words}"
        return Cell(method, USED if chosen else STRAY, said, found[0].id, chosen, criterion.id)
    if chosen and method in ASKED:
        return Cell(method, MISSING, f"Yes, but no {WORDS[method]} yet", None, True, criterion.id)
    state, words = (USED, "Yes") if chosen else (UNUSED, "No")
    return Cell(method, state, words, None, chosen, criterion.id)
