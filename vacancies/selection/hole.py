"""A hole in the thread, in words, and where it is mended."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vacancies.selection.limits import Limits
from vacancies.selection.thread import Thread

CRITERION, NEW_CRITERION, QUESTION = "criterion", "new criterion", "question"
NEW_QUESTION, QUESTIONS, WEIGHTS = "new question", "questions", "weights"


@dataclass(frozen=True)
class Mend:
    """The page where a hole is mended, and the words of the link to it.

    page: CRITERION (row: its id), NEW_CRITERION (row: the duty it is for), QUESTION (row: its
    id), NEW_QUESTION (row: the criterion; with a `method`), QUESTIONS or WEIGHTS (all of them).
    """

    page: str
    words: str
    row: int = 0
    method: str = ""


@dataclass(frozen=True)
class Hole:
    """What is missing. `rule` is the name of the rule, never used again for another one.

    fingerprint: by which it is set aside where a rule of `checks` found it, "" for a rule that
    only the selection knows.
    """

    rule: str
    sentence: str
    mend: Mend
    fingerprint: str = ""


Rule = Callable[[Thread, Limits], Iterable[Hole]]
