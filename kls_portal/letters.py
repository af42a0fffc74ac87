"""Letters by email, as plain text. A mail server that is down stops nobody's work."""

import logging
from collections.abc import Mapping
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse

_logger = logging.getLogger(__name__)


def send_letter(*, to: str, subject: str, template: str, context: Mapping[str, Any]) -> bool:
    """Send a letter to one address, and return whether the mail server took it.

    `template` is a .txt template; it also knows `site_name` and `site_address`. The subject is
    put on one line. Where the server is down or refuses the address this is logged, without the
    address, and False is returned: whoever calls tries again another time.
    """
    known = {"site_name": settings.SITE_NAME, "site_address": settings.SITE_ADDRESS}
    # Plain text: “&” must not become “&amp;”.
    words = Context({**known, **context}, autoescape=False)
    body = get_template(template).template.render(words).strip() + "\n"
    letter = EmailMessage(" ".join(subject.split()), body, settings.DEFAULT_FROM_EMAIL, [to])
    try:
        return letter.send() == 1
    except (OSError, SMTPException, ValueError) as error:
        # ValueError: an address that no letter can have. The words of an error may hold addresses.
        _logger.error("A letter was not sent (%s): %s.", template, type(error).__name__)
        return False


def full_address(name: str, *args: Any) -> str:
    """Return the address of a page with host, for a letter; args as for `reverse`."""
    return settings.SITE_ADDRESS + reverse(name, args=args)
