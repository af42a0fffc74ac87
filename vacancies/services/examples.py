"""The examples library: offer, withdraw, decide, find."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.timezone import now

from kls_portal.accounts.models import Membership, User
from vacancies.drafting.draft import Draft
from vacancies.drafting.freezing import freeze
from vacancies.drafting.pksb import areas
from vacancies.drafting.sharing import edited, finds_in, in_our_words, shared_words
from vacancies.models import Criterion, DraftVersion, Example, Profile, Vacancy
from vacancies.models.example import ExampleQuery
from vacancies.models.vacancy import OFFERED_BANDS
from vacancies.services.versions import draft_in

Status = Example.Status
IN_LIBRARY = (Status.OFFERED, Status.APPROVED)


class ExampleError(Exception):
    """Something cannot be done with an example. Its words are a sentence for the person."""


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
    """Return the example that offers an edited copy of a version. Sent twice, it is offered once.

    texts: the edited texts by name. Raises ExampleError where this version is offered or approved
    already, and where something in the copy looks like personal data.
    """
    Vacancy.objects.select_for_update().get(pk=version.vacancy_id)
    once = str(uuid5(key, repr((person.pk, version.pk))))
    if found := version.examples.filter(content__once=once).first():
        return found
    if version.examples.filter(status__in=IN_LIBRARY).exists():
        raise ExampleError(f"Version {version.number} is in the library already.")
    copy = _screened(replace(edited(draft_in(version), texts), band=band))
    return Example.objects.create(
        organisation=version.vacancy.organisation,
        version=version,
        title=copy.title,
        band=band,
        area=area,
        content={**freeze(copy), "once": once},
        offered_by=person,
    )


def _screened(draft: Draft) -> Draft:
    codes = Profile.objects.filter(code=draft.profile).values_list("code", flat=True)
    copy = in_our_words(
        draft,
        {
            "band": OFFERED_BANDS,
            "profile": list(codes),
            "contract": Vacancy.Contract.values,
            "area": [area.slug for area in areas()],
            "category": Criterion.Category.values,
            "assessed_by": Criterion.Method.values,
        },
    )
    for text in shared_words(copy):
        for find in finds_in(text.name, text.text):
            raise ExampleError(f"{text.label}: {find.sentence}")
    return copy


@transaction.atomic
def decide_example(*, example: Example, person: User, status: str, reason: str = "") -> None:
    """Approve or decline an example, as an editor.

    Raises ExampleError for one that was withdrawn, and for declining without a reason.
    """
    stored = Example.objects.select_for_update().get(pk=example.pk)
    if status not in (Status.APPROVED, Status.DECLINED):
        raise ExampleError("Approve or decline the example.")
    if stored.status == Status.WITHDRAWN:
        raise ExampleError(f"“{stored}” was withdrawn, so there is nothing to decide.")
    if status == Status.DECLINED and not reason.strip():
        raise ExampleError(f"Give a reason to decline “{stored}”.")
    example.status, example.reason = status, reason.strip()
    example.decided_by, example.decided_at = person, now()
    example.save(update_fields=["status", "reason", "decided_by", "decided_at"])


@transaction.atomic
def withdraw_example(*, example: Example) -> None:
    """Take an example out of the library. Copies made of it stay."""
    example.status = Status.WITHDRAWN
    example.save(update_fields=["status"])


def offered_by_organisations_of(person: User) -> ExampleQuery:
    """Return the examples of the person's organisations, whatever their status."""
    return Example.objects.filter(organisation__memberships__user=person)


def readable_by(person: User) -> ExampleQuery:
    """Return the examples a person may read: the approved ones and their organisation's own."""
    own = Membership.objects.filter(user=person).values("organisation")
    return Example.objects.approved() | Example.objects.filter(organisation__in=own)


def find_examples(title: str = "", band: str = "", area: str = "") -> ExampleQuery:
    """Return the approved examples with all of these words in the title, this band, this area."""
    found = Example.objects.approved().select_related("organisation").defer("content")
    for word in title.split():
        found = found.filter(title__icontains=word)
    if band:
        found = found.filter(band=band)
    return found.filter(area=area) if area else found
