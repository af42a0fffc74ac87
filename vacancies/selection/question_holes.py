"""Holes in what is asked: one function a rule.

Our own throughout, the number and length of tasks too (`vacancies/data/selection.toml`). The thread
holds only where each question tests a criterion in the way that was announced.
"""

from collections.abc import Iterator

from vacancies.drafting.draft import Criterion
from vacancies.drafting.sections import shortened
from vacancies.selection.hole import CRITERION, QUESTION, QUESTIONS, WEIGHTS, Hole, Mend
from vacancies.selection.limits import Limits
from vacancies.selection.methods import METHODS, PRESENTATION, TASK, WORDS
from vacancies.selection.thread import Question, Thread
from vacancies.selection.weights import total, weight_sentence


def orphaned(thread: Thread, _: Limits) -> Iterator[Hole]:
    """A question whose criterion was removed."""
    for question in thread.orphans:
        lost = f" “{shortened(question.lost_criterion)}” was removed." * bool(
            question.lost_criterion
        )
        sentence = f"The {WORDS[question.method]} {_quoted(question)} tests no criterion.{lost}"
        mend = Mend(QUESTION, "Choose another criterion, or remove it", question.id)
        yield Hole("orphaned", sentence, mend)


def not_announced(thread: Thread, _: Limits) -> Iterator[Hole]:
    """A question that tests a criterion by a method that the person specification leaves out."""
    for question in thread.asked:
        criterion = thread.criterion_of(question)
        if question.method not in criterion.assessed_by:
            sentence = (
                f"The {WORDS[question.method]} {_quoted(question)} tests "
                f"“{shortened(criterion.text)}”, but the person specification does not say "
                f"“{METHODS[question.method].lower()}”."
            )
            mend = Mend(CRITERION, "Add the method to the criterion", criterion.id)
            yield Hole("not-announced", sentence, mend)


def desirable_decides(thread: Thread, _: Limits) -> Iterator[Hole]:
    """A desirable criterion that weighs more than an essential one, or where none is scored."""
    scored = [(one, total(thread.testing(one))) for one in thread.criteria]
    essential = [(one, weight) for one, weight in scored if one.essential and weight]
    lightest = min(essential, key=lambda pair: pair[1], default=None)
    for criterion, weight in scored:
        if criterion.essential or weight <= (lightest[1] if lightest else 0):
            continue
        sentence = f"“{shortened(criterion.text)}” is desirable but weighs {weight}, "
        sentence += _beside(lightest) + " It could decide who is chosen."
        yield Hole("desirable-decides", sentence, Mend(WEIGHTS, "Change the weights"))


def weights_miss_the_whole(thread: Thread, _: Limits) -> Iterator[Hole]:
    """Weights that do not add up to 100."""
    if sentence := weight_sentence(thread.asked):
        yield Hole("weights", sentence, Mend(WEIGHTS, "Change the weights"))


def too_many_tasks(thread: Thread, limits: Limits) -> Iterator[Hole]:
    """More tasks and presentations, or longer ones, than a candidate should be asked for."""
    found = thread.by(TASK, PRESENTATION)
    minutes = sum(question.minutes or 0 for question in found)
    mend = Mend(QUESTIONS, "Leave some out or make them shorter")
    if len(found) > limits.most_tasks:
        sentence = (
            f"There are {len(found)} tasks and presentations. Ask for {limits.most_tasks} at most."
        )
        yield Hole("too-many-tasks", sentence, mend)
    if minutes > limits.most_task_minutes:
        sentence = (
            f"Tasks and presentations take {minutes} minutes. "
            f"Keep them to {limits.most_task_minutes} in all."
        )
        yield Hole("too-many-tasks", sentence, mend)


def _quoted(question: Question) -> str:
    return f"“{shortened(question.text)}”"


def _beside(lightest: tuple[Criterion, int] | None) -> str:
    if lightest is None:
        return "while no essential criterion has a weight."
    criterion, weight = lightest
    return f"more than the essential “{shortened(criterion.text)}” with {weight}."
