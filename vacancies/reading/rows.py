"""The rows of a person specification table: the criteria of each, and what it says of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vacancies.reading.blocks import Cell, Row, row_text
from vacancies.reading.column_names import LABEL_OF_METHODS, OF_WEIGHTS, SAME_AS_ABOVE
from vacancies.reading.columns import Columns, repeats_names
from vacancies.reading.criteria import (
    category_of,
    crosses_deny,
    is_cross,
    is_denial,
    is_mark,
    is_weight,
    level_of,
    methods_of,
    names_category,
    names_methods,
)
from vacancies.reading.criterion import (
    assessed,
    criteria,
    has_letters,
    is_worded,
    lists_other_ways,
    says_level_itself,
    ways_beside,
    words_for,
)
from vacancies.reading.form_words import OF_METHODS
from vacancies.reading.headings import shouts
from vacancies.reading.old_job import OldCriterion

LONGEST_NAME = 80
_OTHER = re.compile(r"other|addition|special|circumstance|requirement", re.IGNORECASE)


class Rows:
    """Reads row by row, remembering the category, level and merged cells above."""

    def __init__(
        self, columns: Columns, category: str, essential: bool | None, rows: Sequence[Row]
    ) -> None:
        self.columns, self.category, self.essential = columns, category, essential
        self.criteria: list[OldCriterion] = []
        self.first_of_category = 0
        self.rest: list[str] = []
        self.weights: list[str] = []
        self.above: dict[int, Cell] = {}
        held, ways = columns.levels, columns.methods
        self.ways_of_all = any(lists_other_ways(row, held, ways) for row in rows)
        self.crosses_deny = any(
            crosses_deny([row[n].text for n in columns.levels if n < len(row)]) for row in rows
        )

    def title(self, row: Row) -> None:
        """Handle a row above the column names: the name of a category, or other text."""
        texts = [cell.text for cell in row if cell.lines]
        if len(texts) == 1 and names_category(texts[0]):
            self.category = category_of(texts[0])
        else:
            self.rest.append(row_text(row))

    def read(self, row: Row) -> None:
        row = self._with_those_above(row)
        filled = [n for n, cell in enumerate(row) if cell.lines and not cell.above]
        if not filled or repeats_names(row, self.columns):
            return
        if self._take_row_of_methods(row) or self._take_other_level(row):
            return
        if len(filled) == 1 and self._take_naming_row(row, filled[0]):
            return
        before, columns = len(self.criteria), self.columns
        held = [row[n] for n in columns.levels if n < len(row)]
        if columns.either < 0 and any(is_worded(cell, columns.key) for cell in held):
            self._worded(row)
        else:
            self._marked(row)
        self._keep_notes(row, self.criteria[before:])

    def _take_other_level(self, row: Row) -> bool:
        """Handle another level for the only level column; return whether the row gives one."""
        if len(self.columns.levels) != 1:
            return False
        column = self.columns.levels[0]
        level = level_of(row[column].text) if column < len(row) else None
        others = [c.text for n, c in enumerate(row) if n not in (column, *self.columns.methods)]
        if level is None or not all(not t or OF_WEIGHTS.search(t) for t in others):
            return False
        essential, desirable = (column, -1) if level else (-1, column)
        self.columns = replace(self.columns, essential=essential, desirable=desirable)
        return True

    def _take_row_of_methods(self, row: Row) -> bool:
        """Handle a row that says how the criteria above it are assessed; return whether it does."""
        columns = self.columns
        label = row[columns.either].text if 0 <= columns.either < len(row) else ""
        said = " ".join(c.text for n, c in enumerate(row) if n != columns.either and not c.above)
        if not label and (named := OF_METHODS.match(said)):  # "Means of assessment: interview"
            label, said = named[0], said[named.end() :]
        known = LABEL_OF_METHODS.fullmatch(label.rstrip(": "))
        if not (known and names_methods(said, columns.key)):
            return False
        how = methods_of(said, columns.key)
        below = self.criteria[self.first_of_category :]
        self.criteria[self.first_of_category :] = assessed(below, how)
        return True

    def _keep_notes(self, row: Row, criteria: Sequence[OldCriterion]) -> None:
        """Keep other remarks on a criterion, for which the draft has no place."""
        columns = self.columns
        for number, cell in enumerate(row):
            in_level = number in (*columns.levels, columns.either) and is_weight(cell.text)
            how = number in columns.methods and not names_methods(cell.text, columns.key)
            if not cell.lines or cell.above or not (in_level or how or number in columns.notes):
                continue
            both = 0 <= columns.essential < columns.desirable and len(criteria) > 1
            of = [c for c in criteria if not both or c.essential is (number < columns.desirable)]
            notes = self.weights if is_weight(cell.text) else self.rest
            notes.append(" | ".join([*(c.text for c in of[:1]), cell.text]))

    def _with_those_above(self, row: Row) -> Row:
        cells = []
        for number, cell in enumerate(row):
            same = number in self.columns.methods and SAME_AS_ABOVE.fullmatch(cell.text)
            if (cell.above or same) and number in self.above:
                before = self.above[number]
                cells.append(Cell(before.paragraphs, before.span, above=True))
            else:
                self.above[number] = cell
                cells.append(cell)
        return tuple(cells)

    def _take_naming_row(self, row: Row, number: int) -> bool:
        """Handle the category or level of the rows below; return whether the row is no more."""
        cell = row[number]
        text = cell.text.rstrip(":")
        if len(cell.lines) > 1 or len(text) > LONGEST_NAME:
            return False
        if self.columns.either < 0 or not self.columns.carries:
            level = level_of(text)
            if level is not None and len(text) > 1 and number not in self.columns.levels:
                self.essential = level
                return True
        across = cell.span > 1 and cell.span >= self.columns.width - 1
        apart = number not in self.columns.levels or shouts(text)
        names = across or (names_category(text) and apart)
        if names:
            self._take_names(text)
        return names

    def _take_names(self, name: str) -> None:
        """Set the category, and any level, that a row names; a name unknown here is also kept."""
        if not names_category(name) and not _OTHER.search(name):
            self.rest.append(name)
        self.category = category_of(name) or "other"
        self.first_of_category = len(self.criteria)
        folded = name.casefold()
        if ("essential" in folded) != ("desirable" in folded):
            self.essential = "essential" in folded

    def _worded(self, row: Row) -> None:
        """Add the criteria of a row whose level columns hold them, one a line."""
        columns = self.columns
        used = set(columns.lettered)
        if name := self._name_of(row):
            self._take_names(name.text)
            used |= {n for n, cell in enumerate(row) if cell.text == name.text}
        for number, essential in ((columns.essential, True), (columns.desirable, False)):
            if not 0 <= number < len(row) or row[number].above:
                continue
            level = None if self.columns.covers_levels(number, row[number].span) else essential
            method = columns.method_for(number)
            said = row[method] if 0 <= method < len(row) else Cell()
            of_all = self.ways_of_all and len(columns.methods) == 1
            self._add(row[number].lines, level, ways_beside(row[number], said, of_all=of_all))
        left = tuple(c for n, c in enumerate(row) if n not in used and not c.above)
        if any(cell.lines for cell in left):
            self.rest.append(row_text(left))

    def _name_of(self, row: Row) -> Cell | None:
        held = self.columns.lettered
        others = (c for n, c in enumerate(row) if n not in held and c.lines and not c.above)
        return next(
            (c for c in others if len(c.text) <= LONGEST_NAME and has_letters(c.text)), None
        )

    def _marked(self, row: Row) -> None:
        """Add the criterion of a row whose level is given by a mark, a letter or a word."""
        columns = self.columns
        free = [n for n, c in enumerate(row) if not c.above and n not in columns.lettered]
        texts = [n for n in free if has_letters(row[n].text)]
        if columns.either >= 0 and says_level_itself(row[columns.either : columns.either + 1]):
            self._add(row[columns.either].lines, None, ())
            return
        if not texts:
            self._without_text(row)
            return
        if columns.text in texts:
            texts.append(columns.text)
            level = level_of(row[columns.text].text)
            if level is not None and columns.either < 0 and not columns.levels:
                self._take_names(row[texts[0]].text)
                self.essential = level
                return
        for number in texts[:-1]:
            if number == texts[-1]:
                continue
            if names_category(row[number].text):
                self.category = category_of(row[number].text)
            elif number < columns.text and len(row[number].text) <= LONGEST_NAME:
                self._take_names(row[number].text)
            else:
                self.rest.append(row[number].text)
        self._add_marked(row, row[texts[-1]])

    def _without_text(self, row: Row) -> None:
        either = row[self.columns.either] if 0 <= self.columns.either < len(row) else Cell()
        level = level_of(either.text)
        if level is not None and self.columns.carries:
            self.essential = level
        else:
            self.rest.append(row_text(tuple(cell for cell in row if not cell.above)))

    def _add_marked(self, row: Row, cell: Cell) -> None:
        methods = self._methods_of(row, cell)
        lines = cell.lines
        levels = [self._level(row, number, cell) for number in range(len(lines))]
        each = methods if len(methods) == len(lines) > 1 else [" ".join(methods)] * len(lines)
        for line, level, how in zip(lines, levels, each, strict=True):
            self._add([line], level, (how,), marked=True)

    def _methods_of(self, row: Row, cell: Cell) -> list[str]:
        columns, key = self.columns, self.columns.key
        held = [row[n] for n in columns.methods if n < len(row) and row[n].lines]
        methods = [line for one in held for line in one.lines]
        if len(held) == 1:
            methods = list(ways_beside(cell, held[0], of_all=False))
        methods += [m for n, m in columns.ticked.items() if n < len(row) and is_mark(row[n].text)]
        levels = [t for n in columns.levels if n < len(row) for t in row[n].lines]
        methods += [t for t in levels if names_methods(t, key) and not is_mark(t)]
        if not methods and 0 <= columns.either < len(row):
            said = row[columns.either].lines
            below = [t for t in said if level_of(t) is None and names_methods(t, key)]
            methods = below or [t.partition("(")[2] for t in said if level_of(t) is not None]
        return methods

    def _level(self, row: Row, line: int, cell: Cell) -> bool | None:
        """Return the level of one line of the cell with the criteria, or None if unclear."""
        columns = self.columns
        if columns.either >= 0:
            said = self._either(row, line, cell)
            if columns.carries and said is not None:
                self.essential = said
            return said if said is not None or not columns.carries else self.essential
        marks = [self._is_marked(row, number, line, cell) for number in columns.levels]
        if len(columns.levels) == 1:
            only = columns.essential >= 0
            word = row[columns.levels[0]].text.casefold() if columns.levels[0] < len(row) else ""
            if not marks[0] and word in ("no", "n", "false"):
                return not only
            return only if marks[0] else (None if marks[0] is None else self.essential)
        if marks == [True, False]:
            return True
        if marks == [False, True]:
            return False
        return self.essential if not any(marks) and None not in marks else None

    def _either(self, row: Row, line: int, cell: Cell) -> bool | None:
        said = row[self.columns.either] if self.columns.either < len(row) else Cell()
        text = words_for(said, line, cell)
        return level_of(text) if text is not None else None

    def _is_marked(self, row: Row, number: int, line: int, cell: Cell) -> bool | None:
        """Whether the cell in a level column says yes for this line; None if unclear."""
        if number >= len(row):
            return False
        merged = row[number].span > 1 and self.columns.covers_levels(number, row[number].span)
        if merged and row[number].lines:
            return None
        text = words_for(row[number], line, cell)
        if text is None:
            return None
        if not text or is_denial(text) or (self.crosses_deny and is_cross(text)):
            return False
        of_other_column = level_of(text) is (number != self.columns.essential)
        return None if of_other_column else True

    def _add(
        self,
        lines: Sequence[str],
        essential: bool | None,
        methods: Sequence[str],
        *,
        marked: bool = False,
    ) -> None:
        key = self.columns.key
        self.criteria += criteria(lines, self.category, essential, methods, key, marked=marked)
