"""The public list of the facts that the portal uses."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.calendar.working_days import NATIONS
from kls_portal.in_words import plain_date
from kls_portal.operation.site_version import reading_day
from kls_portal.public import public_page
from kls_portal.reference.dated import STRENGTHS, DatedFact
from kls_portal.reference.facts import fact_table, with_links


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
    context = {
        "groups": [(STRENGTHS[key], entries) for key, entries in groups.items() if entries],
        "linked": with_links(
            row["fact"] for entries in groups.values() for entry in entries for row in entry["rows"]
        ),
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
    where = f"in {', '.join(names[:-1])}{' and ' if names[:-1] else ''}{names[-1]}" if names else ""
    since = f"from {plain_date(one.since)}" if one.since else ""
    until = f"until {plain_date(one.until)}" if one.until else ""
    return " ".join(filter(None, (where, since, until)))
