"""A form that may be sent twice and acts once."""

import uuid
from typing import Any

from django import forms

OPEN_AGAIN = "Open this page again, then send the form once more"


class IdempotencyKeyField(forms.UUIDField):
    """A hidden key made with the page. The service that gets it twice acts the first time."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.HiddenInput,
            initial=uuid.uuid4,
            error_messages={"required": OPEN_AGAIN, "invalid": OPEN_AGAIN},
            **kwargs,
        )
