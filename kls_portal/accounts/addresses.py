"""The one email address of an account: how it is written, and what allauth knows of it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from kls_portal.accounts.models import User


def plain_address(typed: str) -> str:
    """Return an address as it is stored: without spaces around it, in plain lower-case letters.

    Letters that only look different (the sign K of kelvin, a long ſ) become the plain one, so
    that an address is one account and one count of tries to sign in. Signs that nobody sees, as
    they come with pasted text, are dropped: no address has one.
    """
    plain = unicodedata.normalize("NFKC", typed)
    return "".join(one for one in plain if unicodedata.category(one)[0] != "C").strip().lower()


def keep_one_address(user: User) -> None:
    """Let allauth know the address of this account, and no other that ever led to it."""
    from allauth.account.models import EmailAddress

    mine = Q(user=user, email=user.email)
    EmailAddress.objects.filter(Q(user=user) | Q(email=user.email)).exclude(mine).delete()
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"primary": True})
