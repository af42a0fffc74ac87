"""Who may open an induction plan or an organisation's template. To others it answers 404."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from kls_portal.accounts.models import Membership, Organisation
from kls_portal.accounts.requests import UserRequest
from kls_portal.forms import NhsukForm
from vacancies.forms.induction_task import TaskForm
from vacancies.models import InductionPlan
from vacancies.services.induction_plans import PlanError, role_of
from vacancies.views.fetch import typed_in
from vacancies.views.refusals import leads_back


def plan_or_404(request: UserRequest, plan_id: int) -> InductionPlan:
    """Return the plan with its tasks if this person may open it. Raises Http404 otherwise."""
    plans = InductionPlan.objects.visible_to(request.user).with_tasks()
    return get_object_or_404(plans, pk=plan_id)


def role_in(request: UserRequest, plan: InductionPlan) -> str:
    """Return the role in which this person acts on the plan."""
    return role_of(request.user, plan)


def led_organisation_or_404(request: UserRequest, organisation_id: int) -> Organisation:
    """Return the organisation if this person leads it.

    Raises PermissionDenied for its other members, Http404 for everybody else.
    """
    found = Membership.objects.select_related("organisation")
    membership = get_object_or_404(found, organisation=organisation_id, user=request.user)
    if membership.role != Membership.Role.LEAD:
        raise PermissionDenied
    return membership.organisation


def acted(form: NhsukForm, act: Callable[..., Any], **values: Any) -> bool:
    """Act, or say in the form why that cannot be done: what was typed stays in sight.

    Returns whether it was done.
    """
    try:
        act(**values)
    except PlanError as reason:
        form.add_error(None, str(reason))
        return False
    return True


def to_add_anew(request: UserRequest, form: type[TaskForm], action: str) -> TaskForm | None:
    """Return a form to add, at the address `action`, what was typed for a task that is gone.

    None where no words were typed.
    """
    filled = form(initial=typed_in(request, form.base_fields))
    filled.helper.form_action = action
    return filled if filled.initial.get("text") else None


says_what_cannot_be_done = leads_back(PlanError, "vacancies:plan_detail", "plan_id")
"""Lets a view that acts on a plan lead back to it with the reason, where it cannot act."""
