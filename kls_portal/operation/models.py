"""The tables of running the site."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

WAITS = tuple(timedelta(minutes=n) for n in (5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 60))
"""How long an email waits after each try, and with the last one how often it is tried. House
default: a server may be down for a weekend night and a day. The first wait is far longer than one
try takes, so nobody else takes up an email that is on its way."""
LONGEST_KEY = 250
"""Characters of the name of a stored value."""
KEPT = timedelta(days=3)
"""How long an email that was not sent is kept at most."""


class QueuedEmailQuery(models.QuerySet["QueuedEmail"]):
    """The words for sets of emails."""

    def due(self, now: datetime) -> QueuedEmailQuery:
        """Those to be tried now."""
        return self.filter(due_at__lte=now, tries__lt=len(WAITS))

    def spent(self, now: datetime) -> QueuedEmailQuery:
        """Those that are tried no more: too often, or for too long."""
        too_often = Q(tries__gte=len(WAITS), due_at__lte=now)
        return self.filter(too_often | Q(written_at__lte=now - KEPT))

    def claim(self, pk: int, now: datetime) -> QueuedEmail | None:
        """Return an email for whoever asks first; None for anybody else, or before its time.

        Whoever got it sends it and deletes it. Where that fails, or the machine stops, the
        email is due again after a while: claiming it has set that time already.
        """
        email = self.due(now).filter(pk=pk).first()
        if email is None:
            return None
        unclaimed = self.filter(pk=pk, tries=email.tries, due_at=email.due_at)
        claimed = unclaimed.update(tries=email.tries + 1, due_at=now + WAITS[email.tries])
        return email if claimed else None


class QueuedEmail(models.Model):
    """An email that was not sent yet. One that is sent is deleted at once.

    Either `message` holds it whole, or `writer` names what writes it when it is sent, so that
    nothing secret lies here (`outbox.register_writer`).
    """

    sender = models.TextField(editable=False)
    recipients = models.JSONField(editable=False)
    message = models.BinaryField(default=bytes)
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
    """A value that all processes share until its time is over (`store.TableStore`).

    A whole number is kept as one, so that the database itself can add to it.
    """

    key = models.CharField(max_length=LONGEST_KEY, primary_key=True)
    number = models.BigIntegerField(null=True)
    value = models.BinaryField(null=True)
    ends_at = models.FloatField(null=True, db_index=True)
    """Seconds since 1970; null: it does not end."""

    def __str__(self) -> str:
        return self.key
