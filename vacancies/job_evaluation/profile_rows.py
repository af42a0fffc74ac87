"""One profile as a file has it: what is wrong with its values, or the values themselves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from vacancies.job_evaluation.bands import BandError, Bands
from vacancies.job_evaluation.levels import LabelError, parse_label
from vacancies.job_evaluation.scheme import Scheme

LONGEST = {"code": 40, "title": 200, "edition": 60, "source": 5_000, "note": 5_000}
REQUIRED = ("code", "title", "band")
TEXTS = ("code", "title", "band", "status", "source", "edition", "read_on", "note", "replaces")
STATUSES = ("national", "illustrative")
YES, NO = {"yes", "true", "1", "y"}, {"no", "false", "0", "n", ""}
SURPLUS = "surplus"
_BAND = re.compile(
    r"^\s{0,99}(?:(?:afc|agenda for change)\s{1,9})?band[\s:.-]{0,9}(?=\d)", re.IGNORECASE
)
_CODE = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True)
class BadRow:
    """What is wrong in one place of the file, such as “Row 3”. One plain sentence."""

    place: str
    sentence: str


@dataclass(frozen=True)
class ReadProfile:
    """A profile as the file has it, every value checked. `labels`: {factor code: label}."""

    place: str
    code: str
    title: str
    band: str
    status: str
    source: str
    edition: str
    note: str
    replaces: str
    read_on: date | None
    confirmed: bool
    labels: Mapping[str, str] = field(hash=False)


def faults_of(row: Mapping[str, str], scheme: Scheme, bands: Bands) -> Iterator[str]:
    """What is wrong with the values of a row, one sentence each; nothing where all are good."""
    if SURPLUS in row:
        yield "There are more values than columns."
    for key in row:
        if key not in {*TEXTS, "confirmed", SURPLUS, *scheme.by_code}:
            yield f"There is no value called “{shown(key)}”."
    for key in REQUIRED:
        if not row.get(key):
            yield f"The {key} is missing."
    for key, most in LONGEST.items():
        if len(row.get(key, "")) > most:
            yield f"The {key} must be {most} characters or fewer."
    yield from _faults_of_words(row, bands)
    yield from _faults_of_labels(row, scheme)


def _faults_of_words(row: Mapping[str, str], bands: Bands) -> Iterator[str]:
    code = row.get("code", "")
    if code and (not _CODE.fullmatch(code) or code.lower() == "compare"):
        yield f"The code “{shown(code)}” is no good: use letters, digits and hyphens."
    if row.get("band"):
        try:
            bands.band(_band(row["band"]))
        except BandError as problem:
            yield str(problem)
    if row.get("status", "").lower() not in {*STATUSES, ""}:
        yield f"The status is “{shown(row['status'])}”. It is national or illustrative."
    if row.get("confirmed", "").lower() not in YES | NO:
        yield f"Confirmed is “{shown(row['confirmed'])}”. It is yes or no."
    if row.get("read_on") and _day(row["read_on"]) is None:
        yield f"“{shown(row['read_on'])}” is not a date. Write it like 2027-03-31."


def _faults_of_labels(row: Mapping[str, str], scheme: Scheme) -> Iterator[str]:
    for factor in scheme.factors:
        try:
            parse_label(row.get(factor.code, ""), factor.number_of_levels)
        except LabelError as problem:
            yield f"{factor.code} {factor.name}: {problem}"


def profile_of(place: str, row: Mapping[str, str], scheme: Scheme) -> ReadProfile:
    """The profile of a row without faults."""
    return ReadProfile(
        place=place,
        code=row["code"],
        title=row["title"],
        band=_band(row["band"]),
        status=row.get("status", "").lower() or "illustrative",
        source=row.get("source", ""),
        edition=row.get("edition", ""),
        note=row.get("note", ""),
        replaces=row.get("replaces", ""),
        read_on=_day(row.get("read_on", "")),
        confirmed=row.get("confirmed", "").lower() in YES,
        labels={code: " ".join(row[code].split()) for code in scheme.by_code},
    )


def _band(text: str) -> str:
    """The band as it is stored: “Band 8A” is 8a."""
    return _BAND.sub("", text).strip().lower()


def _day(text: str) -> date | None:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None


def shown(text: str) -> str:
    """The beginning of what somebody typed, fit for a sentence."""
    return "".join(sign if sign.isprintable() else "�" for sign in text[:40])
