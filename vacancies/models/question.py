"""A question, task or presentation by which a criterion is tested."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from vacancies.models.criterion import Criterion

LONGEST_QUESTION = 2_000
LONGEST_NOTE = 1_000
LONGEST_MARK = 500
LONGEST_ROLE = 100
MOST_WEIGHT = 100
MOST_MINUTES = 240
Method = Criterion.Method
ASKED = (Method.INTERVIEW, Method.TASK, Method.PRESENTATION)


class Question(models.Model):
    """One question or task, in the order it is asked. It holds nothing about any candidate.

    A question outlives its criterion: `criterion` is then None and `lost_criterion` says what it
    was (services.ordered.remove).
    """

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="questions")
    criterion = models.ForeignKey(Criterion, models.SET_NULL, null=True, related_name="questions")
    lost_criterion = models.CharField(max_length=500, blank=True, editable=False)
    method = models.CharField(
        "asked as", max_length=20, choices=[(method.value, method.label) for method in ASKED]
    )
    text = models.TextField("question or task", max_length=LONGEST_QUESTION)
    follow_ups = models.TextField("follow-up questions", max_length=LONGEST_NOTE, blank=True)
    one = models.CharField("what 1 looks like", max_length=LONGEST_MARK, blank=True)
    three = models.CharField("what 3 looks like", max_length=LONGEST_MARK, blank=True)
    five = models.CharField("what 5 looks like", max_length=LONGEST_MARK, blank=True)
    weight = models.PositiveSmallIntegerField(
        "weight",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WEIGHT)],
    )
    minutes = models.PositiveSmallIntegerField(
        "minutes",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MINUTES)],
    )
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
    def number(self) -> int:
        """Its place among what is asked in its way, those without a criterion last, from 1."""
        rows = [row for row in self.vacancy.questions.all() if row.method == self.method]
        return sorted(rows, key=lambda row: row.criterion_id is None).index(self) + 1
