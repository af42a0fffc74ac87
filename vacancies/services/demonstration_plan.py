"""An induction plan of the demonstration, two weeks under way."""

import uuid
from datetime import timedelta

from django.utils.timezone import localdate

from kls_portal.accounts.models import Organisation, User
from vacancies.models import InductionPlan, InductionTask
from vacancies.services.induction_plans import make_plan, tasks_of_plan
from vacancies.services.induction_ticks import tick

PLAN_KEY = uuid.UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c02")
DAYS_UNDER_WAY = 14
DONE = 9


def demonstration_plan(person: User, organisation: Organisation) -> InductionPlan:
    """Return a plan for a library assistant whose first tasks are done."""
    plan = make_plan(
        person=person,
        organisation=organisation,
        key=PLAN_KEY,
        title="Library assistant",
        role="library-assistant",
        band="3",
        starts_on=localdate() - timedelta(days=DAYS_UNDER_WAY),
        traits=["first-nhs-post"],
        weekdays=[0, 1, 2, 3],
    )
    for task in tasks_of_plan(plan).tasks[:DONE]:
        tick(plan=plan, code=task.id, by=InductionTask.Owner.LINE_MANAGER)
    return plan
