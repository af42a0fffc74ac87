"""The tables of running the site."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

WAITS = tuple(timedelta(minutes=n) for n in (5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 60))
"""How long a letter waits after each try, and with the last one how often it is tried. House
default: a server may be down for a weekend night and a day. The first wait is far longer than one
try takes, so nobody else takes up a letter that is on its way."""
LONGEST_KEY = 250
"""Characters of the name of a stored value."""
KEPT = timedelta(days=3)
"""How long a letter that was not sent is kept at most."""


class LetterQuery(models.QuerySet["Letter"]):
    """The words for sets of letters."""

    def due(self, now: datetime) -> LetterQuery:
        """Those to be tried now."""
        return self.filter(due_at__lte=now, tries__lt=len(WAITS))

    def spent(self, now: datetime) -> LetterQuery:
        """Those that are tried no more: too often, or for too long."""
        too_often = Q(tries__gte=len(WAITS), due_at__lte=now)
        return self.filter(too_often | Q(written_at__lte=now - KEPT))

    def claim(self, pk: int, now: datetime) -> Letter | None:
        """Return a letter for whoever asks first; None for anybody else, or before its time.

        Whoever got it sends it and deletes it. Where that fails, or the machine stops, the
        letter is due again after a while: claiming it has set that time already.
        """
        letter = self.due(now).filter(pk=pk).first()
        if letter is None:
            return None
        unclaimed = self.filter(pk=pk, tries=letter.tries, due_at=letter.due_at)
        claimed = unclaimed.update(tries=letter.tries + 1, due_at=now + WAITS[letter.tries])
        return letter if claimed else None


class Letter(models.Model):
    """A letter by email that was not sent yet. One that is sent is deleted at once.

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

    objects = LetterQuery.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]

    def __str__(self) -> str:
        return f"letter {self.pk}"


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
