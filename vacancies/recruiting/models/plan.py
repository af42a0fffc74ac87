"""The steps of a plan, as corrected by editors."""

from dataclasses import fields

from django.core.exceptions import ValidationError
from django.db import models

from kls_portal.plain_values import from_row
from kls_portal.reference.models import LoadedRow
from vacancies.planning.rules.step import UNITS, Step, steps
from vacancies.posts.models import OPTIONAL, whole_number

MOST_DAYS = 365


class TimelineStep(LoadedRow):
    """A step from “the post falls vacant” to “probation passed”.

    Its part of the plan, and the date of the vacancy that it stands for, are fixed in code.
    """

    name = models.CharField("name", max_length=80)
    note = models.CharField("what to keep in mind", max_length=200, blank=True)
    who = models.CharField("who does it", max_length=100)
    days = whole_number("days after the step before, at least", None, MOST_DAYS)
    unit = models.CharField("how they count", max_length=10, choices=list(UNITS.items()))
    gap_days = whole_number(
        "days where the step before is left out",
        None,
        MOST_DAYS,
        **OPTIONAL,
        help_text="Leave empty for the same. They count from the last milestone that is there.",
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
        if self.not_routes and any(step.stays for step in steps() if step.id == self.code):
            raise ValidationError({"not_routes": "This is a date of every vacancy, so it stays."})

    def as_value(self, shipped: Step) -> Step:
        """Return the shipped step with the editors' corrections."""
        fixed = {one.name: getattr(shipped, one.name) for one in fields(Step)}
        own = {one.name for one in self._meta.concrete_fields} - {"id"}
        return from_row(Step, self, **{n: value for n, value in fixed.items() if n not in own})
