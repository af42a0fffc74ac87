"""Links that show one text of a page to somebody without an account, and what they say to it."""

from __future__ import annotations

from django.db import models

from guidance.models.revision import Revision
from kls_portal.secret_link import SecretLink


class ApprovalLink(SecretLink):
    """Shows one revision, whatever becomes of the page, and takes comments and approvals."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="approval_links")
    label = models.CharField(
        "who it is for",
        max_length=100,
        blank=True,
        help_text="For editors, such as “workforce team”.",
    )

    def __str__(self) -> str:
        return self.label or f"Link {self.pk}"


class ApprovalAnswer(models.Model):
    """What somebody said through a link. It stays on the record of the page.

    key: made with the form, so that a form sent twice is one answer.
    """

    link = models.ForeignKey(ApprovalLink, models.CASCADE, related_name="answers")
    key = models.UUIDField(unique=True, editable=False)
    is_approval = models.BooleanField("approved", default=False)
    comment = models.TextField("comment", blank=True)
    said_by = models.CharField("name or role", max_length=100, blank=True)
    made_at = models.DateTimeField("said", auto_now_add=True)

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = "answer to an approval link"
        verbose_name_plural = "answers to approval links"

    def __str__(self) -> str:
        return "Approved" if self.is_approval else "Comment"
