"""Pasted text as lines and tables. A table copied from Word arrives as lines with tabs."""

import re
from collections.abc import Iterator
from itertools import groupby

from vacancies.reading.blocks import LOOSE_HEADING, NO_HEADING, Block, Cell, Line, Table
from vacancies.reading.headings import has_marker, looks_like_heading, section_of
from vacancies.reading.old_job import LONGEST_TEXT, ReadingError

TOO_LONG = "The text is longer than 200 pages. Paste the job description alone."
NO_TEXT = "The text is empty. Paste the text of the job description."
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]")


def read_pasted(text: str) -> tuple[Block, ...]:
    """Return pasted text as blocks. Raises ReadingError if it is empty or over 200 pages."""
    if len(text) > LONGEST_TEXT:
        raise ReadingError(TOO_LONG)
    if not text.strip():
        raise ReadingError(NO_TEXT)
    lines = [line.rstrip() for line in _LINE_ENDS.sub("\n", text).split("\n")]
    return tuple(_blocks([line for line in lines if line.strip()]))


def _blocks(lines: list[str]) -> Iterator[Block]:
    for in_table, group in groupby(lines, key=_has_columns):
        if in_table:
            yield Table(tuple(_row(line) for line in group))
        else:
            yield from map(_line, group)


def _has_columns(line: str) -> bool:
    cells = line.split("\t")
    return len(cells) > 1 and not _is_bullet(cells[0]) and bool("".join(cells[1:]).strip())


def _is_bullet(cell: str) -> bool:
    return not any(letter.isalnum() for letter in cell) and bool(cell.strip())


def _row(line: str) -> tuple[Cell, ...]:
    parts = (" ".join(part.split()) for part in line.split("\t"))
    return tuple(Cell((part,)) if part else Cell() for part in parts)


def _line(line: str) -> Line:
    text = " ".join(line.split())
    heading = looks_like_heading(text) or (text.endswith(":") and bool(section_of(text)))
    item = has_marker(text) and not heading
    return Line(text, LOOSE_HEADING if heading else NO_HEADING, item)
