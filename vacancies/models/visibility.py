"""Who may open what belongs to a post."""

from typing import TYPE_CHECKING

from django.db.models import Q

from kls_portal.accounts.models import Membership

if TYPE_CHECKING:
    from kls_portal.accounts.models import User


def open_to(user: "User", shared: Q) -> Q:
    """Return the condition for rows with `organisation` and `created_by` that a person may open.

    Their own and the `shared` ones, in organisations they are a member of; all of those they lead.
    Whoever leaves an organisation sees nothing of it any more.
    """
    memberships = Membership.objects.filter(user=user)
    leads = memberships.filter(role=Membership.Role.LEAD).values("organisation")
    own = Q(organisation__in=memberships.values("organisation"))
    return Q(organisation__in=leads) | own & (Q(created_by=user) | shared)
