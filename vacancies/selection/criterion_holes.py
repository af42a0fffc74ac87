"""Holes in how criteria are assessed: one function a rule.

Sources: recruitment and retention guide for KLS managers (reviewed 19 July 2023) for
presentations, tasks and questions aimed at the person specification. Rules A1 to A3 of
jd_rules.toml say which criterion opens no other route, and A7 which is not assessed: what they
find here is what they find in the check of the vacancy. The rest is our own.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from vacancies.checks.draft_check import of_criteria
from vacancies.checks.place import PlacedFinding
from vacancies.drafting.draft import Criterion
from vacancies.drafting.sections import shortened
from vacancies.selection.hole import CRITERION, NEW_CRITERION, NEW_QUESTION, Hole, Mend
from vacancies.selection.limits import Limits
from vacancies.selection.methods import ASKED, CERTIFICATE, METHODS, PRESENTATION, WORDS
from vacancies.selection.thread import Thread

NOT_ASSESSED, ONE_ROUTE = frozenset({"A7"}), frozenset({"A1", "A2", "A3"})
_PRESENTS = re.compile(
    r"\b(?:(?<!at )(?<!the )present(?:s|ing|ations?)?|teach(?:es|ing)?|train(?:s|ing)?|"
    r"lectur(?:es?|ing)|speak(?:s|ing)?|talks?|workshops?|demonstrat(?:es?|ing|ions?)|"
    r"public speaking|deliver(?:s|ing)? (?:\w{1,40} )?sessions?)\b",
    re.IGNORECASE,
)


def never_assessed(thread: Thread, _: Limits) -> Iterator[Hole]:
    """A criterion without any method."""
    for criterion, found in _checked(thread, NOT_ASSESSED):
        sentence = f"{_quoted(criterion)} is never assessed."
        hole = _at("never-assessed", criterion, sentence, "Choose how to assess it")
        yield replace(hole, fingerprint=found.fingerprint)


def assessed_often(thread: Thread, limits: Limits) -> Iterator[Hole]:
    """A criterion that three methods assess, or more."""
    for criterion in thread.criteria:
        methods = [name.lower() for slug, name in METHODS.items() if slug in criterion.assessed_by]
        if len(methods) > limits.most_methods:
            named = f"{', '.join(methods[:-1])} and {methods[-1]}"
            sentence = f"{_quoted(criterion)} is assessed {len(methods)} times: by {named}."
            yield _at("assessed-often", criterion, sentence, "Leave some out")


def only_presented(thread: Thread, _: Limits) -> Iterator[Hole]:
    """A criterion that a presentation alone tests, in a post that presents or teaches nothing."""
    if any(_PRESENTS.search(duty.text) for duty in thread.duties):
        return
    for criterion in thread.criteria:
        if criterion.assessed_by == (PRESENTATION,):
            sentence = (
                f"{_quoted(criterion)} is assessed only by a presentation, "
                "but no duty is about presenting or teaching."
            )
            yield _at("only-presented", criterion, sentence, "Choose another method")


def checked_last(thread: Thread, _: Limits) -> Iterator[Hole]:
    """An essential criterion that is only checked after the choice is made."""
    for criterion in thread.criteria:
        if criterion.essential and criterion.assessed_by == (CERTIFICATE,):
            sentence = (
                f"{_quoted(criterion)} is essential, but certificates and references come last. "
                "Somebody without it may get as far as an offer."
            )
            yield _at("checked-last", criterion, sentence, "Check it earlier too")


def one_route(thread: Thread, _: Limits) -> Iterator[Hole]:
    """An essential qualification or membership that opens no other route."""
    for criterion, found in _checked(thread, ONE_ROUTE):
        sentence = f"{_quoted(criterion)}: {found.finding.message}"
        hole = _at("one-route", criterion, sentence, "Open another route")
        yield replace(hole, fingerprint=found.fingerprint)


def duty_without_criterion(thread: Thread, _: Limits) -> Iterator[Hole]:
    """A duty that needs no criterion: nothing tests whether somebody can do it."""
    needed = {duty for criterion in thread.criteria for duty in criterion.duties}
    for duty in thread.duties:
        if duty.id not in needed:
            sentence = f"No criterion is linked to the duty “{shortened(duty.text)}”."
            mend = Mend(NEW_CRITERION, "Add a criterion for it, or link one to it", duty.id)
            yield Hole("duty-without-criterion", sentence, mend)


def nothing_asked(thread: Thread, _: Limits) -> Iterator[Hole]:
    """A method that needs a question, task or title, and has none."""
    for criterion in thread.criteria:
        for method in ASKED:
            if method in criterion.assessed_by and not thread.testing(criterion, method):
                word = WORDS[method]
                sentence = (
                    f"{_quoted(criterion)} is assessed by {METHODS[method].lower()}, "
                    f"but no {word} tests it."
                )
                mend = Mend(NEW_QUESTION, f"Add a {word}", criterion.id, method)
                yield Hole("nothing-asked", sentence, mend)


def _checked(thread: Thread, rules: Set[str]) -> Iterator[tuple[Criterion, PlacedFinding]]:
    """Yield what rules of the check find in the criteria, each with the criterion."""
    rows = {criterion.id: criterion for criterion in thread.criteria}
    for found in of_criteria(thread.criteria, rules):
        if found.place.row is not None:
            yield rows[found.place.row], found


def _quoted(criterion: Criterion) -> str:
    return f"“{shortened(criterion.text)}”"


def _at(rule: str, criterion: Criterion, sentence: str, words: str) -> Hole:
    return Hole(rule, sentence, Mend(CRITERION, words, criterion.id))
