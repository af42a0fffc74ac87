"""Checklists for advertising, selection and appointment: the template, and what a vacancy adds."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from vacancies.checklists.stage import ANCHORS, OWNERS, STAGES
from vacancies.models.induction import EARLIEST_DUE, LATEST_DUE
from vacancies.models.loaded_task import LoadedTask
from vacancies.models.tick import Tick

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
