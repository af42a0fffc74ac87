"""The selection plan of a vacancy and the question bank."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from kls_portal.in_words import counted
from kls_portal.plain_values import from_row
from kls_portal.public import kept_in_process
from vacancies.checks.services import dismissed_in, lawful_criteria
from vacancies.drafting.models.draft import Criterion
from vacancies.drafting.rules.draft import INTERVIEW
from vacancies.drafting.rules.field import written
from vacancies.drafting.rules.fields import BY_NAME, Draft
from vacancies.drafting.services.drafting import advert_of, draft_of
from vacancies.drafting.services.ordered import add_row
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import lines_of
from vacancies.posts.services import pay_of, touch
from vacancies.recruiting.models.selection import BankQuestion, BankTask, ScoreMarks
from vacancies.recruiting.models.selection import Question as QuestionRow
from vacancies.recruiting.rules import bank, selection_plan
from vacancies.recruiting.rules.gap_rules import gaps
from vacancies.recruiting.rules.letters import Letter, filled, letters
from vacancies.recruiting.rules.packs import goal, time_plan, told_length
from vacancies.recruiting.rules.question_choice import fit_of

IN_ADVANCE = "You will get the questions before the day."
OTHER = "other"
MARKS = ("one", "three", "five")
"""The columns of a score guide."""
FROM_PRACTICE: dict[str, str] = {Criterion.Category.QUALIFICATIONS: Criterion.Category.EXPERIENCE}


@dataclass(frozen=True)
class Suggestion:
    """A bank entry to start from. about: a line describing it; code: the key for `values_from`."""

    code: str
    text: str
    about: str
    confirmed: bool
    suits: bool = True


def suggestions(criterion: Criterion, method: str, vacancy: Vacancy) -> tuple[Suggestion, ...]:
    """Return the bank entries that test a criterion by a method.

    Questions match the criterion's type, or are all offered if that type has none. Those that are
    about its words, and tasks suited to the band, come first.
    """
    if method == INTERVIEW:
        offered = list(BankQuestion.objects.offered())
        category = FROM_PRACTICE.get(criterion.category, criterion.category)
        suited = {one.id for one in offered_questions() if fit_of(one, criterion.text, "")}
        entries = [
            Suggestion(
                row.code,
                row.text,
                " ".join(row.follow_ups.splitlines()),
                row.confirmed,
                row.code in suited,
            )
            for row in [row for row in offered if row.category == category] or offered
        ]
    else:
        rows = BankTask.objects.offered(method=method)
        entries = [_of_task(row, vacancy.offered_band) for row in rows]
    return tuple(sorted(entries, key=lambda one: not one.suits))


def values_from(code: str, criterion: Criterion, method: str) -> dict[str, Any]:
    """Return the initial values of a new question, from the bank entry `code` if it exists.

    The score guide is that of the entry, else of the criterion's type.
    """
    names: tuple[str, ...]
    by_category = {row.code: row for row in ScoreMarks.objects.in_force()}
    category = FROM_PRACTICE.get(criterion.category, criterion.category)
    marks = by_category.get(category) or by_category.get(OTHER)
    values = {name: getattr(marks, name) for name in MARKS} if marks else {}
    if method == INTERVIEW:
        values["minutes"] = bank.limits().question_minutes
        row, names = BankQuestion.objects.offered(code=code).first(), ("text", "follow_ups")
    else:
        row = BankTask.objects.offered(code=code, method=method).first()
        names = ("text", "minutes", "shows", "prepare", "adjustments")
    return values | ({name: getattr(row, name) for name in (*names, *MARKS)} if row else {})


def offered_questions() -> list[bank.BankQuestion]:
    """Return the questions offered, with what those that are shipped are about."""
    about = {one.id: one.about for one in bank.bank().questions}
    return [
        bank.BankQuestion(row.code, row.category, row.text, about.get(row.code, ()))
        for row in BankQuestion.objects.offered()
    ]


def _of_task(row: BankTask, band: str) -> Suggestion:
    suits = row.suits(band)
    place = f", {row.where}" if row.where else ""
    about = f"{counted(row.minutes, 'minute')}{place}. Shows {row.shows}."
    if row.scoring:
        about += f" Scored: {row.scoring}."
    if not suits:
        about += f" Suggested for bands {row.bands.replace(',', ', ')}."
    if row.avoid_when:
        about += f" Choose something else when: {row.avoid_when}"
    return Suggestion(row.code, row.name, about, row.confirmed, suits)


def selection_of(vacancy: Vacancy) -> selection_plan.SelectionPlan:
    """Return the selection plan of a vacancy; makes no query if fetched with `for_selection()`."""
    draft = draft_of(vacancy)
    questions = tuple(_question(row) for row in vacancy.questions.all())
    return from_row(
        selection_plan.SelectionPlan,
        draft,
        organisation=vacancy.organisation.name,
        questions=questions,
    )


def letters_of(vacancy: Vacancy) -> tuple[Letter, ...]:
    """Return the letters to candidates for a vacancy. Fetch it with `for_selection()`."""
    selection = selection_of(vacancy)
    draft = draft_of(vacancy)
    return letters_about(
        selection,
        draft,
        [one.text for one in selection.by(INTERVIEW) if one.in_advance],
        organisation=vacancy.organisation.name,
        band=f"band {vacancy.offered_band}" if vacancy.offered_band else "",
        place=draft.place,
        pay=advert_of(vacancy).pay or pay_of(vacancy).words,
    )


def letters_about(
    selection: selection_plan.SelectionPlan, draft: Draft, sent: Sequence[str], **facts: str
) -> tuple[Letter, ...]:
    """Return the letters of a post. sent: the questions candidates receive in advance."""
    facts |= {
        "title": draft.title,
        "hours": written(draft, BY_NAME["hours"]),
        "interview": written(draft, BY_NAME["interview_on"]),
        "start": written(draft, BY_NAME["starts_on"]),
        "minutes": str(told_length(time_plan(selection))) if selection.asked else "",
        "advance": IN_ADVANCE if sent else "",
        "questions": "\n".join(f"{number}. {text}" for number, text in enumerate(sent, start=1)),
    }
    return tuple(filled(letter, facts) for letter in letters())


def gaps_of(
    vacancy: Vacancy, selection: selection_plan.SelectionPlan
) -> tuple[selection_plan.Gap, ...]:
    """Return the gaps in the selection of a vacancy, except those dismissed in its check.

    Nobody is asked to assess a criterion that may be unlawful. Makes one more query if a rule of
    the check found one and the rows are not prefetched.
    """
    every_gap = kept_in_process(f"gaps {selection}", lambda: gaps(selection))
    lawful = {one.id for one in lawful_criteria(vacancy, selection.criteria)}
    of_rows = (selection_plan.METHOD, selection_plan.NEW_QUESTION)
    every_gap = [
        one for one in every_gap if one.remedy.page not in of_rows or one.remedy.row in lawful
    ]
    asks = any(one.fingerprint for one in every_gap)
    left_out = dismissed_in(vacancy) if asks else set()
    return tuple(one for one in every_gap if one.fingerprint not in left_out)


def goals_for(vacancy: Vacancy, criterion_ids: Iterable[int]) -> dict[int, str]:
    """Return a goal for each of these criteria of the vacancy, by id, in specification order.

    These criteria, in which the person appointed needs to develop, become goals of the induction
    plan. Ids of no criterion of the vacancy are ignored.
    """
    asked_for = set(criterion_ids)
    numbered = selection_of(vacancy).numbered
    return {one.id: goal(one) for _, one in numbered if one.id in asked_for}


@transaction.atomic
def save_questions(*, vacancy: Vacancy, **columns: Mapping[int, Any]) -> None:
    """Store the weights, or who asks, by question id; those removed meanwhile are skipped."""
    rows = list(vacancy.questions.all())
    for name, values in columns.items():
        for row in rows:
            setattr(row, name, values.get(row.pk, getattr(row, name)))
    QuestionRow.objects.bulk_update(rows, columns)
    touch(vacancy)


def shared_weights(vacancy: Vacancy) -> dict[int, int]:
    """Return 100 shared equally among all scored questions and tasks, by question id."""
    rows = list(vacancy.questions.exclude(criterion=None))
    return {
        row.pk: weight
        for row, weight in zip(rows, selection_plan.equal_weights(len(rows)), strict=True)
    }


def _question(row: QuestionRow) -> selection_plan.Question:
    return from_row(
        selection_plan.Question,
        row,
        criterion=row.criterion_id,
        also=tuple(one.pk for one in row.also.all()),
        follow_ups=lines_of(row.follow_ups),
        anchors=from_row(selection_plan.Anchors, row),
    )


@transaction.atomic
def add_question(
    *, vacancy: Vacancy, key: UUID, also: Iterable[Criterion] = (), **values: Any
) -> QuestionRow:
    """Append and return the question or task; the same `key` and values add it only once.

    values: criterion, method, text and any other field of the model; also: the other criteria it
    tests.
    """
    question, is_new = add_row(QuestionRow, vacancy, key, values, [values["criterion"].pk])
    if is_new:
        question.also.set(also)
    return question
