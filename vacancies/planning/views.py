"""Pages for adding, changing, leaving out and ticking tasks, for every kind of plan."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, View, answered, require_safe_or_post
from vacancies.planning.forms import LeaveOutForm, TaskForm
from vacancies.planning.rules.checklist import OWNERS, Owner, TaskList, TemplateGroup
from vacancies.planning.services.tasks import DONE_STAYS, GONE, PlanTasks, Tasks
from vacancies.posts.requests import posted, refusal_in
from vacancies.posts.rules import RefusedError

MOST_UNFOLDED = 15
"""Most tasks shown unfolded; beyond that, stages are collapsed to keep Tab stops few."""
LEFT_OUT = "You left the task out. You can put it back."


@dataclass(frozen=True)
class Opened:
    """A plan as its pages need it: its tasks, its address and the template context.

    done_at: addresses of the pages on which tasks are carried out, by code.
    """

    tasks: Tasks
    address: str
    title: str
    groups: tuple[TemplateGroup, ...]
    context: dict[str, Any] = field(default_factory=dict)
    done_at: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TaskPages:
    """The differences between the kinds of plan.

    name: the prefix of the URL names ("plan" for "plan_task_edit"); what: the kind in words.
    opens: fetches the plan, or raises Http404. base: the template that pages extend. holds: a
    sentence on what a change applies to; leaving: the effect of leaving a task out. asks_why:
    whether leaving out needs a reason. refused: decorates a view, so that the reason for which an
    action is refused is shown on the page of the plan.
    """

    name: str
    what: str
    opens: Callable[..., Opened]
    base: str
    form: type[TaskForm]
    refused: Callable[[View], View]
    holds: str
    leaving: str
    own_form: type[TaskForm] | None = None
    asks_why: bool = True

    def urls(self, prefix: str) -> list[URLPattern]:
        """Return the URL patterns under `prefix`, such as "plans/<int:plan_id>/tasks/"."""
        pages: Iterable[tuple[str, str, Any]] = (
            ("add/", "task_create", task_create),
            ("<slug:code>/", "task_edit", task_edit),
            ("<slug:code>/leave-out/", "task_remove", task_remove),
            ("<slug:code>/restore/", "task_restore", task_restore),
        )
        return [
            path(
                f"{prefix}{rest}",
                partial(self.refused(view), pages=self),
                name=f"{self.name}_{name}",
            )
            for rest, name, view in pages
        ]

    def context(self, plan: Opened, **more: Any) -> dict[str, Any]:
        return {"pages": self, "here": plan, "base": self.base, **plan.context, **more}

    def address(self, name: str, **kwargs: Any) -> str:
        """Return the address of a page of these tasks, such as "create"."""
        return reverse(f"vacancies:{self.name}_task_{name}", kwargs=kwargs)


def owners_in(tasks: TaskList, slug: str, owners: Any) -> tuple[list[Owner], Owner | None]:
    """Return all owners of tasks, sorted by name, and the owner of `slug`, None if it is empty.

    The owner of `slug` may have no tasks. Raises Http404 for a slug not in `owners`.
    """
    if slug and slug not in owners:
        raise Http404
    all_owners = sorted({task.owner for task in tasks.tasks}, key=lambda owner: owner.name)
    return all_owners, owners.get(slug)


def ticked(
    request: UserRequest, tasks: PlanTasks, code: str, address: str, **query: str
) -> HttpResponse:
    """Tick or reopen a task and redirect to its row, keeping the filter by owner."""
    if request.POST.get("done") == "no":
        tasks.untick(code)
        said = f"Open again: “{tasks.words(code)}”."
    else:
        tasks.tick(code)
        said = f"Done: “{tasks.words(code)}”."
    if (owner := request.POST.get("owner", "")) in OWNERS:
        query["owner"] = owner
    page = f"{address}?{urlencode(query)}" if query else address
    return answered(request, said, page, row=f"task-{code}")


@require_safe_or_post
def task_create(request: UserRequest, *, pages: TaskPages, **plan: int) -> Answer:
    opened = pages.opens(request, **plan)
    form_class = pages.own_form or pages.form
    form = form_class(
        posted(request), groups=opened.groups, initial={"group": request.GET.get("to", "")}
    )
    if request.method == "POST" and form.is_valid():
        with refusal_in(form):
            opened.tasks.add(key=form.cleaned_data["key"], **form.values())
            return answered(request, "You added the task.", opened.address)
    return pages.context(opened, form=form)


@require_safe_or_post
def task_edit(request: UserRequest, code: str, *, pages: TaskPages, **plan: int) -> Answer:
    opened = pages.opens(request, **plan)
    tasks, row = opened.tasks, opened.tasks.row(code)
    placed, done = tasks.find(code), tasks.is_done(code)
    if placed is None and not done:
        # A page that is not there shows again what was sent to it.
        raise Http404 if request.method == "POST" else RefusedError(GONE)
    if done and "note" not in pages.form.asks:
        raise RefusedError(DONE_STAYS)
    form_class = pages.own_form if pages.own_form and row and row.is_own else pages.form
    note = {"note": row.note if row else ""}
    form = form_class(posted(request), groups=opened.groups, placed=placed, done=done, initial=note)
    if request.method == "POST" and form.is_valid():
        with refusal_in(form):
            tasks.change(code, **form.values())
            return answered(request, "You saved the task.", opened.address, row=f"task-{code}")
    return pages.context(
        opened,
        form=form,
        words=tasks.words(code),
        row=row,
        done=done,
        placed=placed,
        done_at=opened.done_at.get(code, ""),
        remove_address=pages.address("remove", **plan, code=code),
        restore_address=pages.address("restore", **plan, code=code),
    )


@require_safe_or_post
def task_remove(request: UserRequest, code: str, *, pages: TaskPages, **plan: int) -> Answer:
    opened = pages.opens(request, **plan)
    row, placed = opened.tasks.row(code), opened.tasks.find(code)
    if row and row.left_out:
        return answered(request, LEFT_OUT, opened.address)
    if placed is None:
        raise RefusedError(GONE)
    if opened.tasks.is_done(code):
        raise RefusedError(DONE_STAYS)
    form = LeaveOutForm(posted(request))
    form.fields["reason"].required = pages.asks_why
    if request.method == "POST" and form.is_valid():
        opened.tasks.leave_out(code, form.cleaned_data["reason"])
        return answered(request, LEFT_OUT, opened.address)
    return pages.context(opened, form=form, words=placed.task.text)


@require_POST
def task_restore(request: UserRequest, code: str, *, pages: TaskPages, **plan: int) -> HttpResponse:
    opened = pages.opens(request, **plan)
    opened.tasks.restore(code)
    said = "The task is back to the words of the template."
    return answered(request, said, opened.address, row=f"task-{code}")
