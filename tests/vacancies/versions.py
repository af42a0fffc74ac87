"""Frozen versions and examples for tests."""

import uuid
from itertools import count

from vacancies.drafting.rules.sharing import shared_texts
from vacancies.drafting.services.examples import offer_example
from vacancies.drafting.services.versions import draft_in, freeze_draft
from vacancies.models import DraftVersion, Example, Vacancy

PURPOSES = count(1)


def freeze(vacancy: Vacancy, **words: str) -> DraftVersion:
    """Return the next version, of a draft whose purpose is new."""
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose=f"To find evidence {next(PURPOSES)}")
    return freeze_draft(vacancy=vacancy, person=vacancy.created_by, key=uuid.uuid4(), **words)


def offer(vacancy: Vacancy, status: str = "offered", **changed: object) -> Example:
    """Return an example of a new version of a vacancy, with this status."""
    version = freeze(vacancy)
    texts = {text.name: text.text for text in shared_texts(draft_in(version))}
    example = offer_example(
        version=version,
        person=vacancy.created_by,
        key=uuid.uuid4(),
        **{"band": "5", "area": "", "texts": texts, **changed},
    )
    Example.objects.filter(pk=example.pk).update(status=status)
    example.refresh_from_db()
    return example
