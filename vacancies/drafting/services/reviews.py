"""Reviewers’ answers to a frozen version: asked for, given, settled and deleted."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate, localtime, now

from kls_portal.calendar.working_days import days_from
from kls_portal.idempotency import derived_key
from kls_portal.in_words import counted
from kls_portal.plain_values import read_toml
from vacancies.drafting.models.draft import DraftVersion, ReviewAnswer
from vacancies.drafting.rules.job_description import JobDescription
from vacancies.posts.models import Vacancy, VacancyLink
from vacancies.posts.services import vacancy_link

# House default: as long as handover answers.
KEPT_DAYS = 200


def review_link(token: str) -> VacancyLink | None:
    """Return the reviewer's link that a token opens, or None."""
    return vacancy_link(token, *review_questions())


def version_read_by(link: VacancyLink) -> DraftVersion:
    return link.vacancy.versions.get(number=link.version or 0)


def give_answer(*, link: VacancyLink, about: str, words: str, **values: Any) -> ReviewAnswer:
    """Store an answer and return it. The same words about the same line are stored once.

    words: the text it is about, in this version. values: `text`, whether the reviewer `agrees`, and
    their `role`.
    """
    version = version_read_by(link)
    # Not a key of the page: whoever goes back in the browser gets a new page with the old words.
    answer, _ = ReviewAnswer.objects.get_or_create(
        key=derived_key(UUID(int=version.pk), link.kind, about, values),
        defaults={
            "version": version,
            "kind": link.kind,
            "about": about,
            "words": words,
            "purge_on": days_from(localdate(), KEPT_DAYS),
            **values,
        },
    )
    return answer


def said_of(vacancy: Vacancy) -> dict[str, list[ReviewAnswer]]:
    """Return the answers waiting, by what they are about, in one query."""
    by_subject: dict[str, list[ReviewAnswer]] = {}
    for answer in ReviewAnswer.objects.of(vacancy).waiting():
        by_subject.setdefault(answer.about, []).append(answer)
    return by_subject


def settle(answer: ReviewAnswer, *, settled: bool) -> None:
    """Mark an answer as dealt with, or as waiting again. A repeat keeps the first time."""
    rows = ReviewAnswer.objects.filter(pk=answer.pk, settled_at__isnull=settled)
    rows.update(settled_at=now() if settled else None)


def purge_review_answers(moment: datetime) -> Iterator[str]:
    """Delete the answers that are due for deletion; yield a line with their number."""
    gone, _ = ReviewAnswer.objects.filter(purge_on__lte=localtime(moment).date()).delete()
    if gone:
        yield f"Deleted {counted(gone, 'answer')} from reviewers."


DATA = Path(__file__).resolve().parent.parent / "data" / "review_questions.toml"

AGREEMENT = "agreement"

ASKED = "Do you agree with this version?"


@cache
def review_questions() -> Mapping[str, Mapping[str, str]]:
    """Return the questions by id, for each kind of reviewer."""
    return read_toml(DATA, dict[str, dict[str, str]])


def subjects(job: JobDescription, kind: str) -> dict[str, str]:
    """Return what a reviewer can answer about: its text in this version, by id."""
    duties = {duty.about: duty.text for group in job.duty_groups for duty in group.rows}
    criteria = {row.about: row.text for row in (*job.essential, *job.desirable)}
    return {**duties, **criteria, **review_questions()[kind], AGREEMENT: ASKED}
