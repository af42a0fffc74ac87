"""Induction plans: the list, and pages to make, view, edit, finish and erase one, and its tasks."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import Action, UserRequest, grants, thing_or_404
from kls_portal.answers import Answer, Function, View, answered, page, require_safe_or_post
from kls_portal.parts import folds
from vacancies.induction.forms import plan as forms
from vacancies.induction.forms.task import AnswerForm, GoalsForm, PlanTaskForm
from vacancies.induction.models import DeletedPlanStats, InductionPlan
from vacancies.induction.services import plans
from vacancies.induction.services.checklists import parts_of_plans
from vacancies.induction.services.starter import answer_question
from vacancies.induction.services.tasks import (
    FINISHED,
    InductionTasks,
    goals_of,
    locked,
    set_goals,
    tasks_of_plan,
)
from vacancies.planning.rules.checklist import OF_STARTERS
from vacancies.planning.rules.standing import progress, sections, tasks_of
from vacancies.planning.views import MOST_UNFOLDED, Opened, TaskPages, owners_in, ticked
from vacancies.posts.requests import (
    atomic_on_post,
    for_members,
    given,
    posted,
    redirect_on_refusal,
    refusal_in,
    vacancy_or_404,
)
from vacancies.posts.rules import RefusedError
from vacancies.recruiting.services.selection import goals_for

MOST_ASKED = 10
MOST_PLANS = 60
"""Most plans in one file; more would take the server seconds."""


def plan_or_404(request: UserRequest, plan_id: int) -> InductionPlan:
    """Return the plan with its tasks if the user may view it, or edit it for a POST.

    Raises Http404 and PermissionDenied as `thing_or_404` does.
    """
    return thing_or_404(request, InductionPlan.objects.with_tasks(), plan_id)


def plan_to_change_or_404(request: UserRequest, plan_id: int) -> InductionPlan:
    """Return the plan as `plan_or_404` does, locked for a POST. Raises RefusedError if finished."""
    plan = plan_or_404(request, plan_id)
    if request.method == "POST":
        locked(plan)
        plan = plan_or_404(request, plan_id)  # Read again under the lock.
    if plan.finished_at:
        raise RefusedError(FINISHED)
    return plan


to_plan_if_refused = redirect_on_refusal("vacancies:plan_detail", "plan_id")


def plan_page(view: Function) -> View:
    """Make a page or file of a plan: the view gets the plan of `plan_or_404` (see `given`)."""
    return page(given("plan", plan_or_404, view))


def plan_form(view: Function) -> View:
    """Make a page of a plan with a form; a refused action leads back to the plan."""
    return require_safe_or_post(to_plan_if_refused(given("plan", plan_or_404, view)))


def plan_change(view: Function) -> View:
    """Make such a page for the plan of `plan_to_change_or_404`, that reads and writes as one."""
    return to_plan_if_refused(atomic_on_post(given("plan", plan_to_change_or_404, view)))


def days_worked(plan: InductionPlan) -> tuple[str, ...]:
    names = dict(forms.DAYS)
    return tuple(names[day] for day in plan.weekdays)


PER_PAGE = 20
MANY_MOVES = 3


@page
def plan_list(request: UserRequest) -> Answer:
    visible = InductionPlan.objects.visible_to(request.user).with_tasks().with_asked()
    page = Paginator(visible, PER_PAGE).get_page(request.GET.get("page"))
    today = localdate()
    memberships = list(request.user.memberships.select_related("organisation"))
    led = [m.organisation for m in memberships if grants(m, Action.LEAD)]
    return {
        "page": page,
        "plans": [(plan, progress(tasks_of_plan(plan).tasks, today)) for plan in page],
        "is_member": bool(memberships),
        "most_in_file": MOST_PLANS,
        "left_off": max(page.paginator.count - MOST_PLANS, 0),
        "led": led,
        "deleted": DeletedPlanStats.objects.filter(organisation__in=led)[:PER_PAGE] if led else [],
    }


@require_safe_or_post
@for_members
def plan_create(request: UserRequest) -> Answer:
    """Create a plan, from the vacancy in the query if given. Submitting twice creates one plan."""
    number = request.GET.get("vacancy", "")
    known = number.isascii() and number.isdigit() and len(number) < 19
    vacancy = vacancy_or_404(request, int(number)) if known else None
    form = forms.NewPlanForm(posted(request), person=request.user, vacancy=vacancy)
    if request.method == "POST" and form.is_valid():
        plan = plans.make_plan(person=request.user, vacancy=vacancy, **form.cleaned_data)
        return answered(request, "You made an induction plan.", plan)
    return {"form": form, "vacancy": vacancy}


@plan_page
def plan_detail(request: UserRequest, plan: InductionPlan) -> Answer:
    whole, today = tasks_of_plan(plan), localdate()
    owners, owner = owners_in(whole, request.GET.get("owner", ""), OF_STARTERS)
    asked = tasks_of(whole, owner) if owner else whole
    groups, is_short = sections(asked.groups, today), len(asked.tasks) <= MOST_UNFOLDED
    first = next((one.id for one in groups if not one.progress.is_complete), None)
    return {
        "checklist": asked,
        "days_worked": days_worked(plan),
        "groups": groups,
        "unfolded": {one.id: is_short or one.id == first for one in groups},
        "progress": progress(asked.tasks, today),
        "whole": progress(whole.tasks, today),
        "probation": plans.probation_of(plan, whole),
        "owners": owners,
        "owner": owner,
        "left_out": () if plan.record else InductionTasks(plan).left_out(),
        "questions": folds(plan.questions.all(), ("question", "questions"), 1, most=MOST_ASKED),
        "open_links": set(plan.links.open().values_list("kind", flat=True)),
        "today": today,
        "moved_often": plan.moves >= MANY_MOVES,
    }


@plan_change
def plan_edit(request: UserRequest, plan: InductionPlan) -> Answer:
    was = plan.starts_on
    form = forms.PlanForm(posted(request), instance=plan)
    if request.method == "POST" and form.is_valid():
        form.save()
        plans.log_change(plan=plan, was=was, by=plans.role_of(request.user, plan))
        moved = " Open tasks moved with the start date." if plan.starts_on != was else ""
        return answered(request, f"You saved the plan.{moved}", plan)
    return {"form": form}


@require_POST
@plan_change
def plan_start_move(request: UserRequest, plan: InductionPlan) -> HttpResponse:
    was, new_start = plan.starts_on, plan.vacancy.starts_on if plan.vacancy else None
    if new_start and new_start != was:
        plan.starts_on = new_start
        plan.save(update_fields=["starts_on", "changed"])
        plans.log_change(plan=plan, was=was, by=plans.role_of(request.user, plan))
        said = "The plan now starts on the same day as the vacancy. Open tasks moved with it."
    else:
        said = "The plan already starts on the day of its vacancy."
    return answered(request, said, plan, row="starts")


@plan_page
def plan_record(request: UserRequest, plan: InductionPlan) -> Answer:
    page = Paginator(plan.events.order_by("-id"), 100).get_page(request.GET.get("page"))
    return {"page": page}


@plan_form
def plan_finish(request: UserRequest, plan: InductionPlan) -> Answer:
    form = forms.FinishPlanForm(posted(request), plan=plan)
    if request.method == "POST" and request.POST.get("open") == "yes":
        plans.reopen_plan(plan=plan, by=plans.role_of(request.user, plan))
        return answered(request, "You opened the plan again.", plan)
    if request.method == "POST" and form.is_valid():
        ended_on = form.cleaned_data["ended_on"]
        plans.finish_plan(
            plan=plan, by=plans.role_of(request.user, plan), probation_ended_on=ended_on
        )
        return answered(request, "You finished the plan. It stays as it is now.", plan)
    done = progress(tasks_of_plan(plan).tasks, localdate())
    return {"form": form, "progress": done}


@plan_form
def plan_erase(request: UserRequest, plan: InductionPlan) -> Answer:
    """Erase a plan on request, after confirmation. Only counts remain."""
    form = forms.ErasePlanForm(posted(request))
    if request.method == "POST" and form.is_valid():
        plans.erase_plan(plan=plan, reason=DeletedPlanStats.Reason.ERASED)
        return answered(request, "You erased the plan. Only counts remain.", "vacancies:plan_list")
    return {"form": form, "keep_days": plans.keep_days(plan.organisation)}


@require_POST
@plan_form
def plan_tick(request: UserRequest, plan: InductionPlan, code: str) -> HttpResponse:
    tasks = InductionTasks(plan, plans.role_of(request.user, plan))
    return ticked(request, tasks, code, plan.get_absolute_url())


def _opened(request: UserRequest, plan_id: int) -> Opened:
    plan = plan_or_404(request, plan_id)
    tasks = InductionTasks(plan, plans.role_of(request.user, plan))
    return Opened(tasks, plan.get_absolute_url(), plan.title, parts_of_plans(), {"plan": plan})


TASK_PAGES = TaskPages(
    name="plan",
    what="induction plan",
    opens=_opened,
    base="vacancies/induction/base_plan.html",
    form=PlanTaskForm,
    refused=to_plan_if_refused,
    holds="This changes only this plan, not the template.",
    leaving="You leave it out of this plan only. You can put it back at any time.",
    asks_why=False,
)


@plan_form
def plan_goals(request: UserRequest, plan: InductionPlan) -> Answer:
    criteria = list(plan.vacancy.criteria.all()) if plan.vacancy else []
    initial = {"criteria": [str(number) for number in goals_of(plan)]}
    form = GoalsForm(posted(request), criteria=criteria, initial=initial)
    if request.method == "POST" and plan.vacancy and form.is_valid():
        goals = goals_for(plan.vacancy, map(int, form.cleaned_data["criteria"]))
        set_goals(plan=plan, goals=goals, by=plans.role_of(request.user, plan))
        return answered(request, "You saved the learning tasks of this plan.", plan)
    return {"form": form, "criteria": criteria}


@plan_form
def plan_answer(request: UserRequest, plan: InductionPlan, asked_id: int) -> Answer:
    question = get_object_or_404(plan.questions, pk=asked_id)
    form = AnswerForm(posted(request), initial={"answer": question.answer})
    if request.method == "POST" and form.is_valid():
        answer, by = form.cleaned_data["answer"], plans.role_of(request.user, plan)
        with refusal_in(form):
            answer_question(question=question, answer=answer, by=by)
            said = "You answered the question."
            return answered(request, said, plan, row=f"question-{question.pk}")
    return {"question": question, "form": form}
