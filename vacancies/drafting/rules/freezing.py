"""Conversion of a draft to JSON values and back, so that versions can be read years later.

Reading is tolerant: anything missing is empty, anything unknown is ignored, and nothing raises.
"""

from typing import Any

from kls_portal.plain_values import Stored, to_plain
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.profiles.rules.evidence import EvidenceSheet

_STORED = Stored({Duty: "text", Criterion: "text"})


def freeze(draft: Draft, sheet: EvidenceSheet | None = None) -> dict[str, Any]:
    """Return a draft as JSON values: {"draft": {…}, "sheet": {…} or None}.

    Dates are "YYYY-MM-DD", hours a string such as "37.5", rows lists of dictionaries. Examples are
    frozen without a sheet. `thaw_sheet` reads the sheet.
    """
    return {"draft": to_plain(draft), "sheet": to_plain(sheet)}


def thaw(content: object) -> Draft:
    """Return the draft in `content`. `thaw(freeze(draft)) == draft` for every draft.

    Missing values and values of the wrong type are read as not written; duties and criteria without
    a text are left out.
    """
    return _STORED.read(Draft, content.get("draft") if isinstance(content, dict) else {})


def is_drafted(draft: Draft) -> bool:
    """Whether there is anything to freeze: a purpose, a duty or a criterion."""
    return bool(draft.purpose.strip() or draft.duties or draft.criteria)
