"""Every rule that finds holes in a thread, in the order in which a page names them."""

from vacancies.selection import criterion_holes, question_holes
from vacancies.selection.hole import Hole, Rule
from vacancies.selection.limits import Limits
from vacancies.selection.thread import Thread

RULES: tuple[Rule, ...] = (
    question_holes.orphaned,
    criterion_holes.never_assessed,
    criterion_holes.nothing_asked,
    criterion_holes.duty_without_criterion,
    criterion_holes.checked_last,
    criterion_holes.only_presented,
    criterion_holes.one_route,
    criterion_holes.assessed_often,
    question_holes.not_announced,
    question_holes.desirable_decides,
    question_holes.too_many_tasks,
    question_holes.weights_miss_the_whole,
)


def holes(thread: Thread, limits: Limits) -> tuple[Hole, ...]:
    """Return the holes of a thread. A vacancy without criteria has none to name yet."""
    if not thread.criteria and not thread.questions:
        return ()
    return tuple(hole for rule in RULES for hole in rule(thread, limits))
