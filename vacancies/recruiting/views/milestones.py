"""One milestone of a vacancy's plan with its day and tasks, and the pages of tasks."""

from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from vacancies.planning.rules.checklist import TemplateGroup
from vacancies.planning.rules.lines import parts
from vacancies.planning.rules.moving import Change, step_aside
from vacancies.planning.rules.shipped_tasks import vacancy_tasks
from vacancies.planning.rules.step import Planned
from vacancies.planning.views import Opened, TaskPages, ticked
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, redirect_on_refusal, vacancy_edit, vacancy_or_404
from vacancies.recruiting.forms.timeline import StepForm, VacancyTaskForm, furthest
from vacancies.recruiting.services import timeline
from vacancies.recruiting.services.tasks import OWN, VacancyTasks

timeline_change = vacancy_edit(Vacancy.objects.for_plan)
to_timeline_if_refused = redirect_on_refusal("vacancies:timeline_detail", "vacancy_id")


def is_as_seen(request: UserRequest, dates: timeline.Dates) -> bool:
    """Whether the page shows the stored dates; adds a message if it does not."""
    if request.POST.get("version_token") == dates.digest:
        return True
    messages.error(request, CHANGED_MEANWHILE)
    return False


def said_of(first: str, changes: tuple[Change, ...]) -> str:
    """Return the message for the next page: `first` and the number of dates changed."""
    number = len(changes)
    rest = (
        "Nothing else changed."
        if number == 1
        else f"{number} dates changed. They are listed below."
    )
    return f"{first} {rest}" if number else f"{first} No date changed."


STEPS = {"day-earlier": -1, "day-later": 1, "week-earlier": -7, "week-later": 7}


@timeline_change
def timeline_step_edit(request: UserRequest, vacancy: Vacancy, code: str) -> Answer:
    dates = timeline.dates_of(vacancy)
    row = _row_or_404(dates, code)
    form = StepForm(posted(request), dates=dates, row=row)
    previewed = request.method == "POST" and form.is_valid() and "preview" in request.POST
    if request.method == "POST" and form.is_valid() and not previewed:
        moved = timeline.move_step(
            vacancy=vacancy,
            step_id=code,
            day=form.cleaned_data["day"],
            keep_by_hand=form.cleaned_data.get("keep_by_hand", False),
        )
        said = said_of(f"You saved “{row.step.name}”.", moved.changes)
        return answered(request, said, "vacancies:timeline_detail", vacancy.pk)
    tasks = VacancyTasks(vacancy).task_list()
    plan_parts = parts(dates.lines(localdate()), tasks.groups, localdate())
    return {
        "dates": dates,
        "row": row,
        "milestone": next(one for part in plan_parts for one in part.milestones if one.id == code),
        "form": form,
        "previewed": previewed,
        "moved": dates.moved_last if get_messages(request) else (),
    }


@require_POST
@timeline_change
def timeline_step_move(request: UserRequest, vacancy: Vacancy, code: str) -> HttpResponse:
    dates = timeline.dates_of(vacancy)
    row = _row_or_404(dates, code)
    days = STEPS.get(request.POST.get("by", ""), 0)
    if not row.day or row.done or not days:
        wrong = f"“{row.step.name}” has no date to move, or is done."
    elif request.POST.get("version_token") != dates.digest:
        wrong = CHANGED_MEANWHILE
    else:
        day = step_aside(row.day, days, dates.timeline.worked)
        wrong = f"“{row.step.name}” cannot move any further."
        if day <= furthest(row):
            moved = timeline.move_step(vacancy=vacancy, step_id=row.id, day=day)
            if not moved.problems:
                said = said_of(f"You moved “{row.step.name}”.", moved.changes)
                return _at_day(request, vacancy, row, said)
            wrong = " ".join(one.sentence for one in moved.problems)
    return _at_day(request, vacancy, row, wrong, messages.ERROR)


@require_POST
@timeline_change
def timeline_step_tick(request: UserRequest, vacancy: Vacancy, code: str) -> HttpResponse:
    row = _row_or_404(timeline.dates_of(vacancy), code)
    if request.POST.get("done") == "no":
        timeline.mark_not_done(vacancy=vacancy, step_id=code)
        return _at_day(request, vacancy, row, f"Open again: “{row.step.name}”.")
    if new_clashes := timeline.mark_done(vacancy=vacancy, step_id=code):
        wrong = " ".join(one.sentence for one in new_clashes)
        return _at_day(request, vacancy, row, wrong, messages.ERROR)
    return _at_day(request, vacancy, row, f"Done: “{row.step.name}”.")


def _row_or_404(dates: timeline.Dates, code: str) -> Planned:
    try:
        return dates.timeline.row(code)
    except KeyError:
        raise Http404 from None


def _at_day(
    request: UserRequest, vacancy: Vacancy, row: Planned, said: str, level: int = messages.SUCCESS
) -> HttpResponse:
    page = reverse("vacancies:timeline_step_edit", args=[vacancy.pk, row.id])
    return answered(request, said, page, row="day", level=level)


def _opened(request: UserRequest, vacancy_id: int) -> Opened:
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_plan())
    tasks = VacancyTasks(vacancy, request.user)
    milestones = [TemplateGroup(row.id, row.step.name) for row in tasks.dates.timeline.rows]
    return Opened(
        tasks,
        reverse("vacancies:timeline_detail", args=[vacancy.pk]),
        vacancy.title,
        (TemplateGroup("", OWN), *milestones),
        {"vacancy": vacancy},
        done_at={
            row.id: reverse(f"vacancies:{row.do}", args=[vacancy.pk])
            for row in vacancy_tasks().tasks
            if row.do
        },
    )


TASK_PAGES = TaskPages(
    name="timeline",
    what="plan of the vacancy",
    opens=_opened,
    base="vacancies/posts/base_vacancy.html",
    form=VacancyTaskForm,
    refused=to_timeline_if_refused,
    holds="This changes only this vacancy, not the template or other vacancies.",
    leaving="You leave it out of this vacancy only. You can put it back at any time.",
)


@require_POST
@to_timeline_if_refused
def timeline_task_tick(request: UserRequest, vacancy_id: int, code: str) -> HttpResponse:
    opened = _opened(request, vacancy_id)
    tasks = VacancyTasks(opened.context["vacancy"], request.user)
    group, _ = tasks.task(code)
    if request.POST.get("step") == group.id:
        address = reverse("vacancies:timeline_step_edit", args=[vacancy_id, group.id])
        return ticked(request, tasks, code, address)
    return ticked(request, tasks, code, opened.address, open=group.id)
