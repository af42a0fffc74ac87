"""Tables and filled forms of the worked example, for both pages of the guidance and documents."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from django.utils.text import capfirst

from kls_portal.documents.document import Bullets, Document, Grid, Heading, Part, Run, Text
from kls_portal.in_words import listed
from kls_portal.plain_values import from_plain
from kls_portal.reference.bindings import HOME
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.draft import APPLICATION, essential_first
from vacancies.drafting.rules.freezing import thaw
from vacancies.posts.services import pay_for
from vacancies.retention.exports import retention_form
from vacancies.retention.rules import tools


@dataclass(frozen=True)
class Table:
    """A table with one head row, and a note of what it shows or "".

    Without columns it is a list, whose rows are names and texts.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def grid(self, name: str, widths: tuple[int, ...] = ()) -> Grid:
        """Return it for a document, by a name. widths: of its columns, in millimetres."""
        return Grid(name, self.columns, self.rows, widths)

    def bullets(self) -> Bullets:
        """Return a list for a document."""
        lines = ((Run(f"{name}: ", bold=True), Run(text)) for name, text in self.rows)
        return Bullets(tuple(lines))


def written_table(example: Example, name: str) -> Table:
    """Return a part that was written for one page, with what it takes from other content."""
    part = next(one for one in example.content["parts"] if one["name"] == name)
    pay = pay_for(example.band, thaw(example.content).hours, HOME)
    values = {**example.content["draft"], **example.content, "pay": pay.full or "[pay]"}
    columns, *rows = (
        tuple(cell.format_map(values) for cell in row) for row in (part["columns"], *part["rows"])
    )
    return Table(columns, tuple(rows), part["note"].format_map(values))


def week_table(example: Example) -> Table:
    rows = ((row["day"], row["morning"], row["afternoon"]) for row in example.content["week"])
    return Table(("Day", "Morning", "Afternoon"), tuple(rows))


def shortlist_table(example: Example) -> Table:
    """Return each applicant's scores on the criteria assessed by application, essential ones first.

    Invited is who meets every essential criterion, as the guidance on shortlisting says.
    """
    applicants, enough = example.content["shortlist"], example.content["meets"]
    criteria = [row for row in thaw(example.content).criteria if APPLICATION in row.assessed_by]
    scores = {
        row.id: [one["scores"][place] for one in applicants] for place, row in enumerate(criteria)
    }
    essential = [scores[row.id] for row in criteria if row.essential]
    meets = [all(score >= enough for score in one) for one in zip(*essential, strict=True)]
    totals = [sum(one["scores"]) for one in applicants]
    rows = [
        (f"{'Essential' if row.essential else 'Desirable'}: {row.text}", *map(str, scores[row.id]))
        for row in essential_first(criteria)
    ]
    rows.append(("Total", *map(str, totals)))
    invited = ("Yes" if one else "No" for one in meets)
    rows.append(("Meets every essential criterion, so invited", *invited))
    names = [one["name"] for one in applicants]
    note = (
        f"{listed(names)} are made-up applicants. "
        f"The panel agreed that a score of {enough} or more meets a criterion. "
        "It invited everyone who meets every essential criterion, whatever their total."
    )
    return Table(("Criterion", *names), tuple(rows), note)


APPRAISAL = "Appraisal summary"
YEAR = "Plan of the second year"
MADE_UP = "This is one of our examples. No real post or person is described."
OUTCOMES = "What became of the first outcomes"
AGREED = "Outcomes for the next year"


@dataclass(frozen=True)
class Record:
    """A form as two people filled it in. post: whose it is; heading: its name on a page."""

    tool: tools.Tool
    filled: tools.Filled
    post: str
    heading: str

    @property
    def said(self) -> Iterator[tuple[str, str]]:
        questions = (*self.tool.own_questions, *self.tool.questions)
        return zip(questions, self.filled.answers, strict=True)


def record_of(example: Example, code: str) -> Record:
    """Return the filled form of a retention tool, by the tool's id."""
    given = next(one for one in example.content["talks"] if one["tool"] == code)
    filled = from_plain(tools.Filled, {one.name: given[one.name] for one in fields(tools.Filled)})
    return Record(_tools()[code], filled, given["post"] or str(example), given["heading"])


def record_document(example: Example, code: str) -> Document:
    record = record_of(example, code)
    form = tools.Preparation(record.tool, record.tool.questions, post=record.post)
    made = retention_form(form, record.filled)
    return replace(made, kind=capfirst(record.heading), notices=(MADE_UP, *made.notices))


def outcomes_table(example: Example) -> Table:
    goals, appraisal = example.content["goals"], example.content["appraisal"]
    rows = (
        (f"By {goal['by']}: {goal['text']}", result)
        for goal, result in zip(goals, appraisal["results"], strict=True)
    )
    return Table(("First outcome", "What happened"), tuple(rows))


def agreed_table(example: Example) -> Table:
    """Return the outcomes that the appraisal agreed for the next year."""
    keys = ("text", "shown_by", "support", "by")
    rows = (tuple(one[key] for key in keys) for one in example.content["appraisal"]["agreed"])
    return Table(("Outcome", "Shown by", "Support", "By when"), tuple(rows))


def appraisal_document(example: Example) -> Document:
    appraisal = example.content["appraisal"]
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
    return made_up(example, APPRAISAL, parts, ("Held in", appraisal["when"]))


def year_table(example: Example) -> Table:
    """Return the conversations of the second year, in the months that the calendar suggests."""
    each_month: list[tuple[str, str, str]] = []
    by_month: list[tuple[int, str, str]] = []
    for row in example.content["year"]:
        tool, texts = _tools()[row["tool"]], row["texts"]
        if tool.months == 1:
            each_month += [("Every month", tool.name, text) for text in texts]
            continue
        occasions = zip(tools.months_of(tool), texts, strict=True)
        by_month += [(tools.MONTHS_IN_A_YEAR + month, tool.name, text) for month, text in occasions]
    rows = ((f"Month {month}", name, text) for month, name, text in sorted(by_month))
    return Table(("When", "Conversation", "What it is for"), (*each_month, *rows), COUNTED)


COUNTED = (
    "Months are counted from the first day in the post. "
    "The next appraisal is in month 24, on the Trust’s own form."
)


def year_document(example: Example) -> Document:
    table = year_table(example)
    parts = (Text(table.note), table.grid(YEAR, (28, 48, 0)))
    return made_up(example, YEAR, parts)


def made_up(
    example: Example, title: str, parts: tuple[Part, ...], *facts: tuple[str, str]
) -> Document:
    """Return a document about the people of an example."""
    post = ("Post", str(example))
    return Document(title=title, kind=title, notices=(MADE_UP,), facts=(post, *facts), parts=parts)


def _tools() -> dict[str, tools.Tool]:
    return {tool.id: tool for tool in tools.tools()}
