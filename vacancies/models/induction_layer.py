"""What a layer below the national template says about a task: differences, and tasks of its own."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from kls_portal.accounts.models import Organisation
from vacancies.models.induction import (
    EARLIEST_DUE,
    LATEST_DUE,
    LONGEST_MEETING,
    InductionGroup,
    InductionTask,
)

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
