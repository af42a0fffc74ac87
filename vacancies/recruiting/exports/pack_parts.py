"""The parts of the packs, and the two packs to fill in: shortlisting grid and score sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace
from datetime import date

from kls_portal.documents import document
from kls_portal.in_words import plain_date
from vacancies.drafting.rules.draft import APPLICATION, Criterion
from vacancies.recruiting.rules.selection_plan import (
    ASKED,
    SCORES,
    WHOLE,
    Question,
    SelectionPlan,
    most_points,
    total,
    weight_sentence,
)

NO_NAMES = "Write candidate numbers on this form, never a name."
MARKS = ("Score", "What it looks like")
NOT_AGREED = "Not agreed yet"


def pack_document(
    selection: SelectionPlan,
    kind: str,
    day: date,
    parts: tuple[document.Part, ...],
    notices: tuple[str, ...] = (NO_NAMES,),
    landscape: bool = False,
) -> document.Document:
    """Return a pack headed by the post, the interview date and the day it was made.

    notices: empty for a paper for candidates, which is not filled in.
    """
    facts = [
        ("Interviews", plain_date(selection.interview_on)),
        ("Made on", plain_date(day)),
    ]
    return document.Document(
        title=f"{kind}: {selection.title}",
        organisation=selection.organisation,
        kind=kind,
        footer=f"{kind}. Made on {plain_date(day)}" if notices else kind,
        notices=notices,
        facts=tuple((name, value) for name, value in facts if value),
        parts=parts,
        landscape=landscape,
    )


def tested(selection: SelectionPlan, question: Question) -> str:
    """Return a line for each criterion that a question tests."""
    return "\n".join(
        f"Tests criterion {selection.number_of(one)} "
        f"({'essential' if one.essential else 'desirable'}): {one.text}"
        for one in selection.criteria_of(question)
    )


def marks(name: str, question: Question) -> document.Grid:
    """Return a table of what scores of 1, 3 and 5 look like, marking any that is missing."""
    scored = zip(SCORES[::2], astuple(question.anchors), strict=True)
    rows = tuple((str(score), words or NOT_AGREED) for score, words in scored)
    return document.Grid(f"Marks for {name.lower()}", MARKS, rows, widths=(18, 0))


def listed(heading: str, lines: tuple[str, ...]) -> tuple[document.Part, ...]:
    """Return a heading with a list, or nothing for an empty list."""
    return (document.Heading(3, heading), document.Bullets(lines)) if lines else ()


SHOWING = (
    "Nothing in the application",
    "Claims to do it, without an example",
    "Gives an example",
    "Gives an example and what came of it",
)
"""What an application shows for each score from 0, as the guidance on shortlisting says it."""
SHOWN = len(SHOWING) - 1
ACROSS = 6
"""Most criteria side by side, each worded above its column so that no page need be turned."""
HOW = (
    f"{'. '.join(f'{score}: {words}' for score, words in enumerate(SHOWING))}. "
    "Agree which score meets a criterion before you start. "
    "Each person who shortlists fills in a form alone, then you compare."
)
ON_FIRST, FEWEST = 20, 3
"""Lines left beneath the head of the form, and rows that may stand alone on a page."""
TITLE_LINE = 53
"""Characters of a post's title that fit on one line of the head."""
NARROW = 28
"""Width in millimetres of the column of candidate numbers."""
Numbered = tuple[int, Criterion]
Headed = tuple[tuple[document.Heading, ...], document.Grid]


def shortlisting_grid(selection: SelectionPlan, candidates: int) -> tuple[document.Part, ...]:
    """Return a grid for this many candidates, numbered from 1."""
    by_application = [pair for pair in selection.numbered if APPLICATION in pair[1].assessed_by]
    if not by_application:
        return (document.Text("No criterion is assessed by application form yet."),)
    essential = [pair for pair in by_application if pair[1].essential]
    desirable = [pair for pair in by_application if not pair[1].essential]
    tables = (
        *_grids("Essential criteria", essential, candidates),
        *_grids("Desirable criteria", desirable, candidates),
        ((document.Heading(2, "Decision"),), _decisions(len(desirable), candidates)),
    )
    room = ON_FIRST - 2 * (len(selection.title) // TITLE_LINE)
    return (
        document.Heading(2, "What each application shows"),
        document.Text(HOW),
        *_filled(tables, room),
    )


def _grids(name: str, criteria: Sequence[Numbered], candidates: int) -> Iterator[Headed]:
    tables = -(-len(criteria) // ACROSS)
    for table in range(tables):
        across = criteria[len(criteria) * table // tables : len(criteria) * (table + 1) // tables]
        columns = tuple(f"{number}. {one.text}" for number, one in across)
        which = _from_to([str(number) for number, _ in across])
        grid = _by_candidate(f"{name}: {which}", columns, candidates, (0,) * len(across), 4)
        yield () if table else (document.Heading(3, name),), grid


def _by_candidate(
    name: str, columns: tuple[str, ...], candidates: int, widths: tuple[int, ...], height: int
) -> document.Grid:
    rows = tuple((str(one), *("" for _ in columns)) for one in range(1, candidates + 1))
    return document.Grid(name, ("Candidate", *columns), rows, (NARROW, *widths), height)


def _filled(tables: Sequence[Headed], room: float) -> Iterator[document.Part]:
    """Yield the tables, split where a page is full, into parts of at least FEWEST rows.

    room: the lines left on the first page. Only a guess, so its part may break where it must.
    """
    for heading, grid in tables:
        rows = grid.rows
        while rows:
            bare = replace(grid, rows=())
            parts: tuple[document.Part, ...] = (*heading, bare)
            head = sum(document.lines_of(part, document.LANDSCAPE) for part in parts)
            row = document.lines_of(
                replace(grid, rows=rows[:1]), document.LANDSCAPE
            ) - document.lines_of(bare, document.LANDSCAPE)
            take, fewest = min(int((room - head) / row), len(rows)), min(FEWEST, len(rows))
            if take < len(rows):
                take = min(take, len(rows) - FEWEST)
            if take < fewest and room < document.ON_ITS_SIDE:
                room = document.ON_ITS_SIDE
                continue
            take = max(take, fewest)  # on a page of its own, whatever the headings leave of it
            numbers = _from_to([document.plain_words(one[0]) for one in rows[:take]])
            name = f"{grid.name}, candidates {numbers}" if take < len(grid.rows) else grid.name
            part = replace(grid, name=name, rows=rows[:take])
            most = 0 if grid is tables[0][1] and rows is grid.rows else document.ON_ITS_SIDE
            yield from document.together(*heading, part, most=most)
            heading, rows, room = (), rows[take:], room - head - take * row


def _from_to(shown: Sequence[str]) -> str:
    return f"{shown[0]} to {shown[-1]}" if len(shown) > 1 else shown[0]


def _decisions(desirable: int, candidates: int) -> document.Grid:
    columns = ["All essential met?"]
    if desirable:
        columns.append(f"Desirable score (out of {SHOWN * desirable})")
    columns += ["Shortlisted?", "Reason"]
    widths = (*(52 for _ in columns[1:]), 0)
    return _by_candidate("Decision for each candidate", tuple(columns), candidates, widths, 5)


ALONE = "Fill it in alone, straight after the candidate. Compare when you have seen everyone."
COLUMNS = ("What", "Weight", "Score, 1 to 5", "Weight × score", "Maximum")
NOT_GIVEN = "Not given"
SCALE = " · ".join(map(str, SCORES))
SCORED_AT = ("Circle the score", "Weight", "Weight × score")


def score_sheet(selection: SelectionPlan, _: int) -> tuple[document.Part, ...]:
    """Return the sheet with score guides, space for evidence and the total at its end."""
    asked = tuple(selection.named(*ASKED))
    if not asked:
        return (document.Text("There is no question or task to score yet."),)
    return (
        document.Text(ALONE),
        document.Lines("Panel member, as a role such as Chair", 1),
        document.Lines("Candidate number", 1),
        document.Heading(2, "Scores"),
        *(part for name, question in asked for part in _scored(selection, name, question)),
        document.PageBreak(),
        document.Heading(2, "Totals"),
        document.Grid(
            "Weights, scores and totals",
            COLUMNS,
            tuple(_score_rows(selection, asked)),
            row_height=7,
        ),
        document.Text(_check(selection)),
        document.Lines("Reasons, from the evidence above", 3),
    )


def _scored(selection: SelectionPlan, name: str, question: Question) -> tuple[document.Part, ...]:
    return document.together(
        document.Heading(3, name),
        document.Text(question.text),
        document.Text(tested(selection, question)),
        marks(name, question),
        document.Lines("What you heard or saw", 3),
        document.Grid(f"Score for {name.lower()}", SCORED_AT, ((SCALE, _weight(question), ""),)),
    )


def _score_rows(
    selection: SelectionPlan, asked: tuple[tuple[str, Question], ...]
) -> Iterator[tuple[str, ...]]:
    for name, question in asked:
        weight = question.weight
        most = NOT_GIVEN if weight is None else str(weight * SCORES[-1])
        yield name, _weight(question), "", "", most
    questions = selection.asked
    yield "Total", str(total(questions)), "", "", str(most_points(questions))


def _weight(question: Question) -> str:
    return NOT_GIVEN if question.weight is None else str(question.weight)


def _check(selection: SelectionPlan) -> str:
    whole = total(selection.asked)
    said = (
        f"Scores of 1 throughout add up to {whole}. "
        f"Scores of 5 add up to {most_points(selection.asked)}: the weights times 5."
    )
    wrong = weight_sentence(selection.asked)
    return (
        f"{said} {wrong} Before you score, agree weights that add up to {WHOLE}." if wrong else said
    )
