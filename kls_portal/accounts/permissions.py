"""Permissions: roles × actions in one table, the only source for querysets, pages and files.

To add a role: a line in `Membership.Role` (accounts/models.py) and a line in RIGHTS.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, reduce
from itertools import starmap
from operator import or_
from typing import Any, Self, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from kls_portal.accounts.models import Membership, Organisation, User
from kls_portal.answers import mark_of

ModelT = TypeVar("ModelT", bound=models.Model)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


SESSION_ENDS = "ends"
"""Session key holding the time at which the session ends."""
ONLY_READS = "only_reads"
"""Attribute of a request whose user may see the object that it is about, and not edit it."""


class UserRequest(HttpRequest):
    """The request passed to views that require sign-in: its `user` has an account."""

    user: User


class Action(StrEnum):
    """What a person may do with an object, with an organisation or (administer) with the site."""

    SEE = "see"
    EDIT = "edit"
    SHARE = "share"
    DELETE = "delete"
    LEAD = "lead"
    ADMINISTER = "administer"


_WORK = frozenset({Action.SEE, Action.EDIT})
_KEEP = _WORK | {Action.SHARE, Action.DELETE}
_NOTHING: frozenset[Action] = frozenset()
_NO_THING = Q(pk__in=())


@dataclass(frozen=True)
class Rights:
    """What a current member of an organisation may do.

    own: with objects they created. shared: with objects shared with them or with every member.
    every: with all objects of the organisation, and with the organisation itself.
    """

    own: frozenset[Action] = _NOTHING
    shared: frozenset[Action] = _NOTHING
    every: frozenset[Action] = _NOTHING


RIGHTS: dict[str, Rights] = {
    Membership.Role.MANAGER: Rights(own=_KEEP, shared=_WORK),
    Membership.Role.LEAD: Rights(own=_KEEP, shared=_KEEP, every=_KEEP | {Action.LEAD}),
}
SUPERUSER = frozenset({Action.ADMINISTER})


def roles_that(action: Action, *, scope: str) -> list[str]:
    """Return the roles that may perform the action; `scope` is a field of Rights."""
    return [role for role, rights in RIGHTS.items() if action in getattr(rights, scope)]


def organisations_for(
    person: User, action: Action, *, scope: str = "every"
) -> models.QuerySet[Organisation]:
    """Return the organisations in which a person may perform the action on that scope."""
    memberships = Membership.objects.filter(user=person, role__in=roles_that(action, scope=scope))
    return Organisation.objects.filter(pk__in=memberships.values("organisation"))


def nation_of_member(person: User | AnonymousUser) -> str:
    """Return the nation, a key of NATIONS, of all organisations of a person; "" if not one."""
    if not person.is_authenticated:
        return ""
    nations = set(person.memberships.values_list("organisation__nation", flat=True))
    return nations.pop() if len(nations) == 1 else ""


def grants(membership: Membership, action: Action) -> bool:
    """Whether a membership allows the action on everything of its organisation."""
    return membership.role in roles_that(action, scope="every")


class PermittedQuery(models.QuerySet[ModelT]):
    """Querysets of objects that belong to an `organisation` and record who created them."""

    opener = "created_by"

    @staticmethod
    def shared_with(person: int) -> Q:
        """Return the condition for objects shared with a person (a key); none by default."""
        return _NO_THING

    def allowed(self, person: User, action: Action) -> Q:
        """Return the condition for objects on which a person may perform the action.

        A person who leaves an organisation loses every right to its objects.
        """
        return _allowed(type(self), person.pk, action, tuple(RIGHTS.items()))

    def allowing(self, person: User, action: Action) -> Self:
        return self.filter(self.allowed(person, action))

    def with_rights(self, person: User) -> Self:
        """Annotate each object with what `rights_of` reads."""
        held = Membership.objects.filter(user=person, organisation=models.OuterRef("organisation"))
        shared = self.shared_with(person.pk)
        whether: models.BooleanField[bool, bool] = models.BooleanField()
        return self.annotate(
            held_role=models.Subquery(held.order_by().values("role")),
            is_shared=models.ExpressionWrapper(shared, whether) if shared else models.Value(True),
        )

    def rights_of(self, person: User, thing: Any) -> frozenset[Action]:
        """Return what a person may do with an object fetched `with_rights`."""
        rights = RIGHTS.get(thing.held_role, Rights())
        is_own = getattr(thing, f"{self.opener}_id") == person.pk
        return (
            rights.every
            | (rights.own if is_own else _NOTHING)
            | (rights.shared if thing.is_shared else _NOTHING)
        )

    def visible_to(self, person: User) -> Self:
        return self.allowing(person, Action.SEE)


@lru_cache(maxsize=1_000)
def _allowed(
    things: type[PermittedQuery[Any]],
    person: int,
    action: Action,
    table: tuple[tuple[str, Rights], ...],
) -> Q:
    """Return the condition as a query expression, evaluated anew at each use."""
    shared = things.shared_with(person)

    def of(role: str, rights: Rights) -> Q:
        held = Membership.objects.filter(user=person, role=role)
        inside = Q(organisation__in=held.values("organisation"))
        everybodys = action in rights.shared and not shared
        if action in rights.every or everybodys:
            return inside
        own = Q(**{things.opener: person}) if action in rights.own else _NO_THING
        return inside & (own | shared if action in rights.shared else own)

    return reduce(or_, starmap(of, table))


def may(person: User, action: Action, thing: models.Model | None = None) -> bool:
    """Whether a person may do this with an object, an organisation or, if None, the site."""
    if thing is None:
        return person.is_superuser and action in SUPERUSER
    if isinstance(thing, Organisation):
        return organisations_for(person, action).filter(pk=thing.pk).exists()
    things: Any = type(thing)._default_manager
    return bool(things.allowing(person, action).filter(pk=thing.pk).exists())


def thing_or_404(
    request: UserRequest,
    things: PermittedQuery[ModelT],
    pk: int,
    action: Action | None = None,
) -> ModelT:
    """Return the object with key `pk` if this person may perform `action` on it.

    The default action is to see it, or to edit it for an unsafe method and for a page that has a
    form. `rights` of the object holds whatever the person may do with it. Raises Http404 if they
    may not see it, and PermissionDenied if they may see it but not perform the action. If they may
    see and not edit it, the request is marked (ONLY_READS).
    """
    view = request.resolver_match and request.resolver_match.func
    reads = request.method in _SAFE and not mark_of(view, "has_form")
    thing: Any = next(iter(things.with_rights(request.user).filter(pk=pk)), None)
    rights = things.rights_of(request.user, thing) if thing else _NOTHING
    if Action.SEE not in rights:
        raise Http404
    if (action or (Action.SEE if reads else Action.EDIT)) not in rights:
        raise PermissionDenied
    thing.rights = rights
    setattr(request, ONLY_READS, Action.EDIT not in rights)
    return thing


def led_organisation_or_404(request: UserRequest, organisation_id: int) -> Organisation:
    """Return the organisation if this person leads it.

    Raises PermissionDenied for other members, and Http404 for non-members.
    """
    memberships = Membership.objects.select_related("organisation")
    membership = get_object_or_404(memberships, organisation=organisation_id, user=request.user)
    if not grants(membership, Action.LEAD):
        raise PermissionDenied
    return membership.organisation


def administers(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and may(request.user, Action.ADMINISTER)
