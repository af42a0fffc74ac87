"""The starter's own list: the link that opens it, and the questions asked there."""

import uuid

from django.conf import settings
from django.db import models

from kls_portal.secret_link import SecretLink
from vacancies.models.induction_plan import InductionPlan

LONGEST_QUESTION = 1_000


class StarterLink(SecretLink):
    """A secret link to the starter's own tasks of a plan."""

    plan = models.ForeignKey(InductionPlan, models.CASCADE, related_name="links")


class PlanQuestion(models.Model):
    """A question of the starter to the manager, and the answer."""

    plan = models.ForeignKey(InductionPlan, models.CASCADE, related_name="questions")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    asked_at = models.DateTimeField("asked", auto_now_add=True)
    text = models.TextField("question", max_length=LONGEST_QUESTION)
    answer = models.TextField("answer", max_length=LONGEST_QUESTION, blank=True)
    answered_at = models.DateTimeField("answered", null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class DigestSent(models.Model):
    """When somebody was last sent a digest of their induction plans."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="induction_digest"
    )
    sent_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d}"
