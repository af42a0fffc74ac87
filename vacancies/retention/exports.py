"""The preparation form of a retention tool, as a document with the person's questions first."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from kls_portal.documents.document import (
    LONGEST_HEAD,
    Document,
    Grid,
    Heading,
    Lines,
    Paragraph,
    Part,
    Text,
)
from vacancies.retention.rules.tools import Action, Filled, Preparation, Tool

KIND = "Form to prepare"
NOT_STORED = "The portal does not store this form. Keep it where you both agree."
LINES_OWN, LINES_EACH = 3, 2
ACTIONS = 3


def retention_form(preparation: Preparation, filled: Filled | None = None) -> Document:
    """Return the document: own questions, questions for both, a table, and actions for both.

    filled: what an example has in place of lines to write on. Both people have the form, so it
    names whom it means, and the manager's caution appears only on the page of the tool.
    """
    tool, given = preparation.tool, filled or Filled()
    own, shared = tool.own_questions, (*preparation.questions, *preparation.more)
    met = (given.date, given.place, given.next_time)
    facts = [("Who leads it", tool.who), ("How often", tool.how_often)]
    if preparation.post:
        facts.insert(0, ("Post", preparation.post))
    return Document(
        title=tool.name,
        kind=KIND,
        notices=(NOT_STORED,),
        facts=tuple(facts),
        parts=(
            Heading(2, "The person’s own questions first"),
            *_answered(own, given.answers[: len(own)], LINES_OWN),
            Heading(2, "To discuss together"),
            Grid("When you meet", ("Date", "Place", "Next time"), (met,), row_height=8),
            *_answered(shared, given.answers[len(own) :], LINES_EACH),
            *_table(tool, given.rows),
            Heading(2, "What we both do next"),
            _actions("What the manager does", given.manager),
            _actions("What the person does", given.person),
        ),
    )


def _answered(questions: tuple[str, ...], answers: tuple[str, ...], lines: int) -> Iterator[Part]:
    for question, answer in zip_longest(questions, answers[: len(questions)], fillvalue=""):
        if answer:
            yield from (Heading(3, question), Text(answer))
        elif len(question) <= LONGEST_HEAD:
            yield Lines(question, lines)
        else:
            yield Paragraph(question)
            yield Lines("Notes", lines)


def _table(tool: Tool, given: tuple[tuple[str, ...], ...]) -> tuple[Part, ...]:
    if not tool.table:
        return ()
    empty = ("",) * len(tool.table)
    rows = given or (empty,) * tool.table_rows
    return Heading(2, tool.table_name), Grid(tool.table_name, tool.table, rows, row_height=12)


def _actions(whose: str, actions: Iterable[Action]) -> Grid:
    rows = tuple((one.text, one.by) for one in actions) or (("", ""),) * ACTIONS
    return Grid(whose, (whose, "By when"), rows, widths=(0, 35), row_height=10, ticks="Done")
