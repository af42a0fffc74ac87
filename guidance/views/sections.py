"""The sections of the guidance, as every page leads into them."""

from __future__ import annotations

from guidance.models import Page
from guidance.section import Entry
from guidance.services.showing import live_entries

SECTIONS = ("recruiting", "retaining", "induction")


def sections() -> list[Entry]:
    """Return the doors into the guidance, in their order."""
    return live_entries(Page.objects.filter(path__in=SECTIONS).order_by("order"))
