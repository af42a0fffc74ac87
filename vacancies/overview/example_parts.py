"""Parts of the worked example for guidance pages, rendered from its data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from kls_portal.plain_values import from_plain, read_toml
from kls_portal.public import cached_until_publish
from kls_portal.reference.bindings import HOME
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.advert import ADVERT_FIELDS, Advert
from vacancies.drafting.rules.field import Kind
from vacancies.drafting.rules.fields import FIELDS, Draft
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.services.shipped_examples import DATA as EXAMPLES
from vacancies.drafting.services.shipped_examples import content_of, questions_of
from vacancies.drafting.services.versions import job_description_of_example
from vacancies.overview import example_tables
from vacancies.overview.example_documents import (
    SENT,
    letters_of_example,
    problems_before,
    ready_of_example,
    sheet_of_example,
)
from vacancies.posts.models import OFFERED_BANDS
from vacancies.posts.services import pay_for
from vacancies.recruiting.rules.letters import letters

WORKED = "librarian-band-5"
FOLDER = "vacancies/overview/example"
DATA = Path(__file__).resolve().parent / "data" / "example_parts.toml"
CATEGORIES = {
    "qualifications": ("qualifications", "experience"),
    "knowledge": ("knowledge", "skills", "values"),
}
"""The parts that show criteria of certain categories."""


@dataclass(frozen=True)
class Shown:
    """How a part is shown, as `data/example_parts.toml` says it. template: "" for its own name."""

    heading: str = ""
    template: str = ""
    document: str = "job-description"


TEXTS = {
    one.name.replace("_", "-"): one for one in (*FIELDS, *ADVERT_FIELDS) if one.kind is Kind.TEXT
}
"""The parts that are a text field of the draft or the advert."""
LETTERS = {letter.id: Shown("", "letter", "letters") for letter in letters()}
"""The parts that are letters to candidates."""
_SHIPPED = content_of(EXAMPLES / f"{WORKED}.toml")
RECORDS = {
    talk["tool"]: Shown(talk["heading"], "record", talk["tool"]) for talk in _SHIPPED["talks"]
}
"""The parts that are filled forms of retention tools."""
WRITTEN = {
    part["name"]: Shown(part["heading"], "table", part["name"]) for part in _SHIPPED["parts"]
}
"""The parts that were written for one page each."""
PARTS = {
    **read_toml(DATA, dict[str, Shown]),
    **RECORDS,
    **WRITTEN,
    **{
        name: Shown("", "text", "advert" if one in ADVERT_FIELDS else Shown.document)
        for name, one in TEXTS.items()
    },
    **LETTERS,
}


def example_part(name: str) -> str:
    """Return a part of the worked example as HTML, "" while the example is withdrawn."""
    example = cached_until_publish("worked example", _read_example)
    if not example:
        return ""
    part = PARTS[name]
    document = part.document
    context = {
        "example": example,
        "part": name,
        "heading": part.heading,
        "document": document,
        "document_name": (
            "this part alone" if document == name else f"its {document.replace('-', ' ')}"
        ),
    }
    return render_to_string(
        f"{FOLDER}/{part.template or name}.html", context | _values(example, name)
    )


def _read_example() -> Example | str:
    # "" rather than None, which would not be cached.
    return Example.objects.shipped().filter(code=WORKED).first() or ""


def _values(example: Example, name: str) -> dict[str, Any]:
    draft, content = thaw(example.content), example.content
    advert = from_plain(Advert, content["advert"])
    if name in TEXTS:
        one = TEXTS[name]
        return {"field": one, "text": getattr(advert if one in ADVERT_FIELDS else draft, one.name)}
    if name in SENT:
        return {"ready": next(one for one in ready_of_example(example) if one.slug == name)}
    if name in CATEGORIES:
        return {"criteria": [row for row in draft.criteria if row.category in CATEGORIES[name]]}
    if name == "advert":
        return {"advert": advert, "before": content["before"], "problems": problems_before(example)}
    if name in LETTERS:
        return {"letter": next(one for one in letters_of_example(example) if one.id == name)}
    if name in RECORDS:
        return {"record": example_tables.record_of(example, name)}
    if name == "appraisal":
        return {"appraisal": content["appraisal"]}
    if name in TABLES:
        return {"table": TABLES[name](example)}
    if name == "post":
        pay = pay_for(draft.band, draft.hours, HOME)
        return {"facts": job_description_of_example(example).facts, "pay": pay}
    questions = list(questions_of(example))
    return {"content": content, "questions": questions, "chain": _chain(draft, content)}


def _duties_of(example: Example) -> example_tables.Table:
    job = job_description_of_example(example)
    rows = ((one.text, f"{one.share}%") for group in job.duty_groups for one in group.rows)
    return example_tables.Table(("Duty", "Time"), tuple(rows))


def _ways(example: Example) -> example_tables.Table:
    job = job_description_of_example(example)
    rows = (
        (row.text, is_essential, row.assessed)
        for is_essential, criteria in (("Yes", job.essential), ("No", job.desirable))
        for row in criteria
    )
    return example_tables.Table(("Criterion", "Essential", "How it is assessed"), tuple(rows))


def _matching(example: Example) -> example_tables.Table:
    sheet = sheet_of_example(example)
    rows = (
        (row.name, row.range_label.replace("-", " to "), str(row.level), SEEN[row.verdict])
        for row in (sheet.factors[:MOST_FACTORS] if sheet else ())
    )
    columns = ("Factor", "Level of the profile", "Level of the job", "What the panel sees")
    return example_tables.Table(columns, tuple(rows), sheet.notice if sheet else "")


def _pay(example: Example) -> example_tables.Table:
    hours = thaw(example.content).hours
    paid = [one for band in OFFERED_BANDS if (one := pay_for(band, hours, HOME)).now]
    cells = ((one.band, one.full, one.pro_rata) for one in paid)
    rows = tuple(tuple(cell.removesuffix(" a year") for cell in row) for row in cells)
    note = "The pay of this year is not known here yet, so ask HR."
    if paid and paid[0].now:
        note = f"Basic pay in {paid[0].place}, {paid[0].now.year}, without a high cost supplement."
    columns = ("Band", "Full time, a year", f"{hours:f} hours a week, a year")
    return example_tables.Table(columns, rows, note)


SEEN = {"match": "= Matches", "varies": "± Varies"}
MOST_FACTORS = 6
TABLES: dict[str, Callable[[Example], example_tables.Table]] = {
    "duties": _duties_of,
    "ways": _ways,
    "pay": _pay,
    "week": example_tables.week_table,
    "matching": _matching,
    "shortlist": example_tables.shortlist_table,
    "outcomes": example_tables.outcomes_table,
    "year": example_tables.year_table,
    **{name: partial(example_tables.written_table, name=name) for name in WRITTEN},
}


def _chain(draft: Draft, content: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the first goal with its duty, and a criterion and question derived from that duty."""
    goal = content["goals"][0]
    duty = next(row for row in draft.duties if row.id == goal["duty"])
    asked = {
        number: row["text"] for row in reversed(content["questions"]) for number in row["criteria"]
    }
    criterion = next(row for row in draft.criteria if duty.id in row.duties and row.id in asked)
    return {
        "Duty": duty.text,
        "Criterion": criterion.text,
        "Question": asked[criterion.id],
        "First outcome": f"by {goal['by']}, {goal['text']}",
    }
