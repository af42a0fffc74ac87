"""The national template of an induction, and what an organisation changes in it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from kls_portal.accounts.models import Organisation
from vacancies.planning.models import LONGEST_MEETING, LoadedTask


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
