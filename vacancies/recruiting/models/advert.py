"""Where a vacancy is advertised, and with what outcome."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from kls_portal.plain_values import from_row
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import LONGEST_TEXT, lines_of
from vacancies.recruiting.models.selection import ForBands
from vacancies.recruiting.rules.advert_plan import Channel

LONGEST_NOTE = 1_000
MOST_LEAD_DAYS = 120
MOST_POUNDS = 100_000


class AdvertChannel(ForBands):
    class ReadyText(models.TextChoices):
        NHS_JOBS = "nhs-jobs", "NHS Jobs pack"
        EMAIL_LIST = "email-list", "Email list"
        LINKEDIN = "linkedin", "LinkedIn"
        BULLETIN = "bulletin", "Staff bulletin"

    name = models.CharField("name", max_length=80)
    audience = models.CharField("who it reaches", max_length=200)
    beyond_nhs = models.BooleanField(
        "reaches people outside the NHS", default=False, help_text="Our own judgement."
    )
    cost = models.CharField("cost", max_length=100, help_text="In words, such as “Free”.")
    paid = models.BooleanField("always costs money", default=False)
    cost_confirmed = models.BooleanField("cost is confirmed", default=False)
    lead_days = models.PositiveSmallIntegerField(
        "lead time in working days",
        default=1,
        validators=[MaxValueValidator(MOST_LEAD_DAYS)],
        help_text="Working days from sending the text to the day it appears.",
    )
    lead_confirmed = models.BooleanField("lead time is confirmed", default=False)
    prepare = models.TextField(
        "what to prepare", max_length=LONGEST_NOTE, blank=True, help_text="One on each line."
    )
    tip = models.CharField("tip", max_length=300, blank=True)
    ready_text = models.CharField(
        "text from the portal that suits it", max_length=20, choices=ReadyText, blank=True
    )
    required = models.BooleanField("every vacancy appears there", default=False)
    address = models.URLField("address", max_length=500, blank=True)
    place = models.PositiveSmallIntegerField("place in the list", default=0)

    class Meta:
        ordering = ["place", "name"]
        verbose_name = "channel to advertise in"
        verbose_name_plural = "channels to advertise in"

    def __str__(self) -> str:
        return self.name

    def as_value(self) -> Channel:
        """Return the channel as a plain value, without blank lines."""
        bands = tuple(self.bands.split(",")) if self.bands else ()
        return from_row(Channel, self, id=self.code, bands=bands, prepare=lines_of(self.prepare))


class AdvertChoice(models.Model):
    """A channel in which a vacancy is advertised: who sends the text, when and at what cost."""

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="advert_choices")
    channel = models.ForeignKey(AdvertChannel, models.PROTECT, related_name="choices")
    send_on = models.DateField("send it on", null=True, blank=True)
    sent_on = models.DateField("sent on", null=True, blank=True)
    sent_by = models.CharField("who sends it", max_length=100, blank=True)
    cost = models.DecimalField(
        "cost",
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(MOST_POUNDS)],
    )
    cost_code = models.CharField("cost code", max_length=40, blank=True)
    note = models.TextField("note", max_length=LONGEST_NOTE, blank=True)

    class Meta:
        ordering = ["channel__place", "channel__name"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "channel"], name="advert_channel_once")
        ]

    def __str__(self) -> str:
        return str(self.channel)


class AdvertCase(models.Model):
    """Why a post is hard to recruit to: the manager's words for the letter to recruitment."""

    vacancy = models.OneToOneField(Vacancy, models.CASCADE, related_name="advert_case")
    reasons = models.TextField("reasons", max_length=LONGEST_TEXT, blank=True)
    signed_by = models.CharField("who signs it", max_length=100, blank=True)

    class Meta:
        verbose_name = "case for paid advertising"
        verbose_name_plural = "cases for paid advertising"

    def __str__(self) -> str:
        return f"Case for {self.vacancy}"


LONGEST_AGAIN = 5_000
MOST_PEOPLE = 99_999
MOST_VIEWS = 9_999_999


def _people_field(
    name: str, most: int = MOST_PEOPLE
) -> "models.PositiveIntegerField[int | None, int | None]":
    validators = [MaxValueValidator(most)]
    return models.PositiveIntegerField(name, null=True, blank=True, validators=validators)


class _Numbers(models.Model):
    views = _people_field("views of the advert", MOST_VIEWS)
    applications = _people_field("applications")
    shortlisted = _people_field("shortlisted")
    accepted = _people_field("accepted")

    class Meta:
        abstract = True


class Outcome(_Numbers):
    """One round of a vacancy; only the newest can be changed.

    `opened_on` is stored when a vacancy is reopened, as its advert then gets another date.
    """

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="outcomes")
    round = models.PositiveSmallIntegerField("round", default=1)
    opened_on = models.DateField("advert opened", null=True, blank=True)
    filled_on = models.DateField("filled on", null=True, blank=True)
    offered = _people_field("offered")
    again = models.TextField("what to do again", max_length=LONGEST_AGAIN, blank=True)

    class Meta:
        ordering = ["-round"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "round"], name="outcome_round_once")
        ]

    def __str__(self) -> str:
        return f"Round {self.round} of {self.vacancy}"


class ChannelOutcome(_Numbers):
    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="channels")
    channel = models.ForeignKey("vacancies.AdvertChannel", models.PROTECT, related_name="outcomes")

    class Meta:
        ordering = ["channel__place", "channel__name"]
        constraints = [
            models.UniqueConstraint(fields=["outcome", "channel"], name="outcome_channel_once")
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.outcome}"
