"""The advert plan of a vacancy and the channels it can use."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Prefetch
from django.utils.timezone import localdate

from kls_portal.documents.document import Document
from kls_portal.plain_values import from_row
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.services.drafting import advert_limits, advert_of, draft_of
from vacancies.drafting.services.versions import in_words
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.services import pay_of, touch
from vacancies.recruiting.exports.advert import Box, ReadyText, nhs_jobs_boxes, ready_texts
from vacancies.recruiting.exports.advert_plan import case_document, plan_document
from vacancies.recruiting.models.advert import AdvertCase, AdvertChannel, AdvertChoice
from vacancies.recruiting.rules.advert_plan import AdvertPlan, Choice

_WRITTEN_OF_A_CHOICE = ("send_on", "sent_on", "sent_by", "cost", "cost_code", "note")


def with_advert_plan() -> VacancyQuery:
    """Return the vacancies with everything that `plan_of` needs, in two queries."""
    choices = Prefetch("advert_choices", AdvertChoice.objects.select_related("channel"))
    return Vacancy.objects.select_related("organisation", "advert_case").prefetch_related(choices)


def case_of(vacancy: Vacancy) -> AdvertCase:
    return getattr(vacancy, "advert_case", None) or AdvertCase(vacancy=vacancy)


def plan_of(vacancy: Vacancy) -> AdvertPlan:
    """Return the advert plan of a vacancy fetched with `with_advert_plan()` or `for_plan()`."""
    return from_row(
        AdvertPlan,
        vacancy,
        choices=tuple(
            from_row(Choice, row, id=row.pk, channel=row.channel.as_value())
            for row in vacancy.advert_choices.all()
        ),
        reasons=case_of(vacancy).reasons,
        nation=vacancy.organisation.nation,
    )


@transaction.atomic
def choose_channel(*, vacancy: Vacancy, channel: AdvertChannel) -> tuple[AdvertChoice, bool]:
    """Return (choice, whether it is new); choosing a channel twice stores it once."""
    choice, is_new = AdvertChoice.objects.get_or_create(vacancy=vacancy, channel=channel)
    if is_new:
        touch(vacancy)
    return choice, is_new


@transaction.atomic
def choose_channels(*, vacancy: Vacancy, add: Collection[str], drop: Collection[str]) -> str:
    """Add and remove channels by code and return what became of them, in sentences.

    A channel with planning details is kept: it is removed on its own page.
    """
    offered = AdvertChannel.objects.offered(code__in=add)
    added = [one for one in offered if choose_channel(vacancy=vacancy, channel=one)[1]]
    rows = [row for row in vacancy.advert_choices.all() if row.channel.code in drop]
    kept = [row for row in rows if any(getattr(row, name) for name in _WRITTEN_OF_A_CHOICE)]
    for row in rows:
        if row not in kept:
            remove_choice(choice=row)
    said = f"Channels added: {len(added)}. Channels removed: {len(rows) - len(kept)}."
    names = ", ".join(str(row.channel) for row in kept)
    stay = f" You planned these, so remove them below if you wish: {names}."
    return said + (stay if kept else "")


@transaction.atomic
def remove_choice(*, choice: AdvertChoice) -> None:
    """Remove a channel from the plan, with everything written about it."""
    touch(choice.vacancy)
    choice.delete()


def plan_document_of(vacancy: Vacancy) -> Document:
    return plan_document(*_post(vacancy), plan_of(vacancy), localdate())


def case_document_of(vacancy: Vacancy) -> Document:
    signed_by = case_of(vacancy).signed_by
    return case_document(*_post(vacancy), plan_of(vacancy), signed_by, localdate())


def _post(vacancy: Vacancy) -> tuple[Draft, str]:
    return in_words(draft_of(vacancy)), vacancy.organisation.name


def boxes_of(vacancy: Vacancy) -> tuple[Box, ...]:
    """Return the boxes of the NHS Jobs form for a vacancy fetched with `for_draft()`."""
    return nhs_jobs_boxes(draft_of(vacancy), advert_of(vacancy), advert_limits())


def ready_texts_of(vacancy: Vacancy) -> tuple[ReadyText, ...]:
    """Return the texts for an email list, LinkedIn and a bulletin, ready to paste.

    Fetch the vacancy with `for_draft()`; makes one more query, for the limits.
    """
    organisation, pay = vacancy.organisation.name, pay_of(vacancy)
    draft, advert = draft_of(vacancy), advert_of(vacancy)
    return ready_texts(draft, advert, organisation, advert_limits(), pay)
