"""Database tables for running the site."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

WAITS = tuple(timedelta(minutes=n) for n in (5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 60))
"""How long an email waits after each try; their number is also the number of tries. House
default: a server may be down for a weekend night and a day. The first wait is far longer than one
try takes, so that no other process takes an email that is being sent."""
UNSURE = len(WAITS) + 1
"""Number of tries of an email that goes out once, from its claim on: a mail server may have it."""
LONGEST_KEY = 250
"""Maximum length of the key of a stored value, in characters."""
KEPT = timedelta(days=3)
"""How long an unsent email is kept at most."""


class QueuedEmailQuery(models.QuerySet["QueuedEmail"]):
    def due(self, now: datetime) -> QueuedEmailQuery:
        return self.filter(due_at__lte=now, tries__lt=len(WAITS))

    def spent(self, now: datetime) -> QueuedEmailQuery:
        """Return the emails that are no longer tried, after too many tries or too long."""
        too_often = Q(tries__gte=len(WAITS), due_at__lte=now)
        return self.filter(too_often | Q(written_at__lte=now - KEPT))

    def claim(self, pk: int, now: datetime) -> QueuedEmail | None:
        """Return an email to the first caller; None to any other, or if it is not yet due.

        The caller sends and deletes it. If that fails, or the machine stops, the email becomes due
        again, as claiming it already sets the time of its next try. One that goes out `once` stays
        claimed for good, as it may have been sent before the machine stopped: see `put_back`.
        """
        email = self.due(now).filter(pk=pk).first()
        if email is None:
            return None
        unclaimed = self.filter(pk=pk, tries=email.tries, due_at=email.due_at)
        tries = UNSURE if email.once else email.tries + 1
        claimed = unclaimed.update(tries=tries, due_at=now + WAITS[email.tries])
        return email if claimed else None

    def put_back(self, email: QueuedEmail) -> None:
        """Make a claimed email due again, because no mail server has taken it."""
        self.filter(pk=email.pk).update(tries=email.tries + 1)


class QueuedEmail(models.Model):
    """An email that is still to be sent; it is deleted once sent.

    Either `message` holds the whole email, or `writer` names the function that writes it when it
    is sent, so that nothing secret is stored here (`outbox.WRITERS`).
    """

    sender = models.TextField(editable=False)
    recipients = models.JSONField(editable=False)
    message = models.BinaryField(default=bytes)
    once = models.BooleanField(default=False, editable=False)
    """Whether it is rather lost than sent twice."""
    writer = models.CharField(max_length=50, default="", editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    objects = QueuedEmailQuery.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]

    def __str__(self) -> str:
        return f"email {self.pk}"


class StoredValue(models.Model):
    """A value that all processes share until it expires (`store.TableStore`).

    Integers have their own column, so that the database itself can add to them.
    """

    key = models.CharField(max_length=LONGEST_KEY, primary_key=True)
    number = models.BigIntegerField(null=True)
    value = models.BinaryField(null=True)
    ends_at = models.FloatField(null=True, db_index=True)
    """Seconds since 1970; null: it does not expire."""

    def __str__(self) -> str:
        return self.key
