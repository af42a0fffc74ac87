"""Answers of people without an account to a frozen version: given, read, dealt with, deleted."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate, localtime, now

from kls_portal.calendar.working_days import days_from
from kls_portal.idempotency import derived_key
from kls_portal.plain_values import read_toml
from vacancies.drafting.models import DraftVersion, ReviewAnswer
from vacancies.drafting.rules.job_description import JobDescription
from vacancies.posts.models import Vacancy, VacancyLink
from vacancies.posts.services import vacancy_link

# House default: as long as the answers of a handover.
KEPT_DAYS = 200


def review_link(token: str) -> VacancyLink | None:
    """Return the link of a reviewer that a token opens, or None."""
    return vacancy_link(token, *review_questions())


def version_read_by(link: VacancyLink) -> DraftVersion:
    """Return the version that a link of a reviewer opens."""
    return link.vacancy.versions.get(number=link.version or 0)


def give_answer(
    *, link: VacancyLink, about: str, words: str, key: UUID, **values: Any
) -> ReviewAnswer:
    """Return the answer. The same key and words give it once; other words give another.

    words: what it is about, in this version; values: its `text`, whether one `agrees`, and as what
    `role`.
    """
    answer, _ = ReviewAnswer.objects.get_or_create(
        key=derived_key(key, link, about, values),
        defaults={
            "version": version_read_by(link),
            "kind": link.kind,
            "about": about,
            "words": words,
            "purge_on": days_from(localdate(), KEPT_DAYS),
            **values,
        },
    )
    return answer


def said_of(vacancy: Vacancy) -> dict[str, list[ReviewAnswer]]:
    """Return the answers that wait, by what they are about. One query."""
    found: dict[str, list[ReviewAnswer]] = {}
    for answer in ReviewAnswer.objects.of(vacancy).waiting():
        found.setdefault(answer.about, []).append(answer)
    return found


def settle(answer: ReviewAnswer, *, settled: bool) -> None:
    """Note that an answer was dealt with, or that it waits again. Twice, the first moment stays."""
    rows = ReviewAnswer.objects.filter(pk=answer.pk, settled_at__isnull=settled)
    rows.update(settled_at=now() if settled else None)


def purge_review_answers(moment: datetime) -> Iterator[str]:
    """Delete the answers whose day has come; say how many there were."""
    gone, _ = ReviewAnswer.objects.filter(purge_on__lte=localtime(moment).date()).delete()
    if gone:
        yield f"Deleted {gone} answer{'s' if gone > 1 else ''} from reviewers."


DATA = Path(__file__).resolve().parent.parent / "data" / "review_questions.toml"
AGREEMENT = "agreement"
ASKED = "Do you agree with this version?"


@cache
def review_questions() -> Mapping[str, Mapping[str, str]]:
    """Return the questions by id, by the slug of whom they are for."""
    return read_toml(DATA, dict[str, dict[str, str]])


def subjects(job: JobDescription, kind: str) -> dict[str, str]:
    """Return what somebody can say something about: its name, and its words in this version."""
    duties = {duty.about: duty.text for group in job.duty_groups for duty in group.duties}
    criteria = {row.about: row.text for row in (*job.essential, *job.desirable)}
    return {**duties, **criteria, **review_questions()[kind], AGREEMENT: ASKED}
