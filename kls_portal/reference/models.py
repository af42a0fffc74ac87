"""Rows that come from reference data and may be corrected in the admin."""

from django.db import models


class LoadedRow(models.Model):
    """A row of reference data.

    `loaded` is the digest of what was last loaded into it. Loading again leaves a row alone whose
    values no longer agree with it: an editor's correction is never overwritten.
    """

    code = models.SlugField("code", max_length=40, unique=True)
    source = models.TextField("source", blank=True, help_text="Document, section and address.")
    confirmed = models.BooleanField(
        "confirmed",
        default=False,
        help_text="Tick this when somebody has read it in the source. Otherwise it is shown as "
        "not confirmed.",
    )
    loaded = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
