"""The checklists of a vacancy: stored tasks, changes and ticks as plain values."""

from collections.abc import Iterator

from django.utils.timezone import localtime

from kls_portal.public import keep_until_published
from vacancies.checklists.checklist import Done
from vacancies.checklists.stage import (
    OWNERS,
    STAGES,
    GuidancePage,
    StageChange,
    StageChecklist,
    StageSituation,
    StageTask,
    StageTemplateTask,
)
from vacancies.checklists.stage_loading import stage_tasks
from vacancies.checklists.stage_plan import stage_checklist
from vacancies.checklists.stage_record import done_task
from vacancies.models import StageChange as ChangeRow
from vacancies.models import StageTask as TaskRow
from vacancies.models import Vacancy
from vacancies.services.loaded_rows import KEPT, load_row, retired_codes

SOMEBODY = "somebody who has left"


def stage_template() -> tuple[StageTemplateTask, ...]:
    """Return the tasks of every stage as editors left them, in one query or none."""
    return keep_until_published("stage template", _read_template)


def stage_of(vacancy: Vacancy, stage: str) -> StageChecklist:
    """Return the checklist of a stage. Fetch the vacancy with `for_stages()`: it asks no more."""
    return stage_checklist(
        stage,
        stage_template(),
        situation_of(vacancy),
        [_change(row) for row in vacancy.stage_changes.all()],
        list(_done(vacancy, stage)),
    )


def stages_of(vacancy: Vacancy) -> tuple[StageChecklist, ...]:
    """Return the checklists of every stage, in working order. Fetch the vacancy as above."""
    return tuple(stage_of(vacancy, stage) for stage in STAGES)


def situation_of(vacancy: Vacancy) -> StageSituation:
    """Return what the checklists of a vacancy are tailored by."""
    return StageSituation(
        band=vacancy.offered_band,
        route=vacancy.contract,
        dates={
            "opens": vacancy.opens_on,
            "closes": vacancy.closes_on,
            "interview": vacancy.interview_on,
            "start": vacancy.starts_on,
        },
        traits=frozenset(vacancy.traits),
        nation=vacancy.organisation.nation,
    )


def load_stage_tasks() -> Iterator[str]:
    """Load the shipped tasks, never over an editor's correction; one out of use stays out."""
    retired = retired_codes(TaskRow)
    for place, task in enumerate(stage_tasks(), start=1):
        fields = {
            "stage": task.stage,
            "text": task.text,
            "owner": task.owner.slug,
            "anchor": task.anchor,
            "due": task.due,
            "page": task.page.address,
            "page_name": task.page.name,
            "source": task.source,
            "confirmed": task.confirmed,
            "bands": ",".join(task.bands),
            "routes": list(task.routes),
            "not_routes": list(task.not_routes),
            "only_for": list(task.only_for),
            "not_for": list(task.not_for),
            "place": place,
        }
        yield KEPT if task.id in retired else load_row(TaskRow, task.id, fields)


def _read_template() -> tuple[StageTemplateTask, ...]:
    return tuple(_template_task(row) for row in TaskRow.objects.all())


def _template_task(row: TaskRow) -> StageTemplateTask:
    return StageTemplateTask(
        id=row.code,
        stage=row.stage,
        text=row.text,
        owner=OWNERS[row.owner],
        anchor=row.anchor,
        due=row.due,
        page=GuidancePage(row.page_name, row.page),
        source=row.source,
        confirmed=row.confirmed,
        bands=tuple(row.bands.split(",")) if row.bands else (),
        routes=tuple(row.routes),
        not_routes=tuple(row.not_routes),
        only_for=tuple(row.only_for),
        not_for=tuple(row.not_for),
        in_use=row.in_use,
    )


def _change(row: ChangeRow) -> StageChange:
    return StageChange(
        task_id=row.code,
        stage=row.stage,
        is_own=row.is_own,
        text=row.text,
        owner=OWNERS[row.owner] if row.owner else None,
        due_on=row.due_on,
        note=row.note,
        left_out=row.left_out,
        reason=row.reason,
    )


def _done(vacancy: Vacancy, stage: str) -> Iterator[StageTask]:
    for row in vacancy.stage_ticks.all():
        if row.stage == stage and row.undone_at is None:
            by = str(row.done_by) if row.done_by else SOMEBODY
            yield done_task(row.frozen, Done(localtime(row.done_at), by))
