"""Tries the addresses of other sites, politely, and remembers how they fare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from time import monotonic, sleep
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from guidance.link_check import Limits, Outcome, try_address
from guidance.models import LinkCheck
from guidance.services.link_places import note_places

# What works is tried again after a week, what does not the next night.
AGAIN = timedelta(days=7)
SOON_AGAIN = timedelta(hours=20)
RETRY_AFTER_LIMIT = 429


def check_links(now: datetime) -> Iterator[str]:
    """Try what is due, within the time of one run, and say how it went. For `kls_portal.due`."""
    note_places()
    due = list(_due(now))
    tried = check(due)
    if not due:
        return
    broken = sum(not row.is_fine for row in tried)
    yield f"Links: {_counted(len(tried))} tried, {broken} of them broken."
    if left := len(due) - len(tried):
        yield f"Links: {_counted(left)} left for the next run; the time was up."


def _counted(number: int) -> str:
    return f"{number} address" if number == 1 else f"{number} addresses"


def _due(now: datetime) -> Iterable[LinkCheck]:
    """Addresses never tried, then those tried longest ago."""
    fine = Q(failures=0, checked_at__lte=now - AGAIN)
    failed = Q(failures__gt=0, checked_at__lte=now - SOON_AGAIN)
    rows = LinkCheck.objects.filter(Q(checked_at=None) | fine | failed)
    return rows.order_by(F("checked_at").asc(nulls_first=True), "pk")


def check(rows: Iterable[LinkCheck], *, seconds: float | None = None) -> list[LinkCheck]:
    """Try these addresses, one at a time, and return those for which there was time.

    Between two questions to one host there is a pause; a host that says “too many requests” is
    left in peace for this run. `seconds` is the time for all; default: the setting.
    """
    seconds = settings.LINK_CHECK_SECONDS if seconds is None else seconds
    ends = monotonic() + seconds
    answer = min(settings.LINK_CHECK_TIMEOUT, seconds / 4)
    limits = Limits(answer, settings.LINK_CHECK_PRIVATE_HOSTS)
    last: dict[str, float] = {}
    tired: set[str] = set()
    done = []
    for row in _hosts_in_turn(rows):
        host = _host(row.address)
        wait = last.get(host, 0.0) + settings.LINK_CHECK_PAUSE - monotonic() if host in last else 0
        # A question may take its whole limit for each of HEAD and GET.
        if monotonic() + max(wait, 0) + 2 * limits.seconds > ends:
            break
        if host in tired:
            continue
        sleep(max(wait, 0))
        outcome = try_address(row.address, limits)
        last[host] = monotonic()
        if outcome.code == RETRY_AFTER_LIMIT:
            tired.add(host)
        remember(row, outcome, timezone.now())
        done.append(row)
    return done


def _hosts_in_turn(rows: Iterable[LinkCheck]) -> Iterator[LinkCheck]:
    """Give one address of each host in turn, so that the pauses cost little time."""
    queues: dict[str, list[LinkCheck]] = defaultdict(list)
    for row in rows:
        queues[_host(row.address)].append(row)
    while queues:
        for host in list(queues):
            yield queues[host].pop(0)
            if not queues[host]:
                del queues[host]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def remember(row: LinkCheck, outcome: Outcome, now: datetime) -> None:
    """Store the outcome of a try. `since` moves only where the state changed."""
    if row.state != outcome.state.value:
        row.since = now
    row.state, row.code, row.ends_at = outcome.state.value, outcome.code, outcome.ends_at[:2000]
    row.checked_at = now
    row.failures = 0 if outcome.is_fine else row.failures + 1
    fields = ["state", "code", "ends_at", "checked_at", "since", "failures"]
    LinkCheck.objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in fields})
