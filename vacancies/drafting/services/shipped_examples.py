"""Job descriptions shipped with the portal, one file each, in our own words.

A file holds fields of a draft by name, `duties`, and `criteria` with the numbers of their `duties`.
Worked examples also hold `advert` (fields of the advert) and `questions`: the text, the numbers of
the criteria tested, and what a weak, a fair and a strong answer contains; `tasks` also have a
method and minutes; `evidence` has a level, a text and duties for each factor. The example shown in
the guidance also has a bad advert (`before`), scores of made-up applicants (`shortlist`: one for
each criterion that the application shows) with the score that meets a criterion (`meets`), a first
`week`, and first `goals`, each for a duty. Of the time after them it has `talks`, which are filled
forms of retention tools, an `appraisal` with a result for each goal, and a `year` with a text for
each occasion of a tool. `parts` are written for one page of the guidance each: a table, or without
`columns` a list of names and texts. Braces in them stand for other content of the file, by the
rules of str.format_map, so rows are counted from 0 there; {pay} is the full-time pay of the post.
Duties and criteria are numbered from 1.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from kls_portal.plain_values import from_plain, from_row, to_plain
from kls_portal.reference.loading import ADDED, UNCHANGED, UPDATED
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.draft import INTERVIEW
from vacancies.drafting.rules.fields import BY_NAME, Draft
from vacancies.drafting.rules.freezing import freeze, thaw
from vacancies.drafting.rules.sharing import main_area

DATA = Path(__file__).resolve().parent.parent / "data" / "examples"


@dataclass(frozen=True)
class _QuestionRow:
    text: str
    criteria: tuple[int, ...]
    weak: str
    fair: str
    strong: str
    method: str = INTERVIEW
    minutes: int | None = None


@dataclass(frozen=True)
class _EvidenceRow:
    factor: str
    level: int
    text: str
    duties: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Applicant:
    name: str
    scores: tuple[int, ...]


@dataclass(frozen=True)
class _Day:
    day: str
    morning: str
    afternoon: str


@dataclass(frozen=True)
class _Action:
    text: str
    by: str


@dataclass(frozen=True)
class _Goal(_Action):
    duty: int


@dataclass(frozen=True)
class _Talk:
    tool: str
    date: str
    place: str
    next_time: str
    answers: tuple[str, ...]
    manager: tuple[_Action, ...]
    person: tuple[_Action, ...]
    heading: str
    post: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class _NextOutcome(_Action):
    shown_by: str
    support: str


@dataclass(frozen=True)
class _Appraisal:
    when: str = ""
    results: tuple[str, ...] = ()
    review: str = ""
    agreed: tuple[_NextOutcome, ...] = ()
    workload: str = ""
    pay_step: str = ""


@dataclass(frozen=True)
class _Occasions:
    tool: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    name: str
    heading: str
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class _ExampleFile(Draft):
    advert: Advert = field(default_factory=Advert)
    questions: tuple[_QuestionRow, ...] = ()
    tasks: tuple[_QuestionRow, ...] = ()
    evidence: tuple[_EvidenceRow, ...] = ()
    before: str = ""
    shortlist: tuple[_Applicant, ...] = ()
    meets: int = 0
    week: tuple[_Day, ...] = ()
    goals: tuple[_Goal, ...] = ()
    talks: tuple[_Talk, ...] = ()
    appraisal: _Appraisal = field(default_factory=_Appraisal)
    year: tuple[_Occasions, ...] = ()
    parts: tuple[_Part, ...] = ()


_ABOUT = [one.name for one in fields(_ExampleFile)[len(fields(Draft)) :]]


@transaction.atomic
def load_examples() -> Counter[str]:
    """Update the examples from their files, keeping editors' decisions."""
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
    """Return a file as the content of an example. Raises WrongValuesError, naming the field."""
    values = tomllib.loads(file.read_text(encoding="utf-8"))
    for rows in (values["duties"], values["criteria"]):
        for number, row in enumerate(rows, start=1):
            row["id"] = number
    read = from_plain(_ExampleFile, values, file.name)
    about = {name: to_plain(getattr(read, name)) for name in _ABOUT}
    return freeze(from_row(Draft, read)) | about


def advert_of(example: Example) -> list[tuple[str, str]]:
    """Return the parts of an example's advert as (name, text); empty without an advert."""
    advert = example.content.get("advert", {})
    return [(BY_NAME[name].label, text) for name, text in advert.items() if text]


def questions_of(example: Example) -> Iterator[dict[str, Any]]:
    """Yield the questions of a worked example as in its file, with the texts of the criteria."""
    criteria = {row.id: row.text for row in thaw(example.content).criteria}
    for row in example.content.get("questions", ()):
        yield {**row, "criteria": [criteria[number] for number in row["criteria"]]}
