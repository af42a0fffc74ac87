"""The checks of a pasted text, of a vacancy, and of text while it is typed."""

from functools import partial
from itertools import count
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import UserRequest, nation_of_member
from kls_portal.answers import Answer, answered, marked, page, require_safe_or_post
from kls_portal.calendar.working_days import NATIONS
from kls_portal.files import file_response
from kls_portal.in_words import counted
from kls_portal.operation.site_version import reading_day
from kls_portal.public import public, public_page
from kls_portal.reference.facts import fact_table, with_links
from vacancies.checks.exports import grades_unread, silent_words, unconfirmed, unread_words
from vacancies.checks.forms import CheckForm, DismissForm
from vacancies.checks.models import DismissedFinding
from vacancies.checks.reach import TEXTS
from vacancies.checks.services import (
    check_document_of,
    checked,
    dismiss,
    fair_document_of,
    fair_report_of,
    find,
)
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.views.typed import findings_of, typed_draft, unnumbered
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, vacancy_edit, vacancy_or_404, vacancy_page
from vacancies.rulebook.check import check
from vacancies.rulebook.entries import MOST_OPEN, Entry, count_of, entries_of
from vacancies.rulebook.finding import pieces
from vacancies.rulebook.questions import STAGES, questions, questions_for
from vacancies.rulebook.registry import TEXT_RULES
from vacancies.rulebook.rulebook import rules

MOST_SHOWN = 500
"""Most points on one page: more are not read, and all of them can be 50 times the text's size."""
MOST_MARKED = 8
"""Most places in a text that is shown open: each has two links."""


@marked(counts_as="checks", stores_nothing=True)
@public
@csrf_exempt  # it changes nothing, so a visitor needs no cookie
@require_safe_or_post
def text_check(request: UserRequest) -> Answer:
    form = CheckForm(posted(request), request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return {"form": form}
    text, kind = form.cleaned_data["text"], form.cleaned_data["kind"]
    home = nation_of_member(request.user)
    report = check(text, kind, home=home, today=reading_day(), facts=fact_table())
    by_weight = entries_of(report.findings, lambda finding: finding)
    listed = [finding for entry in by_weight for finding in entry.places][:MOST_SHOWN]
    numbers = count(1)
    numbered = [(next(numbers) if finding.excerpt else None, finding) for finding in listed]
    last = max((number or 0 for number, _ in numbered), default=0)
    context = {
        "form": form,
        "report": report,
        "nation": NATIONS.get(report.nation),
        "shown": len(listed),
        "not_shown": len(report.findings) - len(listed),
        "pieces": pieces(text.text, [finding for number, finding in numbered if number]),
        "last": last,
        "is_text_open": last <= MOST_MARKED,
        **_entries(entries_of(numbered, lambda pair: pair[1])),
    }
    response = render(request, "vacancies/checks/text_check_result.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@public_page
@page
def rule_list(request: UserRequest) -> Answer:
    judged = [one for one in rules().values() if one.judged_by != "person"]
    by_grade = {grade: [one for one in judged if one.severity == grade] for grade in GRADES}
    graded = [one for rows in by_grade.values() for one in rows]
    return {
        "count": len(judged),
        "grades": [(grade, heading, by_grade[grade]) for grade, heading in GRADES.items()],
        "stages": [(stage, questions_for(stage)) for stage in STAGES],
        "of_fields": {one.id for one in judged} - TEXT_RULES.judges.keys(),
        "linked": with_links([*graded, *questions()]),
    }


GRADES = {
    "must": "Must: put right before you publish",
    "should": "Should: put right if you can",
    "could": "Could: think about it",
}
HEADS = ("Text", "Words", "Sentences", "Paragraphs", "Passive sentences", "Reading age")
GUIDANCE = {
    "job description": "/recruiting/writing-a-job-description/",
    "advert": "/recruiting/promoting-vacancies/",
}
"""The guidance page on the questions for people of a stage; selection has its own page."""
TAKE_BACK = "take_back"


@vacancy_page()
def draft_check(request: UserRequest, vacancy: Vacancy) -> Answer:
    report = checked(vacancy)
    by_weight = entries_of(report.open, lambda one: one.placed.finding)
    numbered = list(enumerate((one for entry in by_weight for one in entry.places), 1))
    stages = [(stage, questions_for(stage), page) for stage, page in GUIDANCE.items()]
    return {
        "last": len(numbered),
        **_entries(entries_of(numbered, lambda pair: pair[1].placed.finding)),
        "dismissed": unnumbered(report.dismissed),
        "unread": unread_words(report.unread),
        "heads": HEADS,
        "numbers": [
            (TEXTS[kind].capitalize(), summary, plain)
            for kind, summary, plain in report.report.numbers
        ],
        "stages": stages,
        "linked": with_links(one for _, asked, _ in stages for one in asked),
    }


@marked(stores_nothing=True)
@require_POST
def typed_check(request: UserRequest, vacancy_id: int, section: str) -> HttpResponse:
    vacancy = vacancy_or_404(request, vacancy_id)
    if section not in SECTIONS:
        raise Http404
    draft, read = typed_draft(vacancy, section, request.POST)
    report = checked(vacancy, draft)
    context = {"vacancy": vacancy, "read": read, **findings_of(report, section)}
    return render(request, "vacancies/checks/typed_check.html", context)


@vacancy_edit()
def finding_dismiss(request: UserRequest, vacancy: Vacancy, fingerprint: str) -> Answer:
    row = vacancy.dismissed.filter(fingerprint=fingerprint).first()
    if request.method == "POST" and TAKE_BACK in request.POST:
        vacancy.dismissed.filter(fingerprint=fingerprint).delete()
        said = "You brought it back. It counts again."
        return answered(request, said, "vacancies:draft_check", vacancy.pk)
    judged = find(vacancy, fingerprint)
    if judged is None:
        said = "This is no longer one of the things to look at."
        return answered(request, said, "vacancies:draft_check", vacancy.pk)
    form = DismissForm(posted(request), instance=row or DismissedFinding(vacancy=vacancy))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        dismiss(vacancy=vacancy, placed=judged.placed, reason=reason, person=request.user)
        return answered(request, "You dismissed it.", "vacancies:draft_check", vacancy.pk)
    return {"checked": judged, "row": row, "form": form}


@vacancy_page()
def fair_report(request: UserRequest, vacancy: Vacancy) -> Answer:
    report = fair_report_of(vacancy)
    return {
        "report": report,
        "no_grade": grades_unread(report),
        "parts": [
            (part, [(one, silent_words(one)) for one in judged]) for part, judged in report.parts
        ],
        "unconfirmed": unconfirmed(report),
    }


@vacancy_page()
def fair_report_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    name, made = "fair library jobs report", partial(fair_document_of, vacancy)
    return file_response(request, kind, name, vacancy.title, document=made)


@vacancy_page()
def draft_check_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    made = partial(check_document_of, vacancy)
    return file_response(request, kind, "checks", vacancy.title, document=made)


def _entries(entries: tuple[Entry[Any], ...]) -> dict[str, object]:
    more = entries[MOST_OPEN:]
    return {
        "entries": entries[:MOST_OPEN],
        "more_entries": more,
        "more_said": f"{counted(len(more), 'more thing')} to look at",
        "grades": count_of(entries),
    }
