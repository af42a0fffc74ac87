"""Demonstration accounts. Their password is public, so production rejects them."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.checks import Error, Tags, register
from django.db import DatabaseError

from kls_portal.accounts.models import User

DOMAIN = "@demo.example"


def is_demonstration(email: str) -> bool:
    return email.strip().lower().endswith(DOMAIN)


def close_accounts() -> int:
    """Close every demonstration account permanently; return how many were open."""
    accounts = User.objects.filter(is_active=True, email__iendswith=DOMAIN)
    return accounts.update(is_active=False, password=make_password(None))


@register(Tags.security)
def no_demonstration_in_production(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[Error]:
    """Report open demonstration accounts in production; none if the tables do not exist yet."""
    if not settings.PRODUCTION:
        return []
    try:
        has_accounts = User.objects.filter(is_active=True, email__iendswith=DOMAIN).exists()
    except DatabaseError:
        return []
    if not has_accounts:
        return []
    return [
        Error(
            "This database has demonstration accounts, and their password is public.",
            hint="Run “manage.py close_demo_accounts”, or start with an empty database.",
            id="accounts.E001",
        )
    ]
