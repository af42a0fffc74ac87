"""Themes of the next meeting of peers: propose, vote, take back."""

from uuid import UUID, uuid5

from django.db import transaction

from kls_portal.accounts.models import User
from vacancies.models import MeetingTheme, ThemeVote

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
    once = uuid5(key, repr((person.pk, text)))
    if found := MeetingTheme.objects.filter(key=once).first():
        return found
    if MeetingTheme.objects.open().filter(text__iexact=text).exists():
        raise ThemeError("This theme is in the list already. Vote for it there.")
    if MeetingTheme.objects.open().filter(proposed_by=person).count() >= MOST_OPEN:
        raise ThemeError(f"You have {MOST_OPEN} themes in the list. Wait until one was held.")
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
