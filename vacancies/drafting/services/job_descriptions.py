"""Job descriptions made from stored drafts, and the yearly reality check."""

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localdate

from kls_portal.plain_values import from_row
from vacancies.drafting.examples import Example
from vacancies.drafting.models import DraftVersion
from vacancies.drafting.rules.draft import Criterion
from vacancies.drafting.rules.field import DocumentPart
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.rules.job_description import (
    CriterionLine,
    Edition,
    JobDescription,
    effort_of,
    in_groups,
    written_parts,
)
from vacancies.drafting.rules.reality import Reality, is_due
from vacancies.drafting.services.drafting import draft_of
from vacancies.drafting.services.versions import draft_in, in_words, sheet_in, sheet_to_freeze
from vacancies.posts.models import Vacancy
from vacancies.profiles.rules.evidence import EvidenceSheet
from vacancies.profiles.rules.factor_words import Touched
from vacancies.profiles.rules.loading import scheme
from vacancies.profiles.rules.scheme import Factor


def job_description_of(vacancy: Vacancy) -> JobDescription:
    """Return a vacancy's draft as a job description, with its evidence on effort and conditions.

    The vacancy must be fetched with `for_draft()`. The edition is dated the day it last changed.
    """
    edition, sheet = Edition(day=localdate(vacancy.changed)), sheet_to_freeze(vacancy)
    return job_description(draft_of(vacancy), vacancy.organisation.name, edition, sheet)


def job_description_in(version: DraftVersion) -> JobDescription:
    """Return a frozen version as a job description, with its number, date and agreement."""
    edition = Edition(
        localdate(version.frozen_at), version.number, version.agreed_with, version.agreed_on
    )
    organisation = version.vacancy.organisation.name
    return job_description(draft_in(version), organisation, edition, sheet_in(version))


def job_description_of_example(example: Example) -> JobDescription:
    """Return an example as a job description; it names no organisation."""
    return job_description(thaw(example.content), "", Edition(localdate(example.offered_at)))


def job_description(
    draft: Draft, organisation: str, edition: Edition, sheet: EvidenceSheet | None = None
) -> JobDescription:
    """Return an edition of a draft as a job description.

    sheet: the panel's evidence sheet, whose evidence on effort and conditions is included.
    """
    draft = in_words(draft)
    groups, numbers = in_groups(draft.duties)
    essential, desirable = (
        tuple(
            _criterion_line(row, numbers) for row in draft.criteria if row.essential is is_essential
        )
        for is_essential in (True, False)
    )
    facts, before, after = (written_parts(draft, part, organisation) for part in DocumentPart)
    return JobDescription(
        title=draft.title,
        organisation=organisation,
        edition=edition,
        facts=facts,
        before=before,
        duty_groups=groups,
        after=after,
        for_panel=effort_of(sheet),
        essential=essential,
        desirable=desirable,
    )


def _criterion_line(row: Criterion, numbers: dict[int, int]) -> CriterionLine:
    duties = sorted(numbers[duty] for duty in row.duties if duty in numbers)
    return from_row(CriterionLine, row, duties=tuple(duties))


def last_agreed(versions: Iterable[DraftVersion]) -> DraftVersion | None:
    """Return the version that today's work is compared with: the last one agreed.

    versions: newest first. If none names who agreed it, the newest; None without versions.
    """
    listed = list(versions)
    return next((version for version in listed if version.agreed_with), None) or next(
        iter(listed), None
    )


def due_version(versions: Iterable[DraftVersion], today: date) -> DraftVersion | None:
    """Return the version, a year old or more, that is due for the reality check, or None."""
    version = last_agreed(versions)
    return version if version and is_due(version.day, today) else None


def factors_of(reality: Reality) -> list[tuple[Touched, Factor]]:
    """Return the factors that a comparison affects, each with its factor of the scheme."""
    return [(touched, scheme().factor(touched.factor)) for touched in reality.touched]
