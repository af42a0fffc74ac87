"""Who may do more than whom. Nobody raises their own rights, nor takes over who has more."""

from django.contrib.auth.models import Permission
from django.db.models import Q

from kls_portal.accounts.models import User


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
