"""A task leaves a template: open plans that have it keep it, marked as withdrawn."""

from django.db import transaction

from kls_portal.accounts.models import Organisation
from vacancies.models import InductionPlan
from vacancies.models.induction_plan import InductionPlanQuery
from vacancies.services.induction_layers import leave_out
from vacancies.services.induction_plans import plain_layers_above

AT_ONCE = 200
"""Plans stored in one query."""


@transaction.atomic
def leave_out_of_organisation(*, organisation: Organisation, code: str) -> None:
    """Leave a task out of an organisation's template; its open plans keep it, marked."""
    take_up_in(InductionPlan.objects.filter(organisation=organisation))
    leave_out(rows=organisation.induction_tasks, code=code)


@transaction.atomic
def take_up_in(plans: InductionPlanQuery) -> None:
    """Let the open ones of these plans remember the tasks of the layers above as they are now.

    A plan does so itself with each change; called before a task goes, none loses a task that it
    showed but had not taken up yet.
    """
    found = list(plans.open().with_tasks().order_by("pk").select_for_update(of=("self",)))
    for plan in found:
        plan.taken_up = plain_layers_above(plan)
    InductionPlan.objects.bulk_update(found, ["taken_up"], batch_size=AT_ONCE)
