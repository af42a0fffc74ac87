"""Retention tools: their pages and forms, and a year's rhythm. Nothing is stored."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, marked, page, require_safe_or_post
from kls_portal.documents.calendar_file import Calendar, Entry, Series
from kls_portal.emails import full_address
from kls_portal.files import file_response
from kls_portal.public import public, public_page
from vacancies.posts.requests import posted
from vacancies.retention.exports import retention_form
from vacancies.retention.forms.tools import PreparationForm, YearForm
from vacancies.retention.models import RetentionTool
from vacancies.retention.rules.tools import Occasion, Tool, year_of

YEAR = "A year of conversations"


def retention_tools() -> tuple[Tool, ...]:
    """Return every tool, as editors left it, in one query."""
    return tuple(row.as_value() for row in RetentionTool.objects.in_force())


@public_page
@page
def retention_list(request: UserRequest) -> Answer:
    return {"tools": retention_tools()}


@marked(counts_as="files")
@public
@csrf_exempt  # it stores nothing and identifies nobody, so it needs no cookie
@require_safe_or_post
def retention_detail(request: UserRequest, code: str) -> Answer:
    tool = next((tool for tool in retention_tools() if tool.id == code), None)
    if tool is None:
        raise Http404
    form = PreparationForm(posted(request), tool=tool)
    if request.method != "POST" or not form.is_valid():
        return {"tool": tool, "form": form}
    kind = form.cleaned_data["kind"]
    made = partial(retention_form, form.preparation())
    return file_response(request, kind, tool.name, "form", document=made)


@public
@page
def retention_year(request: UserRequest) -> Answer:
    tools = retention_tools()
    form = YearForm.from_address(request.GET, tools=tools)
    context = {"form": form, "when_they_come": [tool for tool in tools if not tool.months]}
    if form.is_bound and form.is_valid():
        context |= {"occasions": _occasions(form), "query": request.GET.urlencode()}
    return context


@public
@require_safe
def retention_year_file(request: UserRequest, kind: str) -> HttpResponse:
    form = YearForm.from_address(request.GET, tools=retention_tools())
    if not (form.is_bound and form.is_valid()):
        return render(
            request, "vacancies/retention/retention_year.html", {"form": form}, status=400
        )
    start = form.cleaned_data["start"]
    # Identified by the start alone: choosing other tools must not change a conversation's entry.
    series = Series(f"retention-{start}", tuple(map(_occasion_entry, _occasions(form))))
    made = partial(Calendar, YEAR, "Retention", (series,))
    return file_response(request, kind, "conversations", "year", start, calendar=made)


def _occasions(form: YearForm) -> tuple[Occasion, ...]:
    given = form.cleaned_data
    return year_of(form.chosen(), given["start"], given["nation"])


def _occasion_entry(occasion: Occasion) -> Entry:
    tool = occasion.tool
    notes = [
        tool.purpose,
        f"Who leads it: {tool.who}",
        f"Keep in mind: {tool.caution}",
        f"Form to prepare: {full_address('vacancies:retention_detail', tool.id)}",
    ]
    return Entry(f"{tool.id}-{occasion.number}", tool.year_words, occasion.day, "\n".join(notes))
