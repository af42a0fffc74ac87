"""The evidence sheet of a post, and how a version keeps it."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal, cast, get_args

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
    verdict: Verdict


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


TEXTS = ("title", "organisation", "band_expected", "profile_title", "profile_band", "status_label")
RESULT_LISTS = ("reasons", "warnings", "to_bring")


def freeze_sheet(sheet: EvidenceSheet) -> dict[str, Any]:
    """Return `sheet` as values that JSON holds; dates are "YYYY-MM-DD"."""
    return {name: _json_of_value(value) for name, value in asdict(sheet).items()}


def thaw_sheet(stored: object) -> EvidenceSheet | None:
    """Return the sheet that `stored` holds, or None where there is none (older versions).

    `thaw_sheet(freeze_sheet(sheet)) == sheet` for every sheet.
    """
    if not isinstance(stored, dict) or not isinstance(stored.get("factors"), list):
        return None
    rows = (_factor(row) for row in stored["factors"] if isinstance(row, dict))
    texts = {name: stored_text(stored.get(name)) for name in TEXTS}
    return EvidenceSheet(
        **texts,
        illustrative=stored.get("illustrative") is not False,
        day=stored_date(stored.get("day")) or date.min,
        factors=tuple(row for row in rows if row.code),
        duties=_duties(stored.get("duties")),
        result=_result(stored.get("result")),
        withdrawn_on=stored_date(stored.get("withdrawn_on")),
        notice=stored_text(stored.get("notice")) or INDICATIVE,
        agreed_with=stored_text(stored.get("agreed_with")),
        version=stored_number(stored.get("version")),
        agreed_on=stored_date(stored.get("agreed_on")),
    )


def _json_of_value(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _json_of_value(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_json_of_value(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _factor(row: dict[str, Any]) -> FactorRow:
    verdict = row.get("verdict")
    level = stored_number(row.get("level"))
    known = verdict in get_args(Verdict) and level is not None
    duties = row.get("duties")
    return FactorRow(
        **{
            name: stored_text(row.get(name)) for name in ("code", "name", "range_label", "evidence")
        },
        duties=tuple(n for n in duties if stored_number(n)) if isinstance(duties, list) else (),
        level=level,
        verdict=cast(Verdict, verdict) if known else "no-evidence",
    )


def _duties(stored: object) -> tuple[NamedDuty, ...]:
    rows = stored if isinstance(stored, list) else []
    return tuple(
        NamedDuty(number, stored_text(row.get("text")))
        for row in rows
        if isinstance(row, dict) and (number := stored_number(row.get("number")))
    )


def _result(stored: object) -> SheetResult:
    values = stored if isinstance(stored, dict) else {}
    lists = {
        name: tuple(line for line in found if isinstance(line, str))
        for name in RESULT_LISTS
        if isinstance(found := values.get(name), list)
    }
    return SheetResult(
        stored_text(values.get("outcome")), stored_number(values.get("score")), **lists
    )


def stored_text(value: object) -> str:
    """Return a text of a frozen value, "" for anything else."""
    return value if isinstance(value, str) else ""


def stored_number(value: object) -> int | None:
    """Return a whole number of a frozen value, None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def stored_date(value: object) -> date | None:
    """Return a day of a frozen value, None for anything else."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
