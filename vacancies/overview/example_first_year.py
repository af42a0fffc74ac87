"""What people of the worked example wrote: filled forms, an appraisal and a plan of a year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from django.utils.text import capfirst

from kls_portal.documents.document import Document, Heading, Text
from kls_portal.plain_values import from_plain
from vacancies.drafting.models.examples import Example
from vacancies.overview.example_tables import Table
from vacancies.retention.exports import retention_form
from vacancies.retention.rules.tools import (
    MONTHS_IN_A_YEAR,
    Filled,
    Preparation,
    Tool,
    months_of,
    tools,
)

APPRAISAL = "Appraisal summary"
YEAR = "Plan of the second year"
MADE_UP = "This is an example of ours, about made-up people."
OUTCOMES = "What became of the first outcomes"
AGREED = "Outcomes for the next year"


@dataclass(frozen=True)
class Record:
    """A form as two people filled it in. post: whose it is; heading: its name on a page."""

    tool: Tool
    filled: Filled
    post: str
    heading: str

    @property
    def said(self) -> Iterator[tuple[str, str]]:
        questions = (*self.tool.own_questions, *self.tool.questions)
        return zip(questions, self.filled.answers, strict=True)


def record_of(example: Example, code: str) -> Record:
    """Return the filled form of a retention tool, by the tool's id."""
    given = next(one for one in example.content["talks"] if one["tool"] == code)
    filled = from_plain(Filled, {one.name: given[one.name] for one in fields(Filled)})
    return Record(_tools()[code], filled, given["post"] or str(example), given["heading"])


def record_document(example: Example, code: str) -> Document:
    record = record_of(example, code)
    form = Preparation(record.tool, record.tool.questions, post=record.post)
    made = retention_form(form, record.filled)
    return replace(made, kind=capfirst(record.heading), notices=(MADE_UP, *made.notices))


def outcomes_table(example: Example) -> Table:
    goals, appraisal = example.content["goals"], appraisal_of(example)
    rows = (
        (f"By {goal['by']}: {goal['text']}", result)
        for goal, result in zip(goals, appraisal["results"], strict=True)
    )
    return Table(("First outcome", "What happened"), tuple(rows))


def agreed_table(example: Example) -> Table:
    """Return the outcomes that the appraisal agreed for the next year."""
    keys = ("text", "shown_by", "support", "by")
    rows = (tuple(one[key] for key in keys) for one in appraisal_of(example)["agreed"])
    return Table(("Outcome", "Shown by", "Support", "By when"), tuple(rows))


def appraisal_of(example: Example) -> Mapping[str, Any]:
    appraisal: Mapping[str, Any] = example.content["appraisal"]
    return appraisal


def appraisal_document(example: Example) -> Document:
    appraisal = appraisal_of(example)
    parts = (
        Heading(2, OUTCOMES),
        outcomes_table(example).grid(OUTCOMES),
        Heading(2, "From the final review"),
        Text(appraisal["review"]),
        Heading(2, AGREED),
        agreed_table(example).grid(AGREED, (0, 0, 0, 24)),
        Heading(2, "Workload"),
        Text(appraisal["workload"]),
        Heading(2, "Pay step"),
        Text(appraisal["pay_step"]),
    )
    facts = (("Post", str(example)), ("Held in", appraisal["when"]))
    return Document(title=APPRAISAL, kind=APPRAISAL, notices=(MADE_UP,), facts=facts, parts=parts)


def year_table(example: Example) -> Table:
    """Return the conversations of the second year, in the months that the calendar suggests."""
    each_month: list[tuple[str, str, str]] = []
    by_month: list[tuple[int, str, str]] = []
    for row in example.content["year"]:
        tool, texts = _tools()[row["tool"]], row["texts"]
        if tool.months == 1:
            each_month += [("Every month", tool.name, text) for text in texts]
            continue
        occasions = zip(months_of(tool), texts, strict=True)
        by_month += [(MONTHS_IN_A_YEAR + month, tool.name, text) for month, text in occasions]
    rows = ((f"Month {month}", name, text) for month, name, text in sorted(by_month))
    return Table(("When", "Conversation", "What it is for"), (*each_month, *rows), COUNTED)


COUNTED = (
    "Months are counted from the first day in the post. "
    "The next appraisal is in month 24, on the form of the Trust."
)


def year_document(example: Example) -> Document:
    table = year_table(example)
    parts = (Text(table.note), table.grid(YEAR, (28, 48, 0)))
    facts = (("Post", str(example)),)
    return Document(title=YEAR, kind=YEAR, notices=(MADE_UP,), facts=facts, parts=parts)


def _tools() -> dict[str, Tool]:
    return {tool.id: tool for tool in tools()}
