"""Duties, line by line: groups, sub-points below a lead-in, and shares of time."""

import re
from collections.abc import Sequence

from vacancies.reading.blocks import Line, Row
from vacancies.reading.groups import (
    MOST_WORDS_OF_A_GROUP,
    share_alone,
    share_of,
    with_shares_behind,
)
from vacancies.reading.headings import LONGEST_HEADING, could_be_heading, section_of
from vacancies.reading.markers import bare
from vacancies.reading.old_job import OldDuty
from vacancies.reading.words import pattern, sentences_of, starts_like_duty

LONGEST_JOINED = 1_000
_LEADS_IN = pattern("duties.leads_in")
_TO_DUTIES = pattern("duties.to_duties")
_HEADER = pattern("duties.header")
_OF_DUTIES = pattern("duties.of_duties")
_OF_SHARES = re.compile(r"%|per ?cent|\btime\b|\bshare\b", re.IGNORECASE)
LONGEST_NAME, LONGEST_NUMBER = 40, 3


def leads_in(text: str) -> bool:
    """Whether a line announces a list of duties: "You will carry out the following tasks:"."""
    return bool(_TO_DUTIES.search(text[-160:]))


def leads_to_items(line: Line, following: Line) -> bool:
    """Whether a sentence that says what the person does goes on with a list of things."""
    if line.item or not line.text.endswith(":") or leads_in(line.text):
        return False
    listed = following.item and not starts_like_duty(following.text)
    return listed and starts_like_duty(sentences_of(line.text)[-1])


def joins(before: str, depth: int, line: Line, *, led: bool) -> bool:
    """Whether a line is a sub-point of the previous item, which was nested `depth` levels deep.

    led: whether the previous line was a sub-point of it.
    """
    if not line.item or not before or len(before) + len(line.text) > LONGEST_JOINED:
        return False
    deeper = line.depth > depth
    if led:
        return deeper or line.text[:1].islower()
    apart = line.text[:1].islower() or not starts_like_duty(line.text)
    return (deeper or apart) if before.endswith(":") else (deeper and apart)


def joined(before: str, text: str, *, first: bool) -> str:
    """Return an item with another sub-point appended."""
    if first:
        return f"{before}{'' if before.endswith(':') else ':'} {text.rstrip(';,')}"
    return f"{before.rstrip(';,')}; {text.rstrip(';,')}"


def column_of_duties(row: Row) -> int:
    """Return the index of the column that a header row names as duties, or -1."""
    names = [cell.text.strip(" :*") for cell in row]
    if any(len(name) > LONGEST_NAME for name in names):
        return -1
    named = (_OF_DUTIES.fullmatch(name) or section_of(name) == "duties" for name in names)
    return next((n for n, is_duties in enumerate(named) if is_duties), -1)


def names_columns_of_duties(row: Row) -> bool:
    """Whether a row is nothing but the names of the columns of a table of duties."""
    names = [cell.text.strip(" :*") for cell in row if cell.lines]
    return len(names) > 1 and column_of_duties(row) >= 0 and all(map(_HEADER.fullmatch, names))


class Duties:
    """Collects duties; anything else goes to `rest`."""

    def __init__(self, rest: list[str]) -> None:
        self.duties: list[OldDuty] = []
        self.group = ""
        self.depth = 0
        self.rest = rest
        self.opened = self.led = self.used = False

    @property
    def listed(self) -> bool:
        """Whether the last duty was an item of a list."""
        return bool(self.duties) and self.opened

    def start(self, group: str = "") -> None:
        """Begin a new group; the heading of a group without duties goes to `rest`."""
        if self.group and not self.used:
            self.rest.append(self.group)
        self.group, self.opened, self.depth, self.used = group, False, 0, False

    def add(self, line: Line, following: Line) -> None:
        text = bare(line.text)
        if not text:
            return
        before = self.duties[-1].text if self.duties else ""
        if self.opened and joins(before, self.depth, line, led=self.led):
            last = self.duties.pop()
            whole = joined(last.text, text, first=not self.led)
            self.led = True
            self.duties.append(OldDuty(whole, last.group, last.share))
            return
        if self._is_group(text, line, following):
            self.start(text.rstrip(":"))
            self.depth = line.depth
            return
        name, share = share_of(text)
        if share and not line.item and self._is_shared_group(name, line, following):
            self.start(text)
            return
        if text.endswith(":") and not line.item:
            self.rest.append(text)
            self.opened = False
        else:
            self.append(text)
            self.depth, self.opened, self.led = line.depth, line.item, False

    def append(self, text: str, share: int | None = None) -> None:
        text, said = share_of(text.rstrip(" ;,"))
        self.used = True
        self.duties.append(OldDuty(text, self.group, said if share is None else share))

    def with_shares_of_groups(self) -> tuple[OldDuty, ...]:
        """Return the duties; the first of each group gets the share in its name, as in a table."""
        self.duties = with_shares_behind(self.duties)
        kept = {duty.group for duty in self.duties if duty.share is not None}
        duties: list[OldDuty] = []
        for duty in self.duties:
            name, share = share_of(duty.group, of_group=True)
            if duty.group in kept or share is None:
                duties.append(duty)
            else:
                first = not duties or duties[-1].group != name
                duties.append(OldDuty(duty.text, name, share if first else None))
        return tuple(duties)

    def _is_shared_group(self, name: str, line: Line, following: Line) -> bool:
        """Whether a heading with a share of time has duties below it, listed or in prose."""
        words = len(following.text.split())
        if following.is_prose and len(name.split()) < MOST_WORDS_OF_A_GROUP < words:
            return True
        return starts_like_duty(following.text) and self._is_group(f"{name}:", line, following)

    def _is_group(self, text: str, line: Line, following: Line) -> bool:
        few = len(text.split()) <= MOST_WORDS_OF_A_GROUP
        if not few or starts_like_duty(text.rstrip(":")) or _LEADS_IN.search(text):
            return False
        if text.endswith(":") and not line.item:
            return True
        if not following.item:
            return False
        if text.endswith(":") and following.depth >= line.depth and text[:1].isupper():
            return following.text[:1].isupper() and starts_like_duty(following.text)
        named = not line.item and could_be_heading(text)
        return named or (following.depth > line.depth and starts_like_duty(following.text))

    def rows(self, rows: list[Row]) -> None:
        """Add the rows of a table below a heading of duties."""
        base, column, share = self.group, -1, -1
        for number, row in enumerate(rows):
            if row[0].lines and not row[0].above and self.group != base:
                self.start(base)
            cells = [(cell.text, cell.lines) for cell in row if cell.lines and not cell.above]
            if not cells:
                continue
            if (
                number == 0
                and len(cells) > 1
                and (
                    column_of_duties(row) >= 0
                    or all(_HEADER.fullmatch(t.strip(" :*")) for t, _ in cells)
                )
            ):
                self.rest.append(" | ".join(text for text, _ in cells))
                column = column_of_duties(row)
                share = next((n for n, c in enumerate(row) if _OF_SHARES.search(c.text)), -1)
                continue
            if 0 <= column < len(row) and row[column].lines and not row[column].above:
                self._take_named_duty(row, column, row[share].text if 0 <= share < len(row) else "")
            else:
                self._take_duty_row(cells)

    def _take_named_duty(self, row: Row, column: int, share: str) -> None:
        """Add a row of a table in which a header names the column of duties."""
        said = [cell.text for cell in row if "%" in cell.text and cell.text != share]
        worded = [
            (n, cell.text)
            for n, cell in enumerate(row)
            if n != column and not cell.above and any(map(str.isalpha, cell.text))
        ]
        groups = [text for n, text in worded if n < column and len(text) > LONGEST_NUMBER]
        if groups:
            self.start(bare(groups[-1]).rstrip(":"))
        self._cell(row[column].lines, self._share_among([*said, share], row[column].text))
        self.rest += [text for n, text in worded if n > column and not share_alone(text)]

    def _take_duty_row(self, cells: list[tuple[str, tuple[str, ...]]]) -> None:
        worded = [
            (text, lines)
            for text, lines in cells
            if any(map(str.isalpha, text)) and not ("%" in text and share_alone(text))
        ]
        if not worded:
            self.rest.append(" | ".join(text for text, _ in cells))
            return
        *before, (last, _) = cells
        shares = [text for text, _ in before if "%" in text]
        if "%" in last or (len(worded) == 1 and len(before) > 1):
            shares.append(last)
        if len(worded) > 1 and self._names_group(*worded[0], worded[1][0]):
            self.start(bare(worded.pop(0)[0]).rstrip(":"))
        lines, *others = (lines for _, lines in worded)
        self._cell(lines, self._share_among(shares, lines[0]))
        for more in others:
            if all(map(starts_like_duty, map(bare, more))):
                self._cell(more, None)
            else:
                self.rest.append(" ".join(more))

    def _share_among(self, texts: Sequence[str], duty: str) -> int | None:
        """Return the first valid share in the cells; other shares, and "120%", go to `rest`."""
        shares = [*map(share_alone, texts)]
        first = next((at for at, share in enumerate(shares) if share), -1)
        for at, (text, share) in enumerate(zip(texts, shares, strict=True)):
            if at != first and text and (share or not any(map(str.isalpha, text))):
                self.rest.append(f"{duty} | {text}")
        return shares[first] if first >= 0 else None

    def _names_group(self, text: str, lines: tuple[str, ...], duty: str) -> bool:
        """Whether the first cell of a row names the group of the duties in the next cell."""
        name = len(text) <= LONGEST_HEADING and len(lines) <= 1
        longer = len(duty) > len(text) and starts_like_duty(bare(duty))
        return name and (longer or not starts_like_duty(bare(text)))

    def _cell(self, lines: tuple[str, ...], share: int | None) -> None:
        texts: list[str] = []
        for line in lines:
            goes_on = texts and line[:1].islower() and bare(line) == line.strip()
            if texts and (goes_on or texts[-1].endswith(":")):
                first = not texts[-1].endswith(":")
                texts[-1] = f"{texts[-1]} {line.strip()}" if first else f"{texts[-1]} {bare(line)}"
            elif bare(line):
                texts.append(bare(line))
        if len(texts) > 1 and section_of(texts[0]) == "":
            name = texts[0]
            if name.endswith(":") and len(name.split()) <= MOST_WORDS_OF_A_GROUP:
                self.start(name.rstrip(":"))
                texts = texts[1:]
        for number, text in enumerate(texts):
            below = "".join(texts[number + 1 : number + 2])
            if starts_like_duty(below) and self._is_group(text, Line(text), Line(below, item=True)):
                self.start(text.rstrip(":"))
            else:
                self.append(text, share if number == 0 else None)
