"""The email with a link to a new password, written outside of the request that asks for it.

The request stores the typed address and answers, whoever has it or nobody. It looks nobody up, so
neither its words nor its time tell whether there is an account. When the email is sent the same
work is done for every address: one person is looked up, and one email with a link is written,
which for nobody is then thrown away. The link is in no table.
"""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import EmailMessage

from kls_portal.accounts.models import User
from kls_portal.emails import full_address, write_email
from kls_portal.operation.outbox import put_unwritten

EMAIL = "password reset"


def ask_for_link(address: str) -> None:
    """Have a link sent to this address, if somebody signs in by it."""
    put_unwritten(EMAIL, address)


def emails_to(address: str) -> list[EmailMessage]:
    """Return the email for whoever has this address now; none where nobody has."""
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
        subject="Choose a new password for KLS Portal",
        template="account/emails/password_reset.txt",
        context={"password_reset_url": link},
    )
