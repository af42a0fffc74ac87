"""The outbox: every email is stored in the transaction and sent outside the request.

It is the site's EMAIL_BACKEND, so emails from Django, allauth and our own code all pass through
it. A thread tries each email as soon as it is stored (`POSTMAN`), and `manage.py send_letters`
retries those that the mail server did not accept. EMAIL_TRANSPORT names the backend that sends.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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
from django.db import connections, transaction
from django.utils import timezone

from kls_portal.emails import AUTOMATIC
from kls_portal.operation.models import UNSURE, QueuedEmail

# Errors with one email; any other error is one of the server.
OF_THE_LETTER = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)

WRITERS: dict[str, Callable[[str], Sequence[EmailMessage]]] = {}
"""By kind of email for `put_unwritten`: takes the address that it was asked for, and returns the
messages to send, none if the address should get none. Apps add them."""
POSTMAN = ThreadPoolExecutor(max_workers=1, thread_name_prefix="postman")
"""The thread that tries emails, one after the other. It keeps its process alive until it has
finished, so that a command does not end before its emails are sent."""
_waiting: deque[int] = deque()
_logger = logging.getLogger(__name__)


class Outcome(Enum):
    SENT = "sent"
    NOT_DUE = "not due, or someone else has it"
    REFUSED = "refused; the next one may be taken"
    DOWN = "no mail server answers"


class EmailBackend(BaseEmailBackend):
    """Puts emails into the outbox instead of sending them."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Store these emails, to be tried after commit; return how many there were.

        Raises ValueError for an invalid address or header.
        """
        emails = [_packed(message) for message in email_messages if message.recipients()]
        _put(emails)
        return len(emails)


class ParsedMessage(MIMEMixin, Message):  # type: ignore[misc]
    """A stored message in the form that Django's backends take."""


class StoredMessage(EmailMessage):
    """An email from the outbox. It keeps its Message-ID when it is tried again."""

    def __init__(self, email: QueuedEmail) -> None:
        super().__init__(from_email=email.sender, to=email.recipients)
        self.stored = message_from_bytes(bytes(email.message), _class=ParsedMessage)

    def message(self) -> Any:
        return self.stored


def put_unwritten(name: str, address: str) -> None:
    """Queue an email of this kind, to be written only when it is sent."""
    _put([QueuedEmail(sender=settings.DEFAULT_FROM_EMAIL, recipients=[address], writer=name)])


def send_due(now: datetime) -> Iterator[str]:
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
    """Delete the emails that are no longer tried, and log an error for the operators.

    Those that may have arrived are counted apart: the process stopped, or the mail server fell
    silent, while an email was sent that is rather lost than sent twice.
    """
    spent = QueuedEmail.objects.spent(now)
    if number := spent.filter(tries=UNSURE).delete()[0]:
        _logger.error("Emails that may have been lost while they were sent: %s.", number)
        yield f"Emails deleted that may or may not have arrived: {number}."
    if number := spent.delete()[0]:
        _logger.error("Emails given up, because no mail server took them: %s.", number)
        yield f"Emails given up and deleted: {number}."


def try_email(pk: int, now: datetime | None = None) -> Outcome:
    """Try to send one email; it is deleted once sent.

    Of two processes that try the same email, one sends it. If the process stops before the mail
    server answers, the email is tried again, unless it goes out `once`.
    """
    email = QueuedEmail.objects.claim(pk, now or timezone.now())
    if email is None:
        return Outcome.NOT_DUE
    try:
        _hand_over(email)
    except Exception as error:
        # Whatever is wrong with this email, the next one must be tried. The message of an error may
        # contain addresses.
        kind = type(error).__name__
        _logger.warning("An email was not sent (try %s): %s.", email.tries + 1, kind)
        down = isinstance(error, OSError) and not isinstance(error, OF_THE_LETTER)
        return Outcome.DOWN if down else Outcome.REFUSED
    return Outcome.SENT


def _hand_over(email: QueuedEmail) -> None:
    """Send an email, and delete it as soon as the mail server has taken it.

    It is put back if no server has it for certain: none answered, or one refused it.
    """
    is_asked = False
    try:
        if messages := _messages_of(email):
            with get_connection(settings.EMAIL_TRANSPORT) as connection:
                is_asked = True
                connection.send_messages(messages)
                email.delete()
        else:
            email.delete()
    except Exception as error:
        if not is_asked or isinstance(error, OF_THE_LETTER):
            QueuedEmail.objects.put_back(email)
        raise


def _messages_of(email: QueuedEmail) -> Sequence[EmailMessage]:
    if email.writer:
        return WRITERS[email.writer](email.recipients[0])
    return [StoredMessage(email)]


def _packed(message: EmailMessage) -> QueuedEmail:
    """Return an email as it is stored. Its addresses and headers are validated here."""
    encoding = message.encoding or settings.DEFAULT_CHARSET
    for address in (message.from_email, *message.recipients()):
        sanitize_address(address, encoding)
    return QueuedEmail(
        sender=message.from_email,
        recipients=message.recipients(),
        message=message.message().as_bytes(),
        once=AUTOMATIC.items() <= message.extra_headers.items(),
    )


def _put(emails: Sequence[QueuedEmail]) -> None:
    stored = QueuedEmail.objects.bulk_create(emails)
    # Any error after this point is made good by the next run of `send_letters`.
    transaction.on_commit(partial(_bring, [email.pk for email in stored]), robust=True)


def _bring(emails: Sequence[int]) -> None:
    _waiting.extend(emails)
    POSTMAN.submit(_try_waiting)


def _try_waiting() -> None:
    """Try the emails that wait, by primary key, until there are none left.

    If no mail server answers, the rest is left to `send_letters`: each email would wait in vain
    for as long.
    """
    try:
        while _waiting:
            if try_email(_waiting.popleft()) == Outcome.DOWN:
                _waiting.clear()
    except Exception:
        # Most likely the database: the email is stored, and the timer tries it again.
        _waiting.clear()
        _logger.exception("Emails were left to the next run of send_letters")
    finally:
        connections.close_all()
