"""The public list of facts, and the site as of another day for editors: never stored.

A form submitted from another day uses today's facts, unless its view is marked `stores_nothing`.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.answers import mark_of
from kls_portal.calendar.working_days import NATIONS
from kls_portal.in_words import listed, plain_date
from kls_portal.operation.site_version import chosen_day, reading_day
from kls_portal.public import has_session, public_page
from kls_portal.reference.dated import STRENGTHS, DatedFact
from kls_portal.reference.facts import fact_table, unsure_in, with_links


@public_page
@require_safe
def fact_list(request: HttpRequest) -> HttpResponse:
    """List every fact, present and future values, the most binding first."""
    day = reading_day()
    lapsed = fact_table().lapsed(max(day, localdate()))
    groups: dict[str, list[dict[str, Any]]] = {strength: [] for strength in STRENGTHS}
    for values in fact_table().facts.values():
        current = [one for one in values if one in lapsed or not one.until or one.until >= day]
        if current:
            groups[current[0].strength].append(_fact_entry(current, lapsed, day))
    facts = [
        row["fact"] for entries in groups.values() for entry in entries for row in entry["rows"]
    ]
    context = {
        "groups": [(STRENGTHS[key], entries) for key, entries in groups.items() if entries],
        "linked": with_links(facts),
        "unsure_in": unsure_in(facts),
        "day": day,
    }
    return render(request, "reference/fact_list.html", context)


def _fact_entry(values: list[DatedFact], lapsed: set[DatedFact], day: date) -> dict[str, Any]:
    rows = [
        {"fact": one, "when": _when(one, day), "is_lapsed": one in lapsed}
        for one in sorted(values, key=lambda one: (one.nations, one.since or day))
    ]
    return {"name": values[0].name, "what": values[0].what, "rows": rows}


def _when(one: DatedFact, day: date) -> str:
    """Return where and when a value applies: “in England from 1 April 2026 until 31 March 2027”."""
    names = [NATIONS[nation] for nation in one.nations]
    where = f"in {listed(names)}" if names else ""
    since = f"from {plain_date(one.since)}" if one.since else ""
    until = f"until {plain_date(one.until)}" if one.until else ""
    return " ".join(filter(None, (where, since, until)))


KEY = "as_of"
"""Query parameter: `?as_of=2027-01-01` sets the day of the session, and `?as_of=` clears it."""


class AsOfMiddleware:
    """Show an editor the facts of the day set in their session.

    The session is read only when a fact is needed, so other pages need no query. Pages for a
    visitor with a session are never stored (`kls_portal.public`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not has_session(request):
            return self.get_response(request)
        token = chosen_day.set(cache(lambda: _chosen_day(request)))
        try:
            return self.get_response(request)
        finally:
            chosen_day.reset(token)


def _chosen_day(request: HttpRequest) -> date | None:
    """Return the day in the session, which the query may have just set, or None."""
    view = request.resolver_match and request.resolver_match.func
    if request.method not in {"GET", "HEAD"} and not mark_of(view, "stores_nothing"):
        return None
    asked = request.GET.get(KEY)
    if asked is None and KEY not in request.session:
        return None
    if not request.user.has_perm("reference.change_fact"):
        return None
    if asked is not None:
        request.session[KEY] = asked if _day_asked_for(asked) else ""
    return _day_asked_for(request.session[KEY])


def _day_asked_for(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
