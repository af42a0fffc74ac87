"""Job descriptions made from drafts; freezing a draft, reading and comparing frozen versions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from kls_portal.accounts.models import User
from kls_portal.idempotency import derived_key
from vacancies.drafting.extensions import extensions
from vacancies.drafting.models.draft import Criterion as CriterionRow
from vacancies.drafting.models.draft import DraftVersion
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.differences import (
    Differences,
    PartChange,
    differences,
    evidence_changes,
)
from vacancies.drafting.rules.draft import METHODS, areas
from vacancies.drafting.rules.field import DocumentPart
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.freezing import freeze, is_drafted, thaw
from vacancies.drafting.rules.job_description import (
    Edition,
    JobDescription,
    effort_of,
    written_parts,
)
from vacancies.drafting.rules.reality import Reality, is_due
from vacancies.drafting.rules.sharing import with_choices
from vacancies.drafting.services.drafting import draft_of
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import RefusedError, by_group
from vacancies.profiles.models import BANDS, Profile
from vacancies.profiles.rules.evidence import EvidenceSheet, thaw_sheet
from vacancies.profiles.rules.factor_words import Touched
from vacancies.profiles.rules.loading import scheme
from vacancies.profiles.rules.scheme import Factor

CHOICES: Mapping[str, Mapping[str, str]] = {
    "band": {band: f"Band {band}" for band in BANDS},
    "contract": dict(Vacancy.Contract.choices),
    "area": areas(),
    "category": dict(CriterionRow.Category.choices),
    "assessed_by": METHODS,
}
"""The labels of the choices of a draft, by part and slug; those of profiles are titles."""


def in_words(draft: Draft, profiles: Mapping[str, str] = MappingProxyType({})) -> Draft:
    """Return `draft` with labels for slugs: “Band 5”, “Fixed term”, names of areas and methods.

    profiles: titles by code; an unknown slug or code is kept.
    """
    words = {**CHOICES, "profile": profiles}
    return with_choices(draft, lambda part, slug: words[part].get(slug, slug))


def titles_of(*drafts: Draft) -> dict[str, str]:
    """Return the titles of the drafts' profiles by code, in one query."""
    codes = {draft.profile for draft in drafts} - {""}
    return dict(Profile.objects.filter(code__in=codes).values_list("code", "title"))


NOTHING_DRAFTED = "There is nothing to freeze yet. Write the purpose, a duty or a criterion first."
NOTHING_CHANGED = "Nothing has changed since version {number}, so there is nothing new to freeze."
NOT_AGREED = "Nothing has changed since version {number}. Freeze it only to say who agreed it."


@transaction.atomic
def freeze_draft(
    *,
    vacancy: Vacancy,
    person: User,
    key: UUID,
    agreed_with: str = "",
    agreed_on: date | None = None,
    note: str = "",
) -> DraftVersion:
    """Freeze the draft and return the version. Idempotent on `key`, the person and the words.

    Raises RefusedError if nothing is drafted or nothing has changed since the last version.
    """
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    sent_key = str(derived_key(key, person, vacancy, agreed_with, agreed_on, note))
    if frozen := vacancy.versions.filter(content__sent_key=sent_key).first():
        return frozen
    last = vacancy.versions.first()
    draft = draft_of(Vacancy.objects.for_draft().get(pk=vacancy.pk))
    sheet = sheet_to_freeze(vacancy)
    if reason := why_not(draft, sheet, last, is_agreed=bool(agreed_with)):
        raise RefusedError(reason)
    return DraftVersion.objects.create(
        vacancy=vacancy,
        number=last.number + 1 if last else 1,
        title=draft.title,
        content={**freeze(draft, sheet), "sent_key": sent_key},
        agreed_with=agreed_with,
        agreed_on=agreed_on,
        note=note,
        frozen_by=person,
    )


def why_not(
    draft: Draft, sheet: EvidenceSheet | None, last: DraftVersion | None, *, is_agreed: bool = False
) -> str:
    """Return why the draft and sheet cannot be frozen, as a sentence, or "" if they can.

    is_agreed: whether somebody agreed it, which is new if nobody had agreed the last version.
    """
    if not is_drafted(draft):
        return NOTHING_DRAFTED
    same_draft = last is not None and draft_in(last) == draft
    if last and same_draft and _evidence(sheet_in(last)) == _evidence(sheet):
        if last.agreed_with:
            return NOTHING_CHANGED.format(number=last.number)
        return "" if is_agreed else NOT_AGREED.format(number=last.number)
    return ""


def draft_in(version: DraftVersion) -> Draft:
    return thaw(version.content)


def sheet_to_freeze(vacancy: Vacancy) -> EvidenceSheet | None:
    with_evidence = Vacancy.objects.for_evidence().get(pk=vacancy.pk)
    return extensions.evidence_sheet(with_evidence)


def sheet_in(version: DraftVersion) -> EvidenceSheet | None:
    """Return the frozen sheet with the version's number, day and agreement, or None."""
    sheet = thaw_sheet(version.content.get("sheet"))
    return sheet and replace(
        sheet,
        version=version.number,
        day=localdate(version.frozen_at),
        agreed_with=version.agreed_with,
        agreed_on=version.agreed_on,
    )


def _evidence(sheet: EvidenceSheet | None) -> list[tuple[object, ...]]:
    rows = sheet.factors if sheet else ()
    return [(r.code, r.evidence, r.duties, r.level) for r in rows if r.evidence or r.duties]


@dataclass(frozen=True)
class Comparison:
    """The names of two drafts, the older first, and their differences."""

    before: str
    after: str
    changes: Differences
    evidence: tuple[PartChange, ...] = ()

    @property
    def count(self) -> int:
        return self.changes.count + len(self.evidence)


def compare(version: DraftVersion, other: DraftVersion | None, vacancy: Vacancy) -> Comparison:
    """Return what changed between a version and another, or the current draft for None.

    The older always comes first. Extra queries: the titles of profiles and, for the current draft,
    its evidence.
    """
    states = [_state(version), _state(other) if other else _state_now(vacancy)]
    if other and other.number < version.number:
        states.reverse()
    (before, old_draft, old_sheet), (after, new_draft, new_sheet) = states
    changes = compared(old_draft, new_draft)
    return Comparison(before, after, changes, evidence_changes(old_sheet, new_sheet))


def _state(version: DraftVersion) -> tuple[str, Draft, EvidenceSheet | None]:
    return f"version {version.number}", draft_in(version), sheet_in(version)


def _state_now(vacancy: Vacancy) -> tuple[str, Draft, EvidenceSheet | None]:
    return "the draft now", draft_of(vacancy), sheet_to_freeze(vacancy)


def compared(old: Draft, new: Draft, *, same_vacancy: bool = True) -> Differences:
    """Return the differences between two drafts, with labels instead of slugs."""
    titles = titles_of(old, new)
    return differences(in_words(old, titles), in_words(new, titles), same_vacancy=same_vacancy)


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
    edition = Edition(localdate(example.offered_at), is_example=True)
    return job_description(thaw(example.content), "", edition)


def job_description(
    draft: Draft, organisation: str, edition: Edition, sheet: EvidenceSheet | None = None
) -> JobDescription:
    """Return an edition of a draft as a job description.

    sheet: the panel's evidence sheet, whose evidence on effort and conditions is included.
    """
    draft = in_words(draft)
    groups = by_group(draft.duties)
    ordered = (duty for group in groups for duty in group.rows)
    numbers = {duty.id: number for number, duty in enumerate(ordered, start=1)}
    criteria = [
        replace(row, duties=tuple(sorted(numbers[one] for one in row.duties if one in numbers)))
        for row in draft.criteria
    ]
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
        essential=tuple(row for row in criteria if row.essential),
        desirable=tuple(row for row in criteria if not row.essential),
    )


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
