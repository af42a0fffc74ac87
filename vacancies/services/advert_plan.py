"""The advert plan of a vacancy: channels chosen, changed and taken out."""

from django.db import transaction

from vacancies.advertising.channel import Channel
from vacancies.models import AdvertChannel, AdvertChoice, Vacancy
from vacancies.services.ordered import touch


def chosen_channels(vacancy: Vacancy) -> tuple[Channel, ...]:
    """Return the channels chosen for a vacancy, in the order of the list, in one query."""
    return tuple(choice.channel.as_value() for choice in choices_of(vacancy))


def choices_of(vacancy: Vacancy) -> list[AdvertChoice]:
    """Return the choices of a vacancy with their channels, in one query."""
    return list(vacancy.advert_choices.select_related("channel"))


@transaction.atomic
def choose_channel(*, vacancy: Vacancy, channel: AdvertChannel) -> tuple[AdvertChoice, bool]:
    """Return (the choice of a channel, whether it is new). Chosen twice, it is there once."""
    choice, is_new = AdvertChoice.objects.get_or_create(vacancy=vacancy, channel=channel)
    if is_new:
        touch(vacancy)
    return choice, is_new


@transaction.atomic
def remove_choice(*, choice: AdvertChoice) -> None:
    """Take a channel out of the plan, with what was written about it."""
    touch(choice.vacancy)
    choice.delete()
