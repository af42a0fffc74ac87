"""What editors may do in the admin. Each app names its own models; the group is one."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from kls_portal.accounts.models import EDITORS


def let_editors_keep(*models: type[Model]) -> Group:
    """Give the Editors group every permission on `models`. Done twice, it changes nothing.

    Returns the group; makes it where there is none.
    """
    group, _ = Group.objects.get_or_create(name=EDITORS)
    types = ContentType.objects.get_for_models(*models).values()
    group.permissions.add(*Permission.objects.filter(content_type__in=types))
    return group
