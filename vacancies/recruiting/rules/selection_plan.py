"""The selection from duties through criteria to what is asked, its weights and coverage."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kls_portal.in_words import counted
from vacancies.drafting.rules.draft import Criterion, Duty

APPLICATION, INTERVIEW, TASK = "application", "interview", "task"
PRESENTATION, CERTIFICATE = "presentation", "certificate"

METHODS = {
    APPLICATION: "Application form",
    INTERVIEW: "Interview",
    TASK: "Assessment task",
    PRESENTATION: "Presentation",
    CERTIFICATE: "Certificate or reference",
}
ASKED = (INTERVIEW, TASK, PRESENTATION)
"""Methods that need something to ask: a question, a task or a title."""
WORDS = {INTERVIEW: "question", TASK: "task", PRESENTATION: "presentation"}
"""What is asked, as a word inside a sentence."""


@dataclass(frozen=True)
class Limits:
    """Numbers of the rules. Times are minutes.

    most_methods: ways to assess one criterion before it is too many.
    most_tasks, most_task_minutes: tasks and presentations of one selection, together.
    interview_minutes: how long an interview lasts; the parts of it that are no question follow.
    question_minutes: planned for a question whose time nobody gave.
    """

    most_methods: int
    most_tasks: int
    most_task_minutes: int
    interview_minutes: int
    welcome_minutes: int
    candidate_minutes: int
    closing_minutes: int
    question_minutes: int


CRITERION, METHOD, LINKS, QUESTION = "criterion", "method", "links", "question"
NEW_QUESTION, QUESTIONS, WEIGHTS = "new question", "questions", "weights"


@dataclass(frozen=True)
class Mend:
    """The page where a gap is mended, and the words of the link to it.

    page: CRITERION or METHOD (row: its id; for its words, or how it is assessed), LINKS (of duties
    and criteria), QUESTION (row: its id), NEW_QUESTION (row: the criterion; with a `method`),
    QUESTIONS or WEIGHTS (all of them).
    """

    page: str
    words: str
    row: int = 0
    method: str = ""


@dataclass(frozen=True)
class Gap:
    """What is missing. `rule` is the name of the rule, never used again for another one.

    fingerprint: by which it is dismissed where a rule of `checks` found it, "" for a rule that
    only the selection knows.
    """

    rule: str
    sentence: str
    mend: Mend
    fingerprint: str = ""


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

    criterion: id, or None once it was removed; `lost_criterion` then holds its words. also: the
    ids of further criteria that it tests.
    weight: per cent of the whole score, None for not given. minutes: None for not given.
    asked_by: a role, never a name. in_advance: whether candidates get it beforehand.
    """

    id: int
    method: str
    text: str
    criterion: int | None
    also: tuple[int, ...] = ()
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


@dataclass(frozen=True)
class SelectionPlan:
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

    def criteria_of(self, question: Question) -> tuple[Criterion, ...]:
        """All that a question of `asked` tests, its own criterion first."""
        rows = {one.id: one for one in self.criteria}
        found = dict.fromkeys([self.criterion_of(question).id, *question.also])
        return tuple(rows[one] for one in found if one in rows)

    def number_of(self, criterion: Criterion) -> int:
        """The number of a criterion in the person specification."""
        return next(number for number, one in self.numbered if one.id == criterion.id)

    def by(self, *methods: str) -> tuple[Question, ...]:
        """What is asked by these methods, in order."""
        return tuple(question for question in self.asked if question.method in methods)

    def testing(self, criterion: Criterion, method: str = "") -> tuple[Question, ...]:
        """What tests a criterion, by one method or by any."""
        found = (one for one in self.asked if criterion.id in (one.criterion, *one.also))
        return tuple(question for question in found if method in ("", question.method))


Rule = Callable[[SelectionPlan, Limits], Iterable[Gap]]


WHOLE = 100
SCORES = (1, 2, 3, 4, 5)


def total(questions: Sequence[Question]) -> int:
    """Return the sum of the weights; one that is not given counts nothing."""
    return sum(question.weight or 0 for question in questions)


def most_points(questions: Sequence[Question]) -> int:
    """Return the most that a candidate can score: each weight times the highest score."""
    return total(questions) * SCORES[-1]


def weight_sentence(questions: Sequence[Question]) -> str:
    """Return by how much the weights miss 100, and how many have none; "" where all is well."""
    if not questions:
        return ""
    without = sum(1 for question in questions if question.weight is None)
    parts = []
    if without:
        have = counted(without, "question or task has", "questions or tasks have")
        parts.append(f"{have} no weight yet.")
    found = total(questions)
    if found != WHOLE:
        gap = abs(WHOLE - found)
        missing = f"{gap} {'is' if gap == 1 else 'are'} missing"
        parts.append(
            f"The weights add up to {found}, not {WHOLE}: "
            f"{missing if found < WHOLE else f'{gap} too many'}."
        )
    return " ".join(parts)


def equal_weights(count: int) -> tuple[int, ...]:
    """Return `count` weights as equal as whole numbers allow, at least 1 each.

    They add up to 100 for up to 100 of them. None for a count of 0.
    """
    if not count:
        return ()
    share, left = divmod(WHOLE, count)
    return tuple(max(1, share + (place < left)) for place in range(count))


_OF_CATEGORY = {
    "qualifications": (APPLICATION, CERTIFICATE),
    "experience": (APPLICATION, INTERVIEW),
    "knowledge": (INTERVIEW,),
    "skills": (INTERVIEW,),
    "values": (INTERVIEW,),
}
_OF_OTHERS = (APPLICATION,)


def suggested_methods(selection: SelectionPlan) -> tuple[tuple[int, str], ...]:
    """Return (criterion, method) for the criteria that nothing assesses, by their category.

    Source: our own, from what the guidance says of each method.
    """
    return tuple(
        (criterion.id, method)
        for criterion in selection.criteria
        if not criterion.assessed_by
        for method in _OF_CATEGORY.get(criterion.category, _OF_OTHERS)
    )
