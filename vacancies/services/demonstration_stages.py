"""The checklists of the demonstration's vacancy, under way: some tasks done, one with a note."""

import uuid

from kls_portal.accounts.models import User
from vacancies.models import Vacancy
from vacancies.services.stage_changes import add_task, change_task, leave_task_out, tick_task
from vacancies.services.stages import stage_of

STAGE = "advertising"
DONE = 5


def demonstration_stages(vacancy: Vacancy) -> None:
    """Tick the first tasks of the advertising checklist and write something about others.

    Does nothing where the template is not loaded.
    """
    tasks = stage_of(Vacancy.objects.for_stages().get(pk=vacancy.pk), STAGE).tasks
    if len(tasks) < DONE + 2:
        return
    keeper = User.objects.get(pk=vacancy.created_by_id)
    for task in tasks[:DONE]:
        tick_task(vacancy=vacancy, stage=STAGE, code=task.id, person=keeper)
    noted, not_needed = tasks[DONE : DONE + 2]
    change_task(
        vacancy=vacancy, stage=STAGE, code=noted.id, note="The panel keeps two mornings free."
    )
    leave_task_out(
        vacancy=vacancy, stage=STAGE, code=not_needed.id, reason="The budget is spent this year."
    )
    add_task(
        vacancy=vacancy,
        stage=STAGE,
        key=uuid.uuid4(),
        text="Put the vacancy into the bulletin of the education centre",
        owner="team",
        due_on=vacancy.opens_on,
        note="",
    )
