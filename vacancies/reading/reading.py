"""An old job description, from a Word document or pasted text, as its parts.

Each block goes to the part that the heading above it opens. Whatever goes nowhere is kept in
`not_understood`: nothing is dropped without a word.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from vacancies.reading.blocks import LOOSE_HEADING, NO_HEADING, Block, Line, Row, Table
from vacancies.reading.criteria import category_of, names_category, split_level
from vacancies.reading.facts import FACTS, band_of, fact_of
from vacancies.reading.headings import LONGEST_HEADING, bare, section_of
from vacancies.reading.old_job import OldCriterion, OldDuty, OldJob
from vacancies.reading.pasted import read_pasted
from vacancies.reading.specification import Columns, criterion, read_specification, row_text
from vacancies.reading.word import read_word

MOST_WORDS_OF_A_GROUP = 5
_LEADS_IN = re.compile(r"\b(?:will|to|includ\w{1,9}|following)\b", re.IGNORECASE)
_LONG = ("purpose", "about", "decides", "relationships")
_SHORT = ("title", "band", "reports_to", "supervises")
_PERSON = ("person", "essential", "desirable")
_OF_THE_DOCUMENT = {"job description", "job description and person specification"}


def old_job_from_word(data: bytes) -> OldJob:
    """Return the parts of a .docx of at most 5 MB. Raises ReadingError with one sentence."""
    found = read_word(data)
    job = _Reader().read(found.blocks)
    return replace(job, not_understood=job.not_understood + found.aside)


def old_job_from_text(text: str) -> OldJob:
    """Return the parts of pasted text. Raises ReadingError if it is empty or too long."""
    return _Reader().read(read_pasted(text))


class _Reader:
    """Walks the blocks once, and remembers which part they are in."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {name: [] for name in (*_LONG, *_SHORT)}
        self.duties: list[OldDuty] = []
        self.criteria: list[OldCriterion] = []
        self.rest: list[str] = []
        self.section, self.group, self.category = "", "", ""
        self.level = NO_HEADING
        self.essential: bool | None = None
        self.columns: Columns | None = None
        self.guessed_title = False
        self.heading = ""  # of the section under way, until something below it is left

    def read(self, blocks: Iterable[Block]) -> OldJob:
        """Return the job that the blocks describe."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._line(block)
        return OldJob(
            **{name: "\n".join(texts) for name, texts in self.texts.items()},
            duties=tuple(self.duties),
            criteria=tuple(self.criteria),
            not_understood=tuple(self.rest),
        )

    def _line(self, line: Line) -> None:
        within = self.section == "duties" or self.section in _PERSON
        part, value = ("", "") if within and line.item else fact_of(line.text)
        if part:
            self._fact(part, value, line.text)
        elif self._opens(line):
            self._heading(line)
        else:
            self._body(line)

    def _opens(self, line: Line) -> bool:
        known = section_of(line.text)
        if self.section in _PERSON and names_category(bare(line.text)):
            return not line.item or bool(line.level)
        if line.level:
            # A criterion in bold type is no heading.
            loose = line.level == LOOSE_HEADING and self.section in _PERSON
            return bool(known) or not (loose and category_of(line.text))
        # A plain line is a heading only where its name leaves no doubt or a colon ends it.
        return bool(known) and not line.item and (line.text.endswith(":") or known in _PERSON)

    def _fact(self, part: str, value: str, whole: str) -> None:
        if part == "band":
            value = band_of(value)
        if part == "title" and self.guessed_title:
            self.rest.append(self.texts["title"].pop())
            self.guessed_title = False
        if part in _SHORT and (self.texts[part] or not value):
            self.rest.append(whole)
        else:
            self.texts[part].append(value)
            if part in _LONG:
                self._enter(part, LOOSE_HEADING)

    def _enter(self, section: str, level: int) -> None:
        self.section, self.level = section, level
        self.group = ""

    def _heading(self, line: Line) -> None:
        known = section_of(line.text)
        if self.section in _PERSON and known != "other" and self._inside_person(line, known):
            return
        if known:
            if known in _PERSON:
                self.category = ""
                self.essential = {"essential": True, "desirable": False}.get(known)
            self._enter(known, line.level or LOOSE_HEADING)
            self.heading = line.text
            if known == "other":
                self._leave()
        elif self.section == "duties" and self._is_below(line):
            self.group = bare(line.text).rstrip(":")
        elif not self._is_title(line):
            self.heading = line.text
            self._leave()
            if self.section in _LONG or not self._is_below(line):
                self._enter("", NO_HEADING)

    def _is_below(self, line: Line) -> bool:
        return LOOSE_HEADING in (line.level, self.level) or line.level > self.level

    def _inside_person(self, line: Line, known: str) -> bool:
        """Take a heading of the person specification: a category, or essential or desirable."""
        category = category_of(line.text)
        words = line.text.casefold()
        level = {"essential": True, "desirable": False}.get(known)
        if level is None and category:
            level = True if "essential" in words else False if "desirable" in words else None
        if category:
            self.category = category
        if level is not None:
            self.essential = level
        return bool(category) or level is not None

    def _is_title(self, line: Line) -> bool:
        """A heading before everything else that is not "Job description" names the post."""
        text = " ".join(line.text.split())
        if text.casefold().rstrip(":") in _OF_THE_DOCUMENT:
            return True
        if "job description" in text.casefold():
            return False
        first = not self.section and not self.rest and not self.texts["title"]
        if first and 1 <= line.level < LOOSE_HEADING:
            self.texts["title"].append(text)
            self.guessed_title = True
            return True
        return False

    def _body(self, line: Line) -> None:
        text = bare(line.text) if line.item else line.text
        if self.section in _LONG:
            self.texts[self.section].append(text)
        elif self.section in _SHORT:
            self._short(text)
        elif self.section == "duties":
            self._duty(line, text)
        elif self.section in _PERSON and (
            line.item or self.essential is not None or split_level(text)[1] is not None
        ):
            self._criterion(text)
        else:
            self._leave(line.text)

    def _leave(self, text: str = "") -> None:
        """Keep what was not understood, with the heading above it said once."""
        self.rest += [words for words in (self.heading, text) if words]
        self.heading = ""

    def _short(self, text: str) -> None:
        value = band_of(text) if self.section == "band" else text
        if value and not self.texts[self.section]:
            self.texts[self.section].append(value)
        else:
            self._leave(text)

    def _duty(self, line: Line, text: str) -> None:
        if text.endswith(":") and not line.item:
            if len(text.split()) <= MOST_WORDS_OF_A_GROUP and not _LEADS_IN.search(text):
                self.group = bare(text).rstrip(":")
            else:
                self.rest.append(text)
            return
        self.duties.append(OldDuty(bare(text), self.group))

    def _criterion(self, text: str) -> None:
        found = criterion(
            bare(text),
            self.category,
            self.essential is not False,
            level_first=self.essential is None,
        )
        self.criteria.append(found)

    def _table(self, table: Table) -> None:
        before = self.columns if self.section in _PERSON else None
        found = read_specification(table, before, self.category)
        if found.columns:
            self.columns = found.columns
            self.criteria += found.criteria
            self.rest += found.rest
            if self.section not in _PERSON:
                self._enter("person", LOOSE_HEADING)
            return
        for row in table.rows:
            self._row([cell.text for cell in row if cell.lines], row)

    def _row(self, cells: list[str], row: Row) -> None:
        part = section_of(cells[0]) if cells else ""
        if len(cells) == 1:
            for text in cells[0].split("\n"):
                level = LOOSE_HEADING if section_of(text) else NO_HEADING
                self._line(Line(text, level, item=self.section == "duties"))
        elif len(cells) == 2 and part in (*FACTS, "about"):
            self._fact(part, cells[1], row_text(row))
        elif len(cells) == 2 and part == "duties":
            self._enter("duties", LOOSE_HEADING)
            self.duties += [OldDuty(bare(text)) for text in cells[1].split("\n") if bare(text)]
        elif len(cells) == 2 and self.section in _PERSON and len(cells[0]) <= LONGEST_HEADING:
            self._heading(Line(cells[0], LOOSE_HEADING))
            for text in cells[1].split("\n"):
                self._line(Line(text, item=True))
        elif self.section == "duties" and cells:
            self._duty_row(cells)
        else:
            self.rest.append(row_text(row))

    def _duty_row(self, cells: list[str]) -> None:
        first, *others = cells
        named = len(first) <= LONGEST_HEADING and "\n" not in first
        group = bare(first) if named and not _is_number(first) else self.group
        texts = others if named else cells
        for text in (bare(line) for cell in texts for line in cell.split("\n")):
            if text:
                self.duties.append(OldDuty(text, group))


def _is_number(text: str) -> bool:
    return not any(letter.isalpha() for letter in text)
