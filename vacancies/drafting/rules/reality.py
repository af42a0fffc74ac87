"""What a post does now against what its job description says: nothing stored, no person in it.

The need comes from a session of library assistants who did the work of higher posts (Library Camp
London). Evaluating a job again because its duties changed for good can go either way.
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
    """What became of one duty: STILL, GONE or CHANGED, and for CHANGED what it is now."""

    duty: Duty
    choice: str
    now: str = ""


@dataclass(frozen=True)
class Reality:
    """The comparison. `touched` are hints; `finds` look like personal data in what was typed."""

    still: tuple[Answer, ...]
    gone: tuple[Answer, ...]
    changed: tuple[Answer, ...]
    new: tuple[str, ...]
    touched: tuple[Touched, ...]
    finds: tuple[Find, ...]

    @property
    def differs(self) -> bool:
        """Whether the post does something else than its job description says."""
        return bool(self.gone or self.changed or self.new)


def compare(answers: Sequence[Answer], new: str) -> Reality:
    """Return the comparison of `answers`, one a duty, and of `new`: a piece of work a line.

    A factor is touched by the words of duties that are gone or changed, and of new work.
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
