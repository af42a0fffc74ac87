"""The national induction template: stretches of time and their tasks."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from vacancies.models.loaded_task import LoadedTask

EARLIEST_DUE, LATEST_DUE = -130, 520
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
