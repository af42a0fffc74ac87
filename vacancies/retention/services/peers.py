"""Peer offers and meeting themes."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils.timezone import localdate, localtime

from kls_portal.accounts.models import Organisation, User
from kls_portal.calendar.working_days import months_after
from kls_portal.emails import full_address, send_email
from kls_portal.idempotency import derived_key
from kls_portal.in_words import counted
from kls_portal.limits import within
from vacancies.posts.rules import RefusedError
from vacancies.retention.models import (
    OFFER_MONTHS,
    MeetingTheme,
    PeerOffer,
    PeerOfferQuery,
    ThemeVote,
)

HOUR = 60 * 60
DAY = 24 * HOUR
SENDING, SENT = "sending", "sent"
# Queueing an email takes less than this unless the process dies.
SENDING_SECONDS = 60


@transaction.atomic
def make_offer(*, person: User, organisation: Organisation, key: UUID, **values: Any) -> PeerOffer:
    """Return a new offer of `organisation`, shown for OFFER_MONTHS.

    values: kind, region, topics, description. It is created once for the same key and values, and
    shown again if it was withdrawn since; other values with the same key create another offer.
    """
    offer, is_new = PeerOffer.objects.get_or_create(
        key=derived_key(key, person, organisation, values),
        defaults={
            **values,
            "organisation": organisation,
            "made_by": person,
            "lapses_on": months_after(localdate(), OFFER_MONTHS),
        },
    )
    if not is_new:
        renew_offer(offer=offer, person=person)
    return offer


@transaction.atomic
def renew_offer(*, offer: PeerOffer, person: User) -> None:
    """Show an offer for OFFER_MONTHS from today, even if it was withdrawn.

    If its creator can no longer be contacted, this person receives its emails from now on.
    """
    today = localdate()
    offer.offered, offer.lapses_on = True, months_after(today, OFFER_MONTHS)
    offer.save(update_fields=["offered", "lapses_on"])
    if not PeerOffer.objects.shown(today).filter(pk=offer.pk).exists():
        offer.made_by = person
        offer.save(update_fields=["made_by"])


@transaction.atomic
def withdraw_offer(*, offer: PeerOffer) -> None:
    """Hide an offer from other services. It is deleted once it would have lapsed."""
    offer.offered = False
    offer.save(update_fields=["offered"])


def find_offers(*, kind: str = "", region: str = "", topic: str = "") -> PeerOfferQuery:
    """Return the offers shown today of this kind and region whose topics contain every word."""
    offers = PeerOffer.objects.shown(localdate()).select_related("organisation")
    for word in topic.split():
        offers = offers.filter(topics__icontains=word)
    chosen = {name: value for name, value in (("kind", kind), ("region", region)) if value}
    return offers.filter(**chosen)


def pass_on(*, offer: PeerOffer, person: User, message: str, key: UUID, with_address: bool) -> None:
    """Email a message to the creator of the offer. It is stored only until the mail server has it.

    with_address: whether the email includes the sender's own address for replies. It is sent once
    for the same key and message. Raises RefusedError if it could not be sent; the same key may then
    be tried again.
    """
    slot = f"peer-email:{derived_key(key, person, offer, message, with_address)}"
    if not cache.add(slot, SENDING, SENDING_SECONDS):
        if cache.get(slot) == SENT:
            return
        raise RefusedError("This message is being sent. Wait a minute, then send it again.")
    limit = settings.PEER_LETTERS_AN_HOUR
    if not within(limit, per_seconds=HOUR, of=f"peer-email {person.pk}"):
        cache.delete(slot)
        raise RefusedError(f"You can send {limit} messages in an hour. Send this one later.")
    if not _send(offer, person, message, with_address):
        cache.delete(slot)
        raise RefusedError("Your message was not sent: this service has no address that works.")
    cache.set(slot, SENT, DAY)


def purge_peers(moment: datetime) -> Iterator[str]:
    """Delete lapsed offers, and themes held OFFER_MONTHS ago or more, with votes; yield counts."""
    today = localtime(moment).date()
    lapsed = PeerOffer.objects.filter(lapses_on__lt=today)
    held = MeetingTheme.objects.filter(held_on__lt=months_after(today, -OFFER_MONTHS))
    if gone := lapsed.delete()[0]:
        yield f"Deleted {counted(gone, 'offer')} of peers that lapsed."
    if themes := held.delete()[1].get(MeetingTheme._meta.label):
        yield f"Deleted {counted(themes, 'theme')} of past meetings."


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


# House default: enough for ideas, but not for a flood of them.
MOST_OPEN = 5


@transaction.atomic
def propose_theme(*, person: User, text: str, key: UUID) -> MeetingTheme:
    """Return a new theme with the proposer's vote, created once for the same key and text.

    Raises RefusedError if a theme with the same text is already open, or this person has MOST_OPEN
    open themes.
    """
    sent_key = derived_key(key, person, text)
    if existing := MeetingTheme.objects.filter(key=sent_key).first():
        return existing
    if MeetingTheme.objects.open().filter(text__iexact=text).exists():
        raise RefusedError("This theme is already in the list. Vote for it there.")
    if MeetingTheme.objects.open().filter(proposed_by=person).count() >= MOST_OPEN:
        raise RefusedError(f"You have {MOST_OPEN} themes in the list. Wait until one is discussed.")
    theme = MeetingTheme.objects.create(text=text, proposed_by=person, key=sent_key)
    vote(theme=theme, person=person)
    return theme


@transaction.atomic
def vote(*, theme: MeetingTheme, person: User) -> None:
    """Store this person's vote for the theme; voting again has no effect."""
    ThemeVote.objects.get_or_create(theme=theme, user=person)
