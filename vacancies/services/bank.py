"""What managers start a question from: the bank as this site keeps it."""

from dataclasses import dataclass
from typing import Any

from vacancies.models import BankQuestion, BankTask, Criterion, ScoreMarks, Vacancy
from vacancies.selection.bank import limits
from vacancies.selection.methods import INTERVIEW

OTHER = "other"
FROM_PRACTICE: dict[str, str] = {Criterion.Category.QUALIFICATIONS: Criterion.Category.EXPERIENCE}


@dataclass(frozen=True)
class Suggestion:
    """Something of the bank to start from. `about`: a line on it; code: for `values_from`."""

    code: str
    text: str
    about: str
    confirmed: bool
    suits: bool = True


def suggestions(criterion: Criterion, method: str, vacancy: Vacancy) -> tuple[Suggestion, ...]:
    """Return what the bank offers to test a criterion by a method.

    Questions are of the criterion's type; for a type without any, all are offered. Tasks that
    suit the band stand first.
    """
    if method == INTERVIEW:
        return tuple(_of_question(row) for row in _questions(criterion))
    tasks = BankTask.objects.filter(in_use=True, method=method)
    found = [_of_task(row, vacancy.offered_band) for row in tasks]
    return tuple(sorted(found, key=lambda suggestion: not suggestion.suits))


def values_from(code: str, criterion: Criterion, method: str) -> dict[str, Any]:
    """Return what a new question starts with: of the bank's `code` where there is one.

    The marks are those of the task, else of the criterion's type.
    """
    if method == INTERVIEW:
        row = BankQuestion.objects.filter(code=code, in_use=True).first()
        given = {"text": row.text, "follow_ups": row.follow_ups} if row else {}
        return {**_marks(criterion), "minutes": limits().question_minutes, **given}
    task = BankTask.objects.filter(code=code, in_use=True, method=method).first()
    if not task:
        return _marks(criterion)
    names = ("text", "minutes", "shows", "prepare", "adjustments", "one", "three", "five")
    return {name: getattr(task, name) for name in names}


def _questions(criterion: Criterion) -> list[BankQuestion]:
    offered = BankQuestion.objects.filter(in_use=True)
    category = FROM_PRACTICE.get(criterion.category, criterion.category)
    return list(offered.filter(category=category)) or list(offered)


def _marks(criterion: Criterion) -> dict[str, Any]:
    found = {row.code: row for row in ScoreMarks.objects.all()}
    category = FROM_PRACTICE.get(criterion.category, criterion.category)
    row = found.get(category) or found.get(OTHER)
    return {name: getattr(row, name) for name in ("one", "three", "five")} if row else {}


def _of_question(row: BankQuestion) -> Suggestion:
    return Suggestion(row.code, row.text, " ".join(row.follow_ups.splitlines()), row.confirmed)


def _of_task(row: BankTask, band: str) -> Suggestion:
    suits = row.suits(band)
    place = f", {row.where}" if row.where else ""
    about = f"{row.minutes} minutes{place}. Shows {row.shows}."
    if row.scoring:
        about += f" Scored: {row.scoring}."
    if not suits:
        about += f" Suggested for bands {row.bands.replace(',', ', ')}."
    if row.avoid_when:
        about += f" Choose something else when: {row.avoid_when}"
    return Suggestion(row.code, row.name, about, row.confirmed, suits)
