"""Pasted text as lines and tables. A table copied from Word arrives as lines with tabs."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from vacancies.reading.blocks import LOOSE_HEADING, NO_HEADING, Block, Cell, Line, Table
from vacancies.reading.headings import has_marker, looks_like_heading, section_of
from vacancies.reading.old_job import LONGEST_TEXT, MOST_LINES, ReadingError

TOO_LONG = "The text is longer than 200 pages. Paste the job description alone."
NO_TEXT = "The text is empty. Paste the text of the job description."
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]")


def read_pasted(text: str) -> tuple[Block, ...]:
    """Return pasted text as blocks. Raises ReadingError if it is empty or over 200 pages."""
    if len(text) > LONGEST_TEXT:
        raise ReadingError(TOO_LONG)
    if not text.strip():
        raise ReadingError(NO_TEXT)
    lines = [line.rstrip() for line in _LINE_ENDS.sub("\n", text).split("\n")]
    lines = [line for line in lines if line.strip()]
    if len(lines) > MOST_LINES:
        raise ReadingError(TOO_LONG)
    return tuple(_blocks(lines))


def _blocks(lines: list[str]) -> Iterator[Block]:
    parents = _numbers_with_children(lines)
    for in_table, group in groupby(lines, key=_has_columns):
        if in_table:
            yield Table(tuple(_row(line) for line in group))
        else:
            yield from (_line(line, parents) for line in group)


def _has_columns(line: str) -> bool:
    cells = line.split("\t")
    return len(cells) > 1 and not _is_bullet(cells[0]) and bool("".join(cells[1:]).strip())


def _is_bullet(cell: str) -> bool:
    return not any(letter.isalnum() for letter in cell) and bool(cell.strip())


def _row(line: str) -> tuple[Cell, ...]:
    parts = (" ".join(part.split()) for part in line.split("\t"))
    return tuple(Cell((part,)) if part else Cell() for part in parts)


def _numbers_with_children(lines: list[str]) -> set[tuple[str, int]]:
    """Where numbers go deeper: the family of each "4.1" that stands above a "4.1.1".

    A short line with such a number, or with that of a sister ("4.2"), is a heading.
    """
    numbers = [found[1] for line in lines if (found := _NUMBER.match(line.strip()))]
    return {_family(one) for one, after in pairwise(numbers) if after.startswith(f"{one}.")}


def _family(number: str) -> tuple[str, int]:
    return number.rpartition(".")[0], number.count(".")


def _line(line: str, parents: set[tuple[str, int]]) -> Line:
    text = " ".join(line.split())
    number = _NUMBER.match(text)
    parent = number is not None and _family(number[1]) in parents
    heading = looks_like_heading(text, bold=parent)
    heading = heading or (text.endswith(":") and bool(section_of(text)))
    item = has_marker(text) and not heading
    return Line(text, LOOSE_HEADING if heading else NO_HEADING, item)
