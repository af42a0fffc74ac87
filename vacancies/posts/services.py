"""Opening vacancies; an organisation's kept texts; pay by dated facts."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now

from kls_portal.accounts.models import Organisation, User
from kls_portal.calendar.working_days import NATIONS
from kls_portal.idempotency import derived_key
from kls_portal.operation.site_version import reading_day
from kls_portal.reference.facts import fact
from vacancies.posts.models import OrganisationText, Vacancy, VacancyLink
from vacancies.posts.pay import PayRange, PostPay


@transaction.atomic
def open_vacancy(
    *, person: User, organisation: Organisation, key: UUID, **values: Any
) -> tuple[Vacancy, bool]:
    """Open a vacancy of `organisation`; return it, and whether it is new.

    Idempotent on `key`, the person and the values. Other values under the same key, entered after
    going back in the browser, open another vacancy, so that nothing typed is lost.
    """
    return Vacancy.objects.get_or_create(
        key=derived_key(key, person, organisation, values),
        created_by=person,
        defaults={"organisation": organisation, **values},
    )


@transaction.atomic
def make_vacancy_link(
    *, vacancy: Vacancy, kind: str, person: User, days: int, version: int | None = None
) -> str:
    """Make a link of a kind, close the previous one, and return the new token.

    version: the number of the frozen version that the link opens, if it opens one.
    """
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    more = {"version": version}
    return VacancyLink.objects.replace(
        days=days, made_by=person, more=more, vacancy=vacancy, kind=kind
    )


def vacancy_link(token: str, *kinds: str) -> VacancyLink | None:
    """Return the open link of one of these kinds for a token, with its vacancy, or None."""
    links = VacancyLink.objects.select_related("vacancy__organisation").filter(kind__in=kinds)
    return links.open_by(token)


def keep_text(*, organisation: Organisation, kind: str, text: str) -> None:
    """Keep `text` for further vacancies of the organisation, replacing the one kept so far.

    `kind` is a value of OrganisationText.Kind, which is also the name of the vacancy's field.
    """
    OrganisationText.objects.update_or_create(
        organisation=organisation, kind=kind, defaults={"text": text}
    )


def touch(vacancy: Vacancy) -> None:
    Vacancy.objects.filter(pk=vacancy.pk).update(changed=now())


POINTS = ("entry", "middle", "top")
"""The points of a band, lowest first, as in the names of its facts."""


def pay_of(vacancy: Vacancy, day: date | None = None) -> PostPay:
    """Return the known pay of a post on a date, by default today."""
    return pay_for(vacancy.offered_band, vacancy.hours, vacancy.organisation.nation, day)


def pay_for(band: str, hours: Decimal | None, nation: str, day: date | None = None) -> PostPay:
    """Return the known pay of a band for hours a week in a nation on a date, by default today.

    Figures that have lapsed or were never read are unknown, not guessed.
    """
    day = day or reading_day()
    full_time = fact("full-time-hours", nation, day)
    return PostPay(
        band=band,
        place=NATIONS[nation],
        now=_pay_range(band, nation, day),
        full_time=full_time.number if full_time else None,
        hours=hours,
    )


def _pay_range(band: str, nation: str, day: date) -> PayRange | None:
    year = fact("pay-year", nation, day)
    points = [fact(f"pay-band-{band}-{point}", nation, day) for point in POINTS] if band else []
    if year is None or not points or points[0] is None or points[-1] is None:
        return None
    return PayRange(band, year.value, tuple(int(one.number) for one in points if one))
