"""The checker of job descriptions, open to everybody. Nothing is stored or logged."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from kls_portal.network_limits import counts_as
from kls_portal.public import public, public_page
from vacancies.checks.check import check
from vacancies.checks.marking import pieces
from vacancies.checks.questions import STAGES, questions_for
from vacancies.checks.registry import checks, vacancy_checks
from vacancies.checks.rulebook import rule, rules
from vacancies.forms.check import CheckForm
from vacancies.views.fetch import posted

MOST_SHOWN = 500
"""Points on one page: nobody reads more, and a page of all of them can be 50 times the text."""


@counts_as("checks")
@public
@csrf_exempt  # it changes nothing and knows nobody, so it needs no cookie
@require_safe_or_post
def text_check(request: UserRequest) -> HttpResponse:
    """Ask for a text, and show what the rules find in it."""
    form = CheckForm(posted(request), request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "vacancies/text_check.html", {"form": form})
    text, kind = form.cleaned_data["text"], form.cleaned_data["kind"]
    report = check(text, kind)
    shown = report.findings[:MOST_SHOWN]
    context = {
        "form": form,
        "report": report,
        "findings": [(finding, rule(finding.rule)) for finding in shown],
        "not_shown": len(report.findings) - len(shown),
        "pieces": pieces(text, shown),
    }
    response = render(request, "vacancies/text_check_result.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@public_page
@require_safe
def rule_list(request: UserRequest) -> HttpResponse:
    """Show what is checked: the rules a program judges, and the questions for people."""
    groups: dict[str, list[object]] = {}
    for found in rules().values():
        if found.judged_by != "person":
            read = (found, found.id in checks(), found.id in vacancy_checks())
            groups.setdefault(found.group, []).append(read)
    context = {
        "groups": list(groups.items()),
        "stages": [(stage, questions_for(stage)) for stage in STAGES],
    }
    return render(request, "vacancies/rule_list.html", context)
