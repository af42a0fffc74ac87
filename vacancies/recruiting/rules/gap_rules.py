"""Rules for gaps and excesses in a selection plan, one function each.

Source: our own, except A3, A7 and the D-rules named in jd_rules.toml; the limits are in
`data/selection.toml`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace

from kls_portal.in_words import listed
from vacancies.checks.draft_check import of_criteria
from vacancies.checks.place import PlacedFinding
from vacancies.drafting.rules.draft import CERTIFICATE, METHODS, PRESENTATION, TASK, Criterion
from vacancies.drafting.rules.sections import shortened
from vacancies.recruiting.rules.selection_plan import (
    ASKED,
    CRITERION,
    LINKS,
    METHOD,
    NEW_QUESTION,
    QUESTION,
    QUESTIONS,
    WEIGHTS,
    WORDS,
    Gap,
    Limits,
    Question,
    Remedy,
    SelectionPlan,
    total,
    weight_sentence,
)
from vacancies.rulebook.registry import Registry

NOT_ASSESSED, ONE_ROUTE = frozenset({"A7"}), frozenset({"A1", "A2", "A3"})
_PRESENTS = re.compile(
    r"\b(?:(?<!at )(?<!the )present(?:s|ing|ations?)?|teach(?:es|ing)?|train(?:s|ing)?|"
    r"lectur(?:es?|ing)|speak(?:s|ing)?|talks?|workshops?|demonstrat(?:es?|ing|ions?)|"
    r"public speaking|deliver(?:s|ing)? (?:\w{1,40} )?sessions?)\b",
    re.IGNORECASE,
)


GAP_RULES: Registry[Callable[[SelectionPlan, Limits], Iterable[Gap]]] = Registry(__name__)


@GAP_RULES.rule("orphaned")
def orphaned(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """A question whose criterion was removed."""
    for question in selection.orphans:
        lost = f" “{shortened(question.lost_criterion)}” was removed." * bool(
            question.lost_criterion
        )
        sentence = f"The {WORDS[question.method]} {_quoted(question)} tests no criterion.{lost}"
        remedy = Remedy(QUESTION, "Choose another criterion, or remove it", question.id)
        yield Gap("orphaned", sentence, remedy)


@GAP_RULES.rule("never-assessed")
def never_assessed(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """A criterion without any method."""
    for criterion, placed in _checked(selection, NOT_ASSESSED):
        sentence = f"{_quoted(criterion)} is never assessed."
        gap = _at("never-assessed", criterion, sentence, "Choose how to assess it")
        yield replace(gap, fingerprint=placed.fingerprint)


@GAP_RULES.rule("nothing-asked")
def nothing_asked(selection: SelectionPlan, limits: Limits) -> Iterator[Gap]:
    """A method that needs a question, task or title and has none.

    Skips criteria whose methods another rule asks to change, as the two would conflict.
    """
    others = (*assessed_often(selection, limits), *only_presented(selection, limits))
    to_change = {one.remedy.row for one in others}
    for criterion in selection.criteria:
        assessed = () if criterion.id in to_change else criterion.assessed_by
        for method in ASKED:
            if method in assessed and not selection.testing(criterion, method):
                word = WORDS[method]
                sentence = (
                    f"{_quoted(criterion)} is assessed by {METHODS[method].lower()}, "
                    f"but no {word} tests it."
                )
                remedy = Remedy(NEW_QUESTION, f"Add a {word}", criterion.id, method)
                yield Gap("nothing-asked", sentence, remedy)


@GAP_RULES.rule("duty-without-criterion")
def duty_without_criterion(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """A duty linked to no criterion: nothing tests whether a candidate can do it."""
    needed = {duty for criterion in selection.criteria for duty in criterion.duties}
    for duty in selection.duties:
        if duty.id not in needed:
            sentence = f"No criterion is linked to the duty “{shortened(duty.text)}”."
            remedy = Remedy(LINKS, "Link a criterion to it", duty.id)
            yield Gap("duty-without-criterion", sentence, remedy)


@GAP_RULES.rule("checked-last")
def checked_last(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """An essential criterion checked only after the selection decision."""
    for criterion in selection.criteria:
        if criterion.essential and criterion.assessed_by == (CERTIFICATE,):
            sentence = (
                f"{_quoted(criterion)} is essential, but certificates and references come last. "
                "Someone without it may get as far as an offer."
            )
            yield _at("checked-last", criterion, sentence, "Check it earlier too")


@GAP_RULES.rule("only-presented")
def only_presented(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """A criterion tested only by a presentation, in a post that neither presents nor teaches."""
    if any(_PRESENTS.search(duty.text) for duty in selection.duties):
        return
    for criterion in selection.criteria:
        if criterion.assessed_by == (PRESENTATION,):
            sentence = (
                f"{_quoted(criterion)} is assessed only by a presentation, "
                "but no duty is about presenting or teaching."
            )
            yield _at("only-presented", criterion, sentence, "Choose another method")


@GAP_RULES.rule("one-route")
def one_route(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """An essential qualification or membership without an equivalent route."""
    for criterion, placed in _checked(selection, ONE_ROUTE):
        sentence = f"{_quoted(criterion)}: {placed.finding.message}"
        gap = Gap("one-route", sentence, Remedy(CRITERION, "Open another route", criterion.id))
        yield replace(gap, fingerprint=placed.fingerprint)


@GAP_RULES.rule("assessed-often")
def assessed_often(selection: SelectionPlan, limits: Limits) -> Iterator[Gap]:
    """A criterion assessed by three methods or more."""
    for criterion in selection.criteria:
        methods = [name.lower() for slug, name in METHODS.items() if slug in criterion.assessed_by]
        if len(methods) > limits.most_methods:
            times = f"{len(methods)} times: by {listed(methods)}"
            sentence = f"{_quoted(criterion)} is assessed {times}."
            yield _at("assessed-often", criterion, sentence, "Leave some out")


@GAP_RULES.rule("not-announced")
def not_announced(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """A question that tests a criterion by a method not named in the person specification."""
    for question in selection.asked:
        for criterion in selection.criteria_of(question):
            if question.method in criterion.assessed_by:
                continue
            sentence = (
                f"The {WORDS[question.method]} {_quoted(question)} tests "
                f"“{shortened(criterion.text)}”, but the person specification does not list "
                f"“{METHODS[question.method].lower()}”."
            )
            remedy = Remedy(METHOD, "Add the method to the criterion", criterion.id)
            yield Gap("not-announced", sentence, remedy)


@GAP_RULES.rule("desirable-decides")
def desirable_decides(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """A desirable criterion that outweighs an essential one, or any if no essential is scored."""
    scored = [(one, total(selection.testing(one))) for one in selection.criteria]
    essential = [(one, weight) for one, weight in scored if one.essential and weight]
    lightest = min(essential, key=lambda pair: pair[1], default=None)
    for criterion, weight in scored:
        if criterion.essential or weight <= (lightest[1] if lightest else 0):
            continue
        sentence = f"“{shortened(criterion.text)}” is desirable but weighs {weight}, "
        sentence += _compared_with(lightest) + " It could decide who is chosen."
        yield Gap("desirable-decides", sentence, Remedy(WEIGHTS, "Change the weights"))


@GAP_RULES.rule("too-many-tasks")
def too_many_tasks(selection: SelectionPlan, limits: Limits) -> Iterator[Gap]:
    """More or longer tasks and presentations than a candidate should be asked for."""
    tasks = selection.by(TASK, PRESENTATION)
    minutes = sum(question.minutes or 0 for question in tasks)
    remedy = Remedy(QUESTIONS, "Leave some out or make them shorter")
    if len(tasks) > limits.most_tasks:
        sentence = (
            f"There are {len(tasks)} tasks and presentations. Ask for {limits.most_tasks} at most."
        )
        yield Gap("too-many-tasks", sentence, remedy)
    if minutes > limits.most_task_minutes:
        sentence = (
            f"Tasks and presentations take {minutes} minutes. "
            f"Keep them to {limits.most_task_minutes} in all."
        )
        yield Gap("too-many-tasks", sentence, remedy)


@GAP_RULES.rule("weights")
def weights_miss_the_whole(selection: SelectionPlan, _: Limits) -> Iterator[Gap]:
    """Weights that do not add up to 100."""
    if sentence := weight_sentence(selection.asked):
        yield Gap("weights", sentence, Remedy(WEIGHTS, "Change the weights"))


def _checked(
    selection: SelectionPlan, rules: Set[str]
) -> Iterator[tuple[Criterion, PlacedFinding]]:
    """Yield (criterion, finding) for the findings of these check rules in the criteria."""
    rows = {criterion.id: criterion for criterion in selection.criteria}
    for placed in of_criteria(selection.criteria, rules):
        if placed.place.row is not None:
            yield rows[placed.place.row], placed


def _quoted(row: Criterion | Question) -> str:
    return f"“{shortened(row.text)}”"


def _at(rule: str, criterion: Criterion, sentence: str, words: str) -> Gap:
    return Gap(rule, sentence, Remedy(METHOD, words, criterion.id))


def _compared_with(lightest: tuple[Criterion, int] | None) -> str:
    if lightest is None:
        return "while no essential criterion has a weight."
    criterion, weight = lightest
    return f"more than the essential “{shortened(criterion.text)}” with {weight}."


def gaps(selection: SelectionPlan, limits: Limits) -> tuple[Gap, ...]:
    """Return the gaps of a selection plan; none if it has neither criteria nor questions."""
    if not selection.criteria and not selection.questions:
        return ()
    return tuple(GAP_RULES.run(selection, limits))
