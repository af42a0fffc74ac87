"""Checklists of the stages of recruiting, and the timeline of a vacancy."""

import uuid
from dataclasses import replace

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from kls_portal.reference.models import LoadedRow
from vacancies.planning.models import EARLIEST_DUE, LATEST_DUE, LoadedTask, Tick
from vacancies.planning.rules.stage import ANCHORS, OWNERS, STAGES
from vacancies.planning.rules.step import UNITS, Step, steps
from vacancies.posts.models import Vacancy

STAGE_CHOICES = [(stage.slug, stage.name) for stage in STAGES.values()]
ANCHOR_CHOICES = [(anchor.slug, anchor.name.capitalize()) for anchor in ANCHORS.values()]
OWNER_CHOICES = [(owner.slug, owner.name) for owner in OWNERS.values()]
LONGEST_OWN_TASK, LONGEST_NOTE, LONGEST_REASON = 300, 2_000, 500
SAME_SITE = RegexValidator(
    r"^/(?:[a-z0-9-]+/)+\Z",
    "Write the path of a page of this site, such as /recruiting/interviews/.",
)


class StageTask(LoadedTask):
    """A task of the template. Its date counts working days from a date of the vacancy."""

    stage = models.CharField("stage", max_length=20, choices=STAGE_CHOICES)
    owner = models.CharField("who sees to it", max_length=30, choices=OWNER_CHOICES)
    anchor = models.CharField("counts from", max_length=20, choices=ANCHOR_CHOICES)
    due = models.SmallIntegerField(
        "due",
        help_text="Working days from that date: 0 is the day itself, -5 a week before.",
        validators=[MinValueValidator(EARLIEST_DUE), MaxValueValidator(LATEST_DUE)],
    )
    page = models.CharField(
        "guidance page",
        max_length=200,
        validators=[SAME_SITE],
        help_text="The page that explains the step, such as /recruiting/interviews/.",
    )
    page_name = models.CharField("name of that page", max_length=200)
    routes = models.JSONField("only for these contracts", default=list, blank=True)
    not_routes = models.JSONField("not for these contracts", default=list, blank=True)
    place = models.PositiveSmallIntegerField("place among tasks of one day", default=0)

    class Meta:
        ordering = ["stage", "place", "id"]


class StageChange(models.Model):
    """What one vacancy says about a task of its checklists, or a task of its own.

    A field left empty is as in the template. Codes of own tasks hold a number that nothing else
    has. `key` makes sure that an own task sent twice is added once.
    """

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="stage_changes")
    stage = models.CharField("stage", max_length=20, choices=STAGE_CHOICES)
    code = models.SlugField("code", max_length=40)
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    is_own = models.BooleanField(default=False)
    text = models.CharField("task", max_length=LONGEST_OWN_TASK, blank=True)
    owner = models.CharField("who sees to it", max_length=30, choices=OWNER_CHOICES, blank=True)
    due_on = models.DateField("due", null=True, blank=True)
    note = models.TextField("note", max_length=LONGEST_NOTE, blank=True)
    left_out = models.BooleanField(default=False)
    reason = models.CharField("reason", max_length=LONGEST_REASON, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "code"], name="one_change_per_vacancy_and_task"
            )
        ]

    def __str__(self) -> str:
        return self.text or self.code


class StageTick(Tick):
    """A task of a vacancy's checklists that is done, and by whom."""

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="stage_ticks")
    stage = models.CharField("stage", max_length=20, choices=STAGE_CHOICES)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta(Tick.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "code"],
                condition=Q(undone_at=None),
                name="one_tick_per_vacancy_and_task",
            )
        ]


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
