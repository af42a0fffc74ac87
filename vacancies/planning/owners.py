"""A list of tasks that is kept to one owner, by the address."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest

from vacancies.planning.rules.checklist import Checklist, Owner
from vacancies.planning.rules.stage import StageChecklist


def owners_in(
    checklist: Checklist | StageChecklist, slug: str, roles: Mapping[str, Owner]
) -> tuple[list[Owner], Owner | None]:
    """Return everybody who owns a task, by name, and the one asked for, None for an empty slug.

    The one asked for may own nothing. Raises Http404 for a slug that is none of `roles`.
    """
    owners = sorted({task.owner for task in checklist.tasks}, key=lambda owner: owner.name)
    if slug and slug not in roles:
        raise Http404
    return owners, roles.get(slug)


def same_owner(request: HttpRequest) -> str:
    """Return the query that keeps a list to the owner it was kept to, or nothing."""
    owner = request.POST.get("owner", "")
    return f"?owner={owner}" if owner.replace("-", "").isalpha() and owner.isascii() else ""
