"""Which criterion is tested by which questions: the matrix of a selection plan."""

from dataclasses import dataclass

from vacancies.drafting.rules.draft import METHODS, Criterion
from vacancies.recruiting.rules.selection_plan import ASKED, WORDS, Question, SelectionPlan

USED, MISSING, UNUSED, STRAY = "used", "missing", "unused", "stray"


@dataclass(frozen=True)
class Cell:
    """One criterion by one method, in words.

    chosen: whether the person specification names the method.
    state: USED; MISSING (chosen, but nothing is asked yet); UNUSED; STRAY (something is asked, but
    the method is not in the person specification). question: the first one asked, to open it.
    """

    method: str
    state: str
    words: str
    question: int | None = None
    chosen: bool = False
    criterion: int = 0

    @property
    def value(self) -> str:
        return f"{self.criterion}-{self.method}"

    @property
    def name(self) -> str:
        return METHODS[self.method]

    @property
    def symbol(self) -> str:
        """Return the symbol before the words, so that the state does not rely on colour alone."""
        return {USED: "✓", MISSING: "✗", STRAY: "!"}.get(self.state, "")

    @property
    def asked(self) -> str:
        """Return briefly what is asked here, or what is missing."""
        return self.words.removeprefix("Yes: ").removeprefix("Yes, but ").capitalize()


@dataclass(frozen=True)
class Row:
    """One criterion with a cell for each method, in the order of METHODS."""

    number: int
    criterion: Criterion
    cells: tuple[Cell, ...]


def coverage(selection: SelectionPlan) -> tuple[Row, ...]:
    """Return the matrix of a selection plan, essential criteria first."""
    return tuple(
        Row(number, criterion, tuple(_cell(selection, criterion, method) for method in METHODS))
        for number, criterion in selection.numbered
    )


def place_of(selection: SelectionPlan, question: Question) -> int:
    """Return the number of a question among those of its method, from 1."""
    return [one.id for one in selection.by(question.method)].index(question.id) + 1


def _cell(selection: SelectionPlan, criterion: Criterion, method: str) -> Cell:
    chosen = method in criterion.assessed_by
    testing = selection.testing(criterion, method)
    if testing:
        numbers = [str(place_of(selection, question)) for question in testing]
        many = "s" if len(numbers) > 1 else ""
        words = f"{WORDS[method]}{many} {', '.join(numbers)}"
        said = f"Yes: {words}" if chosen else f"Not chosen, but tested by {words}"
        return Cell(method, USED if chosen else STRAY, said, testing[0].id, chosen, criterion.id)
    if chosen and method in ASKED:
        return Cell(method, MISSING, f"Yes, but no {WORDS[method]} yet", None, True, criterion.id)
    state, words = (USED, "Yes") if chosen else (UNUSED, "No")
    return Cell(method, state, words, None, chosen, criterion.id)
