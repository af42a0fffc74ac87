"""Forms that may be submitted twice but act once: a key for each page, and keys derived from it."""

import json
import uuid
from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.db.models import Model
from django.utils.timezone import localdate


def derived_key(key: UUID, *parts: object) -> UUID:
    """Return the key for what these parts create under the key of a form.

    The same key and parts give the same result, whatever the order of a mapping. A row counts by
    its model and primary key, never by its text, which may change. Raises TypeError for a part of
    an unsupported type.
    """
    return uuid5(key, json.dumps(parts, sort_keys=True, default=_as_json))


def _as_json(part: Any) -> Any:
    if isinstance(part, Model):
        return [part._meta.label_lower, part.pk]
    if isinstance(part, date | time | Decimal | UUID):
        return str(part)
    if isinstance(part, set | frozenset):
        return sorted(part)
    if isinstance(part, Iterable):
        return list(part)
    raise TypeError(f"{type(part).__name__} cannot be part of a key")


def day_key() -> UUID:
    """Return the key of today, for a form whose words nobody means to send twice in a day.

    Going back in the browser makes a new page, which keeps the old words: it has the same key.
    """
    return uuid5(uuid.NAMESPACE_URL, localdate().isoformat())


OPEN_AGAIN = "Open this page again, then send the form once more"


class IdempotencyKeyField(forms.UUIDField):
    """A hidden key rendered with the page. A service that receives it again does not act twice.

    initial: makes the key, by default a new one for each page; see `day_key`.
    """

    def __init__(self, initial: Callable[[], UUID] = uuid.uuid4, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.HiddenInput,
            initial=initial,
            error_messages={"required": OPEN_AGAIN, "invalid": OPEN_AGAIN},
            **kwargs,
        )
