"""Ticks: a task that is done, as it was when somebody ticked it."""

from django.db import models


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
