"""Approval links, local steps of organisations, readers' feedback and reminders."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from guidance.texts.models import Revision
from kls_portal.accounts.models import Organisation, account_key
from kls_portal.secret_link import SecretLink


class ApprovalLink(SecretLink):
    """A secret link that always shows the same revision, and takes comments and approvals."""

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
    """An approval or comment given through a link, kept on the record of the page.

    key: the idempotency key of the form.
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


LONGEST_STEPS = 4_000


class LocalSteps(models.Model):
    """An organisation's own steps and links beneath a page. Its members alone see them.

    Written only by `guidance.pages.services.local_steps`, which also keeps the history.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="local_steps")
    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="local_steps")
    text = models.TextField("your own steps", max_length=LONGEST_STEPS)
    links = models.TextField(
        "links", max_length=LONGEST_STEPS, blank=True, help_text="On each line: words, address."
    )
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["organisation", "page"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "page"], name="one_box_on_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.page}"


class LocalStepsChange(models.Model):
    """One saved state of an organisation's steps, empty if they were removed."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="+")
    text = models.TextField(blank=True)
    links = models.TextField(blank=True)
    made = models.DateTimeField(default=timezone.now)
    by = account_key()

    class Meta:
        ordering = ["-made", "-pk"]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.page}, {self.made}"


LONGEST_SENTENCE = 400


class Feedback(models.Model):
    """One answer to “Was this page useful?”, anonymous and dated."""

    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="feedback")
    useful = models.BooleanField("called useful")
    sentence = models.CharField("what they wrote", max_length=LONGEST_SENTENCE, blank=True)
    given_on = models.DateField("given on", default=timezone.localdate, db_index=True)

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = "answer of a reader"
        verbose_name_plural = "answers of readers"

    def __str__(self) -> str:
        return f"{self.page}: {'useful' if self.useful else 'not useful'}"


class Reminder(models.Model):
    """A record that one person was reminded of the review due on a date."""

    page = models.ForeignKey("guidance.Page", models.CASCADE, related_name="reminders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    due = models.DateField("review due")
    sent_at = models.DateTimeField("sent", auto_now_add=True)

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "person", "due"], name="a_person_is_reminded_once_of_a_review"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page}, due {self.due}"
