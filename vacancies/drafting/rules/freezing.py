"""A draft as plain JSON values and back, so that a version can be kept and read years later.

The values carry the number of their format. Reading is tolerant: what an older format leaves out is
empty, what is not understood is left out, and nothing raises.
"""

from typing import Any

from kls_portal.plain_values import Stored, to_plain
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.profiles.rules.evidence import EvidenceSheet

FORMAT = 2
"""0: the bare draft. 1: {"format", "draft"}. 2: with "sheet", the panel's evidence sheet."""
_STORED = Stored({Duty: "text", Criterion: "text"})


def freeze(draft: Draft, sheet: EvidenceSheet | None = None) -> dict[str, Any]:
    """Return values that JSON holds: {"format": 2, "draft": {…}, "sheet": {…} or None}.

    Dates are "YYYY-MM-DD", hours a string such as "37.5", rows lists of dictionaries. An example
    for others is frozen without its sheet. `thaw_sheet` reads the sheet.
    """
    return {"format": FORMAT, "draft": to_plain(draft), "sheet": to_plain(sheet)}


def thaw(content: object) -> Draft:
    """Return the draft that `content` holds. `thaw(freeze(draft)) == draft` for every draft.

    Format 0 was the bare draft without its envelope. Whatever is missing or of the wrong type is
    read as not written; a duty or criterion without a text is left out.
    """
    outer = content if isinstance(content, dict) else {}
    return _STORED.read(Draft, outer.get("draft", outer))


def is_drafted(draft: Draft) -> bool:
    """Whether there is anything to freeze: a purpose, a duty or a criterion."""
    return bool(draft.purpose.strip() or draft.duties or draft.criteria)
