"""Lines above or below criteria that say their category, level or way of assessment."""

import re
from collections.abc import Mapping
from dataclasses import replace

from vacancies.reading.blocks import Line
from vacancies.reading.column_names import LABEL_OF_METHODS
from vacancies.reading.criteria import (
    categories_of,
    category_begun,
    category_of,
    key_of,
    level_of,
    methods_of,
    names_category,
    names_methods,
)
from vacancies.reading.criterion import assessed, level_led_in, split_assessed
from vacancies.reading.facts import EFFORT
from vacancies.reading.form_words import LEVEL_BEFORE, MAY_ALSO, OF_ALL, OF_SIFT, OF_STAGE
from vacancies.reading.headings import PERSON, is_titled, names_needs, section_of
from vacancies.reading.old_job import LONG
from vacancies.reading.parts import Parts
from vacancies.reading.words import opens_criterion, pattern, starts_like_duty

MOST_CELLS, MOST_WORDS_OF_EFFORT, MOST_WORDS_OF_A_LEVEL = 6, 2, 6
MOST_NEAR = 8
"""Lines before and after one that show how levels are written there."""
_CLAUSE = re.compile(r"[;.](?:\s|$)")
_WAY = re.compile(
    r"\s(?:(?:is |are |will be )?(?:(?:assessed|judged|tested|measured) )?"
    r"(?:from|by|at|through|via|in|with)|is|are)\s|\s?[=(–-]\s?"
)
_ARTICLE = re.compile(r"\b(?:an?|the) ")
_ASSESSED_BY = pattern("criteria_headings.assessed_by")


def methods_by_category(text: str, key: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the methods that a sentence gives to each category, or {} for any other text.

    "How we find out: experience from the form; skills by a test"; "By interview: values; skills".
    """
    ways: dict[str, tuple[str, ...]] = {}
    how: tuple[str, ...] = ()
    for clause in filter(None, map(str.strip, _CLAUSE.split(text))):
        parts = [part for part in clause.split(":") if part.strip()]
        if not ways and len(parts) > 1 and _way_of(parts[0], key) == ([], ()):
            parts = parts[1:]  # the words before the first of them
        read = [_way_of(part, key) for part in parts]
        categories = [slug for named, _ in read for slug in named]
        methods = next((said for _, said in read if said), how)
        if len(parts) > 2 or not categories or not methods or ([], ()) in read:
            return {}
        how = methods if read[0][1] and not read[0][0] else how
        ways |= dict.fromkeys(categories, methods)
    return ways if len(ways) > 1 else {}


def _way_of(text: str, key: Mapping[str, str]) -> tuple[list[str], tuple[str, ...]]:
    """Return the categories and the methods in part of a sentence, if it holds nothing else."""
    if names_category(text):
        return categories_of(text), ()
    by = _ASSESSED_BY.match(text)
    if names_methods(said := text[by.end() :] if by else text, key):
        return [], methods_of(said, key)
    way = _WAY.search(text)
    if way is None or not names_category(text[: way.start()]):
        return [], ()
    methods = methods_of(_ARTICLE.sub("", text[way.end() :]), key)
    return (categories_of(text[: way.start()]), methods) if methods else ([], ())


class CriteriaHeadings(Parts):
    """Takes such lines, and applies what they say."""

    def _take_heading_of_criteria(self, line: Line, known: str) -> bool:
        """Handle a heading for a category or a level; return whether it was one."""
        if known in EFFORT and self._is_category_of_effort(line):
            self._begin_category("other")
            return True
        if known not in ("", *PERSON) and not self._is_category_of_values(line, known):
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
            self._begin_category(category)
        if level is not None and not category and self._is_level_behind():
            self.criteria[-1] = replace(self.criteria[-1], essential=level)
        elif level is not None:
            became_lines = self._columns_became_lines(line, level)
            self.columns_unseen = self.columns_unseen or became_lines
            self._begin_level(line.text, essential=None if became_lines else level)
        if known == "person" and not category:
            self.category, self.essential = "", None
        return bool(category) or level is not None or known == "person"

    def _takes_level(self, line: Line) -> bool:
        """Take the level and methods of what follows; return whether a line tells them.

        One that announces more criteria without their level makes it unknown.
        """
        text, level = line.text, level_led_in(line.text)
        if (stage := OF_STAGE.search(text)) and len(text.split()) > MOST_WORDS_OF_A_LEVEL:
            said = MAY_ALSO.split(text[stage.start() :], maxsplit=1)[0]
            self._begin_level(text, essential=level_of(stage["level"]))
            self.methods_of_level = methods_of(said.replace("shortlist", "application "))
            return True
        if OF_SIFT.search(text):
            self.methods_of_level = ("application",)
            return True
        named = names_category(text) or level_of(text) is not None
        if line.item or named or not text.endswith(":"):
            return False
        begun = len(self.criteria) > max(self.first_of_level, self.first_of_category)
        goes_on = begun and self.listed and not (opens_criterion(text) or is_titled(text))
        if (not goes_on and level is None) or not self._next():
            return False
        self._begin_level(text, essential=level)
        return True

    def _begins_criteria(self, line: Line) -> bool:
        """Whether "Qualifications" or "Skills" stands above criteria in a text without a heading
        for them."""
        after = self._after
        if self.section in PERSON or line.item or not names_needs(line.text):
            return False
        return after.item and category_begun(after.text) != "" and not starts_like_duty(after.text)

    def _is_last_of_list(self, line: Line) -> bool:
        """Whether a criterion such as "IT skills" has nothing below it, as a heading would have."""
        one, other = [*(after.text for after in self._next(2)), "", ""][:2]
        last = self._behind is None or (names_category(one) and level_of(other) is not None)
        return last and not line.level and self.begun["criteria"][-1:] == [self.at - 1]

    def _begin_level(self, name: str, *, essential: bool | None) -> None:
        """Note the level of what follows, and how it is assessed: "Essential (A/I)"."""
        how = name.partition("(")[2].rstrip("): ")
        self.essential, self.first_of_level = essential, len(self.criteria)
        self.methods_of_level = methods_of(how, self.key) if names_methods(how, self.key) else ()

    def _is_category_of_effort(self, line: Line) -> bool:
        """Whether a heading such as "Physical" is for criteria, and not for the effort of a job."""
        few = len(line.text.split()) <= MOST_WORDS_OF_EFFORT and bool(self.criteria)
        levels = level_of(self._after.text.rstrip(":")) is not None
        return few and (levels or self.columns_unseen)

    def _is_category_of_values(self, line: Line, known: str) -> bool:
        """Whether a heading such as "Values" is for criteria, and not for the employer's values."""
        named = known == "about" and names_category(line.text)
        return named and (self._after.item or level_of(self._after.text.rstrip(":")) is not None)

    def _columns_became_lines(self, line: Line, level: bool) -> bool:
        """Whether the heading of the other level is just above, or a letter of the same one."""
        for above in reversed(self.blocks[max(0, self.at - MOST_CELLS) : self.at]):
            text = above.text.rstrip(":") if isinstance(above, Line) else ""
            if (other := level_of(text)) is not None:
                return other is not level or line.text == text in "ED"
            if not text.isupper():
                return False
        return False

    def _is_level_behind(self) -> bool:
        """Whether a level alone on its line is a cell in the row of the criterion above it."""
        unread = self.first_of_category < len(self.criteria) and self.criteria[-1].essential is None
        if not unread or self.essential is not None:
            return False
        if self.begun["criteria"][-1:] not in ([self.at - 1], [self.at - 2]):
            return False
        others = 0
        for after in self._next(MOST_CELLS):
            if after.level or len(key_of(after.text)) > 1:
                break
            if level_of(after.text) is not None:
                return others < 2
            others += not (names_methods(after.text, self.key) or names_category(after.text))
        return not others

    def _take_line_of_methods(self, line: Line) -> bool:
        """Handle a category with its methods, or a label of the methods on the next line.

        Return whether the line was one.
        """
        if line.item or self.section not in PERSON:
            return False
        if ways := methods_by_category(line.text, self.key):
            self.methods_by_category |= ways
            self._leave(line.text)
            return True
        name, how = split_assessed(line.text, self.key)
        if how and names_category(name):
            self._take_heading_of_criteria(Line(name), "")
            self.methods = how
            return True
        label = LABEL_OF_METHODS.fullmatch(line.text) is not None
        how = self._methods_below() if label else ()
        if how:
            self._assessed_by(line.text, how)
            self.taken = range(self.at + 1, self.at + 2)
        elif label and self.essential is None and not self.criteria:
            self.columns_unseen = True
        return bool(how)

    def _methods_below(self) -> tuple[str, ...]:
        """Return the methods that the next line names, unless the columns of a table were lost."""
        below = self._after.text
        seen = not self.columns_unseen and names_methods(below, self.key)
        return methods_of(below, self.key) if seen else ()

    def _assessed_by(self, text: str, methods: tuple[str, ...]) -> None:
        """Apply the methods named in a line to every criterion, or to those of the category.

        Those of the category above the line get them or, if there are none, those below it.
        """
        if OF_ALL.search(text) or not (self.category or self.criteria):
            self.methods_of_all = methods
            return
        below = self.criteria[self.first_of_category :]
        self.criteria[self.first_of_category :] = assessed(below, methods)
        self.methods = () if below and not text.endswith(":") else methods

    def _with_colons(self, text: str) -> str:
        """Return a line with a colon behind its levels: "Essential Degree", "Desirable (I) Law".

        One without the way of assessment counts where a line near it begins with the other.
        """
        first = LEVEL_BEFORE.search(text)
        if first is None or (section_of(text) and "(" not in first[0]):
            return text
        reach = MOST_NEAR if self.section in PERSON else 1
        near = self.blocks[max(self.at - reach, 0) : self.at + reach + 1]
        begins = {block.text.split(" ", 1)[0] for block in near if isinstance(block, Line)}
        both = {"Essential", "Desirable"} <= begins or "(" in first[0]
        return LEVEL_BEFORE.sub(r"\g<0>:", text) if both else text
