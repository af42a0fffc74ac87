"""Tasks of templates that editors may correct, ticks of what is done, terms of probation."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from kls_portal.accounts.models import Organisation
from kls_portal.reference.models import LoadedRow
from vacancies.profiles.models import bands_written

EARLIEST_DUE, LATEST_DUE = -130, 520


class LoadedTask(LoadedRow):
    """A task of a template that plans are tailored from, whatever its dates count from."""

    text = models.CharField("task", max_length=300)
    bands = models.CharField(
        "only for bands", max_length=60, blank=True, help_text="Such as 4,5. Empty: every band."
    )
    only_for = models.JSONField("only for", default=list, blank=True)
    not_for = models.JSONField("not for", default=list, blank=True)
    in_use = models.BooleanField(
        "in use",
        default=True,
        help_text="Untick this to leave the task out of new checklists. Plans that took it up "
        "keep it, marked as withdrawn.",
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Write the bands like “4,5”; say at the field which one there is not."""
        self.bands = bands_written(self.bands)

    def __str__(self) -> str:
        return self.text


class Tick(models.Model):
    """A task that is done. Taking the tick away keeps the row.

    `frozen` is the task as it was; a plain value that whoever reads it knows.
    """

    code = models.SlugField("code", max_length=40)
    frozen = models.JSONField(editable=False)
    done_at = models.DateTimeField("done")
    undone_at = models.DateTimeField("taken back", null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return self.code


MOST_MONTHS, MOST_WEEKS = 12, 13


class ProbationTerms(models.Model):
    """What an organisation says of its probation. Empty: the portal's own figure holds."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="probation")
    months = models.PositiveSmallIntegerField(
        "months of probation",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
    )
    notice_weeks = models.PositiveSmallIntegerField(
        "weeks of notice in probation",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WEEKS)],
    )

    class Meta:
        verbose_name_plural = "terms of probation"

    def __str__(self) -> str:
        return f"{self.organisation}: {self.months or 'our'} months"
