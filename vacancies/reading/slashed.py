"""Rows of a table pasted with slashes between their cells: "1 / Runs the desk / A / I"."""

import re
from collections.abc import Sequence

from vacancies.reading.column_names import METHOD
from vacancies.reading.criteria import level_of, methods_of
from vacancies.reading.markers import bare

FEWEST_ROWS = 2
_SLASH = re.compile(r"(?:^|(?<=\s))/(?=\s|$)")
_NUMBER = re.compile(r"\d{1,2}\.?")
_LETTERS, _SHARE = re.compile(r"[A-Za-z](?:[.,][A-Za-z])?|"), re.compile(r"\d{1,3}%")


def without_slashes(lines: list[str]) -> list[str]:
    """Return lines without the slashes of numbered rows, and with tabs for those of a table."""
    return _with_cells(_without_numbers(lines))


def _cells_of(line: str) -> list[str]:
    cells = _SLASH.split(line) if "/" in line else [line]
    return [cell.strip() for cell in cells]


def _without_numbers(lines: list[str]) -> list[str]:
    rows = [_cells_of(line) for line in lines]
    numbered = [
        len(cells) > 1 and bool(_NUMBER.fullmatch(cells[0])) and not cells[1].isdigit()
        for cells in rows  # "1 / 3" is the number of a page
    ]
    if sum(numbered) < FEWEST_ROWS:
        return lines
    return [
        _numbered_row(*cells) if is_row else line
        for cells, is_row, line in zip(rows, numbered, lines, strict=True)
    ]


def _numbered_row(number: str, *texts: str) -> str:
    """Return a row as one line, with its share or the letters of its methods at the end."""
    end = len(texts)
    while end > 1 and _LETTERS.fullmatch(texts[end - 1]):
        end -= 1
    ways = "/".join(filter(None, texts[end:])).upper()
    is_share = end > 1 and bool(_SHARE.fullmatch(texts[end - 1]))
    share = f" {texts[end - 1]}" if is_share else ""
    text = " / ".join(texts[: end - is_share])
    return f"{number.rstrip('.')}. {text}{share}" + (f" ({ways})" if ways else "")


def _with_cells(lines: list[str]) -> list[str]:
    """Return lines with a tab for each slash below a line that names both levels."""
    for at, line in enumerate(lines):
        names = _cells_of(line)
        if len(names) > 2 and {True, False} <= set(map(level_of, names)):
            rows, after = _rows_below(lines[at + 1 :])
            if len(rows) < FEWEST_ROWS:
                return lines
            read = [line for row in rows for line in _placed(row, names)]
            return [*lines[:at], "\t".join(names), *read, *lines[at + 1 + after :]]
    return lines


def _rows_below(lines: Sequence[str]) -> tuple[list[list[str]], int]:
    """Return the cells of each row, with their lines joined by "\\v", and the number of lines."""
    rows: list[list[str]] = []
    for at, line in enumerate(lines):
        first, *others = _cells_of(line)
        begins = bool(others and first) and bare(first) == first
        blank_above = at > 0 and not lines[at - 1].strip()
        if begins:
            rows.append([first, *others])
        elif not rows or (blank_above and first and bare(first) == first and not others):
            return rows, at
        elif first or others:
            rows[-1][-1] = "\v".join(filter(None, [rows[-1][-1], first]))
            rows[-1] += others
    return rows, len(lines)


def _placed(cells: list[str], names: Sequence[str]) -> list[str]:
    """Return a row as a line with tabs, or, with fewer cells than names, as its lines.

    An empty cell leaves no slash, so then the level of the others cannot be seen.
    """
    if len(cells) == len(names):
        return ["\t".join(cells)]
    *before, last = [cell.split("\v") for cell in cells]
    ways = [bare(text) for text in last]
    if METHOD.search(names[-1]) and all(methods_of("".join(way.split()[:1])) for way in ways):
        last = [f"{names[-1]}: {', '.join(ways)}"]
    return [line for cell in (*before, last) for line in cell]
