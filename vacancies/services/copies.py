"""A vacancy that starts from an example, and what changed since."""

from dataclasses import dataclass
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from kls_portal.accounts.models import Organisation, User
from vacancies.drafting.differences import Differences
from vacancies.drafting.draft import Draft
from vacancies.drafting.freezing import thaw
from vacancies.models import Criterion, Duty, Example, Profile, Vacancy
from vacancies.models.vacancy import OFFERED_BANDS
from vacancies.services.drafting import draft_of
from vacancies.services.examples import readable_by
from vacancies.services.versions import compared

COPIED = (
    "hours",
    "contract",
    "contract_length",
    "place",
    "flexible_working",
    "about_organisation",
    "purpose",
    "reports_to",
    "supervises",
    "decides",
    "relationships",
)


@transaction.atomic
def copy_example(
    *, example: Example, person: User, organisation: Organisation, title: str, key: UUID
) -> Vacancy:
    """Return a new vacancy that starts from an example. The same `key` and answers copy it once."""
    draft = thaw(example.content)
    vacancy, is_new = Vacancy.objects.get_or_create(
        key=uuid5(key, repr((person.pk, organisation.pk, example.pk, title))),
        created_by=person,
        defaults={
            "organisation": organisation,
            "title": title,
            "band": example.band if example.band in OFFERED_BANDS else "",
            "profile": Profile.objects.for_libraries().filter(code=draft.profile).first(),
            "copied_from": example,
            **{name: getattr(draft, name) for name in COPIED},
        },
    )
    if is_new:
        _copy_rows(draft, vacancy)
    return vacancy


def _copy_rows(draft: Draft, vacancy: Vacancy) -> None:
    duties = [
        Duty(
            vacancy=vacancy,
            place=place,
            key=uuid4(),
            text=duty.text,
            group=duty.group,
            share=duty.share,
            area=duty.area,
        )
        for place, duty in enumerate(draft.duties, start=1)
    ]
    Duty.objects.bulk_create(duties)
    new = {old.id: duty for old, duty in zip(draft.duties, duties, strict=True)}
    criteria = [
        Criterion(
            vacancy=vacancy,
            place=place,
            key=uuid4(),
            text=row.text,
            category=row.category,
            essential=row.essential,
            assessed_by=list(row.assessed_by),
        )
        for place, row in enumerate(draft.criteria, start=1)
    ]
    Criterion.objects.bulk_create(criteria)
    link = Criterion.duties.through
    link.objects.bulk_create(
        link(criterion=criterion, duty=new[number])
        for row, criterion in zip(draft.criteria, criteria, strict=True)
        for number in row.duties
        if number in new
    )


@dataclass(frozen=True)
class Copy:
    """What a vacancy was copied from; `found` is None where the example may not be read now."""

    example: Example
    found: Differences | None


def copy_of(vacancy: Vacancy, person: User) -> Copy | None:
    """Return what changed since the vacancy was copied, or None where it was not copied.

    The title of the copy was asked for anew, so it may differ from the start.
    """
    if vacancy.copied_from is None:
        return None
    example = readable_by(person).filter(pk=vacancy.copied_from.pk).first()
    if example is None:
        return Copy(vacancy.copied_from, None)
    found = compared(thaw(example.content), draft_of(vacancy), same_vacancy=False)
    return Copy(example, found)
