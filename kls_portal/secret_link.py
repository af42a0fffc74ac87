"""Links that let somebody without an account see one thing: secret, expiring, revocable.

Only a digest of the token is stored: whoever reads the database cannot open the link. The token
has 256 random bits, so that it cannot be guessed and needs no salt.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

LONGEST_TOKEN = 64


class SecretLinkQuery(models.QuerySet[Any]):
    """The words for sets of secret links."""

    def make(self, *, days: int, **fields: Any) -> tuple[Any, str]:
        """Store a link that opens for this many days; return it and its token.

        The token is not stored and cannot be had again. Raises ValueError for fewer days than 1.
        """
        if days < 1:
            raise ValueError("A link opens for at least one day.")
        token = secrets.token_urlsafe(32)
        until = timezone.now() + timedelta(days=days)
        return self.create(digest=digest_of(token), expires_at=until, **fields), token

    def replace(
        self, *, days: int, made_by: Any = None, more: dict[str, Any] | None = None, **to: Any
    ) -> str:
        """Return the token of a new link to the same thing; those before it close.

        to: the fields that say what the link is to; more: its other fields.
        """
        self.filter(**to).close()
        return self.make(days=days, made_by=made_by, **to, **(more or {}))[1]

    def close(self) -> int:
        """Close for good those that still open; return how many there were."""
        return self.open().update(revoked_at=timezone.now())

    def open(self) -> Self:
        """Those that still open."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def spent(self, now: datetime) -> Self:
        """Those that ended, or were closed, LINKS_KEPT_DAYS before this moment."""
        then = now - timedelta(days=settings.LINKS_KEPT_DAYS)
        return self.filter(Q(expires_at__lte=then) | Q(revoked_at__lte=then))

    def open_by(self, token: str) -> Any | None:
        """Return the link that this token opens, or None: unknown, expired or revoked."""
        if not token or len(token) > LONGEST_TOKEN:
            return None
        return self.open().filter(digest=digest_of(token)).first()


class SecretLink(models.Model):
    """A secret link to something; a subclass says to what."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    made_at = models.DateTimeField("made", auto_now_add=True)
    expires_at = models.DateTimeField("expires")
    revoked_at = models.DateTimeField("revoked", null=True, blank=True, editable=False)

    objects = SecretLinkQuery.as_manager()

    class Meta:
        abstract = True
        ordering = ["-made_at"]

    @property
    def state(self) -> str:
        """Return "open", "expired" or "revoked"."""
        if self.revoked_at is not None:
            return "revoked"
        return "open" if self.expires_at > timezone.now() else "expired"

    def revoke(self) -> None:
        """Close the link for good. Revoked twice, the first moment stays."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])


def digest_of(token: str) -> str:
    """Return what is stored of a token: 64 hexadecimal digits of SHA-256."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
