"""Opening, sharing and deleting vacancies; texts that an organisation keeps; pay by dated facts."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now

from kls_portal.accounts.models import Organisation, User
from kls_portal.calendar.working_days import NATIONS
from kls_portal.idempotency import derived_key
from kls_portal.reference.facts import fact, reading_day
from vacancies.posts.models import OrganisationText, Vacancy, VacancyLink
from vacancies.posts.pay import PayRange, PostPay


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


@transaction.atomic
def make_vacancy_link(
    *, vacancy: Vacancy, kind: str, person: User, days: int, version: int | None = None
) -> str:
    """Return the token of a new link of a kind; the one before it closes.

    version: the number of the frozen version that it opens, where it opens one.
    """
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    more = {"version": version}
    return VacancyLink.objects.replace(
        days=days, made_by=person, more=more, vacancy=vacancy, kind=kind
    )


def vacancy_link(token: str, *kinds: str) -> VacancyLink | None:
    """Return the link of one of these kinds that a token opens, with its vacancy, or None."""
    links = VacancyLink.objects.select_related("vacancy__organisation").filter(kind__in=kinds)
    return links.open_by(token)


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


POINTS = ("entry", "middle", "top")
"""The points of a band, lowest first, as the names of its facts call them."""


def pay_of(vacancy: Vacancy, day: date | None = None) -> PostPay:
    """Return what is known of the pay of a post on a day, today unless given.

    What has lapsed or was not read is not known, never guessed.
    """
    band, nation = vacancy.offered_band, vacancy.organisation.nation
    day = day or reading_day()
    full_time = fact("full-time-hours", nation, day)
    return PostPay(
        band=band,
        place=NATIONS[nation],
        now=_pay_range(band, nation, day),
        full_time=full_time.number if full_time else None,
        hours=vacancy.hours,
    )


def _pay_range(band: str, nation: str, day: date) -> PayRange | None:
    year = fact("pay-year", nation, day)
    found = [fact(f"pay-band-{band}-{point}", nation, day) for point in POINTS] if band else []
    if year is None or not found or found[0] is None or found[-1] is None:
        return None
    return PayRange(band, year.value, tuple(int(one.number) for one in found if one))
