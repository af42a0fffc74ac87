"""Settings and limits for allauth, the sign-in library."""

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
    """Close sign-up: an administrator creates each account. The rest is allauth's default."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": (
            "The email address or the password is not right. Check both and try again."
        ),
        "too_many_login_attempts": (
            "You have tried to sign in too many times. "
            f"Wait {settings.SIGN_IN_MINUTES} minutes, or reset your password."
        ),
        "enter_current_password": "The current password is not right. Enter it again.",
        "demonstration_account": (
            "This is a demonstration account. Sign in with your own account."
        ),
        "account_inactive": "This account is closed. Ask your administrator to open it again.",
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Reject demonstration accounts, whose password is public, in production."""
        if settings.PRODUCTION and is_demonstration(credentials.get("email") or ""):
            raise self.validation_error("demonstration_account")
        super().pre_authenticate(request, **credentials)

    def is_open_for_signup(self, request: HttpRequest, *_: Any) -> bool:
        return False

    def add_message(self, *_: Any, **__: Any) -> None:
        """Do nothing: the pages themselves say it, and a message would need a session."""


class AddressBackend(AuthenticationBackend):
    """Authenticate by the email address of the account; ignore allauth's table of addresses."""

    def _authenticate_by_email(self, email: str, password: str) -> AbstractBaseUser | None:
        user = User.objects.filter(email=plain_address(email)).first()
        return self._check_password(user, password)


class ResetTokens(PasswordResetTokenGenerator):
    """Reset links that expire when the password or address changes or the account is closed."""

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        """Return the value to hash; Django's part covers the password and the address."""
        return f"{super()._make_hash_value(user, timestamp)}{user.shut_out_at}"

    def check_token(self, user: User | None, token: str | None) -> bool:
        """Whether a link is valid now. It is never valid for a closed account."""
        return bool(user and user.is_active) and super().check_token(user, token)
