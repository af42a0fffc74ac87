"""The handover by a leaver: ten questions, and what each line of an answer may become.

Source: recruitment and retention guide for KLS managers (reviewed 19 July 2023), sections on
succession and on induction (handover); the questions are our own (house default).
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kls_portal.plain_values import rows_in
from vacancies.rulebook.dates import MONTH, MONTHS, dates_in

DATA = Path(__file__).resolve().parent.parent / "data" / "handover.toml"
DUTY, RELATIONSHIP, DECISION = "duty", "relationships", "decides"
# Names for a password.
_NAME = (
    r"(?:pass ?(?:word|code|phrase)s?|pins?|pwd|pw"
    r"|(?:access|alarm|door|entry|gate|key|lock|safe)[ -]?(?:pad )?codes?)"
)
# Such a name followed by a possible password: after a sign or a verb, perhaps with the system in
# between (“the password for Ovid is …”), or directly if it contains a digit.
_GIVEN = re.compile(
    rf"\b(?:{_NAME}\b(?: (?:for|of|to|on)\b[^\n.;:=]{{0,40}}?)?\s{{0,9}}"
    r"(?:\b(?:is|are)\b|[:=–—]|->?|→)"
    rf"|pass\s{{0,9}}[:=])\s{{0,9}}(?P<secret>\S{{1,200}})(?P<rest>[^\n.;,]*)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(rf"\b{_NAME}\s{{1,9}}(?=\S{{3}})\S{{0,200}}\d\S*", re.IGNORECASE)
_PLACE = re.compile(r"(?:in|with|at|kept|held|stored|known|from)\b", re.IGNORECASE)
_MIXED = re.compile(r"[\d!#$%^&*@?]\w|\w[\d#$%^&*@]|[a-z][A-Z]")


@dataclass(frozen=True)
class HandoverQuestion:
    """One question. `fact`: what a line may become in the next job description, "" for nothing.

    task: the prefix of a line that becomes a task for the successor, "" for none; due: its due
    day, in working days from the start date.
    """

    id: str
    text: str
    hint: str = "Write one on each line."
    fact: str = ""
    task: str = ""
    due: int = 0


QUESTIONS = rows_in(DATA, "questions", HandoverQuestion)


@dataclass(frozen=True)
class Line:
    """One line of an answer. `id` is derived from the question and the text."""

    id: str
    question: HandoverQuestion
    text: str

    @property
    def task_words(self) -> str:
        return f"{self.question.task}: {self.text}"

    @property
    def gap_words(self) -> str:
        """Return the text of the task if it falls due before the successor starts."""
        return f"{EMPTY_POST}: {self.text}"


EMPTY_POST = "Falls due while the post is empty"
_MONTH_ALONE = re.compile(
    rf"\b(?P<end>(?:the )?end of )?(?P<month>{MONTH})\b\.?(?:,?\s{{1,3}}(?P<year>20\d\d))?",
    re.IGNORECASE,
)


def day_in(text: str, written: date) -> date | None:
    """Return the earliest date that a line mentions, None if it mentions none.

    written: the day the line was written; a date without a year is the next one from then. A month
    alone means its first day, "the end of" a month its last, and counts where no day is named. A
    date with a year that had passed when the line was written is ignored.
    """
    folded = text.casefold()
    years = (written.year, written.year + 1)
    named = (one.on(year) for one in dates_in(folded, 0, len(folded)) for year in years)
    months = (_day_of_month(match, written) for match in _MONTH_ALONE.finditer(text))
    return min((day for day in named if day and day >= written), default=None) or min(
        filter(None, months), default=None
    )


def _day_of_month(match: re.Match[str], written: date) -> date | None:
    name, year = match["month"], match["year"]
    # A month alone may be an ordinary word: “it may be late”, “May need help”.
    begins = name == "May" and not match.string[: match.start()].strip()
    if name.islower() or begins:
        return None
    month = MONTHS.index(name[:3].casefold()) + 1
    for one in (int(year),) if year else (written.year, written.year + 1):
        first, days = date(one, month, 1), monthrange(one, month)[1]
        # It has not passed until its last day.
        if first.replace(day=days) >= written:
            return max(first.replace(day=days) if match["end"] else first, written)
    return None


def lines_of(answers: Mapping[str, str]) -> tuple[Line, ...]:
    """Return the distinct lines of the answers without bullets, in the order of the questions."""
    by_name: dict[str, Line] = {}
    for question in QUESTIONS:
        for raw in answers.get(question.id, "").splitlines():
            text = raw.strip().lstrip("-•*–").strip()
            if text:
                name = f"{question.id}:{text}"
                by_name.setdefault(name, Line(name, question, text))
    return tuple(by_name.values())


def looks_like_password(text: str) -> str:
    """Return the words that seem to reveal a password, or "".

    “The password is kept in the safe” names a place and is allowed; “password: Summer27” is not. If
    more words follow, a word counts only if it contains a digit, a sign or an inner capital.
    """
    for match in _GIVEN.finditer(text):
        secret = match["secret"].strip(".,;")
        alone = not match["rest"].strip()
        if secret and not _PLACE.fullmatch(secret) and (alone or _MIXED.search(secret)):
            return f"{match[0].removesuffix(match['rest'])}"
    at_once = _AT_ONCE.search(text)
    return at_once[0] if at_once else ""
