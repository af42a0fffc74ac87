"""The preparation form of a retention tool, as a document with the person's questions first."""

from collections.abc import Iterable, Iterator

from kls_portal.documents.document import (
    LONGEST_HEAD,
    Document,
    Grid,
    Heading,
    Lines,
    Paragraph,
    Part,
)
from vacancies.retention.rules.tools import Preparation, Tool

KIND = "Form to prepare"
NOT_STORED = "The portal does not store this form. Keep it where you both agree."
LINES_OWN, LINES_EACH = 3, 2
ACTIONS = 3


def retention_form(preparation: Preparation) -> Document:
    """Return the document: own questions, questions for both, a table, and actions for both.

    Both people have it, so the manager's caution appears only on the page of the tool.
    """
    tool = preparation.tool
    facts = [("Who leads it", tool.who), ("How often", tool.how_often)]
    if preparation.post:
        facts.insert(0, ("Post", preparation.post))
    return Document(
        title=tool.name,
        organisation=preparation.organisation,
        kind=KIND,
        notices=(NOT_STORED,),
        facts=tuple(facts),
        parts=(
            Heading(2, "Your own questions first"),
            *_question_lines(tool.own_questions, LINES_OWN),
            Heading(2, "To discuss together"),
            Grid("When you meet", ("Date", "Place", "Next time"), (("", "", ""),), row_height=8),
            *_question_lines((*preparation.questions, *preparation.more), LINES_EACH),
            *_table(tool),
            Heading(2, "What we both do next"),
            _actions("What the manager does"),
            _actions("What you do"),
        ),
    )


def _question_lines(questions: Iterable[str], lines: int) -> Iterator[Part]:
    """Yield each question with lines to write on, as a paragraph if too long for a label."""
    for question in questions:
        if len(question) <= LONGEST_HEAD:
            yield Lines(question, lines)
        else:
            yield Paragraph(question)
            yield Lines("Notes", lines)


def _table(tool: Tool) -> tuple[Part, ...]:
    if not tool.table:
        return ()
    empty = ("",) * len(tool.table)
    rows = (empty,) * tool.table_rows
    return Heading(2, tool.table_name), Grid(tool.table_name, tool.table, rows, row_height=12)


def _actions(whose: str) -> Grid:
    rows = (("", ""),) * ACTIONS
    return Grid(whose, (whose, "By when"), rows, widths=(0, 35), row_height=10, ticks="Done")
