"""What drafting adds to a vacancy's first page and to the list of vacancies."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.urls import reverse

from kls_portal.in_words import counted, plain_date
from vacancies.drafting.models.draft import DraftVersion, ReviewAnswer
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.rules.sections import ADVERT, Section, section, sections
from vacancies.drafting.services.drafting import advert_of, draft_of
from vacancies.drafting.services.versions import due_version
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.overview import Entry, Line, Notice, Waiting, link, state_of
from vacancies.posts.rules import ADVERTISE, DESCRIBE

MOST_SHOWN = 3
VERSIONS = "Versions: freeze the draft and see what has changed"
YEAR_PASSED = "vacancies/drafting/partials/year_passed.html"


def needed(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies with everything that the lines below need."""
    return with_answers_waiting(rows.for_words().select_related("example_copy"))


def with_answers_waiting(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies with the number of reviewers' answers waiting, None for none."""
    waiting = ReviewAnswer.objects.waiting().filter(version__vacancy=OuterRef("pk"))
    number = waiting.order_by().values("version__vacancy").values(number=Count("pk"))
    return rows.annotate(answers_waiting=Subquery(number))


def draft_lines(vacancy: Any, today: date) -> Iterator[Line]:
    versions = list(vacancy.versions.defer("content")) if vacancy.last_frozen_at else []
    yield from _year_passed(vacancy, due_version(versions, today))
    if not vacancy.duties.all():
        yield link(vacancy, DESCRIBE, "import_create", "Start from an old job description")
    draft = draft_of(vacancy)
    for one in sections(draft):
        yield _section_entry(vacancy, DESCRIBE, one)
    yield link(vacancy, DESCRIBE, "draft_detail", "Read and print the draft")
    yield _versions(vacancy, versions)
    yield from _reviews(vacancy)
    if hasattr(vacancy, "example_copy"):
        words = "The example you copied, and what has changed since"
        yield link(vacancy, DESCRIBE, "copy_changes", words)
    yield _section_entry(vacancy, ADVERTISE, section(ADVERT, draft, advert_of(vacancy)))


def draft_row(vacancy: Vacancy, today: date) -> Iterator[Line]:
    yield from _year_passed(vacancy, due_version(vacancy.versions.all(), today))


def _year_passed(vacancy: Vacancy, version: DraftVersion | None) -> Iterator[Notice]:
    if version:
        yield Notice(YEAR_PASSED, {"version": version, "vacancy": vacancy})


def _versions(vacancy: Vacancy, versions: Sequence[DraftVersion]) -> Entry:
    hint = "Freeze the draft before others read it."
    agreed = bool(versions and versions[0].agreed_with)
    if versions:
        hint = f"Version {versions[0].number} is dated {plain_date(versions[0].day)}."
        hint += "" if agreed else " It does not say who agreed it."
    state = state_of(versions, agreed)
    return link(vacancy, DESCRIBE, "version_list", VERSIONS, state, hint)


def _reviews(vacancy: Any) -> Iterator[Line]:
    yield (entry := link(vacancy, DESCRIBE, "review_list", "Reviews, without an account"))
    if number := vacancy.answers_waiting:
        words = f"{counted(number, 'answer')} from reviewers"
        yield Waiting("reviews", words, entry.address)


def _section_entry(vacancy: Vacancy, part: str, of: Section) -> Entry:
    missing = " ".join(of.missing[:MOST_SHOWN])
    if (more := len(of.missing) - MOST_SHOWN) > 0:
        missing += f" There {'is' if more == 1 else 'are'} {more} more."
    address = reverse(f"vacancies:{SECTIONS[of.slug].page}", args=[vacancy.pk])
    return Entry(part, of.slug, of.name, address, of.status, missing)
