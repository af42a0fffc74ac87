"""Lines of a person specification: headings, levels and criteria."""

import re
from dataclasses import replace
from functools import cached_property

from vacancies.reading.blocks import Line
from vacancies.reading.criteria import (
    category_of,
    key_of,
    letter_level,
    level_of,
    methods_of,
    names_category,
    names_methods,
    split_level,
    without_marks,
)
from vacancies.reading.criterion import criterion
from vacancies.reading.duties import joined, joins
from vacancies.reading.facts import EFFORT
from vacancies.reading.headings import PERSON, could_be_heading
from vacancies.reading.markers import bare
from vacancies.reading.old_job import LONG
from vacancies.reading.parts import Parts

LONGEST_CRITERION_LINE = 240
_OF_THE_FORM = re.compile(
    r"\b(?:criteria|criterion|please|shortlist\w{0,4}|applicants?|candidates?|application form|"
    r"assess\w{0,6}|job description|post ?holders?|below|following|specification|page|section)\b",
    re.IGNORECASE,
)
_OF_METHODS = re.compile(
    r"(?:how |to be |(?:dull asesu ?/ ?)?(?:method|means)s? of )?assess(?:ed|ment)\b[^:]{0,30}:",
    re.IGNORECASE,
)
_BOTH_LEVELS = re.compile(r"essential.{1,30}desirable|hanfodol.{1,30}dymunol", re.IGNORECASE)


class Person(Parts):
    """Handles the lines of a person specification."""

    def _inside_person(self, line: Line, known: str) -> bool:
        """Handle a heading for a category or a level; return whether it was one."""
        if known not in ("", *PERSON):
            return known not in ("other", "statement", *LONG, "duties", *EFFORT, "effort") and bool(
                names_category(line.text)
            )
        category = category_of(line.text) if names_category(line.text) or line.level else ""
        level = level_of(line.text.rstrip(":"))
        if level is None and known in ("essential", "desirable"):
            level = known == "essential"
        words = line.text.casefold()
        if level is None and category and ("essential" in words) != ("desirable" in words):
            level = "essential" in words
        if category:
            self.category = category
            self.first_of_category, self.methods = len(self.criteria), ()
            if level is None and not self._level_holds(line):
                self.essential = None
        if level is not None:
            self.essential = level
        if known == "person" and not category:
            self.category, self.essential = "", None
        return bool(category) or level is not None or known == "person"

    def _level_holds(self, line: Line) -> bool:
        """Whether the level above a category still applies below it, as no level follows."""
        after = next(iter(self._next()), None)
        return after is None or level_of(after.text.rstrip(":")) is None

    def _person(self, line: Line) -> None:
        text = line.text
        after_list = bool(self.criteria) and self.listed and line.is_prose
        self.listed = line.item
        if len(key := key_of(text)) > 1:
            self.key.update(key)
            self._leave(text)
        elif _OF_METHODS.match(text) and names_methods(text.partition(":")[2], self.key):
            self._assessed_by(methods_of(text.partition(":")[2], self.key))
        elif after_list or _OF_METHODS.match(text):
            self._leave(text)
        elif _BOTH_LEVELS.search(text) and could_be_heading(text):
            self.columns_unseen, self.essential = True, None
            self._leave(text)
        elif self._goes_on(line):
            last = self.criteria.pop()
            whole = joined(last.text, text, first=last.text.endswith(":"))
            self.criteria.append(replace(last, text=whole))
        elif self.columns_unseen and names_methods(text, self.key) and self._unassessed():
            at, how = self._unassessed()[-1], methods_of(text, self.key)
            self.criteria[at] = replace(self.criteria[at], assessed_by=how)
        elif self._is_criterion(line):
            text = self._without_category(text)
            codes = self.columns_unseen and split_level(bare(text))[1] is None
            level = letter_level(text, self.key) if codes and self._letters_are_levels else None
            text, methods = without_marks(bare(text), self.key, codes=codes)
            how = tuple(one for one in methods if level is not False or one != "certificate")
            essential = self.essential if level is None else level
            how = how or self.methods
            read = criterion(text, self.category, essential, how, key=self.key)
            self.criteria.append(read)
            self.depth = line.depth
        else:
            self._leave(text)

    @cached_property
    def _letters_are_levels(self) -> bool:
        """Whether a line ends in an E, which no form uses for a method: then a D is a level too."""
        lines = (block.text for block in self.blocks if isinstance(block, Line))
        return any(letter_level(text, self.key) for text in lines)

    def _unassessed(self) -> list[int]:
        """Return the indexes of the category's criteria that have no method yet."""
        below = range(self.first_of_category, len(self.criteria))
        return [at for at in below if not self.criteria[at].assessed_by]

    def _without_category(self, text: str) -> str:
        """Take the category off a criterion, as where the columns of a table were lost."""
        words = text.split()
        for at in range(1, min(5, len(words) - 1)) if self.columns_unseen else ():
            begins = words[at][:1].isupper() and words[at + 1][:1].islower()
            if begins and category_of(words[at - 1]) and names_category(" ".join(words[:at])):
                self.category = category_of(" ".join(words[:at]))
                self.first_of_category, self.methods = len(self.criteria), ()
                return " ".join(words[at:])
        return text

    def _assessed_by(self, methods: tuple[str, ...]) -> None:
        """Apply a line of methods to the category's criteria above it or, failing those, below."""
        below = self.criteria[self.first_of_category :]
        self.criteria[self.first_of_category :] = [
            one if one.assessed_by else replace(one, assessed_by=methods) for one in below
        ]
        self.methods = () if below else methods

    def _goes_on(self, line: Line) -> bool:
        before = self.criteria[-1].text if self.criteria else ""
        led = before.endswith(":") or line.depth > self.depth
        return bool(before) and line.item and led and joins(before, self.depth, line)

    def _is_criterion(self, line: Line) -> bool:
        if line.item or split_level(line.text)[1] is not None:
            return True
        if self._before_table() and self.begun["criteria"][-1:] != [self.at - 1]:
            return False
        known = self.essential is not None or bool(self.category) or self.columns_unseen
        if not known and (self.columns or _OF_THE_FORM.search(line.text)):
            return False
        return len(line.text) <= LONGEST_CRITERION_LINE and not line.text.endswith(":")
