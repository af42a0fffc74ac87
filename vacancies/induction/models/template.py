"""The national template of an induction, and what an organisation changes in it."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from kls_portal.accounts.models import Organisation
from vacancies.planning.models import EARLIEST_DUE, LATEST_DUE, LoadedTask

LONGEST_MEETING = 480


class InductionGroup(models.Model):
    """A stretch of time, such as “Week one”."""

    code = models.SlugField("code", max_length=40, unique=True)
    name = models.CharField("name", max_length=80)
    place = models.PositiveSmallIntegerField("place in the checklist")

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.name


class InductionTask(LoadedTask):
    """A task of the template. Its date counts working days from the start date."""

    class Owner(models.TextChoices):
        LINE_MANAGER = "line-manager", "Line manager"
        HR = "hr", "HR"
        IT = "it", "IT"
        BUDDY = "buddy", "Buddy"
        STARTER = "starter", "New starter"
        LEAD = "lead", "Library lead"
        HANDOVER = "handover", "Previous post holder or line manager"

    group = models.ForeignKey(InductionGroup, models.PROTECT, related_name="tasks")
    owner = models.CharField("who sees to it", max_length=20, choices=Owner)
    due = models.SmallIntegerField(
        "due",
        help_text="Working days from the start date: 0 is day one, -5 a week before.",
        validators=[MinValueValidator(EARLIEST_DUE), MaxValueValidator(LATEST_DUE)],
    )
    only_managers = models.BooleanField("only for posts that manage people", default=False)
    only_teams = models.BooleanField("only where the starter joins a team", default=False)
    solo_text = models.CharField("task for people who work alone", max_length=300, blank=True)
    solo_owner = models.CharField(
        "who sees to it for people who work alone", max_length=20, choices=Owner, blank=True
    )
    roles = models.JSONField("only for roles", default=list, blank=True)
    minutes = models.PositiveSmallIntegerField(
        "appointment of",
        default=0,
        help_text="Minutes, where the task is a meeting; 0 for other tasks.",
        validators=[MaxValueValidator(LONGEST_MEETING)],
    )

    class Meta:
        ordering = ["group__place", "due", "id"]


LONGEST_TASK = 300


class LayerTask(models.Model):
    """One task of a layer. A field left empty (None) is as in the layer above.

    `code` names the task it changes, or is its own where `is_own`. Codes of own tasks hold a
    number that nothing else has, so they never meet a code of the template.
    """

    code = models.SlugField("code", max_length=40)
    is_own = models.BooleanField(default=False)
    left_out = models.BooleanField(default=False)
    text = models.CharField("task", max_length=LONGEST_TASK, null=True, blank=True)
    owner = models.CharField(
        "who sees to it", max_length=20, choices=InductionTask.Owner, null=True, blank=True
    )
    due = models.SmallIntegerField(
        "due",
        null=True,
        blank=True,
        validators=[MinValueValidator(EARLIEST_DUE), MaxValueValidator(LATEST_DUE)],
    )
    group = models.ForeignKey(
        InductionGroup, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    minutes = models.PositiveSmallIntegerField(
        "appointment of", null=True, blank=True, validators=[MaxValueValidator(LONGEST_MEETING)]
    )
    only_for = models.JSONField("only for", default=list, blank=True)
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text or self.code


class OrganisationTask(LayerTask):
    """What an organisation says about a task of its induction plans."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="induction_tasks")
    roles = models.JSONField("only for roles", default=list, blank=True)

    class Meta(LayerTask.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"], name="one_change_per_organisation_and_task"
            )
        ]


class InductionSettings(models.Model):
    """How an organisation keeps its induction plans."""

    DEFAULT_DAYS = 200

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, related_name="induction_settings"
    )
    keep_days = models.PositiveSmallIntegerField(
        "days a plan is kept after the start date",
        default=DEFAULT_DAYS,
        validators=[MinValueValidator(30), MaxValueValidator(730)],
    )

    class Meta:
        verbose_name_plural = "induction settings"

    def __str__(self) -> str:
        return f"{self.organisation}: {self.keep_days} days"
