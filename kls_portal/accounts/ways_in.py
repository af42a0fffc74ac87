"""How somebody comes in: by the address that their account has now, and by no earlier one."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from kls_portal.accounts.addresses import plain_address
from kls_portal.accounts.models import User


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
