"""Links that show one thing to a person without an account: secret, expiring, revocable.

Only a digest of the token is stored, so that reading the database does not reveal the link. The
token has 256 random bits, so it cannot be guessed and needs no salt.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kls_portal.accounts.models import account_key

LONGEST_TOKEN = 64


class SecretLinkQuery(models.QuerySet[Any]):
    def make(self, *, days: int, **fields: Any) -> tuple[Any, str]:
        """Create a link that is valid for this many days; return it and its token.

        The token is not stored and cannot be recovered. Raises ValueError if days is below 1.
        """
        if days < 1:
            raise ValueError("A link opens for at least one day.")
        token = secrets.token_urlsafe(32)
        until = timezone.now() + timedelta(days=days)
        return self.create(digest=digest_of(token), expires_at=until, **fields), token

    def replace(
        self, *, days: int, made_by: Any = None, more: dict[str, Any] | None = None, **to: Any
    ) -> str:
        """Return the token of a new link to the same target, revoking earlier ones.

        to: the fields that identify the target; more: other fields of the link.
        """
        self.filter(**to).close()
        return self.make(days=days, made_by=made_by, **to, **(more or {}))[1]

    def close(self) -> int:
        """Revoke the open links permanently; return how many there were."""
        return self.open().update(revoked_at=timezone.now())

    def open(self) -> Self:
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def spent(self, now: datetime) -> Self:
        """Return the links that expired or were revoked at least LINKS_KEPT_DAYS before `now`."""
        then = now - timedelta(days=settings.LINKS_KEPT_DAYS)
        return self.filter(Q(expires_at__lte=then) | Q(revoked_at__lte=then))

    def open_by(self, token: str) -> Any | None:
        """Return the link for this token, or None if it is unknown, expired or revoked."""
        if not token or len(token) > LONGEST_TOKEN:
            return None
        return self.open().filter(digest=digest_of(token)).first()


class SecretLink(models.Model):
    """A secret link; a subclass defines its target."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_by = account_key(blank=True, editable=False)
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
        """Revoke the link permanently. Revoking it again does not change the time."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])


def digest_of(token: str) -> str:
    """Return the stored digest of a token: 64 hexadecimal digits of SHA-256."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
