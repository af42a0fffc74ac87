"""The examples library: offer, withdraw, decide, find."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.timezone import now

from kls_portal.accounts.models import Membership, User
from vacancies.drafting.freezing import freeze
from vacancies.drafting.sharing import edited
from vacancies.models import DraftVersion, Example, Vacancy
from vacancies.models.example import ExampleQuery
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

    texts: the edited texts by name, free of personal data. Raises ExampleError where this version
    is offered or approved already.
    """
    Vacancy.objects.select_for_update().get(pk=version.vacancy_id)
    once = str(uuid5(key, repr((person.pk, version.pk))))
    if found := version.examples.filter(content__once=once).first():
        return found
    if version.examples.filter(status__in=IN_LIBRARY).exists():
        raise ExampleError(f"Version {version.number} is in the library already.")
    copy = replace(edited(draft_in(version), texts), band=band)
    return Example.objects.create(
        organisation=version.vacancy.organisation,
        version=version,
        title=copy.title,
        band=band,
        area=area,
        content={**freeze(copy), "once": once},
        offered_by=person,
    )


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
