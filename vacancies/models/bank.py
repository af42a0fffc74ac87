"""The bank: questions, tasks and marks that managers start from, as editors keep them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from vacancies.models.criterion import Criterion
from vacancies.models.loaded import LoadedRow
from vacancies.models.profile import bands_written
from vacancies.models.question import (
    LONGEST_MARK,
    LONGEST_NOTE,
    LONGEST_QUESTION,
    MOST_MINUTES,
    Method,
)

A_LINE_EACH = "One on each line."


class Marks(LoadedRow):
    """What scores of 1, 3 and 5 look like."""

    one = models.CharField("what 1 looks like", max_length=LONGEST_MARK)
    three = models.CharField("what 3 looks like", max_length=LONGEST_MARK)
    five = models.CharField("what 5 looks like", max_length=LONGEST_MARK)

    class Meta:
        abstract = True


class ScoreMarks(Marks):
    """The marks a new question starts with. `code` is a type of criterion, or "other"."""

    class Meta:
        ordering = ["id"]
        verbose_name = "marks for a type of criterion"
        verbose_name_plural = "marks by type of criterion"

    def __str__(self) -> str:
        return str(dict(Criterion.Category.choices).get(self.code, self.code))


class BankQuestion(LoadedRow):
    """An interview question that managers may start from."""

    category = models.CharField("type of criterion", max_length=20, choices=Criterion.Category)
    text = models.TextField("question", max_length=LONGEST_QUESTION)
    follow_ups = models.TextField(
        "follow-up questions", max_length=LONGEST_NOTE, blank=True, help_text=A_LINE_EACH
    )
    in_use = models.BooleanField(
        "in use", default=True, help_text="Untick this to offer it no longer."
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class BankTask(Marks):
    """A task or presentation that managers may start from."""

    name = models.CharField("name", max_length=100)
    method = models.CharField(
        "kind",
        max_length=20,
        choices=[(m.value, m.label) for m in (Method.TASK, Method.PRESENTATION)],
        default=Method.TASK,
    )
    text = models.TextField("what the candidate does", max_length=LONGEST_QUESTION)
    shows = models.CharField("what it shows", max_length=LONGEST_MARK)
    minutes = models.PositiveSmallIntegerField(
        "minutes", validators=[MinValueValidator(1), MaxValueValidator(MOST_MINUTES)]
    )
    prepare = models.TextField(
        "what to prepare", max_length=LONGEST_NOTE, blank=True, help_text=A_LINE_EACH
    )
    adjustments = models.TextField(
        "adjustments to offer", max_length=LONGEST_NOTE, blank=True, help_text=A_LINE_EACH
    )
    scoring = models.CharField("what is scored", max_length=LONGEST_MARK, blank=True)
    bands = models.CharField(
        "suits bands", max_length=60, blank=True, help_text="Such as 4,5. Empty: every band."
    )
    where = models.CharField("where", max_length=100, blank=True)
    avoid_when = models.CharField("do not use it when", max_length=200, blank=True)
    in_use = models.BooleanField(
        "in use", default=True, help_text="Untick this to offer it no longer."
    )

    class Meta:
        ordering = ["id"]

    def clean(self) -> None:
        """Write the bands like “4,5”; say at the field which one there is not."""
        self.bands = bands_written(self.bands)

    def __str__(self) -> str:
        return self.name

    def suits(self, band: str) -> bool:
        """Whether it suits a band; where no band is chosen yet, everything does."""
        return not (band and self.bands) or band in self.bands.split(",")
