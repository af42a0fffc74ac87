"""Labels and their values where they stand apart: in two rows, two cells or two lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from vacancies.reading.blocks import Cell, Row
from vacancies.reading.criteria import level_of, names_methods
from vacancies.reading.facts import FACTS, band_of, hours_of
from vacancies.reading.headings import section_of, words_in
from vacancies.reading.joining import run_together
from vacancies.reading.old_job import SHORT

Pair = tuple[str, str, str]
"""A part of the old job, and its label and value as written."""
_CODE = re.compile(r"[ED] ?\d{1,2}[.:)]?")
FEWEST_LABELS = 2
MOST_WORDS_OF_A_LABEL, MOST_WORDS_OF_A_VALUE = 5, 16


def pairs_in(cells: Sequence[str]) -> list[Pair]:
    """Return each label and value in a row, or [].

    Handles rows of two cells, and of four or six with further pairs beside the first.
    """
    if len(cells) not in (2, 4, 6):
        return []
    pairs = _pairs(cells[::2], cells[1::2])
    known = [part in (*FACTS, "other", "statement") for part, label, _ in pairs]
    if len(cells) == 2:
        return pairs if known[0] and pairs[0][0] in FACTS else []
    facts = [part in FACTS for part, *_ in pairs]
    return pairs if facts[0] and sum(known) * 2 >= len(known) else []


def pairs_by_column(rows: Sequence[Row]) -> Iterator[tuple[Sequence[Row], list[Pair]]]:
    """Yield the rows in order, each with [], or two with the pairs that they make.

    Of two rows, the first holds labels alone, and the second a value below each.
    """
    at = 0
    while at < len(rows):
        pairs = _above_values(*rows[at : at + 2]) if at + 1 < len(rows) else []
        yield rows[at : at + (2 if pairs else 1)], pairs
        at += 2 if pairs else 1


def _above_values(labels: Row, values: Row) -> list[Pair]:
    columns = [n for n, cell in enumerate(labels) if cell.lines]
    filled = [n for n, cell in enumerate(values) if cell.lines]
    if len(columns) < FEWEST_LABELS or columns != filled:
        return []
    texts = [row[n].text for row in (labels, values) for n in columns]
    return _values_of(texts[: len(columns)], texts[len(columns) :])


def pairs_by_line(cells: Sequence[Cell]) -> list[Pair]:
    """Return the pairs of a row whose cells hold a label above its value, or labels beside values.

    [] unless each line is one of a pair.
    """
    pairs: list[Pair] = []
    if len(cells) == 2 and len(cells[0].lines) == len(cells[1].lines) >= FEWEST_LABELS:
        pairs = _values_of(cells[0].lines, cells[1].lines)
    if pairs:
        return pairs
    for cell in cells:
        if len(cell.lines) % 2 or not cell.lines:
            return []
        inside = _values_of(cell.lines[::2], cell.lines[1::2])
        if not inside:
            return []
        pairs += inside
    return pairs


def pairs_of_lines(texts: Sequence[str]) -> list[Pair]:
    """Return the pairs of lines that begin with a run of labels and go on with as many values.

    One of them must be a band or hours, which show that the values stand in the order of the
    labels; else [].
    """
    many = next((n for n, text in enumerate(texts) if not _is_label(text)), 0)
    if many < FEWEST_LABELS or len(texts) < many * 2:
        return []
    pairs = _values_of(texts[:many], texts[many : many * 2])
    seen = {"band": band_of, "hours": hours_of}
    proofs = [bool(seen[part](value)) for part, _, value in pairs if part in seen]
    return pairs if proofs and all(proofs) else []


def with_labels(texts: Sequence[str]) -> Iterator[str]:
    """Yield texts; each label is put before the value behind it, as in the table of a header."""
    at = 0
    while at < len(texts):
        pair = texts[at : at + 2]
        joins = len(pair) > 1 and section_of(pair[0]) in SHORT and not section_of(pair[1])
        yield f"{pair[0].rstrip(': ')}: {pair[1]}" if joins else texts[at]
        at += 1 + joins


def rows_by_column(texts: Sequence[str]) -> tuple[tuple[Row, ...], int]:
    """Return the rows of a table that was copied column by column, and how many lines they take.

    First come the codes of criteria, such as "E8" and "E9", then as many texts and perhaps as many
    ways in which they are assessed. Where the lines do not begin like that: (), 0.
    """
    codes = list(takewhile(_CODE.fullmatch, texts))
    worded: list[str] = []
    at = many = len(codes)
    while many >= FEWEST_LABELS and at < len(texts):
        if not (text := texts[at]) or names_methods(text) or level_of(text) is not None:
            break
        if worded and text[:1].islower():
            worded[-1] = run_together(worded[-1], text)
        elif len(worded) < many:
            worded.append(text)
        else:
            break
        at += 1
    if not worded or len(worded) < many:
        return (), 0
    ways = list(takewhile(names_methods, texts[at : at + many]))
    ways = ways if len(ways) == many else [""] * many
    rows = zip(codes, worded, ways, strict=True)
    after = at + (many if ways[0] else 0)
    return tuple(tuple(Cell((text,) if text else ()) for text in row) for row in rows), after


def _values_of(labels: Sequence[str], values: Sequence[str]) -> list[Pair]:
    named = all(map(_is_label, labels)) and any(section_of(one) in SHORT for one in labels)
    free = all(len(one.split()) <= MOST_WORDS_OF_A_VALUE and not _is_label(one) for one in values)
    return _pairs(labels, values) if named and free else []


def _pairs(labels: Sequence[str], values: Sequence[str]) -> list[Pair]:
    return [(section_of(label), label, value) for label, value in zip(labels, values, strict=True)]


def _is_label(text: str) -> bool:
    return section_of(text) in (*SHORT, "other") and words_in(text) <= MOST_WORDS_OF_A_LABEL
