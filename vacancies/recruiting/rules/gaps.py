"""Every rule that finds gaps in a selection plan, in the order in which a page names them."""

from vacancies.recruiting.rules import gap_rules
from vacancies.recruiting.rules.thread import Gap, Limits, Rule, Thread

RULES: tuple[Rule, ...] = (
    gap_rules.orphaned,
    gap_rules.never_assessed,
    gap_rules.nothing_asked,
    gap_rules.duty_without_criterion,
    gap_rules.checked_last,
    gap_rules.only_presented,
    gap_rules.one_route,
    gap_rules.assessed_often,
    gap_rules.not_announced,
    gap_rules.desirable_decides,
    gap_rules.too_many_tasks,
    gap_rules.weights_miss_the_whole,
)


def gaps(thread: Thread, limits: Limits) -> tuple[Gap, ...]:
    """Return the gaps of a thread. A vacancy without criteria has none to name yet."""
    if not thread.criteria and not thread.questions:
        return ()
    return tuple(gap for rule in RULES for gap in rule(thread, limits))
