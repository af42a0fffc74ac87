"""The panel's evidence sheet: what the post shows for each factor."""

from django.db import models

from vacancies.job_evaluation.loading import scheme
from vacancies.models.duty import Duty

LONGEST_EVIDENCE = 3_000


class FactorEvidence(models.Model):
    """Evidence for one factor, and the level it supports in the manager's view.

    `level` None means that no evidence supports a level yet: nothing is ever assumed.
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
