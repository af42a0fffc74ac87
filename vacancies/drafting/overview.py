"""What drafting adds to a vacancy's first page and to the list of vacancies."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from vacancies.drafting.models import DraftVersion
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.rules.sections import Section
from vacancies.drafting.services.drafting import advert_section_of, sections_of
from vacancies.drafting.services.job_descriptions import due_version
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.overview import Entry, Line, Notice, link

MOST_SHOWN = 3
YEAR_PASSED = "vacancies/drafting/partials/year_passed.html"


def needed(rows: VacancyQuery) -> VacancyQuery:
    """Return vacancies with what the lines below are made of."""
    return rows.for_words().select_related("example_copy")


def draft_lines(vacancy: Vacancy, today: date) -> Iterator[Line]:
    """Yield the sections of the draft, the advert, the draft as files, and its versions."""
    yield from _year_passed(vacancy, due_version(vacancy.versions.defer("content"), today))
    yield link(vacancy, "start", "import_create", "Start from an old job description")
    for section in sections_of(vacancy):
        yield _entry(vacancy, "section", section)
    yield _entry(vacancy, "advert", advert_section_of(vacancy))
    yield link(vacancy, "use", "draft_detail", "Read and print the draft")
    yield Entry("use", "draft_file", "Job description", files="vacancies:draft_file")
    words = "Versions: freeze the draft, see what changed"
    yield link(vacancy, "versions", "version_list", words)
    yield link(vacancy, "versions", "reality_check", "What the post does now, once a year")
    if hasattr(vacancy, "example_copy"):
        words = "What it was copied from, and what changed since"
        yield link(vacancy, "versions", "copy_changes", words)
    examples = reverse("vacancies:example_list")
    yield Entry("versions", "example_list", "Example job descriptions", examples)


def draft_row(vacancy: Vacancy, today: date) -> Iterator[Line]:
    """Yield what is said of a vacancy in the list: that a year has passed."""
    yield from _year_passed(vacancy, due_version(vacancy.versions.all(), today))


def _year_passed(vacancy: Vacancy, version: DraftVersion | None) -> Iterator[Notice]:
    if version:
        yield Notice(YEAR_PASSED, {"version": version, "vacancy": vacancy})


def _entry(vacancy: Vacancy, part: str, section: Section) -> Entry:
    missing = " ".join(section.missing[:MOST_SHOWN])
    if (more := len(section.missing) - MOST_SHOWN) > 0:
        missing += f" And {more} more."
    address = reverse(f"vacancies:{SECTIONS[section.slug].page}", args=[vacancy.pk])
    return Entry(part, section.slug, section.name, address, section.status, missing)
