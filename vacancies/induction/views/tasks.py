"""The tasks of one plan (tick, add, change, leave out), its goals and its questions."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from vacancies.induction.forms.task import AnswerForm, GoalsForm, PlanTaskForm
from vacancies.induction.models import InductionPlan
from vacancies.induction.services.checklists import parts_of_plans
from vacancies.induction.services.plans import role_of
from vacancies.induction.services.starter import answer_question
from vacancies.induction.services.tasks import InductionTasks, goals_of, set_goals
from vacancies.induction.views.plans import plan_form, plan_or_404, to_plan_if_refused
from vacancies.planning.views import Opened, TaskPages, ticked
from vacancies.posts.requests import posted, refusal_in
from vacancies.recruiting.services.selection import goals_for


@require_POST
@plan_form
def plan_tick(request: UserRequest, plan: InductionPlan, code: str) -> HttpResponse:
    tasks = InductionTasks(plan, role_of(request.user, plan))
    return ticked(request, tasks, code, plan.get_absolute_url())


def _opened(request: UserRequest, plan_id: int) -> Opened:
    plan = plan_or_404(request, plan_id)
    tasks = InductionTasks(plan, role_of(request.user, plan))
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
        set_goals(plan=plan, goals=goals, by=role_of(request.user, plan))
        return answered(request, "You saved the learning tasks of this plan.", plan)
    return {"form": form, "criteria": criteria}


@plan_form
def plan_answer(request: UserRequest, plan: InductionPlan, asked_id: int) -> Answer:
    question = get_object_or_404(plan.questions, pk=asked_id)
    form = AnswerForm(posted(request), initial={"answer": question.answer})
    if request.method == "POST" and form.is_valid():
        answer, by = form.cleaned_data["answer"], role_of(request.user, plan)
        with refusal_in(form):
            answer_question(question=question, answer=answer, by=by)
            said = "You answered the question."
            return answered(request, said, plan, row=f"question-{question.pk}")
    return {"question": question, "form": form}
