"""The advert plan of a vacancy, and the channels on offer."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import localdate

from kls_portal.documents.document import Document
from kls_portal.plain_values import from_row
from kls_portal.reference.loading import load_values
from vacancies.drafting.services.drafting import advert_limits, advert_of, draft_of
from vacancies.posts.models import Vacancy
from vacancies.posts.services import pay_of, touch
from vacancies.recruiting.exports.advert import Box, ReadyText, nhs_jobs_boxes, ready_texts
from vacancies.recruiting.exports.advert_plan import Post, case_document, plan_document
from vacancies.recruiting.models.advert import AdvertCase, AdvertChannel, AdvertChoice
from vacancies.recruiting.rules.advert_plan import AdvertPlan, Choice
from vacancies.recruiting.rules.channel import Channel
from vacancies.recruiting.rules.channel import channels as shipped

_WRITTEN_OF_A_CHOICE = ("send_on", "sent_on", "sent_by", "cost", "cost_code", "note")


@dataclass(frozen=True)
class Chosen:
    """How many channels joined and left a plan; kept: names of those that stay as planned."""

    added: int
    dropped: int
    kept: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Return what became of it, in words."""
        said = f"Channels added: {self.added}. Channels removed: {self.dropped}."
        stay = f" You planned these, so remove them below if you wish: {', '.join(self.kept)}."
        return said + (stay if self.kept else "")


def load_advert_channels() -> Iterator[str]:
    """Load the channels, never over an editor's correction; one taken out of use stays out."""
    return load_values(AdvertChannel, shipped())


def chosen_channels(vacancy: Vacancy) -> tuple[Channel, ...]:
    """Return the channels chosen for a vacancy fetched `for_plan()`, in the order of the list."""
    return tuple(choice.channel.as_value() for choice in vacancy.advert_choices.all())


def choices_of(vacancy: Vacancy) -> list[AdvertChoice]:
    """Return the choices of a vacancy with their channels, in one query."""
    return list(vacancy.advert_choices.select_related("channel"))


def case_of(vacancy: Vacancy) -> AdvertCase:
    """Return the case for paid advertising of a vacancy; a new one, not stored, without any."""
    try:
        return vacancy.advert_case
    except AdvertCase.DoesNotExist:
        return AdvertCase(vacancy=vacancy)


@transaction.atomic
def case_to_change(*, vacancy: Vacancy) -> AdvertCase:
    """Return the stored case of a vacancy, made where there is none."""
    return AdvertCase.objects.get_or_create(vacancy=vacancy)[0]


def plan_of(vacancy: Vacancy, choices: Iterable[AdvertChoice] | None = None) -> AdvertPlan:
    """Return the advert plan of a vacancy as a plain value.

    Fetch it with its organisation. Two queries; one where it has its `advert_case`, none with the
    `choices` at hand.
    """
    rows = choices_of(vacancy) if choices is None else choices
    return from_row(
        AdvertPlan,
        vacancy,
        choices=tuple(
            from_row(Choice, row, id=row.pk, channel=row.channel.as_value()) for row in rows
        ),
        reasons=case_of(vacancy).reasons,
        nation=vacancy.organisation.nation,
    )


@transaction.atomic
def choose_channel(*, vacancy: Vacancy, channel: AdvertChannel) -> tuple[AdvertChoice, bool]:
    """Return (the choice of a channel, whether it is new). Chosen twice, it is there once."""
    choice, is_new = AdvertChoice.objects.get_or_create(vacancy=vacancy, channel=channel)
    if is_new:
        touch(vacancy)
    return choice, is_new


@transaction.atomic
def choose_channels(*, vacancy: Vacancy, add: Collection[str], drop: Collection[str]) -> Chosen:
    """Let channels join and leave the plan, by their codes; say what became of each.

    One of which something was written stays: it is taken out on its own page.
    """
    offered = AdvertChannel.objects.filter(code__in=add, in_use=True)
    added = [one for one in offered if choose_channel(vacancy=vacancy, channel=one)[1]]
    rows = [row for row in choices_of(vacancy) if row.channel.code in drop]
    kept = [row for row in rows if any(getattr(row, name) for name in _WRITTEN_OF_A_CHOICE)]
    for row in rows:
        if row not in kept:
            remove_choice(choice=row)
    return Chosen(len(added), len(rows) - len(kept), tuple(str(row.channel) for row in kept))


@transaction.atomic
def remove_choice(*, choice: AdvertChoice) -> None:
    """Take a channel out of the plan, with what was written about it."""
    touch(choice.vacancy)
    choice.delete()


def plan_document_of(vacancy: Vacancy) -> Document:
    """Return the advert plan of a vacancy as a document."""
    return plan_document(_post(vacancy), plan_of(vacancy), localdate())


def case_document_of(vacancy: Vacancy) -> Document:
    """Return the letter that asks the recruitment team to pay for advertising, as a document."""
    return case_document(_post(vacancy), plan_of(vacancy), case_of(vacancy).signed_by, localdate())


def _post(vacancy: Vacancy) -> Post:
    return from_row(
        Post,
        vacancy,
        organisation=vacancy.organisation.name,
        band=vacancy.offered_band,
        contract=vacancy.get_contract_display(),
    )


@dataclass(frozen=True)
class AdvertTexts:
    """Everything to paste: the boxes of the NHS Jobs form and the ready texts."""

    boxes: tuple[Box, ...]
    ready: tuple[ReadyText, ...]


def advert_texts_of(vacancy: Vacancy) -> AdvertTexts:
    """Return the texts of a vacancy for NHS Jobs, an email list, LinkedIn and a bulletin.

    Fetch the vacancy with `for_draft()`: one more query, for the limits.
    """
    draft, advert, limits = draft_of(vacancy), advert_of(vacancy), advert_limits()
    return AdvertTexts(
        boxes=nhs_jobs_boxes(draft, advert, limits),
        ready=ready_texts(draft, advert, vacancy.organisation.name, limits, pay_of(vacancy)),
    )
