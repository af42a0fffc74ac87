"""What the sign-in library may do here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.http import HttpRequest

from kls_portal.accounts.demonstration import is_demonstration
from kls_portal.accounts.models import User, plain_address


class InvitedPeopleOnly(DefaultAccountAdapter):
    """Nobody signs up: an administrator makes each account. The rest is allauth's own."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": (
            "The email address or the password is not right. Check both and try again."
        ),
        "too_many_login_attempts": (
            "You have tried to sign in too many times. Wait 5 minutes, or reset your password."
        ),
        "enter_current_password": "The current password is not right. Enter it again.",
        "incorrect_password": "The password is not right. Enter it again.",
        "demonstration_account": (
            "This is a demonstration account. Sign in with your own account."
        ),
        "account_inactive": "This account is closed. Ask your administrator to open it again.",
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Keep the demonstration's accounts, whose password is public, out of a real site."""
        if settings.PRODUCTION and is_demonstration(credentials.get("email") or ""):
            raise self.validation_error("demonstration_account")
        super().pre_authenticate(request, **credentials)

    def is_open_for_signup(self, request: HttpRequest, *_: Any) -> bool:
        """Accounts are made in the admin."""
        return False

    def add_message(self, *_: Any, **__: Any) -> None:
        """Say nothing: the pages say it, and a message would need a session for a visitor."""


class AddressBackend(AuthenticationBackend):
    """Knows people by the address of the account; allauth's list of addresses opens nothing."""

    def _authenticate_by_email(self, email: str, password: str) -> AbstractBaseUser | None:
        user = User.objects.filter(email=plain_address(email)).first()
        return self._check_password(user, password)


class ResetTokens(PasswordResetTokenGenerator):
    """Reset links that end with the password, the address, and the closing of the account."""

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        """Return what a link stands for; Django's part holds the password and the address."""
        return f"{super()._make_hash_value(user, timestamp)}{user.shut_out_at}"

    def check_token(self, user: User | None, token: str | None) -> bool:
        """Whether a link opens the account now. It never opens a closed one."""
        return bool(user and user.is_active) and super().check_token(user, token)
