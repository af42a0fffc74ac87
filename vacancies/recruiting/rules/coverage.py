"""Which criterion is tested by which questions: the matrix of a selection plan."""

from dataclasses import dataclass

from vacancies.drafting.rules.draft import METHODS, Criterion
from vacancies.recruiting.rules.selection_plan import ASKED, WORDS, SelectionPlan

USED, MISSING, UNUSED, STRAY = "used", "missing", "unused", "stray"


@dataclass(frozen=True)
class Cell:
    """One criterion by one method.

    chosen: whether the person specification names the method.
    state: USED; MISSING (chosen, but nothing is asked yet); UNUSED; STRAY (something is asked, but
    the method is not in the person specification). words: what is asked, or what is missing.
    question: the first one asked, to open it.
    """

    criterion: int
    method: str
    chosen: bool
    state: str
    words: str = ""
    question: int | None = None

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


def _cell(selection: SelectionPlan, criterion: Criterion, method: str) -> Cell:
    chosen = method in criterion.assessed_by
    if testing := selection.testing(criterion, method):
        every = enumerate(selection.by(method), start=1)
        places = ", ".join(str(place) for place, one in every if one in testing)
        words = f"{WORDS[method]}{'s' * (len(testing) > 1)} {places}"
        state, said = (USED, words) if chosen else (STRAY, f"not chosen, but tested by {words}")
        return Cell(criterion.id, method, chosen, state, said.capitalize(), testing[0].id)
    if chosen and method in ASKED:
        return Cell(criterion.id, method, chosen, MISSING, f"No {WORDS[method]} yet")
    return Cell(criterion.id, method, chosen, USED if chosen else UNUSED)
