"""Reading profiles from a file (CSV or TOML), validated row by row."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from vacancies.profiles.rules.bands import BandError, Bands
from vacancies.profiles.rules.scheme import LabelError, Scheme, parse_label

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
    """A fault and its place in the file, such as “Row 3”, in one plain sentence."""

    place: str
    sentence: str


@dataclass(frozen=True)
class ReadProfile:
    """A validated profile from a file. labels: {factor code: label}."""

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
    """Yield the faults in the values of a row, one sentence each."""
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
        yield f"The code “{shown(code)}” cannot be used. Use letters, digits and hyphens."
    if row.get("band"):
        try:
            bands.band(_band(row["band"]))
        except BandError as problem:
            yield str(problem)
    if row.get("status", "").lower() not in {*STATUSES, ""}:
        yield f"The status is “{shown(row['status'])}”. It must be national or illustrative."
    if row.get("confirmed", "").lower() not in YES | NO:
        yield f"Confirmed is “{shown(row['confirmed'])}”. It must be yes or no."
    if row.get("read_on") and _read_day(row["read_on"]) is None:
        yield f"“{shown(row['read_on'])}” is not a date. Write it like 2027-03-31."


def _faults_of_labels(row: Mapping[str, str], scheme: Scheme) -> Iterator[str]:
    for factor in scheme.factors:
        try:
            parse_label(row.get(factor.code, ""), factor.number_of_levels)
        except LabelError as problem:
            yield f"{factor.code} {factor.name}: {problem}"


def profile_of(place: str, row: Mapping[str, str], scheme: Scheme) -> ReadProfile:
    """Return the profile of a row without faults."""
    return ReadProfile(
        place=place,
        code=row["code"],
        title=row["title"],
        band=_band(row["band"]),
        status=row.get("status", "").lower() or "illustrative",
        **{name: row.get(name, "") for name in ("source", "edition", "note", "replaces")},
        read_on=_read_day(row.get("read_on", "")),
        confirmed=row.get("confirmed", "").lower() in YES,
        labels={code: " ".join(row[code].split()) for code in scheme.by_code},
    )


def _band(text: str) -> str:
    return _BAND.sub("", text).strip().lower()


def _read_day(text: str) -> date | None:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None


def shown(text: str) -> str:
    """Return the beginning of user input, safe to quote in a sentence."""
    return "".join(sign if sign.isprintable() else "�" for sign in text[:40])


MOST_BYTES = 500_000
MOST_PROFILES = 500
HIGHEST_NUMBER = 10_000


class FileError(ValueError):
    """A file that cannot be read at all. The message is one plain sentence."""


def read_profiles(
    data: bytes, name: str, scheme: Scheme, bands: Bands
) -> tuple[tuple[ReadProfile, ...], tuple[BadRow, ...]]:
    """Read the profiles of a file called `name`; return the good rows and the bad rows' faults.

    Raises FileError for a file that is too large, empty, of another kind, or not text.
    """
    text = _decoded(data)
    rows = _toml_rows(text) if name.lower().endswith(".toml") else _csv_rows(text, scheme)
    good: list[ReadProfile] = []
    bad: list[BadRow] = []
    seen: dict[str, str] = {}
    for number, (place, row) in enumerate(rows, start=1):
        if number > MOST_PROFILES:
            raise FileError(f"The file has more than {MOST_PROFILES} profiles. Send fewer at once.")
        sentences = list(faults_of(row, scheme, bands))
        code = row.get("code", "")
        if code and code.lower() in seen:
            sentences.append(f"The code “{code[:40]}” is already in {seen[code.lower()]}.")
        seen.setdefault(code.lower(), place.lower())
        bad += [BadRow(place, sentence) for sentence in sentences]
        if not sentences:
            good.append(profile_of(place, row, scheme))
    if not good and not bad:
        raise FileError("There is no profile in the file.")
    return tuple(good), tuple(bad)


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise FileError(f"The file is larger than {MOST_BYTES // 1000} kB. Send fewer profiles.")
    if data.startswith((b"PK", b"\xd0\xcf", b"%PDF")):
        raise FileError("This is not a CSV or TOML file. In a spreadsheet, save it as CSV UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(
            "The file is not UTF-8 text. In a spreadsheet, save as CSV UTF-8."
        ) from None
    if "\x00" in text:
        raise FileError("The file contains characters that are not text. Save it as CSV UTF-8.")
    if not text.strip():
        raise FileError("The file is empty.")
    return text


def _csv_rows(text: str, scheme: Scheme) -> Iterator[tuple[str, dict[str, str]]]:
    first_line = text.lstrip().splitlines()[0]
    delimiter = max(",;\t", key=first_line.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [_column(cell, scheme) for cell in next(lines)]
        _check_columns(columns, scheme)
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield f"Row {lines.line_num}", _csv_row(columns, cells)
    except csv.Error:
        raise FileError(f"Line {lines.line_num} cannot be read as CSV.") from None


def _column(cell: str, scheme: Scheme) -> str:
    word = cell.strip()
    return word.upper() if word.upper() in scheme.by_code else word.lower().replace(" ", "_")


def _check_columns(columns: list[str], scheme: Scheme) -> None:
    known = {*TEXTS, "confirmed", *scheme.by_code}
    for column in columns:
        if column not in known:
            raise FileError(f"There is no column “{shown(column)}”. Columns are {_names(scheme)}.")
        if columns.count(column) > 1:
            raise FileError(f"The column “{column}” is there twice.")
    if missing := [name for name in (*REQUIRED, *scheme.by_code) if name not in columns]:
        raise FileError(f"Columns are missing: {', '.join(missing)}.")


def _names(scheme: Scheme) -> str:
    codes = list(scheme.by_code)
    return f"{', '.join(TEXTS)}, confirmed and {codes[0]} to {codes[-1]}"


def _csv_row(columns: list[str], cells: list[str]) -> dict[str, str]:
    row = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
    if len([cell for cell in cells[len(columns) :] if cell.strip()]):
        row[SURPLUS] = "yes"
    return row


def _toml_rows(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        content = tomllib.loads(text)
    except ValueError as problem:
        raise FileError(f"The file cannot be read as TOML: {str(problem)[:120]}.") from None
    except RecursionError:
        raise FileError("The file cannot be read as TOML: it nests too deeply.") from None
    rows = content.get("profiles")
    if not isinstance(rows, list):
        raise FileError("A TOML file has its profiles as [[profiles]].")
    for number, row in enumerate(rows, start=1):
        yield f"Profile {number}", _toml_row(row)


def _toml_row(row: Any) -> dict[str, str]:
    if not isinstance(row, dict):
        return {SURPLUS: "yes"}
    labels = row.get("labels", {})
    plain = {"code" if key == "id" else key: value for key, value in row.items() if key != "labels"}
    if isinstance(labels, dict):
        plain |= labels
    return {str(key): _text_of_value(value) for key, value in plain.items()}


def _text_of_value(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and abs(value) > HIGHEST_NUMBER:
        return "?"
    return str(value).strip() if isinstance(value, str | int | date) else "?"
