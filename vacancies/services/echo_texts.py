"""The published texts that editors added for the echo detector, as hashes."""

from datetime import datetime
from functools import lru_cache

from django.db.models import Count, Max

from kls_portal.public import keep_until_published
from vacancies.job_evaluation.echo import Runs, shipped_runs
from vacancies.models import EchoText


def known_runs() -> Runs:
    """Return what drafts are compared with: the shipped runs, and those editors added.

    The admin raises the site's version; then one query asks what is there, and the hashes are
    read again only where a text came, went or changed.
    """
    return _runs(*keep_until_published("echo texts", _stamp))


def _stamp() -> tuple[int, datetime | None]:
    found = EchoText.objects.aggregate(number=Count("id"), last=Max("changed"))
    return found["number"], found["last"]


@lru_cache(maxsize=2)
def _runs(number: int, last: datetime | None) -> Runs:
    shipped = shipped_runs()
    rows = EchoText.objects.values_list("runs", flat=True) if number else ()
    added = frozenset(run for runs in rows for run in runs)
    return Runs(shipped.hashes | added, shipped.patterns)
