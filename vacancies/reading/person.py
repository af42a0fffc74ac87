"""Lines of a person specification: headings, levels and criteria."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from vacancies.reading.blocks import NO_HEADING, Line
from vacancies.reading.column_names import LABEL_OF_METHODS, NAMED, NAMES_BEFORE, names_columns
from vacancies.reading.criteria import (
    category_of,
    is_mark,
    key_of,
    level_of,
    methods_in_prose,
    methods_of,
    names_category,
    names_methods,
    split_level,
)
from vacancies.reading.criteria_headings import CriteriaHeadings
from vacancies.reading.criterion import (
    asks_of_people,
    criterion,
    is_must,
    is_other_way,
    level_led_in,
    parted,
    parts_of,
    with_more,
)
from vacancies.reading.duties import joins
from vacancies.reading.flattened import OF_ESSENTIAL, Marked, marked_criteria
from vacancies.reading.form_words import BOTH_LEVELS, OF_APPLYING, OF_METHODS, OF_THE_FORM, WISH
from vacancies.reading.headings import could_be_heading, is_statement, is_titled, section_of
from vacancies.reading.markers import bare
from vacancies.reading.stress import level_said
from vacancies.reading.words import opens_criterion, sentences_of

LONGEST_CRITERION_LINE, MOST_WORDS_BESIDE_TITLE = 240, 3
MOST_BEHIND = 12
FEWEST_SAID = 2
_LEVEL_BEHIND = re.compile(r"\s[(\[](?:essential|desirable) criteria[)\]]$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[\w*)]{2}\.)\s{1,3}(?=[A-Z])")
_NOT_TO = re.compile(r"\b(?:must|should|may|can)(?:not| not)\W{0,3}$")
_CODE_ALONE = re.compile(r"[ED]\d{1,2}[.:)]?")


def _is_run_of_sentences(text: str) -> bool:
    """Whether an item holds many short sentences, each of them a criterion."""
    said = [len(sentence.split()) for sentence in sentences_of(text)]
    return len(said) > FEWEST_SAID + 1 and max(said) <= MOST_BEHIND


class Person(CriteriaHeadings):
    """Handles the lines of a person specification."""

    def _person(self, line: Line) -> None:
        if _CODE_ALONE.fullmatch(line.text):
            self.essential = level_of(line.text)
            return
        if not line.item and _NOT_TO.search(line.text) and self._next():
            line = replace(line, text=f"{line.text.rstrip(': ')}:", item=True)
        if behind := _LEVEL_BEHIND.search(line.text):  # that of the line, or of those below it
            self.essential = None
            self._leave(behind[0].strip())
            line = replace(line, text=line.text[: behind.start()])
        if self.in_print and self.in_print.block == self.at:
            others = (one for one in sentences_of(line.text) if not level_said(one))
            self.methods_of_all = methods_in_prose(" ".join(others).partition(";")[0])
            self._leave(line.text)
            return
        parts = [] if line.item else _SENTENCE.split(line.text)
        if len(parts) > FEWEST_SAID and (self.in_print or self._tell_levels(parts)):
            self._sentences(parts)
            return
        several = _is_run_of_sentences(line.text) if line.item else len(parts_of(line.text)) > 1
        if several:
            self._paragraph(line.text)
            return
        after_list = bool(self.criteria) and self.listed
        if not self._take_line_beside_criteria(line, after_list=after_list):
            coded = split_level(line.text)[1] is not None
            self.listed = line.item or coded or (self.listed and self._is_methods_behind(line))
            self._criterion_line(line)

    def _tell_levels(self, said: Sequence[str]) -> bool:
        """Whether each sentence, but the name of a category before them, tells a level."""
        rest = said[len(said[0].split()) <= MOST_WORDS_BESIDE_TITLE :]
        sure = all(level_led_in(one) is not None for one in rest)
        return sure and any(map(NAMED.search, rest))

    def _sentences(self, said: Sequence[str]) -> None:
        """Handle a paragraph of criteria, each a sentence, behind the name of their category."""
        if len(said[0].split()) <= MOST_WORDS_BESIDE_TITLE:
            self._begin_category(category_of(said[0]) or "other")
            said = said[1:]
        level = self.essential
        for sentence in said:
            self.essential = level if self.in_print else level_led_in(sentence)
            self._criterion_line(Line(sentence.rstrip("."), item=True))
        self.essential = level

    def _paragraph(self, text: str) -> None:
        """Handle criteria between semicolons, and short sentences behind them on what is liked."""
        whole, behind = parted(text)
        said = sentences_of(text)
        if len(whole) == 1 and len(said) > 2 and max(len(s.split()) for s in said) <= MOST_BEHIND:
            whole, behind = [sentence.rstrip(".") for sentence in said], []
        for part in whole:
            self._person(Line(part, item=True))
        level = self.essential
        for sentence in behind:
            if len(sentence.split()) > MOST_BEHIND:
                self._leave(sentence)
                continue
            self.essential = False if WISH.search(sentence) else None
            self._criterion_line(Line(sentence.rstrip("."), item=True))
        self.essential = level

    def _take_line_beside_criteria(self, line: Line, *, after_list: bool) -> bool:
        """Handle a line about criteria or after them; return whether it was one."""
        text = line.text
        methods = text.partition(":")[2] if OF_METHODS.match(text) else ""
        if (key := key_of(text)) and (len(key) > 1 or names_methods(text)):
            self.key.update(key)
            self._leave(text)
        elif names_methods(methods, self.key):
            self._assessed_by(text, methods_of(methods, self.key))
        elif (
            (self.columns_unseen and LABEL_OF_METHODS.fullmatch(text))
            or (names_columns(text) and not BOTH_LEVELS.search(text))
            or (not line.item and ":" in text and section_of(text.partition(":")[0]) == "other")
            or self._is_note(text)
            or (not (line.item or self.criteria) and self._repeats_title(text))
        ) or self._takes_level(line):
            self._leave(text)
        elif not line.item and text[-1:] in ".:" and (how := methods_in_prose(text)):
            self._assessed_by(text, how)
            self._leave(text)
        elif after_list and line.is_prose and is_statement(text):
            self.statements.append(text)
        elif OF_METHODS.match(text) or (line.is_prose and self._is_aside_here(text, after_list)):
            self._leave(text)
        elif after_list and self._closes(line):
            self._enter("", NO_HEADING)
            self._head(text, owed=True)
        else:
            return False
        return True

    def _is_note(self, text: str) -> bool:
        """Whether a sentence above the criteria tells applicants what to do."""
        above = self.essential is None and not self.category and not self.criteria
        return above and text.endswith(".") and bool(OF_APPLYING.match(text))

    def _repeats_title(self, text: str) -> bool:
        """Whether a line above the criteria names the post, with its band perhaps."""
        title = "".join(self.texts["title"]).casefold()
        rest = text.casefold().replace(title, "", 1)
        named = bool(title) and title in text.casefold()
        return named and len(rest.split()) <= MOST_WORDS_BESIDE_TITLE

    def _closes(self, line: Line) -> bool:
        """Whether a short line after a list is the heading of prose, and so begins another part."""
        after = self._after
        coded = split_level(line.text)[1] is not None or len(self._marked(line.text)) > 1
        named = not (line.item or coded) and line.text[:1].isupper() and could_be_heading(line.text)
        if not (named and after.text) or names_category(line.text) or opens_criterion(after.text):
            return False
        if names_methods(line.text, self.key) and isinstance(self.blocks[self.at - 1], Line):
            return False
        last = not any(
            one.item or level_of(one.text) is not None for one in self._next(MOST_BEHIND)
        )
        last = last and is_titled(line.text) and not self.columns_unseen
        return last or (after.is_prose and not category_of(line.text))

    def _has_items_below(self, line: Line) -> bool:
        """Whether a list nested in an item follows."""
        return self._after.item and self._after.depth > line.depth

    def _is_aside_here(self, text: str, after_list: bool) -> bool:
        """Whether a sentence is about the form, or stands after a list that it is no part of."""
        goes_on = self.columns_unseen and opens_criterion(text)
        aside = self._speaks_of_form(text) or (after_list and not goes_on)
        return aside and not asks_of_people(text)

    def _speaks_of_form(self, text: str) -> bool:
        """Whether a sentence with a heading of its own is about the form."""
        own = self.heading and not section_of(self.heading)
        return bool(own and OF_THE_FORM.search(text)) and not opens_criterion(text)

    def _criterion_line(self, line: Line) -> None:
        text = line.text
        before = self.criteria[-1].text if self.criteria else ""
        several = len(self._marked(text)) > 1
        if several and (names := NAMES_BEFORE.match(text)):
            self._leave(names[0].strip())
            text = text[names.end() :]
        if BOTH_LEVELS.search(text) and could_be_heading(text) and not several:
            self.columns_unseen, self.essential = True, None
            self._leave(text)
        elif joins(before, self.depth, line, led=self.led) or (
            before and is_other_way(before, text)
        ):
            last = self.criteria.pop()
            self.led = self.led or last.text.endswith(":")
            self.criteria.append(replace(last, text=with_more(last.text, text)))
        elif self._is_methods_behind(line) and (below := self._unassessed()):
            after = self._after.text
            of_one = names_methods(after, self.key) and len(key_of(after)) < 2
            for at in below[-1:] if of_one else below:
                how = methods_of(text, self.key)
                self.criteria[at] = replace(self.criteria[at], assessed_by=how)
        elif not line.item and names_methods(text, self.key) and text.count(" ") > 1:
            self._leave(text)
        elif self._is_level_with_methods(text):
            how = methods_of(text[1:], self.key)
            said = replace(self.criteria[-1], essential=text.startswith("E"), assessed_by=how)
            self.criteria[-1] = said
        elif several or self._is_criterion(line):
            for one in self._marked(self._without_category(text)):
                self.category = one.category or self.category
                essential = self.essential if one.level is None else one.level
                essential = True if essential is None and is_must(one.text) else essential
                how = one.methods or self.methods or self.methods_of_level
                read = criterion(one.text, self.category, essential, how, key=self.key)
                self.criteria.append(read)
            self.depth, self.led = line.depth, False
        else:
            self._leave(text)

    def _marked(self, text: str) -> list[Marked]:
        levels = not self.columns_unseen or self._letters_are_levels
        keyed = text.rpartition(" ")[2].casefold() in self.key
        lost = self.columns_unseen or keyed
        return marked_criteria(bare(text), self.key, lost=lost, levels=levels, keyed=keyed)

    @cached_property
    def _letters_are_levels(self) -> bool:
        """Whether any line has an E, which is never a method: then a D is a level too."""
        lines = (block.text for block in self.blocks if isinstance(block, Line))
        return any(map(OF_ESSENTIAL.search, lines))

    def _is_methods_behind(self, line: Line) -> bool:
        return (self.columns_unseen or not line.item) and names_methods(line.text, self.key)

    def _is_level_with_methods(self, text: str) -> bool:
        """Whether a line such as "E A/I" gives the level and methods of the criterion above it."""
        apart = (
            self.columns_unseen and text[:2] in ("E ", "D ") and names_methods(text[2:], self.key)
        )
        return apart and bool(self.criteria) and self.criteria[-1].essential is None

    def _unassessed(self) -> list[int]:
        """Return the indexes of the category's criteria that have no method yet."""
        below = range(self.first_of_category, len(self.criteria))
        return [at for at in below if not self.criteria[at].assessed_by]

    def _without_category(self, text: str) -> str:
        """Remove the category from a criterion, as when the columns of a table were lost."""
        words = text.split()
        for at in range(1, min(5, len(words) - 1)) if self.columns_unseen else ():
            begins = words[at][:1].isupper() and words[at + 1][:1].islower()
            if begins and category_of(words[at - 1]) and names_category(" ".join(words[:at])):
                self._begin_category(category_of(" ".join(words[:at])))
                return " ".join(words[at:])
        return text

    @cached_property
    def _last_specification(self) -> int:
        """The number of the last block that names a person specification."""
        lines = ((at, one) for at, one in enumerate(self.blocks) if isinstance(one, Line))
        return max((at for at, one in lines if section_of(one.text) == "person"), default=0)

    def _is_criterion(self, line: Line) -> bool:
        if is_mark(line.text):
            return False
        unseen = self.columns_unseen and opens_criterion(line.text)
        if line.text.endswith(":"):
            return (line.item or unseen) and bool(self._next())
        if line.is_prose and self.essential is None and self.at < self._last_specification:
            return False
        if line.item or split_level(line.text)[1] is not None:
            return True
        if self._before_table() and self.begun["criteria"][-1:] != [self.at - 1]:
            return False
        known = self.essential is not None or bool(self.category) or self.columns_unseen
        said = opens_criterion(line.text) or asks_of_people(line.text)
        if not known and (self.columns or (OF_THE_FORM.search(line.text) and not said)):
            return False
        return len(line.text) <= LONGEST_CRITERION_LINE * (1 + self.columns_unseen)
