"""Which questions of the bank an interview could ask, by the words of the criteria.

Source: our own; the number that fills an interview is from the guidance. Nothing is ranked: the
questions come in the order of the person specification.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vacancies.drafting.rules.draft import APPLICATION, INTERVIEW, Criterion
from vacancies.drafting.rules.links import ENOUGH, same_words, weight_of, word_stems
from vacancies.profiles.rules.factor_words import pattern_of
from vacancies.recruiting.rules.bank import BankQuestion
from vacancies.recruiting.rules.selection_plan import (
    SelectionPlan,
    suggested_methods,
    usual_methods,
)

FEWEST_QUESTIONS, MOST_QUESTIONS, MOST_TESTED = 6, 8, 3
FILLS = f"{FEWEST_QUESTIONS} to {MOST_QUESTIONS} questions fill an interview"
QUALIFICATIONS = "qualifications"
OF_ITS_KIND = 0.5
"""What a question for the criterion's category has before one that fits as well."""


@dataclass(frozen=True)
class Fit:
    """How well a question fits a criterion, and the words of the criterion that say so."""

    weight: float
    words: frozenset[str]


@dataclass(frozen=True)
class Chosen:
    """A question of the bank with the criteria it would test, the one it was chosen for first."""

    question: BankQuestion
    criteria: tuple[Criterion, ...]


Fits = Mapping[BankQuestion, Mapping[int, Fit]]
"""The fit of each question, by the id of the criterion."""


def chosen_questions(
    selection: SelectionPlan, bank: Iterable[BankQuestion]
) -> tuple[tuple[Chosen, ...], tuple[Criterion, ...]]:
    """Return questions for criteria not yet tested, and the criteria for which there is none.

    A question is chosen only for criteria that contain its words, and tests up to three; none is
    for a qualification, which papers show. Six to
    eight fill an interview: if criteria to be tested there yield fewer, others that only the
    application form assesses are added, then further points that a criterion names.
    """
    numbered = [one for _, one in selection.numbered]
    waiting = [
        one for one in numbered if not selection.testing(one) and one.category != QUALIFICATIONS
    ]
    planned = {one for one, method in suggested_methods(waiting) if method == INTERVIEW}
    for_interview = [one for one in waiting if INTERVIEW in one.assessed_by or one.id in planned]
    used, asked = {one.text for one in selection.questions}, len(selection.by(INTERVIEW))
    fits = {
        question: {
            one.id: fit for one in waiting if (fit := fit_of(question, one.text, one.category))
        }
        for question in bank
        if question.text not in used
    }

    chosen = _shared_out(for_interview, fits, MOST_QUESTIONS - asked)
    tested = {row for one in chosen for row in one.criteria}
    without = tuple(one for one in for_interview if one not in tested)
    on_form = [
        one
        for one in waiting
        if one.assessed_by == (APPLICATION,) and INTERVIEW in usual_methods(one.category)
    ]
    free = _unused(fits, chosen)
    chosen += _shared_out(on_form, free, FEWEST_QUESTIONS - asked - len(chosen))
    chosen += _further_points(chosen, fits, FEWEST_QUESTIONS - asked - len(chosen))
    places = {one.id: place for place, one in enumerate(numbered)}
    return tuple(sorted(chosen, key=lambda one: places[one.criteria[0].id])), without


def _shared_out(criteria: Sequence[Criterion], fits: Fits, room: int) -> list[Chosen]:
    """Choose up to `room` questions for the criteria, so that as many as can be are tested.

    Essential criteria come first, and those that few questions fit.
    """
    chosen: list[Chosen] = []
    waiting = list(criteria)
    while len(chosen) < room:
        free = _unused(fits, chosen)
        number = {one.id: sum(one.id in fit for fit in free.values()) for one in waiting}
        waiting = [one for one in waiting if number[one.id]]
        if not waiting:
            break
        most = min(MOST_TESTED, -(-len(waiting) // (room - len(chosen))))
        first = min(waiting, key=lambda one: (not one.essential, number[one.id]))
        groups = [
            _group(question, fit, first, waiting, most)
            for question, fit in free.items()
            if first.id in fit
        ]
        best = max(
            groups, key=lambda one: sum(fits[one.question][c.id].weight for c in one.criteria)
        )
        chosen.append(best)
        waiting = [one for one in waiting if one not in best.criteria]
    for criterion in criteria:
        if not any(criterion in one.criteria for one in chosen):
            _join(chosen, criterion, fits)
    return chosen


def _join(chosen: list[Chosen], criterion: Criterion, fits: Fits) -> None:
    """Let the chosen question that fits a criterion best test it too, if one has room for it."""
    fitting = [
        one
        for one in chosen
        if criterion.id in fits[one.question] and len(one.criteria) < MOST_TESTED
    ]
    if fitting:
        best = max(fitting, key=lambda one: fits[one.question][criterion.id].weight)
        joined = Chosen(best.question, (*best.criteria, criterion))
        chosen[chosen.index(best)] = joined


def _group(
    question: BankQuestion,
    fit: Mapping[int, Fit],
    first: Criterion,
    waiting: Iterable[Criterion],
    most: int,
) -> Chosen:
    others = [one for one in waiting if one.id in fit and one is not first]
    others.sort(key=lambda one: (not one.essential, -fit[one.id].weight))
    return Chosen(question, (first, *others[: most - 1]))


def _further_points(chosen: Sequence[Chosen], fits: Fits, room: int) -> list[Chosen]:
    """Choose up to `room` questions on words of the tested criteria that no question is about."""
    further: list[Chosen] = []
    for criterion in (criterion for one in chosen for criterion in one.criteria):
        taken = {
            word
            for one in chosen
            if criterion in one.criteria
            for word in fits[one.question][criterion.id].words
        }
        free = {
            question: fit[criterion.id].weight
            for question, fit in _unused(fits, [*chosen, *further]).items()
            if criterion.id in fit and taken.isdisjoint(fit[criterion.id].words)
        }
        if free and len(further) < room:
            further.append(Chosen(max(free, key=lambda one: free[one]), (criterion,)))
    return further


def _unused(fits: Fits, chosen: Collection[Chosen]) -> Fits:
    texts = {one.question.text for one in chosen}
    return {question: fit for question, fit in fits.items() if question.text not in texts}


def fit_of(question: BankQuestion, text: str, category: str) -> Fit | None:
    """Return how a question fits the text of a criterion, or None if it lacks the words."""
    if question.about:
        words = frozenset(pattern_of(question.about).findall(text.casefold()))
        weight = float(len(words))
    else:
        groups = same_words(text)
        same = {groups[one] for one in groups.keys() & same_words(question.text).keys()}
        words = word_stems(question.text) & word_stems(text)
        weight = max(sum(map(weight_of, words)), ENOUGH * bool(same))
        words |= same
    if weight < ENOUGH:
        return None
    return Fit(weight + OF_ITS_KIND * (category == question.category), words)
