"""Offers of peers and themes of meetings."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils.timezone import localdate, localtime

from kls_portal.accounts.models import Organisation, User
from kls_portal.emails import full_address, send_email
from kls_portal.idempotency import derived_key
from kls_portal.limits import within
from vacancies.retention.models import MeetingTheme, PeerOffer, PeerOfferQuery, ThemeVote

# House default: 12 months, so that nobody writes to a service that has moved on.
KEPT_DAYS = 365
HOUR = 60 * 60
DAY = 24 * HOUR
SENDING, SENT = "sending", "sent"
# Storing an email takes no longer, unless the process stops.
SENDING_SECONDS = 60


class PeerError(Exception):
    """A message cannot be passed on. Its words are a sentence for the person."""


@transaction.atomic
def make_offer(*, person: User, organisation: Organisation, key: UUID, **values: Any) -> PeerOffer:
    """Return a new offer of `organisation`, shown for 12 months.

    values: kind, region, topics, description. The same key and answers make it once; other
    answers under the same key make another.
    """
    offer, _ = PeerOffer.objects.get_or_create(
        key=derived_key(key, person, organisation, values),
        defaults={
            **values,
            "organisation": organisation,
            "made_by": person,
            "lapses_on": _a_year_on(localdate()),
        },
    )
    return offer


@transaction.atomic
def renew_offer(*, offer: PeerOffer, person: User) -> None:
    """Show an offer for another 12 months, even where it was withdrawn.

    Where its maker is no longer there to be asked, emails come to this person from now on.
    """
    today = localdate()
    offer.offered, offer.lapses_on = True, _a_year_on(today)
    offer.save(update_fields=["offered", "lapses_on"])
    if not PeerOffer.objects.shown(today).filter(pk=offer.pk).exists():
        offer.made_by = person
        offer.save(update_fields=["made_by"])


@transaction.atomic
def withdraw_offer(*, offer: PeerOffer) -> None:
    """Show an offer to other services no more. It is deleted on the day it would have lapsed."""
    offer.offered = False
    offer.save(update_fields=["offered"])


def find_offers(*, kind: str = "", region: str = "", topic: str = "") -> PeerOfferQuery:
    """Return the offers shown today, of this kind and region, with each word of the topic."""
    found = PeerOffer.objects.shown(localdate()).select_related("organisation")
    for word in topic.split():
        found = found.filter(topics__icontains=word)
    chosen = {name: value for name, value in (("kind", kind), ("region", region)) if value}
    return found.filter(**chosen)


def pass_on(*, offer: PeerOffer, person: User, message: str, key: UUID, with_address: bool) -> None:
    """Send a message to whoever made the offer. It is stored only until the mail server has it.

    with_address: whether the email gives the person's own address, to be answered. The same key
    and words go out once. Raises PeerError where it could not be sent; the same key may then be
    tried again.
    """
    slot = f"peer-email:{derived_key(key, person, offer, message, with_address)}"
    if not cache.add(slot, SENDING, SENDING_SECONDS):
        if cache.get(slot) == SENT:
            return
        raise PeerError("This message is being sent. Wait a minute, then send it again.")
    limit = settings.PEER_LETTERS_AN_HOUR
    if not within(limit, per_seconds=HOUR, of=f"peer-email {person.pk}"):
        cache.delete(slot)
        raise PeerError(f"You can send {limit} messages in an hour. Send this one later.")
    if not _send(offer, person, message, with_address):
        cache.delete(slot)
        raise PeerError("Your message was not sent: this service has no address that works.")
    cache.set(slot, SENT, DAY)


def purge_peers(moment: datetime) -> Iterator[str]:
    """Delete offers that lapsed, and themes held 12 months ago with their votes."""
    today = localtime(moment).date()
    lapsed = PeerOffer.objects.filter(lapses_on__lt=today)
    held = MeetingTheme.objects.filter(held_on__lt=today - timedelta(days=KEPT_DAYS))
    numbers = lapsed.count(), held.count()
    lapsed.delete()
    held.delete()
    if numbers[0]:
        yield f"Deleted {numbers[0]} offer{'s' if numbers[0] > 1 else ''} of peers that lapsed."
    if numbers[1]:
        yield f"Deleted {numbers[1]} theme{'s' if numbers[1] > 1 else ''} of past meetings."


def _a_year_on(day: date) -> date:
    return day + timedelta(days=KEPT_DAYS)


def _send(offer: PeerOffer, person: User, message: str, with_address: bool) -> bool:
    names = person.organisations.values_list("name", flat=True)
    return send_email(
        to=offer.made_by.email,
        subject=f"{offer.get_kind_display()}: a message from another library service",
        template="vacancies/retention/emails/peer_message.txt",
        context={
            "offer": offer,
            "message": message,
            "organisations": ", ".join(names),
            "answer_to": person.email if with_address else "",
            "offers_address": full_address("vacancies:peer_list"),
        },
    )


# House default: room for ideas, none for a flood.
MOST_OPEN = 5


class ThemeError(Exception):
    """A theme cannot be proposed. Its words are a sentence for the person."""


@transaction.atomic
def propose_theme(*, person: User, text: str, key: UUID) -> MeetingTheme:
    """Return the theme, which its proposer wants too. Sent twice, it is proposed once.

    Raises ThemeError where the same words are open already, or this person has proposed
    MOST_OPEN themes that are still open.
    """
    once = derived_key(key, person, text)
    if found := MeetingTheme.objects.filter(key=once).first():
        return found
    if MeetingTheme.objects.open().filter(text__iexact=text).exists():
        raise ThemeError("This theme is already in the list. Vote for it there.")
    if MeetingTheme.objects.open().filter(proposed_by=person).count() >= MOST_OPEN:
        raise ThemeError(f"You have {MOST_OPEN} themes in the list. Wait until one has been held.")
    theme = MeetingTheme.objects.create(text=text, proposed_by=person, key=once)
    vote(theme=theme, person=person)
    return theme


@transaction.atomic
def vote(*, theme: MeetingTheme, person: User) -> None:
    """Count this person among those who want the theme; a second time changes nothing."""
    ThemeVote.objects.get_or_create(theme=theme, user=person)


@transaction.atomic
def take_back_vote(*, theme: MeetingTheme, person: User) -> None:
    """Count this person no more."""
    ThemeVote.objects.filter(theme=theme, user=person).delete()
