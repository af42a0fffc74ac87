"""The contents of an old job description, as far as they were understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from kls_portal.file_size import LARGEST

MOST_PAGES = 200
LONGEST_TEXT = MOST_PAGES * 2_500
"""Characters of so many full pages (our own measure)."""
MOST_LINES = MOST_PAGES * 100
"""More lines than so many full pages have."""
TOO_LARGE = f"The file is larger than {LARGEST}. Take the pictures out, or paste the text instead."


class ReadingError(ValueError):
    """A file or text that cannot be read. The message is one plain sentence for the user."""


@dataclass(frozen=True)
class OldDuty:
    """One duty, with its heading or "", and its share of the time in per cent."""

    text: str
    group: str = ""
    share: int | None = None


@dataclass(frozen=True)
class OldCriterion:
    """One line of the person specification.

    `category` and `assessed_by` hold slugs of the portal, such as "skills" and "interview".
    `essential` is None where the text does not show the level; the user is then asked.
    """

    text: str
    category: str
    essential: bool | None
    assessed_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class OldEvidence:
    """What the text says about one factor of the scheme, such as "F13"."""

    factor: str
    text: str


def _several() -> Any:
    return field(default="", metadata={"several": True})


@dataclass(frozen=True)
class OldJob:
    """An old job description. A part that was not found is "", or None for hours.

    A part is a single line, unless its field is declared with `_several()`.

    `standard_statements` are those that every job description of an organisation carries.
    `not_understood` holds all text that belongs to no other part, in order.
    `other_jobs` are the titles of further jobs in the document, whose text is not understood.
    """

    title: str = ""
    band: str = ""
    hours: float | None = None
    place: str = ""
    contract: str = ""
    reports_to: str = ""
    accountable_to: str = ""
    department: str = ""
    reference: str = ""
    dimensions: str = _several()
    supervises: str = ""
    purpose: str = _several()
    about: str = _several()
    decides: str = _several()
    relationships: str = _several()
    duties: tuple[OldDuty, ...] = ()
    criteria: tuple[OldCriterion, ...] = ()
    evidence: tuple[OldEvidence, ...] = ()
    standard_statements: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    other_jobs: tuple[str, ...] = ()


LONG = tuple(one.name for one in fields(OldJob) if one.metadata)
SHORT = tuple(one.name for one in fields(OldJob) if not one.metadata and one.default != ())
"""The parts of several lines (`LONG`) and of one line (`SHORT`)."""


MOST_DUTIES, MOST_CRITERIA, MOST_LEFT = 80, 60, 60
"""Our own limits: with up to five answers each, they stay below the 1,000 fields of a form."""


def fitted(job: OldJob) -> OldJob:
    """Return `job` with at most 80 duties, 60 criteria and 60 blocks left; no text is lost."""
    left = [
        *job.not_understood,
        *(": ".join(filter(None, (d.group, d.text))) for d in job.duties[MOST_DUTIES:]),
        *(criterion.text for criterion in job.criteria[MOST_CRITERIA:]),
    ]
    return replace(
        job,
        duties=job.duties[:MOST_DUTIES],
        criteria=job.criteria[:MOST_CRITERIA],
        not_understood=tuple(_joined(left, MOST_LEFT)),
    )


def _joined(texts: Sequence[str], most: int) -> list[str]:
    each = -(-len(texts) // most) or 1
    return ["\n".join(texts[start : start + each]) for start in range(0, len(texts), each)]
