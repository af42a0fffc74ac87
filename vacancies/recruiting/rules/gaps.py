"""Every rule that finds holes in a thread, in the order in which a page names them."""

from vacancies.recruiting.rules import gap_rules as criterion_holes
from vacancies.recruiting.rules import gap_rules as question_holes
from vacancies.recruiting.rules.thread import Gap, Limits, Rule, Thread

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


def gaps(thread: Thread, limits: Limits) -> tuple[Gap, ...]:
    """Return the holes of a thread. A vacancy without criteria has none to name yet."""
    if not thread.criteria and not thread.questions:
        return ()
    return tuple(gap for rule in RULES for gap in rule(thread, limits))
