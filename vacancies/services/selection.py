"""From a stored vacancy to the thread that the rules read, and what is written about it."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from vacancies.models import Question as QuestionRow
from vacancies.models import Vacancy
from vacancies.selection import bank
from vacancies.selection.goals import Goal, goal
from vacancies.selection.hole import Hole
from vacancies.selection.holes import holes
from vacancies.selection.packs import Pack, packs
from vacancies.selection.thread import Anchors, Question, Thread, lines_of
from vacancies.selection.weights import equal_weights
from vacancies.services.drafting import draft_of
from vacancies.services.ordered import touch


def thread_of(vacancy: Vacancy) -> Thread:
    """Return the thread of a vacancy. Fetch it with `for_selection()`: this asks nothing more."""
    draft = draft_of(vacancy)
    return Thread(
        title=draft.title,
        organisation=vacancy.organisation.name,
        band=draft.band,
        interview_on=draft.interview_on,
        duties=draft.duties,
        criteria=draft.criteria,
        questions=tuple(_question(row) for row in vacancy.questions.all()),
    )


def holes_of(vacancy: Vacancy) -> tuple[Hole, ...]:
    """Return the holes in the thread of a vacancy, without those set aside in its check.

    One more query where a rule of the check has found one.
    """
    found = holes(thread_of(vacancy), bank.limits())
    known = [one.fingerprint for one in found if one.fingerprint]
    aside = known and vacancy.set_aside.filter(fingerprint__in=known)
    left_out = set(aside and aside.values_list("fingerprint", flat=True))
    return tuple(one for one in found if one.fingerprint not in left_out)


def packs_of(vacancy: Vacancy) -> tuple[Pack, ...]:
    """Return the packs of a vacancy with what each still lacks."""
    return packs(thread_of(vacancy), bank.limits())


def goals_for(vacancy: Vacancy, criterion_ids: Iterable[int]) -> tuple[Goal, ...]:
    """Return a goal for each of these criteria of the vacancy, in the order of the specification.

    What the appointed person still needs by criterion becomes goals of the induction plan. An id
    that is no criterion of the vacancy is left out.
    """
    wanted = set(criterion_ids)
    return tuple(goal(one) for _, one in thread_of(vacancy).numbered if one.id in wanted)


@transaction.atomic
def save_weights(*, vacancy: Vacancy, weights: Mapping[int, int | None]) -> None:
    """Store the weights by id of question. One that was removed meanwhile is passed over."""
    rows = list(vacancy.questions.filter(pk__in=weights))
    for row in rows:
        row.weight = weights[row.pk]
    QuestionRow.objects.bulk_update(rows, ["weight"])
    touch(vacancy)


@transaction.atomic
def share_weights(*, vacancy: Vacancy) -> None:
    """Share 100 equally among everything that is asked and scored."""
    rows = list(vacancy.questions.exclude(criterion=None))
    save_weights(
        vacancy=vacancy,
        weights={
            row.pk: weight for row, weight in zip(rows, equal_weights(len(rows)), strict=True)
        },
    )


def _question(row: QuestionRow) -> Question:
    return Question(
        id=row.pk,
        method=row.method,
        text=row.text,
        criterion=row.criterion_id,
        lost_criterion=row.lost_criterion,
        follow_ups=lines_of(row.follow_ups),
        anchors=Anchors(row.one, row.three, row.five),
        weight=row.weight,
        minutes=row.minutes,
        asked_by=row.asked_by,
        prepare=row.prepare,
        shows=row.shows,
        adjustments=row.adjustments,
        in_advance=row.in_advance,
    )
