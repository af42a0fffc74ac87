"""The evidence sheet of a post, and reading it from a version."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kls_portal.in_words import listed
from kls_portal.plain_values import Stored

INDICATIVE = "Indicative: only a trained partnership panel decides a band."

Verdict = Literal["match", "varies", "no-evidence", "no-range"]


@dataclass(frozen=True)
class NamedDuty:
    """A duty cited as evidence; `number` is its number in the job description, from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class FactorRow:
    """One factor of the sheet.

    range_label: the profile's range as printed ("2-3ab"). evidence: the manager's text as typed,
    with its line ends; duties: the numbers of the `EvidenceSheet.duties` it cites. level: None
    without evidence, in which case `verdict` is "no-evidence". Without a profile to compare with, a
    level has the verdict "no-range".
    """

    code: str
    name: str
    range_label: str
    evidence: str
    duties: tuple[int, ...]
    level: int | None
    verdict: Verdict = "no-evidence"

    @property
    def see(self) -> str:
        """A reference to the duties it cites, such as "See duties 1, 4 and 7."; "" without any."""
        duties = "duty" if len(self.duties) == 1 else "duties"
        return (
            f"See {duties} {listed([str(number) for number in self.duties])}."
            if self.duties
            else ""
        )


@dataclass(frozen=True)
class SheetResult:
    """The result of the matching rules, in plain sentences.

    outcome: in words, such as "Profile match"; score: in points, None if a factor has no level;
    to_bring: what to bring to the panel or do beforehand.
    """

    outcome: str
    score: int | None
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    to_bring: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvidenceSheet:
    """One post compared with one profile, factor by factor in scheme order.

    status_label: must be shown with the profile's title: "National profile", or "Illustrative: not
    a national profile" (then `illustrative` is True). day: the day the draft was last changed.
    duties: every duty that a factor cites, in order. A sheet of a frozen version has its number in
    `version`; `day` is then the day it was frozen. profile_title: empty if no profile was chosen.
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
    """Return the sheet held by `stored`, or None if there is none.

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
