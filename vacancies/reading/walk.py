"""Walks through a document and assigns each row of its tables to its part."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from vacancies.reading.blocks import (
    LOOSE_HEADING,
    NO_HEADING,
    Cell,
    Line,
    Passage,
    Row,
    Table,
    row_text,
)
from vacancies.reading.column_names import weights_in, with_boxes_read, with_levels_for_weights
from vacancies.reading.criteria import key_of, level_of, names_category, names_methods
from vacancies.reading.criterion import assessed
from vacancies.reading.duties import names_columns_of_duties
from vacancies.reading.facts import band_of, fact_of, several_facts
from vacancies.reading.form_words import ASIDE, EACH_LEVEL, OF_OFFER
from vacancies.reading.furniture import is_furniture, names_document
from vacancies.reading.groups import names_duties_below
from vacancies.reading.headings import PERSON, could_be_heading, section_of, shouts
from vacancies.reading.labels import pairs_by_column, pairs_by_line, pairs_in, with_labels
from vacancies.reading.lines import Lines
from vacancies.reading.markers import bare, marked_in_a_row
from vacancies.reading.old_job import SHORT, OldCriterion, OldEvidence, OldJob
from vacancies.reading.specification import parted, read_specification
from vacancies.reading.stress import with_levels

MOST_WORDS_OF_A_NAME, FEWEST_REPEATS = 4, 3


class Walk(Lines):
    """Walks through the blocks once."""

    def read(self, outside: Sequence[str] = ()) -> OldJob:
        """Return the job that the blocks describe. `outside`: texts outside the body."""
        for block in self.blocks:
            key = key_of(block.text) if isinstance(block, Line) else {}
            self.key.update(key if len(key) > 1 else {})
            self.weights |= weights_in(block.text) if isinstance(block, Line) else {}
        for at, block in enumerate(self.blocks):
            self.at = at
            if isinstance(block, Table):
                self._take_table(block)
                self.passages += _cells(block, self.section, at)
            else:
                kind = (
                    "heading" if self._take_line(block) else ("item" if block.item else "paragraph")
                )
                self.passages.append(Passage(block.text, kind, self.section, at))
            self._begun()
        self._head()
        self.duties.start()
        self._take_prose()
        for text in with_labels(outside):
            named = names_document(text) if is_furniture(text) else fact_of(text)
            for part, value, whole in several_facts(text) or [(*named, text)]:
                if part in SHORT and not self.texts[part]:
                    self._fact(part, value, whole)
                else:
                    self.rest.append(whole)
                    if part == "title" and not self.texts["band"] and band_of(value):
                        self.texts["band"] = [band_of(value)]
        self._found_elsewhere()
        self._split_title()
        self._drop_repeats()
        joined: dict[str, Any] = {name: "\n".join(texts) for name, texts in self.texts.items()}
        return OldJob(
            **joined | {"hours": self.hours},
            duties=self.duties.with_shares_of_groups(),
            criteria=tuple(self._criteria_read()),
            evidence=tuple(
                OldEvidence(factor, "\n".join(texts))
                for factor, texts in sorted(self.evidence.items())
            ),
            standard_statements=tuple(self.statements),
            not_understood=tuple(self.rest),
        )

    def _drop_repeats(self) -> None:
        """Keep the first of each duty and criterion where a part of the document stands twice."""
        parts: dict[str, list[Any]] = {"duties": self.duties.duties, "criteria": self.criteria}
        for name, items in parts.items():
            first = {one: at for at, one in reversed([*enumerate(items)])}
            if sum(many > 1 for many in Counter(items).values()) >= FEWEST_REPEATS:
                kept = sorted(first.values())
                items[:] = [items[at] for at in kept]
                self.begun[name] = [self.begun[name][at] for at in kept]

    def _criteria_read(self) -> list[OldCriterion]:
        """Return the criteria, with what was said of all of them or of a category."""
        of_all, ways = self.methods_of_all, self.methods_by_category
        read = [assessed([c], ways.get(c.category, of_all))[0] for c in self.criteria]
        return with_levels(read, self.in_print, self.stressed) if self.in_print else read

    def _take_table(self, table: Table) -> None:
        inside = self.section in PERSON
        filled = [cell for cell in table.rows[0] if cell.lines]
        if len(table.rows) > 1 and len(filled) == 1 and section_of(filled[0].text) == "person":
            self._cell(filled[0])
            inside, table = True, Table(table.rows[1:])
        table = with_levels_for_weights(with_boxes_read(table), self.weights)
        table, others = parted(table)
        lines = [" = ".join(cell.text for cell in row) for row in table.rows]
        if len(lines) > 1 and all(len(row) == 2 for row in table.rows) and all(map(key_of, lines)):
            for line in lines:  # what the letters of the form mean
                self.key.update(key_of(line))
                self._leave(line)
            return
        specification = read_specification(
            table,
            self.columns if inside else None,
            self.category,
            inside=inside,
            key=self.key,
            essential=self.essential,
            in_print=self.in_print is not None,
        )
        if specification.columns:
            self.columns = specification.columns
            self.key.update(specification.columns.key)
            self.criteria += specification.criteria
            self.rest += specification.rest
            self.listed = True
            if not inside:
                self._enter("person")
            self._head()
            for row in others:
                self._take_row(row)
            return
        table = Table((*table.rows, *others))
        if self._take_table_of_duties(table):
            return
        for rows, pairs in pairs_by_column(table.rows):
            if pairs:
                self._pairs(pairs)
            else:
                self._take_row(rows[0])

    def _take_table_of_duties(self, table: Table) -> bool:
        """Handle a table below a heading of duties, or one whose columns are named so."""
        named = self.section not in ("duties", *PERSON) and names_columns_of_duties(table.rows[0])
        if not named and (self.section != "duties" or _holds_facts(table)):
            return False
        if named:
            self._enter("duties")
        self._duty_rows(table)
        if named:
            self._enter("", NO_HEADING)
        return True

    def _duty_rows(self, table: Table) -> None:
        rows: list[Row] = []
        for row in table.rows:
            filled = [cell for cell in row if cell.lines]
            if len(filled) == 1:
                self.duties.rows(rows)
                rows = []
                if names_duties_below(filled[0].text):
                    self.duties.start(filled[0].text.rstrip(":"))
                else:
                    self._cell(filled[0], item=True)
                if self.section != "duties":
                    self._rows_from(table, row)
                    return
            elif ASIDE.match(row_text(row)) or OF_OFFER.match(row_text(row)):
                self.rest.append(row_text(row))
            else:
                rows.append(row)
        self.duties.rows(rows)

    def _rows_from(self, table: Table, after: Row) -> None:
        at = next(n for n, row in enumerate(table.rows) if row is after)
        for row in table.rows[at + 1 :]:
            self._take_row(row)

    def _cell(self, cell: Cell, *, item: bool = False) -> None:
        for at, line in enumerate(marked_in_a_row(cell.lines)):
            plain = line.text
            known = section_of(plain)
            heading = could_be_heading(plain.rstrip(":")) and bool(known)
            heading = heading and (len(cell.lines) <= 2 or (at == 0 and shouts(plain)))
            level = LOOSE_HEADING if heading else NO_HEADING
            if self.section == "duties" and plain.endswith(":") and names_duties_below(plain):
                self.duties.start(plain.rstrip(":"))
                continue
            self._take_line(Line(plain, level, item=(item or bool(line.kind)) and not level))

    def _take_row(self, row: Row) -> None:
        filled = [cell for cell in row if cell.lines and not cell.above]
        filled = filled[len(filled) == 2 and filled[0].text.rstrip(".").isdigit() :]
        texts = [cell.text for cell in filled]
        if pairs := pairs_by_line(filled):
            self._pairs(pairs)
        elif len(filled) == 1:
            self._cell(filled[0], item=self.section == "duties")
        elif all(fact_of(text)[0] for text in texts) and texts:
            for text in texts:
                self._fact(*fact_of(text), text)
        elif pairs := pairs_in(texts):
            self._pairs(pairs)
        elif self.section == "duties":
            self.duties.rows([row])
        elif len(texts) == 2 and self._take_headed_row(texts, filled[1]):
            return
        else:
            self._leave(row_text(row))

    def _take_headed_row(self, texts: Sequence[str], content: Cell) -> bool:
        """Handle a row whose first cell is a heading for the second; return whether it was one."""
        part = section_of(texts[0])
        if part in ("duties", "statement", "effort", *PERSON) or (
            self.section in PERSON
            and (names_category(texts[0]) or len(texts[0].split()) <= MOST_WORDS_OF_A_NAME)
            and not names_methods(content.text, self.key)
        ):
            if part:
                self._known_heading(Line(texts[0]), part)
            elif not self._take_heading_of_criteria(Line(texts[0], LOOSE_HEADING), part):
                return False
            if self.section == "duties":
                self.duties.rows([(content,)])
                self._head()
                self._enter("", NO_HEADING)
                return True
            for text in (part for line in content.lines for part in EACH_LEVEL.split(line)):
                level = NO_HEADING if level_of(text.rstrip(":")) is None else LOOSE_HEADING
                item = self.section in PERSON and not level
                self._take_line(Line(bare(text), level, item=item))
            return True
        return False


def _cells(table: Table, section: str, block: int) -> list[Passage]:
    return [
        Passage(text, "heading" if section_of(text) else "cell", section, block)
        for row in table.rows
        for cell in row
        if not cell.above
        for text in cell.lines
    ]


def _holds_facts(table: Table) -> bool:
    """Whether a table below duties holds facts, as when a new form begins there."""
    known = 0
    for rows, pairs in pairs_by_column(table.rows):
        filled = [cell for cell in rows[0] if cell.lines]
        if pairs or pairs_by_line(filled) or pairs_in([cell.text for cell in filled]):
            known += len(rows)
    return known * 2 > len(table.rows)
