"""The outbox: every email is put here in the transaction, and sent outside of any request.

It is the EMAIL_BACKEND of the site, so Django's emails, allauth's and our own go the same way. A
thread tries an email as soon as it is stored (`postman`), and `manage.py send_letters` tries again
what the mail server did not take. EMAIL_TRANSPORT names the backend that really sends.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from enum import Enum
from functools import partial
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import MIMEMixin, sanitize_address
from django.db import transaction
from django.utils import timezone

from kls_portal.operation.models import QueuedEmail
from kls_portal.operation.postman import Postman

# What is wrong with one email; anything else is wrong with the server.
OF_THE_LETTER = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)

Writer = Callable[[str], Sequence[EmailMessage]]
_writers: dict[str, Writer] = {}
_logger = logging.getLogger(__name__)


class Outcome(Enum):
    """What became of an email that was tried."""

    SENT = "sent"
    NOT_DUE = "not due, or someone else has it"
    REFUSED = "refused; the next one may be taken"
    DOWN = "no mail server answers"


class EmailBackend(BaseEmailBackend):
    """Puts emails into the outbox instead of sending them."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Store these emails, and have them tried after commit; return how many there were.

        Raises ValueError for an address or a header that no email can have.
        """
        emails = [_packed(message) for message in email_messages if message.recipients()]
        _put(emails)
        return len(emails)


class ParsedMessage(MIMEMixin, Message):  # type: ignore[misc]
    """A stored message in the form that Django's backends take."""


class StoredMessage(EmailMessage):
    """An email out of the outbox. Tried again it has the same Message-ID."""

    def __init__(self, email: QueuedEmail) -> None:
        super().__init__(from_email=email.sender, to=email.recipients)
        self.stored = message_from_bytes(bytes(email.message), _class=ParsedMessage)

    def message(self) -> Any:
        """Return the message as it was stored."""
        return self.stored


def register_writer(name: str, writer: Writer) -> None:
    """Let `put_unwritten` know a kind of email.

    `writer` takes the address that the email was asked for, and gives the messages to send: none
    where it should have none.
    """
    _writers[name] = writer


def put_unwritten(name: str, address: str) -> None:
    """Have an email of this kind written to this address when it is sent, and not before."""
    _put([QueuedEmail(sender=settings.DEFAULT_FROM_EMAIL, recipients=[address], writer=name)])


def send_due(now: datetime) -> Iterator[str]:
    """Try every email whose time has come, and say what became of them."""
    sent = 0
    for pk in list(QueuedEmail.objects.due(now).values_list("pk", flat=True)):
        outcome = try_email(pk, now)
        sent += outcome == Outcome.SENT
        if outcome == Outcome.DOWN:
            break
    if sent:
        yield f"Emails sent: {sent}."
    if waiting := QueuedEmail.objects.count():
        yield f"Emails that wait for their next try: {waiting}."


def give_up(now: datetime) -> Iterator[str]:
    """Delete the emails that are tried no more, and let the operators know of it."""
    if number := QueuedEmail.objects.spent(now).delete()[0]:
        _logger.error("Emails given up, because no mail server took them: %s.", number)
        yield f"Emails given up and deleted: {number}."


def try_email(pk: int, now: datetime | None = None) -> Outcome:
    """Try to send one email; an email that is sent is deleted.

    Of two who try the same email one sends it. Only a stop between the answer of the mail server
    and the deletion sends it twice.
    """
    email = QueuedEmail.objects.claim(pk, now or timezone.now())
    if email is None:
        return Outcome.NOT_DUE
    try:
        if messages := _messages_of(email):
            get_connection(settings.EMAIL_TRANSPORT).send_messages(messages)
    except Exception as error:
        # Whatever is wrong with this email, the next one must have its turn. The words of an
        # error may hold addresses.
        kind = type(error).__name__
        _logger.warning("An email was not sent (try %s): %s.", email.tries + 1, kind)
        down = isinstance(error, OSError) and not isinstance(error, OF_THE_LETTER)
        return Outcome.DOWN if down else Outcome.REFUSED
    email.delete()
    return Outcome.SENT


def _messages_of(email: QueuedEmail) -> Sequence[EmailMessage]:
    if email.writer:
        return _writers[email.writer](email.recipients[0])
    return [StoredMessage(email)]


def _packed(message: EmailMessage) -> QueuedEmail:
    """Return an email as it is stored. Its addresses and headers are tried out here."""
    encoding = message.encoding or settings.DEFAULT_CHARSET
    for address in (message.from_email, *message.recipients()):
        sanitize_address(address, encoding)
    return QueuedEmail(
        sender=message.from_email,
        recipients=message.recipients(),
        message=message.message().as_bytes(),
    )


def _put(emails: Sequence[QueuedEmail]) -> None:
    stored = QueuedEmail.objects.bulk_create(emails)
    bring = partial(postman.bring, [email.pk for email in stored])
    # What goes wrong from here on is mended by the next run of `send_letters`.
    transaction.on_commit(bring, robust=True)


postman = Postman(lambda pk: try_email(pk) != Outcome.DOWN)
