"""What somebody who leaves tells the service: ten questions, and what each line may become.

Source: recruitment and retention guide for KLS managers (reviewed 19 July 2023), sections on
succession and on induction (handover); the questions are our own (house default).
"""

import re
from calendar import month_name, monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

DUTY, RELATIONSHIP, DECISION = "duty", "relationships", "decides"
# What a password is called.
_NAME = (
    r"(?:pass ?(?:word|code|phrase)s?|pins?|pwd|pw"
    r"|(?:access|alarm|door|entry|gate|key|lock|safe)[ -]?(?:pad )?codes?)"
)
# One of these with something behind it that could be one: after a sign or a verb, perhaps with
# what it opens between them (“the password for Ovid is …”), or at once with a digit in it.
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

    task: the words in front of a line that becomes a task of the successor, "" for none; due:
    the working day it is due on, counted from the start date.
    """

    id: str
    fact: str = ""
    task: str = ""
    due: int = 0


QUESTIONS = (
    HandoverQuestion("contacts", RELATIONSHIP, "Meet", 5),
    HandoverQuestion("contracts", "", "Take over the contract or renewal", 10),
    HandoverQuestion("returns", DUTY, "Prepare the return", 15),
    HandoverQuestion("access", "", "Get access", 1),
    HandoverQuestion("rules", "", "Learn how we do it", 10),
    HandoverQuestion("beyond", DUTY),
    HandoverQuestion("unfinished", "", "Carry on with", 5),
    HandoverQuestion("calendar", DUTY, "Put into your calendar", 10),
    HandoverQuestion("decisions", DECISION),
    HandoverQuestion("only_you", DUTY, "Be shown how to do it", 3),
)


@dataclass(frozen=True)
class Line:
    """One line of an answer. `id` is the same as long as question and words are."""

    id: str
    question: HandoverQuestion
    text: str

    @property
    def task_words(self) -> str:
        """Return the task that the line may become."""
        return f"{self.question.task}: {self.text}"

    @property
    def gap_words(self) -> str:
        """Return the task of whoever covers the post, where it falls due before the successor."""
        return f"{EMPTY_POST}: {self.text}"


EMPTY_POST = "Falls due while the post is empty"
_MONTHS = tuple(name.casefold() for name in month_name[1:])
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_YEAR = r"(?:,?\s{1,3}(?P<year>20\d\d))?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>20\d\d)-(?P<number>\d\d?)-(?P<day>\d\d?)\b",
        r"\b(?P<day>\d\d?)[/.](?P<number>\d\d?)[/.](?P<year>(?:20)?\d\d)\b",
        rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?\s{{1,3}}(?:of\s{{1,3}})?{_MONTH}{_YEAR}",
        rf"\b{_MONTH}\s{{1,3}}(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?!\s?[:%]){_YEAR}",
        rf"\b(?P<end>(?:the )?end of )?{_MONTH}{_YEAR}",
    )
)


def day_in(text: str, written: date) -> date | None:
    """Return the day that a line names first of all, None where it names none.

    written: the day it was written; a date without a year is the next one from then. A month alone
    counts from its first day, "the end of" it from its last. One with a year that was over when it
    was written is none.
    """
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if (day := _day_of(match, written)) is not None:
                return day
    return None


def _day_of(match: re.Match[str], written: date) -> date | None:
    part = match.groupdict()
    name = part.get("month") or ""
    # A month alone is a word as well: “it may be late”, “May need help”.
    begins = name == "May" and not match.string[: match.start()].strip()
    if "day" not in part and (name.islower() or begins):
        return None
    month = int(part["number"]) if part.get("number") else _number_of(name)
    year = int(part["year"]) % 100 + 2000 if part["year"] else 0
    for one in (year,) if year else (written.year, written.year + 1):
        try:
            last = monthrange(one, month)[1]
            first = int(part["day"]) if "day" in part else last if part.get("end") else 1
            found = date(one, month, first)
        except ValueError:
            return None
        # A month that has begun is not over.
        until = found if "day" in part else date(one, month, last)
        if until >= written:
            return max(found, written)
    return None


def _number_of(name: str) -> int:
    opening = name.casefold()[:3]
    return next(number for number, month in enumerate(_MONTHS, 1) if month[:3] == opening)


def lines_of(answers: Mapping[str, str]) -> tuple[Line, ...]:
    """Return each line of the answers once, in the order of the questions, bullets taken off."""
    found: dict[str, Line] = {}
    for question in QUESTIONS:
        for raw in answers.get(question.id, "").splitlines():
            text = raw.strip().lstrip("-•*–").strip()
            if text:
                name = f"{question.id}:{text}"
                found.setdefault(name, Line(name, question, text))
    return tuple(found.values())


def looks_like_password(text: str) -> str:
    """Return the words that seem to give a password away, or "".

    “The password is kept in the safe” tells a place and stays; “password: Summer27” does not. Where
    more words follow, it counts as one only with a digit, a sign or a capital letter within.
    """
    for match in _GIVEN.finditer(text):
        secret = match["secret"].strip(".,;")
        alone = not match["rest"].strip()
        if secret and not _PLACE.fullmatch(secret) and (alone or _MIXED.search(secret)):
            return f"{match[0].removesuffix(match['rest'])}"
    found = _AT_ONCE.search(text)
    return found[0] if found else ""
