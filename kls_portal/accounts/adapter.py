"""What the sign-in library may do here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


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
        "enter_current_password": "The present password is not right. Type it again.",
        "incorrect_password": "The password is not right. Type it again.",
        "account_inactive": "This account is closed. Ask your administrator to open it again.",
    }

    def is_open_for_signup(self, request: HttpRequest, *_: Any) -> bool:
        """Accounts are made in the admin."""
        return False

    def add_message(self, *_: Any, **__: Any) -> None:
        """Say nothing: the pages say it, and a message would need a session for a visitor."""
