"""Saving ticked boxes: which duties need a criterion, and how it is assessed."""

from collections.abc import Iterable

from django.db import transaction

from vacancies.drafting.models import Criterion
from vacancies.drafting.rules.draft import METHODS
from vacancies.posts.models import Vacancy
from vacancies.posts.services import touch


@transaction.atomic
def change_links(*, vacancy: Vacancy, added: Iterable[str], removed: Iterable[str]) -> None:
    """Add and remove links from criteria to duties. A cell is "criterion-duty", by id."""
    through = Criterion.duties.through.objects
    for cell in sorted(removed):
        criterion, duty = cell.split("-")
        through.filter(criterion_id=criterion, duty_id=duty).delete()
    pairs = [cell.split("-") for cell in sorted(added)]
    rows = [through.model(criterion_id=one, duty_id=other) for one, other in pairs]
    through.bulk_create(rows, ignore_conflicts=True)
    touch(vacancy)


@transaction.atomic
def change_methods(*, vacancy: Vacancy, added: set[str], removed: set[str]) -> None:
    """Add and remove assessment methods of criteria. A cell is "criterion-method"."""
    for criterion in Criterion.objects.filter(vacancy=vacancy).select_for_update():
        chosen = [
            method
            for method in METHODS
            if (cell := f"{criterion.pk}-{method}") in added
            or (method in criterion.assessed_by and cell not in removed)
        ]
        if chosen != criterion.assessed_by:
            criterion.assessed_by = chosen
            criterion.save(update_fields=["assessed_by"])
    touch(vacancy)
