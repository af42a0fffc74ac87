"""Who may do what in the admin. Each app names its own models; the group of editors is one.

Nobody raises their own rights, nor takes over who has more.
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
"""What to do, where it is done, and why."""
_first_tasks: list[Callable[[], FirstTask | None]] = []


def register_first_task(task: Callable[[], FirstTask | None]) -> None:
    """Let something stand first on the desk of editors until it is done: None from then on."""
    if task not in _first_tasks:
        _first_tasks.append(task)


def first_tasks() -> list[FirstTask]:
    """Return what editors should do before anything else."""
    return [found for task in _first_tasks if (found := task())]


def grant_editor_permissions(*models: type[Model]) -> Group:
    """Give the Editors group every permission on `models`. Done twice, it changes nothing.

    Returns the group; makes it where there is none.
    """
    group, _ = Group.objects.get_or_create(name=EDITORS)
    types = ContentType.objects.get_for_models(*models).values()
    group.permissions.add(*Permission.objects.filter(content_type__in=types))
    return group


def after_migrate_of(config: AppConfig, ensure: Callable[[], object]) -> None:
    """Call `ensure` whenever the tables of an app were migrated and its permissions are there."""

    def after_migrate(sender: AppConfig, **_: Any) -> None:
        create_permissions(sender, verbosity=0)
        ensure()

    post_migrate.connect(after_migrate, sender=config, weak=False)


def has_no_more_rights(account: User | None, than: User) -> bool:
    """Whether `account`, open or closed, may do nothing that `than` may not.

    None stands for accounts in general.
    """
    if account is None or than.is_superuser:
        return True
    return not account.is_superuser and _permissions(account) <= _permissions(than)


def _permissions(user: User) -> set[int]:
    held = Permission.objects.filter(Q(user=user) | Q(group__user=user))
    return set(held.values_list("pk", flat=True))
