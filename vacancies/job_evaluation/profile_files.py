"""Reading profiles from a CSV or TOML file: every bad row is named, nothing is guessed.

A row is a profile: code, title and band, the level or range of each factor (F1 to F16), and where
it comes from. A status left out counts as illustrative, a confirmation left out as none.
"""

import csv
import io
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from vacancies.job_evaluation.bands import Bands
from vacancies.job_evaluation.profile_rows import (
    REQUIRED,
    SURPLUS,
    TEXTS,
    BadRow,
    ReadProfile,
    faults_of,
    profile_of,
    shown,
)
from vacancies.job_evaluation.scheme import Scheme

MOST_BYTES = 500_000
MOST_PROFILES = 500
HIGHEST_NUMBER = 10_000


class FileError(ValueError):
    """A file that cannot be read at all. The message is one plain sentence."""


def read_profiles(
    data: bytes, name: str, scheme: Scheme, bands: Bands
) -> tuple[tuple[ReadProfile, ...], tuple[BadRow, ...]]:
    """Read the profiles of a file called `name`; the good rows, and what is wrong with the bad.

    Raises FileError for a file that is too large, empty, of another kind, or not text.
    """
    text = _text(data)
    rows = _toml_rows(text) if name.lower().endswith(".toml") else _csv_rows(text, scheme)
    found: list[ReadProfile] = []
    bad: list[BadRow] = []
    seen: dict[str, str] = {}
    for number, (place, row) in enumerate(rows, start=1):
        if number > MOST_PROFILES:
            raise FileError(f"The file has more than {MOST_PROFILES} profiles. Send fewer at once.")
        sentences = list(faults_of(row, scheme, bands))
        code = row.get("code", "")
        if code and code.lower() in seen:
            sentences.append(f"The code “{code[:40]}” stands in {seen[code.lower()]} already.")
        seen.setdefault(code.lower(), place.lower())
        bad += [BadRow(place, sentence) for sentence in sentences]
        if not sentences:
            found.append(profile_of(place, row, scheme))
    if not found and not bad:
        raise FileError("There is no profile in the file.")
    return tuple(found), tuple(bad)


def _text(data: bytes) -> str:
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
        raise FileError("The file holds characters that are no text. Save it as CSV UTF-8.")
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
            raise FileError(f"The column “{column}” stands there twice.")
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
        raise FileError("A TOML file holds its profiles as [[profiles]].")
    for number, row in enumerate(rows, start=1):
        yield f"Profile {number}", _toml_row(row)


def _toml_row(row: Any) -> dict[str, str]:
    if not isinstance(row, dict):
        return {SURPLUS: "yes"}
    labels = row.get("labels", {})
    plain = {"code" if key == "id" else key: value for key, value in row.items() if key != "labels"}
    if isinstance(labels, dict):
        plain |= labels
    return {str(key): _plain(value) for key, value in plain.items()}


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and abs(value) > HIGHEST_NUMBER:
        return "?"
    return str(value).strip() if isinstance(value, str | int | date) else "?"
