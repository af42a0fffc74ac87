"""Parts that several packs of a selection share."""

from collections.abc import Iterator
from datetime import date

from kls_portal.documents.dates import plain_date
from kls_portal.documents.paper import Bullets, Grid, Heading, Paper, Part, Text
from vacancies.selection.methods import METHODS, WORDS
from vacancies.selection.thread import Question, Thread
from vacancies.selection.weights import SCORES

NO_NAMES = "Write candidate numbers on this form, never a name."
MARKS = ("Score", "What it looks like")
NOT_AGREED = "Not agreed yet"


def pack_paper(
    thread: Thread,
    kind: str,
    day: date,
    parts: tuple[Part, ...],
    notices: tuple[str, ...] = (NO_NAMES,),
    landscape: bool = False,
) -> Paper:
    """A pack with its head: the post, the interview date, and the day it was made."""
    facts = [
        ("Interviews", plain_date(thread.interview_on) if thread.interview_on else ""),
        ("Made on", plain_date(day)),
    ]
    return Paper(
        title=f"{kind}: {thread.title}",
        organisation=thread.organisation,
        kind=kind,
        footer=f"{kind}. A blank form, made on {plain_date(day)}",
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
    """The criterion that a question tests, in a sentence."""
    criterion = thread.criterion_of(question)
    kind = "essential" if criterion.essential else "desirable"
    return f"Tests criterion {thread.number_of(criterion)} ({kind}): {criterion.text}"


def marks(name: str, question: Question) -> Grid:
    """What 1, 3 and 5 look like, as a table; what nobody has said yet is said to be missing."""
    low, middle, high = SCORES[0], SCORES[2], SCORES[-1]
    found = (
        (low, question.anchors.one),
        (middle, question.anchors.three),
        (high, question.anchors.five),
    )
    rows = tuple((str(score), words or NOT_AGREED) for score, words in found)
    return Grid(f"Marks of {name.lower()}", MARKS, rows, widths=(18, 0))


def listed(heading: str, lines: tuple[str, ...]) -> tuple[Part, ...]:
    """A heading with a list; nothing for an empty list."""
    return (Heading(3, heading), Bullets(lines)) if lines else ()


def nothing(words: str) -> tuple[Part, ...]:
    """A sentence where a pack has nothing to show yet."""
    return (Text(words),)


def method_words(question: Question) -> str:
    """How something is asked, such as "Assessment task"."""
    return METHODS[question.method]
