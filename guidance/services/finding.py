"""Updates and networks that a question names, shown beneath the pages that the search finds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from guidance.models import Network, Update

# Shorter words, such as “how” and “do”, say nothing about a thing.
SHORTEST_WORD = 4
MOST_WORDS = 8
MOST_FOUND = 3


@dataclass(frozen=True)
class Found:
    """Something that is no page of guidance: its kind in words, its name and its address."""

    kind: str
    text: str
    address: str


def also_found(asked: str) -> list[Found]:
    """Return updates and networks that hold every longer word of a question, a few of each."""
    words = re.findall(rf"\w{{{SHORTEST_WORD},}}", asked)[:MOST_WORDS]
    if not words:
        return []
    updates = Update.objects.published().filter(_all_in(words, "title", "summary"))
    networks = Network.objects.filter(
        _all_in(words, "resource__name", "what_for"), is_listed=True
    ).select_related("resource")
    directory = reverse("guidance:network_list")
    return [
        *(Found("Update", one.title, one.get_absolute_url()) for one in updates[:MOST_FOUND]),
        *(
            Found(one.get_kind_display(), str(one), f"{directory}#network-{one.pk}")
            for one in networks[:MOST_FOUND]
        ),
    ]


def _all_in(words: list[str], *fields: str) -> Q:
    """Every word stands in one of the fields."""
    wanted = Q()
    for word in words:
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        wanted &= anywhere
    return wanted
