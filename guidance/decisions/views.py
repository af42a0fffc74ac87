"""A decision, question by question. The answers are in the query string; nothing is stored."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from guidance.decisions.forms import ASKED, QuestionForm
from guidance.decisions.models import Decision
from guidance.decisions.rules import Taken, answers_given, way_through
from guidance.decisions.services import record_of, steps_of
from kls_portal.answers import Answer, page
from kls_portal.files import file_response
from kls_portal.public import public, public_page


@public_page
@page
def decision_detail(request: HttpRequest, code: str) -> Answer:
    """Ask the next question, or show the result with every answer and its reasons."""
    decision = get_object_or_404(Decision, code=code)
    steps = steps_of(decision)
    way = way_through(steps, request.GET.dict())
    given = answers_given(steps, request.GET.dict())
    form = None
    if way.now.answers:
        is_sent = way.is_unknown or request.GET.get(ASKED) == way.now.code
        form = QuestionForm(way.now, given, request.GET if is_sent else None)
        form.is_valid()
    return {
        "decision": decision,
        "others": Decision.objects.exclude(pk=decision.pk),
        "form": form,
        "result": way.now,
        "taken": [
            {"step": one.step, "answer": one.answer, "without": _without(one.step.code, given)}
            for one in way.taken
        ],
        "query": _query(way.taken),
    }


@public
@require_safe
def decision_file(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Return the record of a decision as a file. Raises Http404 before there is a result."""
    decision = get_object_or_404(Decision, code=code)
    way = way_through(steps_of(decision), request.GET.dict())
    if way.now.answers:
        raise Http404
    today = localdate()
    address = request.build_absolute_uri(f"{decision.get_absolute_url()}?{_query(way.taken)}")
    return file_response(
        request,
        kind,
        "decision",
        decision.title,
        today,
        document=lambda: record_of(decision, way, address=address, made_on=today),
    )


def _without(code: str, given: dict[str, str]) -> str:
    """Return the query that asks one question again; later answers count where they still fit."""
    return urlencode({name: value for name, value in given.items() if name != code})


def _query(taken: tuple[Taken, ...]) -> str:
    return urlencode({one.step.code: one.answer.code for one in taken})
