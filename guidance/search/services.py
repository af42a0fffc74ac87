"""The synonyms in use, updates and networks found, and searches without an answer."""

import logging
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from django.db import DatabaseError, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from guidance import CONTENT
from guidance.news.models import Update
from guidance.register.models import Network
from guidance.search.models import SearchMiss, SynonymGroup
from guidance.search.query import NUMBER, Term
from guidance.search.ranking import line_of, phrase_of
from guidance.search.synonyms import SynonymEntry, Synonyms, from_groups, synonyms_of
from guidance.search.words import STOP_WORDS, root, split
from kls_portal.limits import within
from kls_portal.personal_data import personal_data
from kls_portal.personal_data.names import names_alone
from kls_portal.plain_values import rows_in
from kls_portal.public import cached_until_publish

_logger = logging.getLogger(__name__)

MOST_FOUND = 3
UPDATE = "Update"


@dataclass(frozen=True)
class Found:
    """A result other than a guidance page: its kind in words, its name and its address.

    `words` is the text it is found by. `is_asked_for`: whether the question is for this very one,
    so that it comes before the pages.
    """

    kind: str
    text: str
    address: str
    words: str
    is_asked_for: bool = False


def also_found(terms: Iterable[Term]) -> list[Found]:
    """Return a few updates and networks that hold every term of a question, or a synonym of it."""
    sought = [
        {phrase_of(one) for one in (*term.typed, *term.synonyms)}
        for term in terms
        if term.text not in STOP_WORDS and term.weight > NUMBER
    ]
    if not sought:
        return []
    return [
        replace(one, is_asked_for=one.kind == UPDATE and _is_most_of(one.text, sought))
        for entries in cached_until_publish("updates and networks", _updates_and_networks)
        for one in [one for one in entries if all(_held(one.words, sought))][:MOST_FOUND]
    ]


def _held(text: str, sought: Sequence[Collection[str]]) -> list[list[str]]:
    """Return for each term its phrases, as roots, that stand in the text."""
    line = line_of(text)
    return [[phrase for phrase in phrases if phrase in line] for phrases in sought]


def _is_most_of(title: str, sought: Sequence[Collection[str]]) -> bool:
    """Return whether a title holds all terms, and has few words of meaning beside them."""
    held = _held(title, sought)
    said = {word for phrases in held for phrase in phrases for word in phrase.split()}
    meaning = {root(word) for word in split(title) if word not in STOP_WORDS}
    return all(held) and 2 * len(meaning & said) > len(meaning)


def _updates_and_networks() -> tuple[list[Found], list[Found]]:
    networks = Network.objects.listed()
    directory = reverse("guidance:network_list")
    return [
        Found(
            UPDATE,
            one.title,
            one.get_absolute_url(),
            f"{one.title} {one.summary}",
        )
        for one in Update.objects.published()
    ], [
        Found(
            one.get_kind_display(),
            str(one),
            f"{directory}#network-{one.pk}",
            f"{one.resource.name} {one.what_for}",
        )
        for one in networks
    ]


LONGEST = 80
MOST_WORDS_KEPT = 8
MOST_ROWS = 1000
KEPT = timedelta(days=365)
HOUR = 3600
# Searches recorded in an hour, per network and in total.
LIMIT_OF_ONE, LIMIT_OF_ALL = 20, 300
MOST_DIGITS = 5


def words_to_keep(asked: str) -> str:
    """Return the normalised words of a question, or "" if they must not be stored.

    Not stored is anything that looks like an address, a telephone or NHS number, a name or another
    long number, or is too long for a question. Names count without capitals, as people often search
    in lower case.
    """
    if len(asked) > 2 * LONGEST or personal_data(asked) or "@" in asked:
        return ""
    if any(names_alone(asked.title())):
        return ""
    if len(re.sub(r"\D", "", asked)) > MOST_DIGITS:
        return ""
    words = split(asked)
    kept = " ".join(words)
    return kept if len(words) <= MOST_WORDS_KEPT and len(kept) <= LONGEST else ""


def note_miss(asked: str, *, network: str) -> None:
    """Count a search without an answer.

    `network` identifies its origin for one day only (`kls_portal.limits`) and is not stored.
    Records are limited by the hour, and the oldest of the rarest makes room for a new one. A
    database error is ignored, so that the reader still gets a page.
    """
    words = words_to_keep(asked)
    if not words or not within(LIMIT_OF_ONE, per_seconds=HOUR, of=f"search-miss {network}"):
        return
    if not within(LIMIT_OF_ALL, per_seconds=HOUR, of="search-miss"):
        return
    try:
        _count(words, timezone.localdate())
    except DatabaseError:
        return


@transaction.atomic
def _count(words: str, today: date) -> None:
    known = SearchMiss.objects.filter(words=words)
    if known.update(count=F("count") + 1, last_seen=today):
        return
    if SearchMiss.objects.count() >= MOST_ROWS:
        SearchMiss.objects.order_by("count", "last_seen", "pk")[0].delete()
    SearchMiss.objects.get_or_create(words=words, defaults={"last_seen": today})


def forget_misses(now: datetime) -> Iterator[str]:
    """Delete searches not repeated for a year, and yield how many, if any. A scheduled job."""
    gone, _ = SearchMiss.objects.filter(last_seen__lt=timezone.localdate(now) - KEPT).delete()
    if gone:
        yield f"Searches without an answer: {gone} deleted, not asked for a year."


def known_synonyms() -> Synonyms:
    """Return the synonyms in use, or the shipped ones if none are stored.

    Every change of them raises the site version, and so clears the cache.
    """
    return cached_until_publish("synonyms", _stored_synonyms)


def _stored_synonyms() -> Synonyms:
    rows = list(SynonymGroup.objects.all())
    if not rows:
        return shipped_synonyms()
    groups = [row.phrases() for row in rows if row.is_on and not row.spellings]
    spellings = [row.phrases() for row in rows if row.is_on and row.spellings]
    try:
        return from_groups(groups, spellings)
    except ValueError:
        # Forms refuse such rows, but the search must work even with them.
        _logger.exception("The synonyms contradict each other; those that ship are used.")
        return shipped_synonyms()


@cache
def shipped_synonyms() -> Synonyms:
    return synonyms_of(rows_in(CONTENT / "synonyms.toml", "groups", SynonymEntry))
