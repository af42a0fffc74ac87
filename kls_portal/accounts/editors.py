"""Permissions in the admin. Each app registers its own models with the one Editors group.

Nobody can raise their own rights or take over an account with more rights.
"""

from collections.abc import Callable
from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.db.models.signals import post_migrate

from kls_portal.accounts.models import EDITORS, User

FirstTask = tuple[str, str, str]
"""What to do, where to do it, and why."""
FIRST_TASKS: list[Callable[[], FirstTask | None]] = []
"""Tasks to be listed first for editors, which apps append. Each returns None once it is done."""


def first_tasks() -> list[FirstTask]:
    """Return the outstanding tasks that editors should do before anything else."""
    return [outstanding for task in FIRST_TASKS if (outstanding := task())]


def grant_editor_permissions(*models: type[Model]) -> Group:
    """Give the Editors group every permission on `models`, and return the group.

    Idempotent; creates the group if it does not exist.
    """
    group, _ = Group.objects.get_or_create(name=EDITORS)
    types = ContentType.objects.get_for_models(*models).values()
    group.permissions.add(*Permission.objects.filter(content_type__in=types))
    return group


def after_migrate_of(config: AppConfig, ensure: Callable[[], object]) -> None:
    """Call `ensure` after each migration of an app, once its permissions exist."""

    def after_migrate(sender: AppConfig, **_: Any) -> None:
        create_permissions(sender, verbosity=0)
        ensure()

    post_migrate.connect(after_migrate, sender=config, weak=False)


def has_no_more_rights(account: User | None, than: User) -> bool:
    """Whether `account`, open or closed, has no permission that `than` lacks.

    None stands for accounts in general.
    """
    if account is None or than.is_superuser:
        return True
    return not account.is_superuser and _permissions(account) <= _permissions(than)


def _permissions(user: User) -> set[int]:
    held = Permission.objects.filter(Q(user=user) | Q(group__user=user))
    return set(held.values_list("pk", flat=True))
