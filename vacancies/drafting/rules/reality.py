"""The reality check: what a post does now, compared with its job description. Nothing is stored.

The need was raised in a session of library assistants who did the work of higher posts (Library
Camp London). Re-evaluating a job whose duties changed for good can go either way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kls_portal.personal_data import Find, personal_data
from vacancies.drafting.rules.draft import Duty
from vacancies.profiles.rules.factor_words import Touched, factors_touched

YEARS = 1
"""A post is compared with its job description once a year (our own measure)."""

STILL, GONE, CHANGED = "still", "gone", "changed"


@dataclass(frozen=True)
class Answer:
    """The answer on one duty: STILL, GONE or CHANGED, and for CHANGED what it is now."""

    duty: Duty
    choice: str
    now: str = ""


@dataclass(frozen=True)
class Reality:
    """The comparison. `touched`: factors affected. `finds`: possible personal data typed."""

    still: tuple[Answer, ...]
    gone: tuple[Answer, ...]
    changed: tuple[Answer, ...]
    new: tuple[str, ...]
    touched: tuple[Touched, ...]
    finds: tuple[Find, ...]

    @property
    def differs(self) -> bool:
        return bool(self.gone or self.changed or self.new)


def compare(answers: Sequence[Answer], new: str) -> Reality:
    """Return the comparison for `answers`, one per duty, and `new`, one piece of work per line.

    Factors are found from the words of new work and of duties that are gone or changed.
    """
    lines = tuple(line.strip(" \t-•*") for line in new.splitlines() if line.strip(" \t-•*"))
    gone, changed = _chosen(answers, GONE), _chosen(answers, CHANGED)
    texts = [text for answer in (*gone, *changed) for text in (answer.duty.text, answer.now)]
    typed = "\n".join([*(answer.now for answer in changed), *lines])
    return Reality(
        still=_chosen(answers, STILL),
        gone=gone,
        changed=changed,
        new=lines,
        touched=factors_touched([*texts, *lines]),
        finds=personal_data(typed, alone=True),
    )


def is_due(agreed: date, today: date) -> bool:
    """Whether a year has passed since the job description was agreed."""
    years = today.year - agreed.year
    return years - ((today.month, today.day) < (agreed.month, agreed.day)) >= YEARS


def _chosen(answers: Sequence[Answer], choice: str) -> tuple[Answer, ...]:
    return tuple(answer for answer in answers if answer.choice == choice)
