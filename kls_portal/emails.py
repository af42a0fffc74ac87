"""Plain-text emails. They go through the outbox, so that no request waits for a mail server."""

import logging
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse

AUTOMATIC = {"Auto-Submitted": "auto-generated"}
"""Header of an email that nobody asked for, such as a reminder (RFC 3834, section 5, read on 29
November 2026). It is answered by no machine, and rather lost than sent twice."""

_logger = logging.getLogger(__name__)


def send_email(
    *, to: str, subject: str, template: str, context: Mapping[str, Any], automatic: bool = False
) -> bool:
    """Put an email to one address into the outbox; return whether it can be sent at all.

    automatic: whether nobody asked for it; other arguments as for `write_email`. If the address is
    invalid, returns False and logs a line without it.
    """
    email = write_email(to=to, subject=subject, template=template, context=context)
    email.extra_headers = AUTOMATIC if automatic else {}
    try:
        return email.send() == 1
    except ValueError as error:
        _logger.error("An email was not sent (%s): %s.", template, type(error).__name__)
        return False


def write_email(
    *, to: str, subject: str, template: str, context: Mapping[str, Any]
) -> EmailMessage:
    """Return an email to one address.

    `template` is a .txt template; its context also has `site_name` and `site_address`. The
    subject is put on one line.
    """
    known = {"site_name": settings.SITE_NAME, "site_address": settings.SITE_ADDRESS}
    # Plain text: “&” must not become “&amp;”.
    words = Context({**known, **context}, autoescape=False)
    loaded: Any = get_template(template)
    body = loaded.template.render(words).strip() + "\n"
    return EmailMessage(" ".join(subject.split()), body, settings.DEFAULT_FROM_EMAIL, [to])


def full_address(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the absolute URL of a page, for an email; arguments as for `reverse`."""
    return settings.SITE_ADDRESS + reverse(name, args=args, kwargs=kwargs)
