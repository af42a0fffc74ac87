"""Dismissed findings."""

from django.db import models

from kls_portal.accounts.models import account_key

LONGEST_REASON = 500
LONGEST_SENTENCE = 1_000
LONGEST_MESSAGE = 500


class DismissedFinding(models.Model):
    """One dismissed finding, with the reason.

    `fingerprint` identifies the rule and the sentence: once the sentence changes, the finding is a
    new one and shows again. `place`, `message` and `sentence` are kept as they were when dismissed.
    """

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="dismissed")
    rule = models.CharField("rule", max_length=8)
    fingerprint = models.CharField("fingerprint", max_length=32, editable=False)
    severity = models.CharField("severity", max_length=10)
    place = models.CharField("place", max_length=100)
    message = models.CharField("message", max_length=LONGEST_MESSAGE)
    sentence = models.CharField("sentence", max_length=LONGEST_SENTENCE, blank=True)
    reason = models.CharField("reason", max_length=LONGEST_REASON)
    dismissed_by = account_key("dismissed")
    dismissed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["dismissed_at", "id"]
        verbose_name_plural = "dismissed findings"
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "fingerprint"], name="one_row_per_dismissed_finding"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.message}"
