"""The password reset email, written outside the request that asks for it.

The request stores the typed address and responds, without looking anybody up, so neither its
wording nor its timing reveals whether an account exists. When the email is sent, the same work is
done for every address: one lookup, and one email with a link, which is discarded if there is no
account. The link is not stored in any table.
"""

from datetime import timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage

from kls_portal.accounts.models import User
from kls_portal.emails import full_address, write_email

EMAIL = "password reset"
DAYS_VALID = timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT).days


def emails_to(address: str) -> list[EmailMessage]:
    """Return the email for the account with this address; an empty list if there is none."""
    person = User.objects.filter(email=address, is_active=True).first()
    email = _email(person or User(pk=0, email=address))
    return [email] if person else []


def _email(person: User) -> EmailMessage:
    link = full_address(
        "account_reset_password_from_key",
        uidb36=user_pk_to_url_str(person),
        key=default_token_generator.make_token(person),
    )
    return write_email(
        to=person.email,
        subject=f"Choose a new password for {settings.SITE_NAME}",
        template="account/emails/password_reset.txt",
        context={"password_reset_url": link, "days_valid": DAYS_VALID},
    )
