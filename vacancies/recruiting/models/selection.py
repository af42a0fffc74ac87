"""The bank of questions and tasks, and the questions of a vacancy."""

from typing import Any, ClassVar, Self

from django.db import models

from kls_portal.reference.models import DatedQuery, LoadedRow
from vacancies.drafting.models.draft import Criterion
from vacancies.drafting.rules.draft import METHODS, PRESENTATION, TASK
from vacancies.posts.models import OPTIONAL, whole_number
from vacancies.profiles.models import bands_written
from vacancies.recruiting.rules.selection_plan import ASKED

A_LINE_EACH = "One on each line."
LONGEST_MARK = 500


class OfferedQuery(DatedQuery):
    def offered(self, **of: Any) -> Self:
        return self.in_force().filter(in_use=True, **of)


class OfferedRow(LoadedRow):
    in_use = models.BooleanField(
        "in use", default=True, help_text="Untick this to offer it no longer."
    )

    objects: ClassVar[Any] = OfferedQuery.as_manager()

    class Meta:
        abstract = True


class ForBands(OfferedRow):
    bands = models.CharField(
        "suits bands", max_length=60, blank=True, help_text="Such as 4,5. Leave empty for all."
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        self.bands = bands_written(self.bands)

    def suits(self, band: str) -> bool:
        """Whether it suits a band; everything does if no band is chosen yet."""
        return not (band and self.bands) or band in self.bands.split(",")


class Marks(LoadedRow):
    """What scores of 1, 3 and 5 look like."""

    one = models.CharField("what 1 looks like", max_length=LONGEST_MARK)
    three = models.CharField("what 3 looks like", max_length=LONGEST_MARK)
    five = models.CharField("what 5 looks like", max_length=LONGEST_MARK)

    class Meta:
        abstract = True


class ScoreMarks(Marks):
    """The score guide with which a new question starts. `code`: a type of criterion, or "other"."""

    class Meta:
        ordering = ["id"]
        verbose_name = "marks for a type of criterion"
        verbose_name_plural = "marks by type of criterion"

    def __str__(self) -> str:
        return str(dict(Criterion.Category.choices).get(self.code, self.code))


LONGEST_NOTE = 1_000


LONGEST_QUESTION = 2_000


class BankQuestion(OfferedRow, Marks):
    """An interview question that managers may start from."""

    category = models.CharField("type of criterion", max_length=20, choices=Criterion.Category)
    text = models.TextField("question", max_length=LONGEST_QUESTION)
    follow_ups = models.TextField(
        "follow-up questions", max_length=LONGEST_NOTE, blank=True, help_text=A_LINE_EACH
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


MOST_MINUTES = 240


class BankTask(ForBands, Marks):
    """A task or presentation that managers may start from."""

    name = models.CharField("name", max_length=100)
    method = models.CharField(
        "kind",
        max_length=20,
        choices=[(one, METHODS[one]) for one in (TASK, PRESENTATION)],
        default=TASK,
    )
    text = models.TextField("what the candidate does", max_length=LONGEST_QUESTION)
    shows = models.CharField("what it shows", max_length=LONGEST_MARK)
    minutes = whole_number("minutes", 1, MOST_MINUTES)
    prepare = models.TextField(
        "what to prepare", max_length=LONGEST_NOTE, blank=True, help_text=A_LINE_EACH
    )
    adjustments = models.TextField(
        "adjustments to offer", max_length=LONGEST_NOTE, blank=True, help_text=A_LINE_EACH
    )
    scoring = models.CharField("what is scored", max_length=LONGEST_MARK, blank=True)
    where = models.CharField("where", max_length=100, blank=True)
    avoid_when = models.CharField("do not use it when", max_length=200, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


LONGEST_ROLE = 100
MOST_WEIGHT = 100


class Question(models.Model):
    """One question or task, in the order asked; holds nothing about any candidate.

    It tests its `criterion`, and those in `also`.

    A question outlives its criterion: `criterion` is then None and `lost_criterion` holds the text
    of the criterion (services.ordered.remove).
    """

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="questions")
    criterion = models.ForeignKey(Criterion, models.SET_NULL, null=True, related_name="questions")
    also = models.ManyToManyField(
        Criterion, related_name="also_asked", blank=True, verbose_name="further criteria"
    )
    lost_criterion = models.CharField(max_length=500, blank=True, editable=False)
    method = models.CharField(
        "asked as", max_length=20, choices=[(one, METHODS[one]) for one in ASKED]
    )
    text = models.TextField("question or task", max_length=LONGEST_QUESTION)
    follow_ups = models.TextField("follow-up questions", max_length=LONGEST_NOTE, blank=True)
    one = models.CharField("what 1 looks like", max_length=LONGEST_MARK, blank=True)
    three = models.CharField("what 3 looks like", max_length=LONGEST_MARK, blank=True)
    five = models.CharField("what 5 looks like", max_length=LONGEST_MARK, blank=True)
    weight = whole_number("weight", 1, MOST_WEIGHT, **OPTIONAL)
    minutes = whole_number("minutes", 1, MOST_MINUTES, **OPTIONAL)
    asked_by = models.CharField("who asks it", max_length=LONGEST_ROLE, blank=True)
    shows = models.CharField("what it shows", max_length=LONGEST_MARK, blank=True)
    prepare = models.TextField("what to prepare", max_length=LONGEST_NOTE, blank=True)
    adjustments = models.TextField("adjustments to offer", max_length=LONGEST_NOTE, blank=True)
    in_advance = models.BooleanField("sent to candidates beforehand", default=True)
    place = models.PositiveIntegerField(editable=False)
    key = models.UUIDField(unique=True, editable=False)

    class Meta:
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return self.text

    @property
    def together(self) -> str:
        """Return the method: questions and tasks with the same value are shown together."""
        return self.method

    @property
    def number(self) -> int:
        """Return its number within its method, from 1; those without a criterion come last."""
        rows = [row for row in self.vacancy.questions.all() if row.method == self.method]
        return sorted(rows, key=lambda row: row.criterion_id is None).index(self) + 1
