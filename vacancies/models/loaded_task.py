"""Tasks of templates that come with the portal and may be corrected in the admin."""

from django.db import models

from vacancies.models.loaded import LoadedRow
from vacancies.models.profile import bands_written


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
