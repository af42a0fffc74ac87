"""Rules for gaps and excesses in a selection plan, one function each.

Source: our own, except A3, A7 and the D-rules named in jd_rules.toml; their words and the limits
are in `data/selection.toml`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from typing import Any

from kls_portal.in_words import listed
from vacancies.checks.draft_check import of_criteria
from vacancies.checks.place import PlacedFinding
from vacancies.drafting.rules.draft import CERTIFICATE, METHODS, PRESENTATION, TASK, Criterion
from vacancies.drafting.rules.sections import shortened
from vacancies.recruiting.rules.bank import bank, limits
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


GAP_RULES: Registry[Callable[[SelectionPlan], Iterable[Gap]]] = Registry(__name__)


@GAP_RULES.rule("orphaned")
def orphaned(selection: SelectionPlan) -> Iterator[Gap]:
    """A question whose criterion was removed; otherwise: its text is not known."""
    for question in selection.orphans:
        yield _gap(
            "orphaned",
            Remedy(QUESTION, row=question.id),
            otherwise=not question.lost_criterion,
            kind=WORDS[question.method],
            question=shortened(question.text),
            lost=shortened(question.lost_criterion),
        )


@GAP_RULES.rule("never-assessed")
def never_assessed(selection: SelectionPlan) -> Iterator[Gap]:
    """A criterion without any method."""
    for criterion, placed in _checked(selection, NOT_ASSESSED):
        yield replace(_at("never-assessed", criterion), fingerprint=placed.fingerprint)


@GAP_RULES.rule("nothing-asked")
def nothing_asked(selection: SelectionPlan) -> Iterator[Gap]:
    """A method that needs a question, task or title and has none.

    Skips criteria whose methods another rule asks to change, as the two would conflict.
    """
    others = (*assessed_often(selection), *only_presented(selection))
    to_change = {one.remedy.row for one in others}
    for criterion in selection.criteria:
        assessed = () if criterion.id in to_change else criterion.assessed_by
        for method in ASKED:
            if method in assessed and not selection.testing(criterion, method):
                yield _gap(
                    "nothing-asked",
                    Remedy(NEW_QUESTION, row=criterion.id, method=method),
                    criterion=shortened(criterion.text),
                    method=METHODS[method].lower(),
                    kind=WORDS[method],
                )


@GAP_RULES.rule("duty-without-criterion")
def duty_without_criterion(selection: SelectionPlan) -> Iterator[Gap]:
    """A duty linked to no criterion: nothing tests whether a candidate can do it."""
    needed = {duty for criterion in selection.criteria for duty in criterion.duties}
    for duty in selection.duties:
        if duty.id not in needed:
            remedy = Remedy(LINKS, row=duty.id)
            yield _gap("duty-without-criterion", remedy, duty=shortened(duty.text))


@GAP_RULES.rule("checked-last")
def checked_last(selection: SelectionPlan) -> Iterator[Gap]:
    """An essential criterion checked only after the selection decision."""
    for criterion in selection.criteria:
        if criterion.essential and criterion.assessed_by == (CERTIFICATE,):
            yield _at("checked-last", criterion)


@GAP_RULES.rule("only-presented")
def only_presented(selection: SelectionPlan) -> Iterator[Gap]:
    """A criterion tested only by a presentation, in a post that neither presents nor teaches."""
    if any(_PRESENTS.search(duty.text) for duty in selection.duties):
        return
    for criterion in selection.criteria:
        if criterion.assessed_by == (PRESENTATION,):
            yield _at("only-presented", criterion)


@GAP_RULES.rule("one-route")
def one_route(selection: SelectionPlan) -> Iterator[Gap]:
    """An essential qualification or membership without an equivalent route."""
    for criterion, placed in _checked(selection, ONE_ROUTE):
        gap = _at("one-route", criterion, CRITERION, message=placed.finding.message)
        yield replace(gap, fingerprint=placed.fingerprint)


@GAP_RULES.rule("assessed-often")
def assessed_often(selection: SelectionPlan) -> Iterator[Gap]:
    """A criterion assessed by three methods or more."""
    for criterion in selection.criteria:
        methods = [name.lower() for slug, name in METHODS.items() if slug in criterion.assessed_by]
        if len(methods) > limits().most_methods:
            yield _at("assessed-often", criterion, count=len(methods), methods=listed(methods))


@GAP_RULES.rule("not-announced")
def not_announced(selection: SelectionPlan) -> Iterator[Gap]:
    """A question that tests a criterion by a method not named in the person specification."""
    for question in selection.asked:
        kind, method = WORDS[question.method], METHODS[question.method].lower()
        asked = shortened(question.text)
        for criterion in selection.criteria_of(question):
            if question.method not in criterion.assessed_by:
                yield _at("not-announced", criterion, kind=kind, question=asked, method=method)


@GAP_RULES.rule("desirable-decides")
def desirable_decides(selection: SelectionPlan) -> Iterator[Gap]:
    """A desirable criterion that outweighs an essential one; otherwise: no essential is scored."""
    scored = [(one, total(selection.testing(one))) for one in selection.criteria]
    essential = [(one, weight) for one, weight in scored if one.essential and weight]
    lightest, least = min(essential, key=lambda pair: pair[1], default=(None, 0))
    for criterion, weight in scored:
        if not criterion.essential and weight > least:
            yield _gap(
                "desirable-decides",
                Remedy(WEIGHTS),
                otherwise=lightest is None,
                criterion=shortened(criterion.text),
                weight=weight,
                essential=shortened(lightest.text) if lightest else "",
                least=least,
            )


@GAP_RULES.rule("too-many-tasks")
def too_many_tasks(selection: SelectionPlan) -> Iterator[Gap]:
    """More tasks and presentations than a candidate should be asked for; otherwise: longer ones."""
    tasks = selection.by(TASK, PRESENTATION)
    minutes = sum(question.minutes or 0 for question in tasks)
    for value, most, otherwise in (
        (len(tasks), limits().most_tasks, False),
        (minutes, limits().most_task_minutes, True),
    ):
        if value > most:
            remedy = Remedy(QUESTIONS)
            yield _gap("too-many-tasks", remedy, otherwise=otherwise, value=value, most=most)


@GAP_RULES.rule("weights")
def weights_miss_the_whole(selection: SelectionPlan) -> Iterator[Gap]:
    """Weights that do not add up to 100."""
    if sentence := weight_sentence(selection.asked):
        yield _gap("weights", Remedy(WEIGHTS), weights=sentence)


def _checked(
    selection: SelectionPlan, rules: Set[str]
) -> Iterator[tuple[Criterion, PlacedFinding]]:
    """Yield (criterion, finding) for the findings of these check rules in the criteria."""
    rows = {criterion.id: criterion for criterion in selection.criteria}
    for placed in of_criteria(selection.criteria, rules):
        if placed.place.row is not None:
            yield rows[placed.place.row], placed


def _at(rule: str, criterion: Criterion, page: str = METHOD, **values: Any) -> Gap:
    remedy = Remedy(page, row=criterion.id)
    return _gap(rule, remedy, criterion=shortened(criterion.text), **values)


def _gap(rule: str, remedy: Remedy, *, otherwise: bool = False, **values: object) -> Gap:
    """Return a gap in the words of its rule, of which `values` fill the {names}."""
    words = bank().gaps[rule]
    sentence = words.otherwise if otherwise else words.sentence
    link = words.remedy.format(**values)
    return Gap(rule, sentence.format(**values), replace(remedy, words=link))


def gaps(selection: SelectionPlan) -> tuple[Gap, ...]:
    """Return the gaps of a selection plan; none if it has neither criteria nor questions."""
    if not selection.criteria and not selection.questions:
        return ()
    return tuple(GAP_RULES.run(selection))
