"""What came of a vacancy: numbers only, one row for each round of advertising."""

from django.core.validators import MaxValueValidator
from django.db import models

LONGEST_AGAIN = 5_000
MOST_PEOPLE = 99_999
MOST_VIEWS = 9_999_999


def _number(
    name: str, most: int = MOST_PEOPLE
) -> "models.PositiveIntegerField[int | None, int | None]":
    validators = [MaxValueValidator(most)]
    return models.PositiveIntegerField(name, null=True, blank=True, validators=validators)


class Outcome(models.Model):
    """One round of a vacancy. The newest one is open to changes; the others are as they were.

    `opened_on` is written when a vacancy is reopened: from then on its advert has another date.
    """

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="outcomes")
    round = models.PositiveSmallIntegerField("round", default=1)
    opened_on = models.DateField("advert opened", null=True, blank=True)
    filled_on = models.DateField("filled on", null=True, blank=True)
    views = _number("views of the advert", MOST_VIEWS)
    applications = _number("applications")
    shortlisted = _number("shortlisted")
    offered = _number("offered")
    accepted = _number("accepted")
    again = models.TextField("what to do again", max_length=LONGEST_AGAIN, blank=True)

    class Meta:
        ordering = ["-round"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "round"], name="outcome_round_once")
        ]

    def __str__(self) -> str:
        return f"Round {self.round} of {self.vacancy}"


class ChannelOutcome(models.Model):
    """What came of one channel in one round."""

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="channels")
    channel = models.ForeignKey("vacancies.AdvertChannel", models.PROTECT, related_name="outcomes")
    views = _number("views of the advert", MOST_VIEWS)
    applications = _number("applications")
    shortlisted = _number("shortlisted")
    accepted = _number("accepted")

    class Meta:
        ordering = ["channel__place", "channel__name"]
        constraints = [
            models.UniqueConstraint(fields=["outcome", "channel"], name="outcome_channel_once")
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.outcome}"
