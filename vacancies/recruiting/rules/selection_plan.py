"""The selection plan from duties through criteria to questions, with weights and coverage."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kls_portal.in_words import counted
from vacancies.drafting.rules import draft

ASKED = (draft.INTERVIEW, draft.TASK, draft.PRESENTATION)
"""Methods that need something to ask: a question, a task or a presentation title."""
WORDS = {draft.INTERVIEW: "question", draft.TASK: "task", draft.PRESENTATION: "presentation"}
"""The word for each kind of question inside a sentence."""


@dataclass(frozen=True)
class Limits:
    """Limits used by the rules. Times are in minutes.

    most_methods: ways to assess one criterion before it is too many.
    most_tasks, most_task_minutes: tasks and presentations of one selection plan, together.
    interview_minutes: length of an interview; the parts without questions follow.
    question_minutes: planned for a question without a time.
    """

    most_methods: int
    most_tasks: int
    most_task_minutes: int
    interview_minutes: int
    welcome_minutes: int
    candidate_minutes: int
    closing_minutes: int
    question_minutes: int


CRITERION, METHOD, LINKS = "criterion_list", "coverage_detail", "link_edit"
QUESTION, NEW_QUESTION = "question_edit", "question_create"
QUESTIONS, WEIGHTS = "question_list", "weight_edit"


@dataclass(frozen=True)
class Remedy:
    """The page on which a gap is fixed, and the text of the link to it.

    page: its URL name: CRITERION or METHOD (row: its id; to change its text, or how it is
    assessed), LINKS (of duties and criteria), QUESTION (row: its id), NEW_QUESTION (row: the
    criterion; with a `method`), QUESTIONS or WEIGHTS (all of them).
    """

    page: str
    words: str = ""
    row: int = 0
    method: str = ""


@dataclass(frozen=True)
class Gap:
    """A gap. `rule` is the name of its rule, never reused for another one.

    fingerprint: used to dismiss a finding of a rule of `checks`; "" for a rule of the selection
    plan alone. severity: must, should or could, of a rule of the advert plan.
    """

    rule: str
    sentence: str
    remedy: Remedy
    fingerprint: str = ""
    severity: str = ""


@dataclass(frozen=True)
class Anchors:
    """What scores of 1, 3 and 5 look like; "" if not yet written."""

    one: str = ""
    three: str = ""
    five: str = ""

    @property
    def complete(self) -> bool:
        return bool(self.one and self.three and self.five)


@dataclass(frozen=True)
class Question:
    """A question, task or presentation (`method`) and the criterion it tests.

    criterion: id, or None if it was removed; `lost_criterion` then holds its text. also: ids of the
    further criteria it tests.
    weight: percentage of the total score, or None. minutes: None if not given.
    asked_by: a role, never a name. in_advance: whether candidates receive it beforehand.
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
    """A vacancy from its duties to its questions, which are in the order asked."""

    title: str
    organisation: str = ""
    band: str = ""
    interview_on: date | None = None
    duties: tuple[draft.Duty, ...] = ()
    criteria: tuple[draft.Criterion, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def numbered(self) -> tuple[tuple[int, draft.Criterion], ...]:
        """Return the criteria numbered from 1, essential ones first."""
        return tuple(enumerate(draft.essential_first(self.criteria), start=1))

    @property
    def asked(self) -> tuple[Question, ...]:
        """Return everything asked and scored, that is, still linked to a criterion."""
        return tuple(question for question in self.questions if question.criterion is not None)

    @property
    def orphans(self) -> tuple[Question, ...]:
        """Return the questions whose criterion was removed; packs leave them out."""
        return tuple(question for question in self.questions if question.criterion is None)

    def criterion_of(self, question: Question) -> draft.Criterion:
        """Return the criterion of a question of `asked`."""
        return next(one for one in self.criteria if one.id == question.criterion)

    def criteria_of(self, question: Question) -> tuple[draft.Criterion, ...]:
        rows = {one.id: one for one in self.criteria}
        ids = dict.fromkeys([self.criterion_of(question).id, *question.also])
        return tuple(rows[one] for one in ids if one in rows)

    def number_of(self, criterion: draft.Criterion) -> int:
        return next(number for number, one in self.numbered if one.id == criterion.id)

    def by(self, *methods: str) -> tuple[Question, ...]:
        return tuple(question for question in self.asked if question.method in methods)

    def named(self, *methods: str) -> Iterator[tuple[str, Question]]:
        """Yield (name, question) for each question of these methods, such as "Question 2".

        They are numbered anew for each method.
        """
        for method in methods:
            for number, question in enumerate(self.by(method), start=1):
                yield f"{WORDS[method].capitalize()} {number}", question

    def testing(self, criterion: draft.Criterion, method: str = "") -> tuple[Question, ...]:
        """Return the questions that test a criterion, by one method or by any."""
        of_criterion = (one for one in self.asked if criterion.id in (one.criterion, *one.also))
        return tuple(question for question in of_criterion if method in ("", question.method))


WHOLE = 100
SCORES = (1, 2, 3, 4, 5)


def total(questions: Sequence[Question]) -> int:
    """Return the sum of the weights, ignoring missing ones."""
    return sum(question.weight or 0 for question in questions)


def most_points(questions: Sequence[Question]) -> int:
    """Return the highest possible score: each weight times the highest mark."""
    return total(questions) * SCORES[-1]


def weight_sentence(questions: Sequence[Question]) -> str:
    """Return how far the weights are from 100 and how many are missing; "" if all is well."""
    if not questions:
        return ""
    without = sum(1 for question in questions if question.weight is None)
    parts = []
    if without:
        have = counted(without, "question or task has", "questions or tasks have")
        parts.append(f"{have} no weight yet.")
    weights = total(questions)
    if weights != WHOLE:
        gap = abs(WHOLE - weights)
        missing = f"{gap} {'is' if gap == 1 else 'are'} missing"
        parts.append(
            f"The weights add up to {weights}, not {WHOLE}: "
            f"{missing if weights < WHOLE else f'{gap} too many'}."
        )
    return " ".join(parts)


def equal_weights(count: int) -> tuple[int, ...]:
    """Return `count` weights as equal as whole numbers allow, at least 1 each.

    They add up to 100 for a count of up to 100. Returns an empty tuple for a count of 0.
    """
    if not count:
        return ()
    share, left = divmod(WHOLE, count)
    return tuple(max(1, share + (place < left)) for place in range(count))


_OF_CATEGORY = {
    "qualifications": (draft.APPLICATION, draft.CERTIFICATE),
    "experience": (draft.APPLICATION, draft.INTERVIEW),
    "knowledge": (draft.INTERVIEW,),
    "skills": (draft.INTERVIEW,),
    "values": (draft.INTERVIEW,),
}
_OF_OTHERS = (draft.APPLICATION,)


def usual_methods(category: str) -> tuple[str, ...]:
    """Return the methods that usually assess criteria of a category."""
    return _OF_CATEGORY.get(category, _OF_OTHERS)


def suggested_methods(criteria: Iterable[draft.Criterion]) -> tuple[tuple[int, str], ...]:
    """Return (criterion, method) for each criterion that nothing assesses, by its category.

    Source: our own, based on the guidance on each method.
    """
    return tuple(
        (criterion.id, method)
        for criterion in criteria
        if not criterion.assessed_by
        for method in usual_methods(criterion.category)
    )
