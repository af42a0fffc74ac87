"""Secret links of starters and leavers, once they are over."""

from collections.abc import Iterator
from datetime import datetime

from vacancies.models import LeaverLink, StarterLink


def forget_links(now: datetime) -> Iterator[str]:
    """Delete links of starters and leavers that ended some time ago."""
    gone = sum(kind.objects.spent(now).delete()[0] for kind in (StarterLink, LeaverLink))
    if gone:
        yield f"Links of starters and leavers that ended: {gone} deleted."
