"""The starter's own list, opened by a secret link without an account: see, tick, ask."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered_to_visitor
from kls_portal.http_methods import require_safe_or_post
from kls_portal.limits import within
from vacancies.induction.forms.task import QuestionForm
from vacancies.induction.models import InductionPlan
from vacancies.induction.services.starter import ask, plan_by_token, starter_tasks
from vacancies.induction.services.tasks import InductionTasks
from vacancies.induction.views.plans import rows_of
from vacancies.planning.rules.checklist import Checklist
from vacancies.planning.rules.owners import STARTER
from vacancies.planning.rules.progress import progress
from vacancies.planning.services.tasks import PlanError
from vacancies.posts.requests import by_secret_link, closed_page, posted

MOST_QUESTIONS, HOUR = 20, 3_600
QUESTIONS = "questions"
CLOSED, TYPED = "vacancies/induction/starter_list_closed.html", ("text",)


of_starter = by_secret_link(plan_by_token, closed=CLOSED, typed=TYPED)


@require_safe_or_post
@of_starter
def starter_list(request: UserRequest, plan: InductionPlan, token: str) -> HttpResponse:
    """Show the starter their own tasks and questions, and take a question."""
    form = QuestionForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if not within(MOST_QUESTIONS, per_seconds=HOUR, of=f"question of plan {plan.pk}"):
            form.add_error("text", "You asked many questions in a short time. Try again in an hour")
        else:
            try:
                ask(plan=plan, key=form.cleaned_data["key"], text=form.cleaned_data["text"])
            except PlanError:
                # Finished or deleted since the link was looked up.
                return closed_page(request, CLOSED, TYPED)
            return _back(token, QUESTIONS)
    checklist, today = starter_tasks(plan), localdate()
    context = {
        "plan": plan,
        "token": token,
        "note_on_start": checklist.note_on_start,
        "groups": rows_of(checklist, today),
        "progress": progress(checklist.tasks, today),
        "questions": plan.questions.all(),
        "form": form,
        "answer": _answer(request.GET.get("pressed", ""), checklist),
    }
    return render(request, "vacancies/induction/starter_list.html", context)


@require_safe_or_post
@of_starter
def starter_tick(request: UserRequest, plan: InductionPlan, token: str, code: str) -> HttpResponse:
    """Tick one of the starter's own tasks, or take the tick away. Only opened, lead to the list."""
    if request.method != "POST":
        return _back(token, f"task-{code}")
    tasks = InductionTasks(plan, STARTER)
    act = tasks.untick if request.POST.get("done") == "no" else tasks.tick
    try:
        act(code, only_owner=STARTER)
    except PlanError as reason:
        context = {"reason": reason, "token": token}
        return render(request, "vacancies/induction/starter_tick_refused.html", context, status=409)
    return _back(token, f"task-{code}")


def _back(token: str, row: str) -> HttpResponse:
    return answered_to_visitor(reverse("vacancies:starter_list", args=[token]), row)


def _answer(row: str, checklist: Checklist) -> dict[str, str]:
    """Return what became of the press in a row, as it stands now; {} for no row of the list."""
    if row == QUESTIONS:
        return {"row": row, "words": "You sent your question."}
    for task in checklist.tasks:
        if row == f"task-{task.id}":
            said = "Done" if task.done else "Open again"
            return {"row": row, "words": f"{said}: “{task.text}”."}
    return {}
