"""What the packs are made of: instructions, grids, tables of marks."""

from collections.abc import Iterator, Sequence
from datetime import date

from kls_portal.documents.dates import plain_date
from kls_portal.documents.document import (
    ON_ITS_SIDE,
    Bullets,
    Document,
    Grid,
    Heading,
    Part,
    Text,
    together,
)
from vacancies.drafting.rules.draft import Criterion
from vacancies.recruiting.rules.thread import (
    APPLICATION,
    METHODS,
    SCORES,
    WORDS,
    Limits,
    Question,
    Thread,
)

NO_NAMES = "Write candidate numbers on this form, never a name."
MARKS = ("Score", "What it looks like")
NOT_AGREED = "Not agreed yet"


def pack_document(
    thread: Thread,
    kind: str,
    day: date,
    parts: tuple[Part, ...],
    notices: tuple[str, ...] = (NO_NAMES,),
    landscape: bool = False,
) -> Document:
    """A pack with its head: the post, the interview date, and the day it was made.

    notices: none on a paper for candidates, which is no form to fill in.
    """
    facts = [
        ("Interviews", plain_date(thread.interview_on) if thread.interview_on else ""),
        ("Made on", plain_date(day)),
    ]
    return Document(
        title=f"{kind}: {thread.title}",
        organisation=thread.organisation,
        kind=kind,
        footer=f"{kind}. A blank form, made on {plain_date(day)}" if notices else kind,
        notices=notices,
        facts=tuple((name, value) for name, value in facts if value),
        parts=parts,
        landscape=landscape,
    )


def name_of(question: Question, number: int) -> str:
    """What a question is called in a pack, such as "Question 2"."""
    return f"{WORDS[question.method].capitalize()} {number}"


def numbered(thread: Thread, *methods: str) -> Iterator[tuple[str, Question]]:
    """Each question by these methods with its name; the numbers start anew for each method."""
    for method in methods:
        for number, question in enumerate(thread.by(method), start=1):
            yield name_of(question, number), question


def tested(thread: Thread, question: Question) -> str:
    """The criteria that a question tests, in a sentence each."""
    return " ".join(
        f"Tests criterion {thread.number_of(one)} "
        f"({'essential' if one.essential else 'desirable'}): {one.text}"
        for one in thread.criteria_of(question)
    )


def marks(name: str, question: Question) -> Grid:
    """What 1, 3 and 5 look like, as a table; what nobody has said yet is said to be missing."""
    low, middle, high = SCORES[0], SCORES[2], SCORES[-1]
    found = (
        (low, question.anchors.one),
        (middle, question.anchors.three),
        (high, question.anchors.five),
    )
    rows = tuple((str(score), words or NOT_AGREED) for score, words in found)
    return Grid(f"Marks for {name.lower()}", MARKS, rows, widths=(18, 0))


def listed(heading: str, lines: tuple[str, ...]) -> tuple[Part, ...]:
    """A heading with a list; nothing for an empty list."""
    return (Heading(3, heading), Bullets(lines)) if lines else ()


def nothing(words: str) -> tuple[Part, ...]:
    """A sentence where a pack has nothing to show yet."""
    return (Text(words),)


def method_words(question: Question) -> str:
    """How something is asked, such as "Assessment task"."""
    return METHODS[question.method]


KIND = "Shortlisting grid"
SHOWN = 2
ACROSS = 6
"""Criteria beside each other: each has its words above its column, so that nobody leafs back."""
HOW = (
    "Score 2 if the application shows it, 1 if it shows part of it, and 0 if it does not. "
    "Each person who shortlists fills in a form alone, then you compare."
)
DOWN = 10
"""Candidates below each other on a page."""
NARROW = 28
"""Millimetres of the column with the candidate numbers."""
Numbered = tuple[int, Criterion]


def shortlisting_grid(thread: Thread, _: Limits, candidates: int, day: date) -> Document:
    """A grid with room for so many candidates, as numbers from 1."""
    found = [pair for pair in thread.numbered if APPLICATION in pair[1].assessed_by]
    if not found:
        words = "No criterion is assessed by application form yet."
        return pack_document(thread, KIND, day, nothing(words))
    essential = [pair for pair in found if pair[1].essential]
    desirable = [pair for pair in found if not pair[1].essential]
    parts: tuple[Part, ...] = (
        Heading(2, "What each application shows"),
        Text(HOW),
        *_grids("Essential criteria", essential, candidates),
        *_grids("Desirable criteria", desirable, candidates),
        Heading(2, "Decision"),
        *_decisions(len(desirable), candidates),
    )
    return pack_document(thread, KIND, day, parts, landscape=True)


def _grids(name: str, found: Sequence[Numbered], candidates: int) -> tuple[Part, ...]:
    parts: list[Part] = [Heading(3, name)] if found else []
    for start in range(0, len(found), ACROSS):
        across = found[start : start + ACROSS]
        columns = tuple(f"{number}. {one.text}" for number, one in across)
        which = _from_to([number for number, _ in across])
        parts += _by_candidate(f"{name}: {which}", columns, candidates, (0,) * len(across), 4)
    return tuple(parts)


def _by_candidate(
    name: str, columns: tuple[str, ...], candidates: int, widths: tuple[int, ...], height: int
) -> Iterator[Part]:
    """Tables with a row for each candidate, as even as can be, each on one page."""
    pages = -(-candidates // DOWN)
    size = -(-candidates // pages)
    for first in range(1, candidates + 1, size):
        numbers = range(first, min(first + size, candidates + 1))
        rows = tuple((str(one), *("" for _ in columns)) for one in numbers)
        named = f"{name}, candidates {_from_to(numbers)}" if pages > 1 else name
        grid = Grid(named, ("Candidate", *columns), rows, (NARROW, *widths), height)
        yield from together(grid, most=ON_ITS_SIDE)


def _from_to(numbers: Sequence[int]) -> str:
    return f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else str(numbers[0])


def _decisions(desirable: int, candidates: int) -> Iterator[Part]:
    columns = ["All essential shown?"]
    if desirable:
        columns.append(f"Desirable, of {SHOWN * desirable}")
    columns += ["Shortlisted?", "Reason"]
    widths = (*(40 for _ in columns[1:]), 0)
    name = "Decision for each candidate"
    return _by_candidate(name, tuple(columns), candidates, widths, 5)
