"""The vacancy held against the rules: all of it, beside a form, and what is set aside."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.checks.place import SECTIONS
from vacancies.checks.questions import questions_for
from vacancies.exports.check_papers import unread_words
from vacancies.forms.set_aside import SetAsideForm
from vacancies.models import FindingSetAside
from vacancies.services.draft_checks import Checked, checked, find, set_aside, take_back
from vacancies.views.fetch import posted, vacancy_or_404, vacancy_to_change_or_404
from vacancies.views.saving import one_at_a_time
from vacancies.views.typed import FORMS, ROWS, findings_of, typed_draft

KINDS = {
    "jd": "Job description",
    "ps": "Person specification",
    "advert": "Advert",
}
HEADS = ("Text", "Words", "Sentences", "Paragraphs", "Passive sentences", "Reading age")
GUIDANCE = {
    "job description": "/recruiting/writing-a-job-description/",
    "advert": "/recruiting/promoting-vacancies/",
}
"""Where the questions for people of a stage are written about; selection has its own page."""
TAKE_BACK = "take_back"
LARGEST_ID = 2**63 - 1


@require_safe
def draft_check(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show every finding of a vacancy by section, the numbers, and what is set aside."""
    vacancy = vacancy_or_404(request, vacancy_id)
    found = checked(vacancy)
    context = {
        "vacancy": vacancy,
        "checked": found,
        "sections": _by_section(found),
        "unread": unread_words(found.unread),
        "heads": HEADS,
        "numbers": [(KINDS[kind], summary, plain) for kind, summary, plain in found.report.numbers],
        "stages": [(stage, questions_for(stage), page) for stage, page in GUIDANCE.items()],
    }
    return render(request, "vacancies/draft_check.html", context)


@require_POST
def typed_check(request: UserRequest, vacancy_id: int, section: str) -> HttpResponse:
    """Return what the rules find in a section as it is typed. Nothing of it is stored."""
    vacancy = vacancy_or_404(request, vacancy_id)
    if section not in (*FORMS, *ROWS):
        raise Http404
    row = _row(request)
    draft, read = typed_draft(vacancy, section, row, request.POST)
    found = checked(vacancy, draft)
    context = {"vacancy": vacancy, "read": read, **findings_of(found, section, row)}
    response = render(request, "vacancies/typed_check.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe_or_post
@one_at_a_time
def finding_set_aside(request: UserRequest, vacancy_id: int, fingerprint: str) -> HttpResponse:
    """Set a finding aside with a reason, change the reason, or take it back."""
    vacancy = vacancy_to_change_or_404(request, vacancy_id)
    row = vacancy.set_aside.filter(fingerprint=fingerprint).first()
    if request.method == "POST" and TAKE_BACK in request.POST:
        take_back(vacancy=vacancy, fingerprint=fingerprint)
        messages.success(request, "You took it back. The point counts again.")
        return redirect("vacancies:draft_check", vacancy.pk)
    shown = find(vacancy, fingerprint)
    if shown is None:
        messages.success(request, "That point is not there any more.")
        return redirect("vacancies:draft_check", vacancy.pk)
    form = SetAsideForm(posted(request), instance=row or FindingSetAside(vacancy=vacancy))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        set_aside(vacancy=vacancy, found=shown.found, reason=reason, person=request.user)
        messages.success(request, "You set the point aside.")
        return redirect("vacancies:draft_check", vacancy.pk)
    context = {"vacancy": vacancy, "shown": shown, "row": row, "form": form}
    return render(request, "vacancies/finding_set_aside.html", context)


def _by_section(found: Checked) -> list[tuple[str, object]]:
    rows = [(name, found.within(slug)) for slug, name in SECTIONS.items()]
    return [(name, findings) for name, findings in rows if findings]


def _row(request: UserRequest) -> int | None:
    given = request.GET.get("row", "")
    if not given:
        return None
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 20 else -1
    if not 0 <= number <= LARGEST_ID:
        raise Http404
    return number
