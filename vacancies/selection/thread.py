"""The thread of one vacancy as frozen values: duties, criteria, and what tests them."""

from dataclasses import dataclass
from datetime import date

from vacancies.drafting.draft import Criterion, Duty


@dataclass(frozen=True)
class Anchors:
    """What a score of 1, 3 and 5 looks like; "" where nobody has said so yet."""

    one: str = ""
    three: str = ""
    five: str = ""

    @property
    def complete(self) -> bool:
        """Whether all three are there."""
        return bool(self.one and self.three and self.five)


@dataclass(frozen=True)
class Question:
    """A question, task or presentation (`method`) and the criterion it tests.

    criterion: id, or None once it was removed; `lost_criterion` then holds its words.
    weight: per cent of the whole score, None for not given. minutes: None for not given.
    asked_by: a role, never a name. in_advance: whether candidates get it beforehand.
    """

    id: int
    method: str
    text: str
    criterion: int | None
    lost_criterion: str = ""
    follow_ups: tuple[str, ...] = ()
    anchors: Anchors = Anchors()
    weight: int | None = None
    minutes: int | None = None
    asked_by: str = ""
    prepare: str = ""
    shows: str = ""
    adjustments: str = ""
    in_advance: bool = True


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something, each without space at its ends."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@dataclass(frozen=True)
class Thread:
    """A vacancy from its duties to its questions. Questions stand in the order they are asked."""

    title: str
    organisation: str = ""
    band: str = ""
    interview_on: date | None = None
    duties: tuple[Duty, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def numbered(self) -> tuple[tuple[int, Criterion], ...]:
        """The criteria with their numbers, from 1: the essential ones first."""
        ordered = sorted(self.criteria, key=lambda criterion: not criterion.essential)
        return tuple(enumerate(ordered, start=1))

    @property
    def asked(self) -> tuple[Question, ...]:
        """What is asked and scored: everything that still tests a criterion."""
        return tuple(question for question in self.questions if question.criterion is not None)

    @property
    def orphans(self) -> tuple[Question, ...]:
        """Questions whose criterion was removed. Packs leave them out."""
        return tuple(question for question in self.questions if question.criterion is None)

    def criterion_of(self, question: Question) -> Criterion:
        """The criterion that a question of `asked` tests."""
        return next(one for one in self.criteria if one.id == question.criterion)

    def number_of(self, criterion: Criterion) -> int:
        """The number of a criterion in the person specification."""
        return next(number for number, one in self.numbered if one.id == criterion.id)

    def by(self, *methods: str) -> tuple[Question, ...]:
        """What is asked by these methods, in order."""
        return tuple(question for question in self.asked if question.method in methods)

    def testing(self, criterion: Criterion, method: str = "") -> tuple[Question, ...]:
        """What tests a criterion, by one method or by any."""
        found = (question for question in self.asked if question.criterion == criterion.id)
        return tuple(question for question in found if method in ("", question.method))
