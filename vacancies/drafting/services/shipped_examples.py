"""Job descriptions that come with the portal, one file each, in our own words.

A file holds fields of a draft by name, `duties`, and `criteria` whose `duties` count from 1. The
worked ones also hold `advert` (fields of the advert) and `questions`: text, the criteria it tests
counting from 1, and what a weak, a fair and a strong answer holds.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from kls_portal.reference.loading import ADDED, UNCHANGED, UPDATED
from vacancies.drafting.fields import BY_NAME, Draft
from vacancies.drafting.models import Example
from vacancies.drafting.rules.freezing import freeze, thaw
from vacancies.drafting.rules.sharing import main_area

DATA = Path(__file__).resolve().parent.parent / "data" / "examples"
BESIDE_THE_DRAFT = {"advert", "questions"}


@dataclass(frozen=True)
class Question:
    """A question of a worked example. `criteria` holds the texts of what it tests."""

    text: str
    criteria: tuple[str, ...]
    weak: str
    fair: str
    strong: str


@transaction.atomic
def load_examples() -> Counter[str]:
    """Bring the examples up to their files; an editor's decision on one stays."""
    return Counter(_load(file) for file in sorted(DATA.glob("*.toml")))


def _load(file: Path) -> str:
    content = content_of(file)
    draft = thaw(content)
    values = {
        "title": draft.title,
        "band": draft.band,
        "area": main_area(draft),
        "content": content,
    }
    row = Example.objects.filter(code=file.stem).first()
    if row and all(getattr(row, name) == value for name, value in values.items()):
        return UNCHANGED
    decided = {"status": Example.Status.APPROVED, "decided_at": now()}
    _, made = Example.objects.update_or_create(
        code=file.stem, defaults=values, create_defaults=values | decided
    )
    return ADDED if made else UPDATED


def content_of(file: Path) -> dict[str, Any]:
    """Return a file as the content of an example. Raises ValueError for a name that is no field."""
    values = tomllib.loads(file.read_text(encoding="utf-8"))
    beside = {name: values.pop(name) for name in BESIDE_THE_DRAFT & set(values)}
    unknown = (set(values) - {field.name for field in fields(Draft)}) | (
        set(beside.get("advert", ())) - set(BY_NAME)
    )
    if unknown:
        raise ValueError(f"{file.name}: {sorted(unknown)} are no fields of a draft.")
    for rows in (values["duties"], values["criteria"]):
        for number, row in enumerate(rows, start=1):
            row["id"] = number
    return freeze(thaw({"draft": values})) | beside


def advert_of(example: Example) -> list[tuple[str, str]]:
    """Return the parts of an example's advert as name and text; none where it has no advert."""
    return [(BY_NAME[name].label, text) for name, text in example.content.get("advert", {}).items()]


def questions_of(example: Example) -> Iterator[Question]:
    """Yield the questions of a worked example, each with the criteria that it tests."""
    criteria = {row.id: row.text for row in thaw(example.content).criteria}
    for row in example.content.get("questions", ()):
        tested = tuple(criteria[number] for number in row["criteria"])
        yield Question(row["text"], tested, row["weak"], row["fair"], row["strong"])
