"""Evidence for the panel, and published texts for comparison with drafts."""

from django.db import models
from django.utils.timezone import localdate

from vacancies.drafting.models.draft import Duty
from vacancies.profiles.rules.loading import scheme
from vacancies.profiles.rules.scheme import LONGEST_EVIDENCE


class FactorEvidence(models.Model):
    """Evidence for one factor, and the level it supports in the manager's view.

    `level` None means that no evidence supports a level yet: no level is ever assumed.
    """

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="evidence")
    factor = models.CharField(
        "factor", max_length=3, choices=[(f.code, f"{f.code} {f.name}") for f in scheme().factors]
    )
    text = models.TextField("evidence", max_length=LONGEST_EVIDENCE, blank=True)
    duties = models.ManyToManyField(Duty, related_name="evidence", blank=True)
    level = models.PositiveSmallIntegerField("level it supports", null=True, blank=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "factor evidence"
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "factor"], name="one_evidence_per_factor")
        ]

    def __str__(self) -> str:
        return f"{self.factor}: {self.text[:40]}"


class PublishedText(models.Model):
    """A profile or handbook text as hashes of its runs of 8 words; its text is never stored."""

    name = models.CharField("name", max_length=200, help_text="Such as “Librarian, band 5”.")
    source = models.CharField(
        "source", max_length=500, help_text="Where it was published: an address or a title."
    )
    read_on = models.DateField("read on", default=localdate)
    runs = models.JSONField(default=list, editable=False)
    changed = models.DateTimeField(auto_now=True, db_index=True)

    class Meta:
        ordering = ["name", "id"]
        verbose_name = "published text for the check of copied wording"
        verbose_name_plural = "published texts for the check of copied wording"

    def __str__(self) -> str:
        return self.name
