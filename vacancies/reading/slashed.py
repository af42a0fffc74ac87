"""Rows of a table pasted with slashes between their cells: "1 / Runs the desk / A / I"."""

import re
from collections.abc import Sequence

from vacancies.reading.column_names import ESSENTIAL, METHOD, NAMED, OF_LEVELS, SUBJECT
from vacancies.reading.criteria import level_of, methods_of
from vacancies.reading.headings import section_of
from vacancies.reading.markers import bare
from vacancies.reading.old_job import SHORT
from vacancies.reading.words import opens_criterion

FEWEST_ROWS, MOST_WORDS_OF_A_CATEGORY = 2, 5
_SLASH = re.compile(r"(?:^|(?<=\s))/(?=\s|$)")
_NUMBER = re.compile(r"\d{1,2}\.?")
_LETTERS, _SHARE = re.compile(r"[A-Za-z](?:[.,][A-Za-z])?|"), re.compile(r"\d{1,3}%")


def without_slashes(lines: list[str]) -> list[str]:
    """Return lines without the slashes of numbered rows, and with tabs for those of a table."""
    return _without_numbers(_with_cells(_with_facts(lines)))


def _with_facts(lines: list[str]) -> list[str]:
    """Return lines with a tab for each slash of those that hold labels and their values."""
    rows = [_cells_of(line.strip().removesuffix(" /")) for line in lines]
    of_facts = [
        len(cells) in (2, 4, 6)
        and (cells[0].endswith(":") or section_of(cells[0]) in SHORT)
        and not (section_of(cells[1]) or cells[1].endswith(":"))
        for cells in rows
    ]
    several = sum(of_facts) >= FEWEST_ROWS
    return [
        "\t".join(cells) if is_row and (several or cells[0].endswith(":")) else line
        for cells, is_row, line in zip(rows, of_facts, lines, strict=True)
    ]


def _cells_of(line: str) -> list[str]:
    cells = _SLASH.split(line) if "/" in line and "\t" not in line else [line]
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
    ways = "/".join(filter(None, texts[end:])).upper().replace(".", "/")
    is_share = end > 1 and bool(_SHARE.fullmatch(texts[end - 1]))
    share = f" {texts[end - 1]}" if is_share else ""
    text = " / ".join(texts[: end - is_share])
    return f"{number.rstrip('.')}. {text}{share}" + (f" ({ways})" if ways else "")


def _with_cells(lines: list[str]) -> list[str]:
    """Return lines with a tab for each slash below a line that names levels."""
    placed: list[str] = []
    at, seen = 0, False
    while at < len(lines):
        names = _names_in(lines[at])
        rows, after = _rows_below(lines, at + 1) if names else ([], at + 1)
        fewest = 1 if seen else FEWEST_ROWS
        seen = seen or sum(len(row) > 1 for row in rows) >= fewest
        placed += _placed(rows, names) if seen and rows else lines[at:after]
        at = after
    return placed


def _names_in(line: str) -> list[str]:
    """Return the cells of a line that name columns of which one or two tell the level, or []."""
    names = [name for name in _cells_of(line) if name] if "/" in line else []
    each = any(OF_LEVELS.fullmatch(name) for name in names[1:])
    both = len(names) > 2 and {True, False} <= set(map(level_of, names))
    named = any(map(NAMED.search, names[:2])) and len(names) > 2
    worded = (ESSENTIAL.search(n) or SUBJECT.search(n) or METHOD.search(n) for n in names)
    return names if each or both or (named and all(worded)) else []


def _rows_below(lines: Sequence[str], start: int) -> tuple[list[list[str]], int]:
    """Return the cells of each row, its lines joined by "\\v", and the index of the line after."""
    rows: list[list[str]] = []
    for at in range(start, len(lines)):
        first, *others = _cells_of(lines[at])
        begins = bool(others and first) and bare(first) == first
        blank_above = not lines[at - 1].strip() and bool(rows) and bool(rows[-1][-1])
        if rows and _names_in(lines[at]):
            return rows, at
        if begins or (first and not rows):
            rows.append([first, *others])
        elif blank_above and first and bare(first) == first and not others:
            return rows, at
        elif rows and (first or others):
            rows[-1][-1] = "\v".join(filter(None, [rows[-1][-1], first]))
            rows[-1] += others
    return rows, len(lines)


def _placed(rows: list[list[str]], names: list[str]) -> list[str]:
    """Return the names and each row as a line with tabs, or, with fewer cells, as its lines.

    An empty cell leaves no slash, so then the level of the others cannot be seen.
    """
    numbered = [_NUMBER.fullmatch(row[0]) is not None for row in rows]
    if level_of(names[0]) is not None and all(numbered):
        rest = ", ".join(" ".join(names[1:]).split(" – "))
        return [f"{names[0]} ({rest})", *(_numbered_row(*row) for row in rows)]
    if OF_LEVELS.fullmatch(names[-1]) and all(len(row) == len(names) + 1 for row in rows[:1]):
        names = ["", *names]
    known = any(level_of(name) is not None or OF_LEVELS.fullmatch(name) for name in names)
    whole = [known and len(row) == len(names) for row in rows]
    placed = [("\t" if any(whole) else " ").join(names)]
    for is_whole, is_numbered, row in zip(whole, numbered, rows, strict=True):
        if is_numbered:
            placed.append(_numbered_row(*row))
        else:
            placed += ["\t".join(row)] if is_whole else _lines_of_row(row, names[-1])
    return placed


def _lines_of_row(row: Sequence[str], name: str) -> list[str]:
    *before, last = [cell.split("\v") for cell in row]
    worded = len(row) > 1 and row[1].count(" ") > 1 and not opens_criterion(row[0])
    if worded and row[0].count(" ") < MOST_WORDS_OF_A_CATEGORY:
        before[0] = [f"{row[0].rstrip(':')}:"]
    ways = [bare(text) for text in last]
    if METHOD.search(name) and all(methods_of("".join(way.split()[:1])) for way in ways):
        last = [f"{name}: {', '.join(ways)}"]
    return [line for cell in (*before, last) for line in cell]
