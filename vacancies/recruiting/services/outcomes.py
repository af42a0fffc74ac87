"""The outcome of a vacancy: its rounds with their numbers, and reopening a filled vacancy."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from vacancies.posts.models import Vacancy
from vacancies.recruiting.models.advert import AdvertChannel, ChannelOutcome, Outcome
from vacancies.recruiting.rules.outcome import BY_CHANNEL, TOTALS, days_to_fill, unreconciled
from vacancies.recruiting.services.timeline import advertise_again


@dataclass(frozen=True)
class Round:
    """A round with its channels, its inconsistencies, and its duration in days or None."""

    outcome: Outcome
    channels: tuple[tuple[AdvertChannel, ChannelOutcome], ...]
    unreconciled: tuple[str, ...]
    opened_on: date | None
    days: int | None

    @property
    def accepted(self) -> int:
        """Return how many people accepted, from the total or else the channels; 0 if unknown."""
        return self.outcome.accepted or sum(one.accepted or 0 for _, one in self.channels)


def rounds_of(vacancy: Vacancy) -> list[Round]:
    """Return the rounds of a vacancy, newest first, in three queries.

    There is always at least one: an unsaved row if nothing is stored. The newest holds the channels
    of the plan as well as those with numbers.
    """
    rows = list(vacancy.outcomes.prefetch_related("channels__channel")) or [
        Outcome(vacancy=vacancy)
    ]
    chosen = [choice.channel for choice in vacancy.advert_choices.select_related("channel")]
    newest, *earlier = rows
    reopened_from = earlier[0].opened_on if earlier else None
    opened = None if earlier and vacancy.opens_on == reopened_from else vacancy.opens_on
    return [_round(newest, opened, chosen), *(_round(row, row.opened_on, []) for row in earlier)]


def current_outcome(vacancy: Vacancy) -> Outcome:
    """Return the newest round of a vacancy, or an unsaved row if there is none.

    Makes no query for a vacancy fetched with `for_plan()`.
    """
    return next(iter(vacancy.outcomes.all()), None) or Outcome(vacancy=vacancy)


def channel_of_outcome(vacancy: Vacancy, code: str) -> AdvertChannel | None:
    """Return the channel with this code if the plan or a round contains it, else None."""
    chosen = AdvertChannel.objects.filter(code=code, choices__vacancy=vacancy)
    counted = AdvertChannel.objects.filter(code=code, outcomes__outcome__vacancy=vacancy)
    return (chosen | counted).distinct().first()


def channel_numbers(vacancy: Vacancy, channel: AdvertChannel, *, change: bool) -> ChannelOutcome:
    """Return the numbers of a channel in the newest round, or an unsaved row if there are none.

    change: whether they are to be saved, so that a round without a row gets one.
    """
    outcome = current_outcome(vacancy)
    if change and outcome.pk is None:
        outcome.save()
    stored = outcome.pk and ChannelOutcome.objects.filter(outcome=outcome, channel=channel).first()
    return stored or ChannelOutcome(outcome=outcome, channel=channel)


@transaction.atomic
def reopen(*, vacancy: Vacancy) -> bool:
    """Begin a new round of a filled vacancy; the previous round is kept unchanged.

    On the timeline, the steps from the opening of the advert onwards are marked as not done.
    Returns False if the newest round is not filled, so a repeated request has no effect.
    """
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    newest = vacancy.outcomes.first()
    if newest is None or newest.filled_on is None:
        return False
    newest.opened_on = rounds_of(vacancy)[0].opened_on
    newest.save(update_fields=["opened_on"])
    Outcome.objects.create(vacancy=vacancy, round=newest.round + 1)
    advertise_again(vacancy=vacancy)
    return True


def _round(row: Outcome, opened: date | None, chosen: list[AdvertChannel]) -> Round:
    counted = {one.channel: one for one in row.channels.all()} if row.pk else {}
    for channel in chosen:
        counted.setdefault(channel, ChannelOutcome(channel=channel))
    channels = sorted(counted.items(), key=lambda pair: (pair[0].place, pair[0].name))
    by_channel = [{name: getattr(one, name) for name in BY_CHANNEL} for _, one in channels]
    return Round(
        outcome=row,
        channels=tuple(channels),
        unreconciled=unreconciled({name: getattr(row, name) for name in TOTALS}, by_channel),
        opened_on=opened,
        days=days_to_fill(opened, row.filled_on),
    )
