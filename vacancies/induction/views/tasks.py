"""Tasks of one plan: tick, add, change, leave out; goals, questions and the starter's link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.induction.forms.plan import LinkForm
from vacancies.induction.forms.task import AnswerForm, GoalsForm, PlanTaskForm
from vacancies.induction.models.plan import InductionPlan
from vacancies.induction.services.plans import PlanError
from vacancies.induction.services.starter import (
    answer_question,
    close_links,
    days_until_deleted,
    make_link,
)
from vacancies.induction.services.tasks import (
    GONE,
    add_plan_task,
    change_plan_task,
    goals_of,
    leave_out_of_plan,
    restore_in_plan,
    set_goals,
    task_in_plan,
    tick,
    untick,
)
from vacancies.induction.views.plans import (
    acted,
    plan_or_404,
    role_in,
    says_what_cannot_be_done,
    to_add_anew,
)
from vacancies.planning.owners import same_owner
from vacancies.posts.requests import posted
from vacancies.recruiting.services.selection import goals_for


@require_POST
@says_what_cannot_be_done
def plan_tick(request: UserRequest, plan_id: int, code: str) -> HttpResponse:
    """Tick a task, or take its tick away, and go back to where it stands."""
    plan = plan_or_404(request, plan_id)
    act = untick if request.POST.get("done") == "no" else tick
    act(plan=plan, code=code, by=role_in(request, plan))
    return redirect(f"{plan.get_absolute_url()}{same_owner(request)}#task-{code}")


@require_safe_or_post
@says_what_cannot_be_done
def plan_task_create(request: UserRequest, plan_id: int) -> HttpResponse:
    """Add a task to this plan alone."""
    plan = plan_or_404(request, plan_id)
    form = PlanTaskForm(posted(request))
    if request.method == "POST" and form.is_valid():
        values = {"key": form.cleaned_data["key"], "wanted": form.wanted()}
        if acted(form, add_plan_task, plan=plan, by=role_in(request, plan), **values):
            messages.success(request, "You added a task to this plan.")
            return redirect(plan)
    return render(
        request, "vacancies/induction/plan_task_create.html", {"plan": plan, "form": form}
    )


@require_safe_or_post
@says_what_cannot_be_done
def plan_task_edit(request: UserRequest, plan_id: int, code: str) -> HttpResponse:
    """Change a task in this plan alone."""
    plan = plan_or_404(request, plan_id)
    there = task_in_plan(plan, code)
    if there is None:
        return _gone(request, plan)
    form = PlanTaskForm(posted(request), there=there)
    if request.method == "POST" and form.is_valid():
        values = {"code": code, "wanted": form.wanted()}
        if acted(form, change_plan_task, plan=plan, by=role_in(request, plan), **values):
            messages.success(request, "You changed the task in this plan. The template stays.")
            return redirect(plan)
    row = plan.tasks.filter(code=code).first()
    context = {"plan": plan, "form": form, "there": there, "row": row}
    return render(request, "vacancies/induction/plan_task_edit.html", context)


def _gone(request: UserRequest, plan: InductionPlan) -> HttpResponse:
    """Give what was typed back where the task was left out meanwhile, to add it anew."""
    action = reverse("vacancies:plan_task_create", args=[plan.pk])
    form = to_add_anew(request, PlanTaskForm, action)
    if form is None:
        raise PlanError(GONE)
    context = {"plan": plan, "form": form, "gone": True}
    return render(request, "vacancies/induction/plan_task_create.html", context, status=404)


@require_safe_or_post
@says_what_cannot_be_done
def plan_task_remove(request: UserRequest, plan_id: int, code: str) -> HttpResponse:
    """Leave a task out of this plan, once the person has confirmed."""
    plan = plan_or_404(request, plan_id)
    there = task_in_plan(plan, code)
    if there is None:
        if request.method == "POST":  # Sent twice, done once.
            return redirect(plan)
        raise PlanError(GONE)
    if request.method == "POST":
        leave_out_of_plan(plan=plan, code=code, by=role_in(request, plan))
        messages.success(request, "You left the task out of this plan.")
        return redirect(plan)
    is_own = plan.tasks.filter(code=code, is_own=True).exists()
    context = {"plan": plan, "there": there, "is_own": is_own}
    return render(request, "vacancies/induction/plan_task_remove.html", context)


@require_POST
@says_what_cannot_be_done
def plan_task_restore(request: UserRequest, plan_id: int, code: str) -> HttpResponse:
    """Let a task be as in the template again."""
    plan = plan_or_404(request, plan_id)
    restore_in_plan(plan=plan, code=code, by=role_in(request, plan))
    messages.success(request, "The task is as in the template again.")
    return redirect(plan)


@require_safe_or_post
@says_what_cannot_be_done
def plan_goals(request: UserRequest, plan_id: int) -> HttpResponse:
    """Let criteria of the vacancy's person specification become goals of the plan."""
    plan = plan_or_404(request, plan_id)
    criteria = list(plan.vacancy.criteria.all()) if plan.vacancy else []
    initial = {"criteria": [str(number) for number in goals_of(plan)]}
    form = GoalsForm(posted(request), criteria=criteria, initial=initial)
    if request.method == "POST" and plan.vacancy and form.is_valid():
        goals = goals_for(plan.vacancy, map(int, form.cleaned_data["criteria"]))
        set_goals(plan=plan, goals=goals, by=role_in(request, plan))
        messages.success(request, "You saved the goals of this plan.")
        return redirect(plan)
    context = {"plan": plan, "form": form, "criteria": criteria}
    return render(request, "vacancies/induction/plan_goals.html", context)


@require_safe_or_post
@says_what_cannot_be_done
def plan_link(request: UserRequest, plan_id: int) -> HttpResponse:
    """Make or close the secret link to the starter's own list. It is shown this once."""
    plan = plan_or_404(request, plan_id)
    most = days_until_deleted(plan, localdate())
    form = LinkForm(posted(request), most=most)
    address = ""
    if request.method == "POST" and request.POST.get("close") == "yes":
        close_links(plan=plan, by=role_in(request, plan))
        messages.success(request, "You closed the link. It opens nothing any more.")
        return redirect("vacancies:plan_link", plan.pk)
    if request.method == "POST" and form.is_valid():
        token = make_link(
            plan=plan,
            person=request.user,
            days=form.cleaned_data["days"],
            by=role_in(request, plan),
        )
        address = request.build_absolute_uri(reverse("vacancies:starter_list", args=[token]))
    context = {"plan": plan, "form": form, "address": address, "link": plan.links.open().first()}
    return render(request, "vacancies/induction/plan_link.html", context)


@require_safe_or_post
@says_what_cannot_be_done
def plan_answer(request: UserRequest, plan_id: int, asked_id: int) -> HttpResponse:
    """Answer a question of the starter."""
    plan = plan_or_404(request, plan_id)
    question = get_object_or_404(plan.questions, pk=asked_id)
    form = AnswerForm(posted(request), initial={"answer": question.answer})
    if request.method == "POST" and form.is_valid():
        values = {"question": question, "answer": form.cleaned_data["answer"]}
        if acted(form, answer_question, by=role_in(request, plan), **values):
            messages.success(request, "You answered the question.")
            return redirect(plan)
    context = {"plan": plan, "question": question, "form": form}
    return render(request, "vacancies/induction/plan_answer.html", context)
