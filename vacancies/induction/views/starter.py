"""Secret links to a plan, and the pages they open: view and tick tasks, ask questions."""

from dataclasses import replace
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered, answered_to_visitor, require_safe_or_post
from kls_portal.files import file_response
from kls_portal.limits import within
from vacancies.induction.exports.checklist import checklist_calendar, checklist_series, first_day
from vacancies.induction.forms.plan import WelcomeForm
from vacancies.induction.forms.task import QuestionForm
from vacancies.induction.models import InductionPlan, PlanLink
from vacancies.induction.services import starter
from vacancies.induction.services.plans import log_change, role_of
from vacancies.induction.services.starter import own_tasks
from vacancies.induction.services.tasks import InductionTasks
from vacancies.induction.views.plans import plan_change, plan_form
from vacancies.planning.rules.checklist import Checklist
from vacancies.planning.rules.standing import progress, sections
from vacancies.posts.forms.vacancy import LinkForm
from vacancies.posts.requests import posted
from vacancies.posts.rules import RefusedError
from vacancies.posts.views import Audience, audience, by_secret_link, closed_page, link_page

MOST_QUESTIONS, HOUR = 20, 3_600
QUESTIONS = "questions"
STARTER, BUDDY = map(audience, PlanLink.Kind)


@plan_change
def plan_welcome(request: UserRequest, plan: InductionPlan) -> Answer:
    form = WelcomeForm(posted(request), instance=plan)
    if request.method == "POST" and form.is_valid():
        form.save()
        by = role_of(request.user, plan)
        log_change(plan=plan, was=plan.starts_on, by=by, what="The welcome was changed.")
        return answered(request, "You saved the welcome.", "vacancies:plan_link", plan.pk)
    return {"form": form}


def _offer(request: UserRequest, plan: InductionPlan, audience: Audience) -> HttpResponse:
    most = max(1, min(starter.LONGEST_DAYS, (plan.purge_on - localdate()).days))
    what: dict[str, Any] = {"plan": plan, "by": role_of(request.user, plan), "kind": audience.slug}
    return link_page(
        request,
        audience,
        plan.links.filter(kind=audience.slug),
        make=partial(starter.make_link, person=request.user, **what),
        close=partial(starter.close_links, **what),
        form=LinkForm(posted(request), most=most, needed=most),
        base="vacancies/induction/base_plan.html",
        of=plan.title,
        back=("the plan", plan.get_absolute_url()),
        plan=plan,
    )


@plan_form
def plan_link(request: UserRequest, plan: InductionPlan) -> HttpResponse:
    return _offer(request, plan, STARTER)


@plan_form
def plan_buddy_link(request: UserRequest, plan: InductionPlan) -> HttpResponse:
    return _offer(request, plan, BUDDY)


by_link = by_secret_link(starter.plan_link)


FOR_STARTER = {
    "place": ("where", "Where"),
    "met_by": ("met-by", "Who meets you"),
    "bring": ("bring", "What to bring"),
    "manager_title": ("manager", "Your manager"),
    "buddy_title": ("buddy", "Your buddy"),
}
FOR_BUDDY = {"place": FOR_STARTER["place"], "met_by": ("met-by", "Who meets them")}


@require_safe_or_post
@by_link
def starter_list(request: UserRequest, link: PlanLink, token: str) -> Answer:
    plan, is_starter = link.plan, link.kind == STARTER.slug
    form = QuestionForm(posted(request)) if is_starter else None
    if request.method == "POST" and form and form.is_valid():
        try:
            if _question_taken(plan, form):
                return _back(token, QUESTIONS)
        except RefusedError:
            # The plan was finished or deleted after the link was looked up.
            return closed_page(request)
    checklist, today = own_tasks(link), localdate()
    details = (FOR_STARTER if is_starter else FOR_BUDDY).items()
    return {
        "plan": plan,
        "is_starter": is_starter,
        "heading": "Welcome" if is_starter else BUDDY.subject,
        "facts": [(*how, words) for name, how in details if (words := getattr(plan, name))],
        "days_to_go": (plan.starts_on - today).days,
        "note_on_start": checklist.note_on_start,
        "groups": sections(checklist.groups, today),
        "progress": progress(checklist.tasks, today),
        "questions": plan.questions.all() if is_starter else (),
        "form": form,
        "answer": _answer(request.GET.get("pressed", ""), checklist),
    }


def _question_taken(plan: InductionPlan, form: QuestionForm) -> bool:
    if not within(MOST_QUESTIONS, per_seconds=HOUR, of=f"question of plan {plan.pk}"):
        form.add_error("text", "You have asked many questions lately. Try again in an hour")
        return False
    starter.ask(plan=plan, key=form.cleaned_data["key"], text=form.cleaned_data["text"])
    return True


@require_safe
@by_link
def starter_file(request: UserRequest, link: PlanLink, token: str, kind: str) -> HttpResponse:
    plan, checklist = link.plan, own_tasks(link)
    series = checklist_series(checklist, f"{link.kind}-{plan.key}", plan.revision)
    day = first_day(plan.title, plan.starts_on, plan.arrives_at, plan.place, plan.met_by)
    series = replace(series, entries=(day, *series.entries))
    return file_response(
        request, kind, "first-weeks", calendar=lambda: checklist_calendar(checklist, series)
    )


@require_safe_or_post
@by_link
def starter_tick(request: UserRequest, link: PlanLink, token: str, code: str) -> HttpResponse:
    if request.method != "POST":
        return _back(token, f"task-{code}")
    tasks = InductionTasks(link.plan, link.kind)
    act = tasks.untick if request.POST.get("done") == "no" else tasks.tick
    try:
        act(code, only_owner=link.kind)
    except RefusedError as reason:
        context = {"reason": reason, "token": token}
        return render(request, "vacancies/induction/starter_tick_refused.html", context, status=409)
    return _back(token, f"task-{code}")


def _back(token: str, row: str) -> HttpResponse:
    return answered_to_visitor(reverse("vacancies:starter_list", args=[token]), row)


def _answer(row: str, checklist: Checklist) -> dict[str, str]:
    if row == QUESTIONS:
        return {"row": row, "words": "You sent your question."}
    for task in checklist.tasks:
        if row == f"task-{task.id}":
            said = "Done" if task.done else "Open again"
            return {"row": row, "words": f"{said}: “{task.text}”."}
    return {}
