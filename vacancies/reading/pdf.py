"""A PDF with text as lines and tables: words by position, cells by the rules around them.

In a table without rules, a mark counts only if it is clear which column name it is below.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

from vacancies.reading import pdf_words
from vacancies.reading.blocks import Table, WholeText
from vacancies.reading.facts import EFFORT
from vacancies.reading.furniture import is_page_number
from vacancies.reading.headings import PERSON, section_of
from vacancies.reading.joining import Printed
from vacancies.reading.markers import split_marker
from vacancies.reading.old_job import LONG, ReadingError
from vacancies.reading.pasted import blocks_of_printed
from vacancies.reading.pdf_columns import chunks_of, line_text
from vacancies.reading.pdf_page import in_reading_order
from vacancies.reading.pdf_tables import (
    NEAR,
    SMALLEST_STEP,
    THIN,
    Rule,
    Word,
    lines_of,
    places,
    ruled,
)
from vacancies.reading.stress import level_in_print
from vacancies.reading.words import starts_like_duty

LONGEST_WAIT = 30
NO_TEXT = (
    "This PDF contains pictures of pages and no text. "
    "Ask for the Word document, or type the text into the box."
)
LOCKED = "This PDF is protected by a password. Save a copy without one and choose that."
DAMAGED = "This PDF is damaged and cannot be read. Paste the text instead."
TOO_LONG = (
    f"The PDF is longer than {pdf_words.MOST_PAGES} pages. "
    "Choose a file with only the job description."
)
TOO_SLOW = "This PDF takes too long to read. Paste the text instead."
FEWEST_SIGNS = 20
FOOT, LINES_ABOVE, APART = 0.9, 6, 1.15
"""Where the foot of a page begins, as a share of its height; the lines above that it is compared
with, and how many times their widest step it is apart from them."""
MOST_LINES_OF_RUN = 6
_OF_BODY = ("duties", "statement", "effort", *PERSON, *LONG, *EFFORT)
SMALLEST_BULLET, LARGEST_BULLET, BESIDE, DEEPEST = 1.5, 6.5, 12, 60
"""Points: the sizes of a drawn bullet, about how far from its text it stands, and how far a nested
one is at most from that of the list around it."""
_PROBLEMS = {
    pdf_words.PASSWORD: LOCKED,
    pdf_words.DAMAGED: DAMAGED,
    pdf_words.TOO_LONG: TOO_LONG,
}


def read_pdf(data: bytes) -> WholeText:
    """Return the contents of a PDF up to LARGEST_FILE. Raises ReadingError in one sentence."""
    pages = _pages(data)
    if sum(len(word[4]) for page in pages for word in page["words"]) < FEWEST_SIGNS:
        raise ReadingError(NO_TEXT)
    printed: list[Printed | Table] = []
    outside: dict[str, None] = {}
    for page in pages:
        printed += _page_parts(page, outside)
        printed.append(Printed("\f"))
    blocks = tuple(blocks_of_printed(printed))
    words = [word for page in pages for word in page["words"]] if level_in_print(blocks) else []
    stressed = {"bold": [*_runs(words, 5)], "italic": [*_runs(words, 6)]}
    return WholeText(blocks, tuple(outside), stressed)


def _runs(words: Sequence[Sequence[Any]], stress: int) -> Iterator[str]:
    """Yield the texts of up to MOST_LINES_OF_RUN lines that stand out, in the order of the file.

    stress: the place in a word that says whether it does.
    """
    for out, run in groupby(words, itemgetter(stress)):
        lines = [" ".join(w[4] for w in line) for _, line in groupby(run, lambda w: round(w[1]))]
        for at in range(len(lines)) if out else ():
            yield from accumulate(lines[at : at + MOST_LINES_OF_RUN], "{} {}".format)


def _pages(data: bytes) -> list[dict[str, Any]]:
    try:
        ended = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(Path(pdf_words.__file__))],
            input=data,
            capture_output=True,
            timeout=LONGEST_WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise ReadingError(TOO_SLOW) from problem
    if ended.returncode < 0:
        raise ReadingError(TOO_SLOW)
    try:
        answer = json.loads(ended.stdout)
    except ValueError as problem:
        raise ReadingError(DAMAGED) from problem
    if answer.get("problem"):
        raise ReadingError(_PROBLEMS[answer["problem"]])
    pages: list[dict[str, Any]] = answer["pages"]
    return pages


def _page_parts(page: dict[str, Any], outside: dict[str, None]) -> Iterator[Printed | Table]:
    """Yield the lines and tables of a page; the texts of its foot are added to `outside`."""
    height = page["height"]
    words = [
        Word(left, height - top, right, height - bottom, text, bold)
        for left, bottom, right, top, text, bold, _ in page["words"]
    ]
    words += _drawn_bullets(page, words)
    across, down = _rules(page)
    regions = _regions(down, across)
    lines = lines_of([w for w in words if not any(t <= w.middle <= b for t, b in regions)])
    end = _end_of_body(lines, max((bottom for _, bottom in regions), default=0.0), height)
    foot = [line_text(chunk) for line in lines[end:] for chunk in chunks_of(line)]
    outside.update(dict.fromkeys(t for t in foot if not (t.isdigit() or is_page_number(t))))
    parts: list[tuple[float, Printed | Table]] = list(in_reading_order(lines[:end], places(across)))
    for top, bottom in regions:
        inside = [word for word in words if top <= word.middle <= bottom]
        table = ruled(inside, across, down, top, bottom)
        if any(cell.lines for row in table.rows for cell in row):
            parts.append((top, table))
    heading = ""
    for _, part in sorted(parts, key=lambda one: one[0]):
        line = part if isinstance(part, Printed) else Printed("")
        heading = line.text if line.bold else heading
        if line.bold or not line.text or line.text != heading:  # of a table, a hidden caption
            yield part


def _end_of_body(lines: Sequence[Sequence[Word]], ruled_to: float, height: float) -> int:
    """Return the index of the first line of the foot of a page, or the number of lines.

    A foot is near the bottom edge, and further from what stands above it than those lines are from
    each other. ruled_to: where the last table ends.
    """
    middles = [line[0].middle for line in lines]
    steps = [below - above for above, below in pairwise(middles)]
    for at, middle in enumerate(middles):
        if middle < FOOT * height:
            continue
        above = max(middles[at - 1] if at else 0.0, ruled_to)
        widest = max(steps[max(at - LINES_ABOVE, 0) : max(at - 1, 0)], default=SMALLEST_STEP)
        text = line_text(lines[at])
        if middle - above > APART * widest and not (
            split_marker(text).kind or starts_like_duty(text) or section_of(text) in _OF_BODY
        ):
            return at
    return len(lines)


def _drawn_bullets(page: dict[str, Any], words: Sequence[Word]) -> list[Word]:
    """Return the shapes that a browser's PDF draws as bullets, each close before a word."""
    height = page["height"]
    nearby: dict[int, list[Word]] = {}
    for word in words:
        nearby.setdefault(int(word.left // BESIDE), []).append(word)
    bullets = []
    for left, bottom, right, top in page["rules"]:
        middle, place = height - (top + bottom) / 2, int(right // BESIDE)
        beside = (*nearby.get(place, ()), *nearby.get(place + 1, ()))
        after = any(word.left >= right and word.top <= middle <= word.bottom for word in beside)
        if after and _is_bullet(right - left, top - bottom):
            bullets.append(Word(left, height - top, right, height - bottom, "•", bold=False))
    lefts = sorted({bullet.left for bullet in bullets})
    nested = {b for a, b in pairwise(lefts) if BESIDE < b - a < DEEPEST}
    return [replace(b, text="◦") if b.left in nested else b for b in bullets]


def _is_bullet(width: float, height: float) -> bool:
    return SMALLEST_BULLET <= min(width, height) <= max(width, height) <= LARGEST_BULLET


def _rules(page: dict[str, Any]) -> tuple[list[Rule], list[Rule]]:
    """Return the horizontal and vertical rules of a page, including the sides of boxes."""
    across: list[Rule] = []
    down: list[Rule] = []
    height, width = page["height"], page["width"]
    for left, bottom, right, top in page["rules"]:
        low, high = height - top, height - bottom
        if _is_bullet(right - left, high - low):
            continue
        if right - left > 0.97 * width and high - low > 0.9 * height:
            continue
        if right - left <= THIN < high - low:
            down.append(((left + right) / 2, low, high))
        elif high - low <= THIN < right - left:
            across.append(((low + high) / 2, left, right))
        elif right - left > THIN and high - low > THIN:
            across += [(low, left, right), (high, left, right)]
            down += [(left, low, high), (right, low, high)]
    return across, down


def _regions(down: Sequence[Rule], across: Sequence[Rule]) -> list[tuple[float, float]]:
    """Return the top and bottom of each area that rules divide into columns."""
    regions: list[tuple[float, float]] = []
    for _, low, high in sorted(down, key=lambda rule: rule[1]):
        if regions and low <= regions[-1][1] + NEAR:
            regions[-1] = (regions[-1][0], max(regions[-1][1], high))
        else:
            regions.append((low, high))
    return [
        (low, high)
        for low, high in regions
        if len(places([r for r in down if r[1] < high and r[2] > low])) >= 3
        and len([r for r in across if low - NEAR <= r[0] <= high + NEAR]) >= 2
    ]
