"""Opening, sharing and deleting vacancies; texts that an organisation keeps."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now

from kls_portal.accounts.models import Organisation, User
from kls_portal.idempotency import derived_key
from vacancies.posts.models import OrganisationText, Vacancy


@transaction.atomic
def open_vacancy(*, person: User, organisation: Organisation, key: UUID, **values: Any) -> Vacancy:
    """Return a new vacancy of `organisation`.

    The same `key` and answers of one person open it once. Other answers under the same key
    (somebody went back and typed another post) open another, so that nothing typed is dropped.
    """
    vacancy, _ = Vacancy.objects.get_or_create(
        key=derived_key(key, person, organisation, values),
        created_by=person,
        defaults={"organisation": organisation, **values},
    )
    return vacancy


def share_vacancy(*, vacancy: Vacancy, people: Iterable[User]) -> None:
    """Let exactly these people work on the vacancy, besides who opened it and the lead."""
    vacancy.shared_with.set(people)


@transaction.atomic
def delete_vacancy(*, vacancy: Vacancy) -> None:
    """Delete a vacancy with its duties and criteria. Nothing of it is kept."""
    vacancy.delete()


def keep_text(*, organisation: Organisation, kind: str, text: str) -> None:
    """Keep `text` for the next vacancies of the organisation, in the place of the one kept so far.

    `kind` is a value of OrganisationText.Kind, which is also the field of the vacancy it fills.
    """
    OrganisationText.objects.update_or_create(
        organisation=organisation, kind=kind, defaults={"text": text}
    )


def touch(vacancy: Vacancy) -> None:
    """Note that something of the vacancy changed just now."""
    Vacancy.objects.filter(pk=vacancy.pk).update(changed=now())
