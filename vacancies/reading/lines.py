"""Assigns each line of a document to its part."""

from collections.abc import Sequence

from vacancies.reading.apart import Apart
from vacancies.reading.blocks import NO_HEADING, Line
from vacancies.reading.facts import FACTS, several_facts
from vacancies.reading.form_words import SAYS_LEVELS, SIDE_BY_SIDE
from vacancies.reading.furniture import is_furniture, names_document, names_page
from vacancies.reading.gaps import is_gap
from vacancies.reading.headings import (
    PERSON,
    could_be_heading,
    is_titled,
    names_employer,
    section_of,
)
from vacancies.reading.labels import Pair, pairs_of_lines
from vacancies.reading.old_job import LONG, SHORT
from vacancies.reading.words import opens_criterion

MOST_LABELS = 12
"""Lines that may be labels above their values, and these."""


class Lines(Apart):
    """Takes lines and pairs of labels and values."""

    def _take_line(self, line: Line) -> bool:
        if self._take_line_apart(line) or self._take_line_of_methods(line):
            return False
        self._begin_at_columns(line)
        within = self.section == "duties" or self.section in PERSON
        if not line.item and (facts := several_facts(line.text)):
            for part, value, whole in facts:
                self._fact(part, value, whole)
            return False
        part, value = ("", "") if within and line.item else self._labelled(line)
        if part and not value:
            return True
        if part:
            if part == self.section and self.owed:
                self.heading = ""
            self._fact(part, value, line.text)
            self.opened.add(part)
            return False
        if not line.item and self._take_run_in(line):
            return False
        if self._is_label_of_next(line):
            self._label(line)
        elif self._opens(line):
            self._heading(line)
        else:
            self._body(line)
            return False
        return True

    def _begin_at_columns(self, line: Line) -> None:
        """Begin a person specification at a line of the names of lost columns of both levels."""
        names = None if self.section in PERSON or line.item else SIDE_BY_SIDE.search(line.text)
        if names and names[0][0] == "E" and could_be_heading(line.text):
            self._head()
            self._enter("person")

    def _take_line_apart(self, line: Line) -> bool:
        """Handle a line that belongs to no part; return whether it is one.

        Such a line belongs to an address, to a page header or footer, or to labels that are listed
        above their values.
        """
        text, within = line.text, self.section in ("duties", *PERSON)
        title = "".join(self.texts["title"][:1])
        named = names_document(text)
        of_page = is_furniture(text) or (within and bool(title) and names_page(text, title))
        of_page = of_page or (is_gap(text) and self.section not in SHORT)
        of_page = of_page or SAYS_LEVELS.match(text) is not None
        if within and not line.item and names_employer(text):
            of_page = of_page or (is_titled(text) and not opens_criterion(text))
        if pairs := self._labels_here(text):
            self._pairs(pairs)
            self.taken = range(self.at, self.at + 2 * len(pairs))
        if self.at in self.taken:
            return True
        if self.at in self.address:
            self.texts["place"][0] += f", {text.strip(' ,')}"
        elif named[0] == "reference":
            self._fact(*named, text)
            self.opened.add("reference")
        elif of_page:
            self.rest.append(text)
        return self.at in self.address or of_page

    def _labels_here(self, text: str) -> list[Pair]:
        """Return the pairs of labels and values that begin here, all labels above all values."""
        if self.section in ("duties", *PERSON) or not isinstance(self.blocks[self.at], Line):
            return []
        return pairs_of_lines([text, *(one.text for one in self._next(MOST_LABELS))])

    def _pairs(self, pairs: Sequence[Pair]) -> None:
        for part, label, value in pairs:
            whole = f"{label.rstrip(': ')}: {value}"
            is_header = section_of(value) not in ("", part) and len(value.split()) <= 2
            is_header = is_header or (part in LONG and " " not in value)
            if part in FACTS and not is_header:
                self._fact(part, value, whole)
            else:
                self.rest.append(whole)
        if self.section in LONG:
            self._enter("", NO_HEADING)
