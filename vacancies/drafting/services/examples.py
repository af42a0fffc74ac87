"""Examples of the library: offered, decided on, found, withdrawn and copied."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.timezone import now

from kls_portal.accounts.models import Organisation, User
from kls_portal.idempotency import derived_key
from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.plain_values import to_plain
from vacancies.drafting.models.draft import Criterion, DraftVersion, Duty
from vacancies.drafting.models.examples import Example, ExampleCopy, ExampleQuery
from vacancies.drafting.rules.differences import Differences
from vacancies.drafting.rules.draft import Criterion as DraftCriterion
from vacancies.drafting.rules.draft import Duty as DraftDuty
from vacancies.drafting.rules.fields import FIELDS, Draft
from vacancies.drafting.rules.freezing import freeze, thaw
from vacancies.drafting.rules.sharing import edited, finds_in, shared_words, with_choices
from vacancies.drafting.services.drafting import draft_of
from vacancies.drafting.services.versions import CHOICES, compared, draft_in, titles_of
from vacancies.posts.models import OFFERED_BANDS, Vacancy
from vacancies.posts.rules import RefusedError
from vacancies.profiles.models import Profile

ASKED_ANEW = ("title", "band", "profile")
"""Parts of an example that are not copied into a vacancy as they are."""
COPIED = [one.name for one in FIELDS if one.shared and one.name not in ASKED_ANEW]


@transaction.atomic
def copy_example(
    *, example: Example, person: User, organisation: Organisation, title: str, key: UUID
) -> Vacancy:
    """Return a new vacancy copied from an example. Idempotent on `key` and the answers."""
    draft = thaw(example.content)
    vacancy, is_new = Vacancy.objects.get_or_create(
        key=derived_key(key, person, organisation, example, title),
        created_by=person,
        defaults={
            "organisation": organisation,
            "title": title,
            "band": example.band if example.band in OFFERED_BANDS else "",
            "profile": Profile.objects.for_libraries().filter(code=draft.profile).first(),
            **{name: getattr(draft, name) for name in COPIED},
        },
    )
    if is_new:
        ExampleCopy.objects.create(vacancy=vacancy, example=example)
        _copy_rows(draft, vacancy)
    return vacancy


def _copy_rows(draft: Draft, vacancy: Vacancy) -> None:
    duties = [
        Duty(vacancy=vacancy, place=place, key=uuid4(), **_columns(duty))
        for place, duty in enumerate(draft.duties, start=1)
    ]
    Duty.objects.bulk_create(duties)
    new = {old.id: duty for old, duty in zip(draft.duties, duties, strict=True)}
    criteria = [
        Criterion(vacancy=vacancy, place=place, key=uuid4(), **_columns(row))
        for place, row in enumerate(draft.criteria, start=1)
    ]
    Criterion.objects.bulk_create(criteria)
    link = Criterion.duties.through
    link.objects.bulk_create(
        link(criterion=criterion, duty=new[number])
        for row, criterion in zip(draft.criteria, criteria, strict=True)
        for number in row.duties
        if number in new
    )


def _columns(row: DraftDuty | DraftCriterion) -> dict[str, Any]:
    return {name: value for name, value in to_plain(row).items() if name not in ("id", "duties")}


@dataclass(frozen=True)
class Copy:
    """The example a vacancy was copied from; `changes` is None if it may no longer be read."""

    example: Example
    changes: Differences | None


def copy_of(vacancy: Vacancy, person: User) -> Copy | None:
    """Return what has changed since the vacancy was copied, or None if it was not copied.

    The title is entered when copying, so it may differ from the start.
    """
    copy = ExampleCopy.objects.filter(vacancy=vacancy).select_related("example").first()
    if copy is None:
        return None
    example = readable_by(person).filter(pk=copy.example_id).first()
    if example is None:
        return Copy(copy.example, None)
    comparison = compared(thaw(example.content), draft_of(vacancy), same_vacancy=False)
    return Copy(example, comparison)


Status = Example.Status
IN_LIBRARY = (Status.OFFERED, Status.APPROVED)


@transaction.atomic
def offer_example(
    *,
    version: DraftVersion,
    person: User,
    key: UUID,
    band: str,
    area: str,
    texts: Mapping[str, str],
) -> Example:
    """Return an example that offers an edited copy of a version. Idempotent on `key`.

    texts: the edited texts by name. Raises RefusedError if the version is already offered or
    approved, or if anything in the copy looks like personal data.
    """
    Vacancy.objects.select_for_update().get(pk=version.vacancy_id)
    sent_key = str(derived_key(key, person, version))
    if offered := version.examples.filter(content__sent_key=sent_key).first():
        return offered
    if version.examples.filter(status__in=IN_LIBRARY).exists():
        raise RefusedError(f"Version {version.number} is already in the library.")
    copy = _screened(replace(edited(draft_in(version), texts), band=band))
    return Example.objects.create(
        organisation=version.vacancy.organisation,
        version=version,
        title=copy.title,
        band=band,
        area=area,
        content={**freeze(copy), "sent_key": sent_key},
        offered_by=person,
    )


def _screened(draft: Draft) -> Draft:
    known = {**CHOICES, "band": OFFERED_BANDS, "profile": titles_of(draft)}
    copy = with_choices(draft, lambda part, slug: slug if slug in known[part] else "")
    for text in shared_words(copy):
        for find in finds_in(text.name, text.text):
            raise RefusedError(f"{text.label}: {find.sentence}")
    return copy


def decide_example(*, example: Example, person: User | None, status: str, reason: str = "") -> None:
    """Store an editor's decision on an example, unless that was withdrawn meanwhile.

    person: None if it waits for a decision again.
    """
    Example.objects.filter(pk=example.pk).exclude(status=Status.WITHDRAWN).update(
        status=status,
        reason=reason.strip(),
        decided_by=person,
        decided_at=now() if person else None,
    )
    transaction.on_commit(invalidate_public_cache)


@transaction.atomic
def withdraw_example(*, example: Example) -> None:
    """Take an example out of the library. Vacancies copied from it are kept."""
    example.status = Status.WITHDRAWN
    example.save(update_fields=["status"])


def readable_by(person: User) -> ExampleQuery:
    """Return the examples a person may read: the approved ones and their organisation's own."""
    return Example.objects.approved() | Example.objects.visible_to(person)


def find_examples(title: str = "", band: str = "", area: str = "") -> ExampleQuery:
    """Return the approved examples that match every word of the title, the band and the area."""
    examples = Example.objects.approved().select_related("organisation").defer("content")
    for word in title.split():
        examples = examples.filter(title__icontains=word)
    if band:
        examples = examples.filter(band=band)
    return examples.filter(area=area) if area else examples
