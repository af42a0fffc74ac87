"""Finds dead links within the site, and records and checks links to other sites."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.urls import Resolver404, resolve
from django.utils import timezone

from guidance.register.link_check.outcome import Limits, Outcome
from guidance.register.link_check.trying import try_address
from guidance.register.models import Claim, ExternalResource, LinkCheck, LinkPlace, PageResource
from guidance.texts.models import OldAddress, Page
from guidance.texts.rules.html_tree import addresses_in, parse, text_of
from guidance.texts.rules.marks import ATTRIBUTE, Numbers, codes_in
from kls_portal.in_words import counted
from kls_portal.reference.bindings import Binding, bindings_in
from kls_portal.reference.dated import ShownFact
from kls_portal.reference.facts import unsure_in, with_links

LEADS_NOWHERE = (
    "“{}” leads nowhere. Correct the address or remove the link. An address on this site begins"
    " with /, any other with https://."
)


def dead_links(body: str, own_path: str = "") -> list[str]:
    """Return the dead links within the site in a sanitised text, each once, as written.

    A link must lead to a live page, an old address of one, or another view. `own_path` is the
    path of the text's own page, which may not be saved yet. Links to other sites and to headings
    are not checked.
    """
    asked = {link: path for link in addresses_in(body) if (path := _path_of(link)) is not None}
    pages = {link: page_at(path) for link, path in asked.items()}
    linked = {path for path in pages.values() if path}
    known = {
        own_path,
        *Page.objects.live().filter(path__in=linked).values_list("path", flat=True),
    }
    old = OldAddress.objects.filter(path__in=linked, page__live__isnull=False)
    known.update(old.values_list("path", flat=True))
    return [link for link, path in pages.items() if path is None or (path and path not in known)]


def _path_of(link: str) -> str | None:
    """Return the path of a link on this site, or None for a link elsewhere.

    A relative link would depend on the page it is on, so its path is "", which counts as dead.
    """
    parts = urlsplit(link)
    is_elsewhere = parts.scheme or parts.netloc or link.startswith("#")
    if is_elsewhere or parts.path.startswith(settings.STATIC_URL):
        return None
    return parts.path if parts.path.startswith("/") else ""


def page_at(path: str) -> str | None:
    """Return the path of the guidance page for an address, "" for another view, None for none."""
    for address in dict.fromkeys((path, f"{path.rstrip('/')}/")):
        try:
            match = resolve(address) if path else None
        except Resolver404:
            continue
        if match is not None:
            is_page = match.view_name == "guidance:page_detail"
            return match.kwargs["path"] if is_page else ""
    return None


LONGEST_TEXT = 200


@dataclass(frozen=True)
class Place:
    """A link to another site: its address without fragment, its text, and its page or resource."""

    address: str
    text: str
    page_id: int | None = None
    resource_id: int | None = None


def places() -> Iterator[Place]:
    """Yield every link to another site, in the texts of live pages and in the register."""
    for page in Page.objects.for_reading().only("pk", "live__body"):
        for link in parse(page.shown.body).iter("a"):
            if address := _elsewhere(link.get("href", "")):
                yield Place(address, text_of(link)[:LONGEST_TEXT], page_id=page.pk)
    pages: dict[int, list[int | None]] = {}
    for resource_id, page_id in PageResource.objects.values_list("resource_id", "page_id"):
        pages.setdefault(resource_id, []).append(page_id)
    for resource in ExternalResource.objects.exclude(url=""):
        if address := _elsewhere(resource.https):
            for on_page in pages.get(resource.pk, [None]):
                yield Place(address, resource.name[:LONGEST_TEXT], on_page, resource.pk)


def _elsewhere(link: str) -> str:
    """Return the address of a link to another site, or ""."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return parts._replace(fragment="").geturl() if is_web else ""


@transaction.atomic
def note_places() -> int:
    """Update the rows from the texts, and return the number of addresses.

    The results for addresses still in use are kept.
    """
    linked = list(dict.fromkeys(places()))
    keys = {LinkCheck.key_of(place.address): place.address for place in linked}
    known = dict(LinkCheck.objects.values_list("key", "pk"))
    LinkCheck.objects.filter(pk__in=[pk for key, pk in known.items() if key not in keys]).delete()
    LinkCheck.objects.bulk_create(
        [LinkCheck(key=key, address=keys[key]) for key in keys if key not in known],
        ignore_conflicts=True,
    )
    known = dict(LinkCheck.objects.values_list("key", "pk"))
    new_values = {
        (known[LinkCheck.key_of(place.address)], place.page_id, place.resource_id, place.text)
        for place in linked
    }
    fields = ("link_id", "page_id", "resource_id", "text")
    stored = {row[1:]: row[0] for row in LinkPlace.objects.values_list("pk", *fields)}
    gone = [pk for row, pk in stored.items() if row not in new_values]
    LinkPlace.objects.filter(pk__in=gone).delete()
    LinkPlace.objects.bulk_create(
        LinkPlace(**dict(zip(fields, row, strict=True)))
        for row in sorted(new_values - stored.keys(), key=str)
    )
    return len(keys)


# A working address is tried again after a week, any other the next night.
AGAIN = timedelta(days=7)
SOON_AGAIN = timedelta(hours=20)
RETRY_AFTER_LIMIT = 429


def check_links(now: datetime) -> Iterator[str]:
    """Try the addresses due, within the time of one run, and yield a summary. A scheduled job."""
    note_places()
    due = list(_due(now))
    tried = check(due)
    if not due:
        return
    broken = sum(not row.is_fine for row in tried)
    yield f"Links: {counted(len(tried), 'address', 'addresses')} tried, {broken} of them broken."
    if left := len(due) - len(tried):
        yield f"Links: {counted(left, 'address', 'addresses')} left for the next run."


def _due(now: datetime) -> Iterable[LinkCheck]:
    """Return the addresses due, those never tried first, then those tried longest ago."""
    fine = Q(failures=0, checked_at__lte=now - AGAIN)
    failed = Q(failures__gt=0, checked_at__lte=now - SOON_AGAIN)
    rows = LinkCheck.objects.filter(Q(checked_at=None) | fine | failed)
    return rows.order_by(F("checked_at").asc(nulls_first=True), "pk")


def check(rows: Iterable[LinkCheck], *, seconds: float | None = None) -> list[LinkCheck]:
    """Try these addresses, one at a time, and return those that were tried.

    There is a pause between requests to one host, and a host that responds “too many requests” is
    skipped for the rest of the run. `seconds` limits the whole run (default: LINK_CHECK_SECONDS).
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
        # HEAD and GET may each take the whole limit of a request.
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
    """Yield the addresses host by host in turn, so that pauses cost little time."""
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
    """Store the outcome of a try. `since` changes only with the state."""
    if row.state != outcome.state.value:
        row.since = now
    row.state, row.code, row.ends_at = outcome.state.value, outcome.code, outcome.ends_at[:2000]
    row.checked_at = now
    row.failures = 0 if outcome.is_fine else row.failures + 1
    fields = ["state", "code", "ends_at", "checked_at", "since", "failures"]
    LinkCheck.objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in fields})


def claims_in(body: str) -> list[Claim]:
    """Return the claims marked in a stored text, in order of appearance, skipping unknown codes."""
    codes = codes_in(body)
    if not codes:
        return []
    claims = Claim.objects.select_related("resource").in_bulk(codes, field_name="code")
    return [claims[code] for code in codes if code in claims]


@dataclass(frozen=True)
class Source:
    number: int
    claim: Claim | None
    shown: ShownFact | None


def sources_of(
    numbers: Numbers, claims: list[Claim], facts: Mapping[Binding, ShownFact]
) -> dict[str, Any]:
    """Return the context of a page's list of the claims and facts that its text rests on."""
    by_code = {claim.code: claim for claim in claims}
    by_fact = {one.fact: one for one in facts.values() if one.fact}
    sources = [
        Source(number, by_code[one], None)
        if isinstance(one, str)
        else Source(number, None, by_fact[one])
        for one, number in numbers.items()
    ]
    rests_on = [one.shown.fact for one in sources if one.shown and one.shown.fact]
    about = {"linked": with_links(rests_on), "unsure_in": unsure_in(rests_on)}
    return {"sources": sources, **about}


def pages_by_claim() -> dict[str, list[Page]]:
    """Return the pages whose live text or draft marks each claim, by code."""
    return _pages_by(ATTRIBUTE, codes_in)


def pages_by_fact() -> dict[str, list[Page]]:
    """Return the pages whose live text or draft uses each fact, by its name."""
    return _pages_by("{{", lambda body: [binding.name for binding in bindings_in(body)])


def _pages_by(sign: str, names_in: Callable[[str], Iterable[str]]) -> dict[str, list[Page]]:
    has_one = Q(live__body__contains=sign) | Q(draft__body__contains=sign)
    pages: dict[str, list[Page]] = defaultdict(list)
    for page in Page.objects.filter(has_one).select_related("live", "draft", "owner"):
        bodies = [revision.body for revision in (page.live, page.draft) if revision]
        for name in {name for body in bodies for name in names_in(body)}:
            pages[name].append(page)
    return dict(pages)
