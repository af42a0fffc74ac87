"""The context of a page, the same for readers and for previews of a draft."""

from dataclasses import replace
from typing import Any

from django.forms import Form
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from guidance.news.services import changes_of
from guidance.pages.way import FIGURES, SECTIONS_OF_WAY, is_on_way, next_on_way, way_for
from guidance.register.citations import citations
from guidance.register.models import ExternalResource
from guidance.register.services import claims_in, sources_of
from guidance.texts.models import Page, Revision
from guidance.texts.rendering import render
from guidance.texts.rules.html_tree import addresses_in
from guidance.texts.rules.marks import Mark
from guidance.texts.rules.section import place_of
from guidance.texts.sections import entry_of, live_entries
from kls_portal.reference.facts import shown_facts

PIECES = ("text", "page_end", "children", "siblings")


def drawn_page(page: Page, revision: Revision, feedback_form: Form | None = None) -> dict[str, Any]:
    """Return the context of `guidance/pages/page_detail.html`, all of it the same for everybody.

    Its PIECES are drawn already: safe HTML, "" for one that the page does not have.
    """
    context = page_context(page, revision) | {"feedback_form": feedback_form}
    place, way = context["place"], context["way"]
    drawn = (render_to_string(f"guidance/pages/partials/{name}.html", context) for name in PIECES)
    pieces = dict(zip(PIECES, (mark_safe(piece.strip()) for piece in drawn), strict=True))
    return pieces | {
        "id": page.pk,
        "title": revision.title,
        "summary": revision.summary,
        "trail": place.trail,
        "way": way,
        "here": context["here"],
        "names_operator": context["names_operator"],
    }


def page_context(page: Page, revision: Revision) -> dict[str, Any]:
    """Return the context of the pieces of a page for a revision at the page's place.

    The page is listed among the live ones of its section, whether it is live or not. A resource
    that is a source of the page is listed among its sources alone.
    """
    of_way = SECTIONS_OF_WAY if is_on_way(page.path) else ()
    entries = live_entries(Page.objects.in_section(page.path, *of_way))
    if page.live_id != revision.pk:
        entries = [entry for entry in entries if entry.id != page.pk]
        entries.append(entry_of(page, revision))
    section = page.path.partition("/")[0]
    near = [entry for entry in entries if entry.path.partition("/")[0] == section]
    place = place_of(page.pk, near)
    if not (place.next and is_on_way(place.next.path)):
        place = replace(place, next=next_on_way(page.path, entries) or place.next)
    claims, facts = claims_in(revision.body), shown_facts(revision.body)
    marks = {claim.code: Mark(claim.kind, claim.get_kind_display()) for claim in claims}
    body = render(revision.body, marks, facts)
    of_claims = [claim.resource for claim in claims if claim.resource]
    resources = ExternalResource.objects.on_page(page).exclude(pk__in=[one.pk for one in of_claims])
    readable = ExternalResource.objects.readable()
    linked = {*addresses_in(revision.body), *(one.address for one in (*resources, *of_claims))}
    return {
        "page": page,
        "revision": revision,
        "body": body,
        **sources_of(body.numbers, claims, facts),
        "place": place,
        "way": way_for(page.path, entries),
        "here": page.get_absolute_url(),
        **FIGURES.get(page.path, {}),
        "resources": resources,
        "based_on": list(citations(revision.based_on, readable, linked)),
        "changes": changes_of(page),
        "is_overdue": page.is_overdue(),
        "names_operator": page.path in {"contact", "privacy"},
    }
