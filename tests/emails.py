"""Emails that wait in the outbox. No test commits, so no thread sends them by itself."""

from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from kls_portal.operation.outbox import send_due


def sent() -> list[EmailMessage]:
    """Send what waits, and return all that was sent in this test."""
    list(send_due(timezone.now()))
    return mail.outbox
