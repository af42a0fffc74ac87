"""Writing the confirmed parts of an old job description into the draft."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from kls_portal.idempotency import derived_key
from vacancies.drafting.models.draft import Criterion, Duty
from vacancies.posts.models import Vacancy
from vacancies.posts.services import touch


@dataclass(frozen=True)
class Imported:
    """How many texts, new duties, criteria and factors an import wrote."""

    texts: int
    duties: int
    criteria: int
    evidence: int


@transaction.atomic
def import_parts(
    *,
    vacancy: Vacancy,
    key: UUID,
    texts: Mapping[str, str],
    duties: Sequence[Mapping[str, Any]],
    criteria: Sequence[Mapping[str, Any]],
    evidence: Sequence[Mapping[str, Any]] = (),
) -> Imported:
    """Write the parts that the person chose, all or none.

    `texts` holds fields of the vacancy by name and replaces their values. Duties and criteria are
    appended in the order given, evidence to that of its factor. Rows are added once for the same
    `key` and values; other values under the same key are added as well, so that nothing typed is
    lost.
    """
    stored = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    changed = [name for name, text in texts.items() if getattr(stored, name) != text]
    for name in changed:
        setattr(stored, name, texts[name])
    if changed:
        stored.save(update_fields=[*changed, "changed"])
    added = _add_rows(Duty, stored, key, duties), _add_rows(Criterion, stored, key, criteria)
    said = _add_evidence(stored, evidence)
    if any(added) or said:
        touch(stored)
    return Imported(len(changed), *added, said)


def _add_evidence(vacancy: Vacancy, rows: Sequence[Mapping[str, Any]]) -> int:
    existing = {one.factor: one for one in vacancy.evidence.all()}
    new = 0
    for row in rows:
        one = existing.get(row["factor"]) or vacancy.evidence.model(
            vacancy=vacancy, factor=row["factor"]
        )
        if row["text"] in one.text:
            continue
        one.text = f"{one.text}\n{row['text']}".strip()
        one.save()
        existing[one.factor] = one
        new += 1
    return new


def _add_rows(
    model: type[Duty | Criterion], vacancy: Vacancy, key: UUID, rows: Sequence[Mapping[str, Any]]
) -> int:
    stored = model.objects.filter(vacancy=vacancy)
    last = stored.aggregate(last=Max("place"))["last"] or 0
    existing = set(stored.values_list("key", flat=True))
    times: Counter[UUID] = Counter()
    new: list[Any] = []
    for values in rows:
        same = derived_key(key, vacancy, "import", values)
        times[same] += 1
        row_key = derived_key(same, times[same])
        if row_key not in existing:
            last += 1
            new.append(model(vacancy=vacancy, key=row_key, place=last, **values))
    model.objects.bulk_create(new)
    return len(new)
