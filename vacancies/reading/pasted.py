"""Pasted text as lines and tables; a table copied from Word arrives as lines with tabs.

Text copied from a PDF arrives with each printed line separate and page furniture in between.
Continued lines are joined, hyphenated words mended and page numbers dropped; of a repeated page
header or footer, the first is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from vacancies.reading.blocks import (
    LOOSE_HEADING,
    NO_HEADING,
    PARAGRAPH_END,
    Block,
    Cell,
    Line,
    Table,
    trimmed,
)
from vacancies.reading.column_names import METHOD, OF_LEVELS
from vacancies.reading.criteria import (
    is_denial,
    is_mark,
    level_of,
    methods_in_prose,
    names_category,
    names_methods,
)
from vacancies.reading.furniture import is_furniture, without_furniture
from vacancies.reading.headings import LONGEST_HEADING, PERSON, could_be_heading, section_of, shouts
from vacancies.reading.joining import WIDEST_PRINTED, JoinedText, Printed, joined_lines
from vacancies.reading.labels import rows_by_column
from vacancies.reading.markers import bare, depths, is_lone_marker
from vacancies.reading.old_job import LONGEST_TEXT, MOST_LINES, MOST_PAGES, ReadingError
from vacancies.reading.pasted_lines import as_written, lines_of, with_lost_bullets
from vacancies.reading.text_columns import with_columns

TOO_LONG = f"The text is longer than {MOST_PAGES} pages. Paste only the job description."
NO_TEXT = "The text is empty. Paste the text of the job description."
MOST_LINES_OF_A_ROW = 40


def read_pasted(text: str) -> tuple[Block, ...]:
    """Return pasted text as blocks. Raises ReadingError if it is empty or over MOST_PAGES."""
    if len(text) > LONGEST_TEXT:
        raise ReadingError(TOO_LONG)
    if not text.strip():
        raise ReadingError(NO_TEXT)
    lines = [*lines_of(as_written(text))]
    if sum(bool(line.strip()) for line in lines) > MOST_LINES:
        raise ReadingError(TOO_LONG)
    return _blocks_of_lines(lines, has_paragraphs=PARAGRAPH_END in text)


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Return a text of any length as blocks. One with paragraph ends was not broken by pages."""
    return _blocks_of_lines(lines_of(text), has_paragraphs=PARAGRAPH_END in text)


def _blocks_of_lines(texts: Iterable[str], *, has_paragraphs: bool) -> tuple[Block, ...]:
    lines = with_columns(with_lost_bullets([line.rstrip(" \xa0") for line in texts]))
    reach = WIDEST_PRINTED + 1 if has_paragraphs else 0
    return tuple(_blocks([Printed(line, reach=reach) for line in without_furniture(lines)]))


def blocks_of_printed(parts: Sequence[Printed | Table]) -> Iterator[Block]:
    """Yield blocks from printed lines and the tables already found between them."""
    printed = [part for part in parts if isinstance(part, Printed)]
    kept = iter(without_furniture([line.text for line in printed]))
    run: list[Printed] = []
    heads: set[Table] = set()
    for part in parts:
        if isinstance(part, Printed):
            run.append(replace(part, text=next(kept)))
        elif part not in heads:  # else the head of a further page
            yield from _lines(run)
            yield part
            run = []
            heads.add(part)
    yield from _lines(run)


def _blocks(lines: Sequence[Printed]) -> Iterator[Block]:
    """Yield the runs of lines with tabs as tables, and the runs between them as lines."""
    texts = [line.text for line in lines]
    run: list[Printed] = []
    at = 0
    while at < len(lines):
        rows, after = _rows_from(texts, at)
        if rows:
            yield from _lines(run)
            run = []
            yield Table(rows)
            at = after
        else:
            run.append(lines[at])
            at += 1
    yield from _lines(run)


def _columns_in(line: str) -> int:
    """Return the number of tabs in a table row, or 0 for any other line."""
    cells = line.split("\t")
    if len(cells) < 2 or is_lone_marker(cells[0]) or not "".join(cells[1:]).strip():
        return 0
    return len(cells) - 1


def _rows_from(lines: Sequence[str], at: int) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """Return the rows of the table that begins here, and the index of the line after it.

    A cell of several paragraphs breaks its row over lines, which belong together if their tabs add
    up to those of the first row.
    """
    tabs = _columns_in(lines[at])
    if not tabs:
        return (), at
    rows = [_row_of_lines([lines[at]])]
    at += 1
    while at < len(lines):
        here = lines[at].count("\t")
        if here >= tabs:
            rows.append(_row_of_lines([lines[at]]))
            at += 1
            continue
        levels = tabs > 1 and any(
            level_of(cell.text) is not None or OF_LEVELS.search(cell.text) for cell in rows[0]
        )
        broken = _broken_row(lines, at, tabs, begun=levels)
        if broken:
            rows.append(_row_of_lines(lines[at : at + broken]))
            at += broken
        elif _columns_in(lines[at]):
            rows.append(_row_of_lines([lines[at]]))
            at += 1
        elif _goes_on(lines[at].strip(), rows[-1], tabs, name=rows[0][-1].text):
            last = rows[-1][-1]
            rows[-1] = (*rows[-1][:-1], Cell((*last.paragraphs, lines[at].strip())))
            at += 1
        elif tabs > 1 and _is_row_of_its_own(lines, at, rows):
            rows.append(_row_of_lines([lines[at]]))
            at += 1
        else:
            break
    return tuple(rows), at


def _goes_on(words: str, row: Sequence[Cell], tabs: int, name: str) -> bool:
    """Whether a line without tabs is one more paragraph of the last cell of a row.

    name: that of the last column, or its first cell.
    """
    if tabs > 1 or level_of(row[0].text) is None or level_of(row[-1].text) is not None:
        ways = names_methods(words) and (METHOD.search(name) or names_methods(name))
        return bool(words) and (bool(ways) or is_mark(words) or is_denial(words))
    text = bare(words)
    return bool(text) and could_be_heading(text) and not (section_of(text) or names_category(text))


def _broken_row(lines: Sequence[str], at: int, tabs: int, *, begun: bool) -> int:
    """Return the number of lines whose tabs add up to `tabs`, and so form one row, or 0.

    begun: whether the first cell may be of several lines, as below the names of levels.
    """
    if not (begun or lines[at].count("\t")):
        return 0
    so_far = 0
    for number, line in enumerate(lines[at : at + MOST_LINES_OF_A_ROW], 1):
        so_far += line.count("\t")
        if so_far == tabs:
            return number
        if so_far > tabs or line == "\f":
            return 0
        named = section_of(line) or names_category(line) or methods_in_prose(line)
        if not so_far and (named or names_methods(line) or not line.strip()):
            return 0
    return 0


def _is_row_of_its_own(lines: Sequence[str], at: int, rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether a line without tabs, between rows, is a cell merged over all columns."""
    line = lines[at].strip()
    after = next((one for one in lines[at + 1 : at + 3] if one.strip()), "")
    if not line or line == "\f" or len(line) > LONGEST_HEADING:
        return False
    levels = any(level_of(cell.text) is not None for row in rows[:2] for cell in row)
    allowed = PERSON if levels or "essential" in rows[0][-1].text.casefold() else ()
    return section_of(line) in ("", *allowed) and after.count("\t") == len(rows[0]) - 1


def _row_of_lines(lines: Sequence[str]) -> tuple[Cell, ...]:
    cells: list[list[str]] = [[]]
    for line in lines:
        first, *others = (
            [" ".join(words.split()) for words in part.split("\v")] for part in line.split("\t")
        )
        cells[-1] += first
        cells += others
    return tuple(Cell(tuple(trimmed(cell))) for cell in cells)


def _lines(lines: Sequence[Printed]) -> Iterator[Block]:
    texts = joined_lines(lines)
    if not texts:
        return
    parents = _parents(texts)
    kinds = [None if is_furniture(text.text) else text.kind for text in texts]
    depth_of, plain, at = depths(kinds), [text.text for text in texts], 0
    while at < len(texts):
        rows, many = rows_by_column(plain[at : at + MOST_LINES_OF_A_ROW * 3])
        if rows:
            yield Table(rows)
        else:
            yield _line_of_text(texts[at], depth_of[at], parents)
        at += many or 1


def _line_of_text(text: JoinedText, depth: int, parents: set[tuple[str, int]]) -> Line:
    words = text.text
    bullet = text.kind.startswith("bullet")
    parent = bool(text.number) and _family(text.number) in parents
    heading = could_be_heading(words.rstrip(":")) and not bullet
    heading = heading and (shouts(words) or parent or text.bold)
    level = LOOSE_HEADING if heading else NO_HEADING
    return Line(words, level, bool(text.kind), depth, text.number)


def _parents(texts: Sequence[JoinedText]) -> set[tuple[str, int]]:
    """Return the family of each number such as "4.1" that is followed by a "4.1.1".

    A short line with such a number, or with that of a sibling ("4.2"), is a heading.
    """
    numbers = [text.number for text in texts if text.number]
    return {_family(one) for one, after in pairwise(numbers) if after.startswith(f"{one}.")}


def _family(number: str) -> tuple[str, int]:
    return number.rpartition(".")[0], number.count(".")
