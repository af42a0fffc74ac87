"""The search of the site."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guidance.search.answer import ALL_TOOLS, answer, nearest
from guidance.search.query import LONGEST_QUESTION
from guidance.search.services import also_found, note_miss
from guidance.texts.sections import sections
from kls_portal.answers import marked
from kls_portal.limits import network_of
from kls_portal.public import public


@marked(counts_as="searches")
@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages, updates and networks for a question, or help if there are none."""
    asked = request.GET.get("q", "").strip()
    answered = answer(asked) if asked else None
    context: dict[str, Any] = {"asked": asked, "answer": answered}
    others = also_found(answered.terms if answered else ())
    context["asked_for"] = [one for one in others if one.is_asked_for]
    context["also"] = [one for one in others if not one.is_asked_for]
    if not (answered and answered.results):
        context["sections"] = [ALL_TOOLS, *sections()]
        context["nearest"] = nearest(asked[:LONGEST_QUESTION]) if asked else []
        if asked and request.method == "GET":
            note_miss(asked, network=network_of(request))
    return render(request, "guidance/search/search.html", context)
