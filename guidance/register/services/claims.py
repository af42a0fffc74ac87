"""The claims in a text, and the pages that use a claim or fact."""

from collections import defaultdict

from django.db.models import Q

from guidance.register.models import Claim
from guidance.texts.models import Page
from guidance.texts.rules.claim_marks import ATTRIBUTE, Mark, codes_in
from kls_portal.reference.bindings import bindings_in


def claims_in(body: str) -> list[Claim]:
    """Return the claims marked in a stored text, in order of appearance, skipping unknown codes."""
    codes = codes_in(body)
    if not codes:
        return []
    claims = Claim.objects.select_related("resource").in_bulk(codes, field_name="code")
    return [claims[code] for code in codes if code in claims]


def marks_of(claims: list[Claim]) -> dict[str, Mark]:
    """Return the mark shown to readers for each claim, by code, in the same order."""
    return {claim.code: Mark(claim.kind, claim.get_kind_display()) for claim in claims}


def pages_by_claim() -> dict[str, list[Page]]:
    """Return the pages whose live text or draft marks each claim, by code."""
    marked = Q(live__body__contains=ATTRIBUTE) | Q(draft__body__contains=ATTRIBUTE)
    pages: dict[str, list[Page]] = defaultdict(list)
    for page in Page.objects.filter(marked).select_related("live", "draft", "owner"):
        bodies = [revision.body for revision in (page.live, page.draft) if revision]
        for code in dict.fromkeys(code for body in bodies for code in codes_in(body)):
            pages[code].append(page)
    return dict(pages)


def pages_by_fact() -> dict[str, list[Page]]:
    """Return the pages whose live text or draft uses each fact, by its name."""
    uses = Q(live__body__contains="{{") | Q(draft__body__contains="{{")
    pages: dict[str, list[Page]] = defaultdict(list)
    for page in Page.objects.filter(uses).select_related("live", "draft"):
        bodies = " ".join(revision.body for revision in (page.live, page.draft) if revision)
        for name in dict.fromkeys(binding.name for binding in bindings_in(bodies)):
            pages[name].append(page)
    return dict(pages)
