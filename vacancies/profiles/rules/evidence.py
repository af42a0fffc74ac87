"""The evidence sheet of a post, and how a version keeps it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kls_portal.plain_values import Stored

INDICATIVE = "Indicative: only a trained partnership panel decides a band."

Verdict = Literal["match", "varies", "no-evidence", "no-range"]


@dataclass(frozen=True)
class NamedDuty:
    """A duty that evidence points at; `number` is its number in the job description, from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class FactorRow:
    """One factor of the sheet.

    `range_label` is the profile's range as printed ("2-3ab"). `evidence` is the manager's text, as
    typed, with its line ends; `duties` are the numbers of `EvidenceSheet.duties` it points at.
    `level` is None without evidence, and then `verdict` is "no-evidence". Without a profile to
    compare with, a level has the verdict "no-range".
    """

    code: str
    name: str
    range_label: str
    evidence: str
    duties: tuple[int, ...]
    level: int | None
    verdict: Verdict = "no-evidence"


@dataclass(frozen=True)
class SheetResult:
    """What the matching rules say, in plain sentences.

    `outcome` says it in words, such as "Profile match"; `score` is in points, None while a factor
    has no level; `to_bring` is what to bring to the panel or to do before it.
    """

    outcome: str
    score: int | None
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    to_bring: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvidenceSheet:
    """One post beside one profile, factor by factor in the order of the scheme.

    `status_label` is what must stand beside the profile's title: "National profile", or
    "Illustrative: not a national profile", and then `illustrative` is True. `day` is the day the
    draft was last changed. `duties` holds every duty that a factor points at, in order. A sheet
    of a frozen version has its number in `version`; `day` is then the day it was frozen.
    `profile_title` is empty where no profile was chosen.
    """

    title: str
    organisation: str
    band_expected: str
    profile_title: str
    profile_band: str
    status_label: str
    illustrative: bool
    day: date
    factors: tuple[FactorRow, ...]
    duties: tuple[NamedDuty, ...]
    result: SheetResult
    notice: str = INDICATIVE
    withdrawn_on: date | None = None
    version: int | None = None
    agreed_with: str = ""
    agreed_on: date | None = None


_STORED = Stored({FactorRow: "code", NamedDuty: "number"})


def thaw_sheet(stored: object) -> EvidenceSheet | None:
    """Return the sheet that `stored` holds, or None where there is none (older versions).

    `thaw_sheet(to_plain(sheet)) == sheet` for every sheet. Without a level there is no verdict.
    """
    if not isinstance(stored, dict) or not isinstance(stored.get("factors"), list):
        return None
    sheet = _STORED.read(EvidenceSheet, stored)
    rows = (
        row if row.level is not None else replace(row, verdict="no-evidence")
        for row in sheet.factors
    )
    return replace(sheet, factors=tuple(rows))
