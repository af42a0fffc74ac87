"""The timeline of a vacancy: its steps as editors keep them, and the dates of one vacancy."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from vacancies.models.loaded import LoadedRow
from vacancies.models.vacancy import Vacancy
from vacancies.timeline.loading import steps
from vacancies.timeline.step import UNITS, Step

MOST_DAYS = 365
MOST_WEEKS = 52
CORRECTED = (
    "name",
    "note",
    "who",
    "days",
    "unit",
    "gap_days",
    "guide",
    "not_routes",
    "source",
    "confirmed",
)
"""What an editor may correct of a step, by the names of its fields."""


class TimelineStep(LoadedRow):
    """A step from “the post falls vacant” to “probation passed”.

    What it hangs on, and which date of the vacancy it is, comes with the portal and stays.
    """

    name = models.CharField("name", max_length=80)
    note = models.CharField("what to keep in mind", max_length=200, blank=True)
    who = models.CharField("who does it", max_length=100)
    days = models.PositiveSmallIntegerField(
        "days after the step before, at least", validators=[MaxValueValidator(MOST_DAYS)]
    )
    unit = models.CharField("how they count", max_length=10, choices=list(UNITS.items()))
    gap_days = models.PositiveSmallIntegerField(
        "days where the step before is left out",
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_DAYS)],
        help_text="Empty: as many as above. They count from the last step that is there.",
    )
    guide = models.CharField(
        "page of the guidance",
        max_length=200,
        blank=True,
        help_text="Such as recruiting/interviews.",
    )
    not_routes = models.JSONField("not for these contracts", default=list, blank=True)
    place = models.PositiveSmallIntegerField("place in the list", default=0)

    class Meta:
        ordering = ["place", "id"]
        verbose_name = "step of the timeline"
        verbose_name_plural = "steps of the timeline"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A date of the vacancy itself is there for every contract: say so at the field."""
        if self.not_routes and any(step.stays for step in steps() if step.id == self.code):
            raise ValidationError({"not_routes": "This is a date of every vacancy, so it stays."})

    def as_value(self, shipped: Step) -> Step:
        """Return the shipped step with what an editor may correct."""
        values = {name: getattr(self, name) for name in CORRECTED}
        return replace(shipped, **{**values, "not_routes": tuple(self.not_routes)})


class VacancyTimeline(models.Model):
    """What the dates of one vacancy are worked out from, and what moved last."""

    vacancy = models.OneToOneField(Vacancy, models.CASCADE, related_name="timeline")
    needed_by = models.DateField("needed by", null=True, blank=True)
    notice_weeks = models.PositiveSmallIntegerField(
        "notice period in weeks",
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(MOST_WEEKS)],
    )
    last_moves = models.JSONField(default=list, editable=False)
    changed = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"Timeline: {self.vacancy}"


class StepDate(models.Model):
    """A step of one vacancy: its day, the one last worked out for it, and whether it is done.

    `day` stays empty where the vacancy itself keeps the date.
    """

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="step_dates")
    code = models.SlugField("step", max_length=40)
    day = models.DateField("date", null=True, blank=True)
    proposed = models.DateField("date worked out", null=True, blank=True)
    done_at = models.DateTimeField("marked as done", null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "code"], name="one_date_per_vacancy_and_step"
            )
        ]

    def __str__(self) -> str:
        return self.code
