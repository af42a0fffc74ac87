"""Recognise headings and what each one opens."""

from collections.abc import Sequence
from dataclasses import replace

from vacancies.reading.blocks import LOOSE_HEADING, NO_HEADING, Line, Table
from vacancies.reading.body import Body
from vacancies.reading.criteria import category_of, level_of, names_category
from vacancies.reading.criterion import split_assessed
from vacancies.reading.duties import column_of_duties
from vacancies.reading.facts import EFFORT, fact_of
from vacancies.reading.form_words import (
    EACH_LEVEL,
    OF_CONTACTS,
    OF_LEVEL,
    OF_NUMBERED_JOB,
    OF_SITE,
    PERSON_OF,
    SIDE_BY_SIDE,
    WISH,
)
from vacancies.reading.groups import share_alone, share_of
from vacancies.reading.headings import (
    OF_THE_DOCUMENT,
    PERSON,
    could_be_heading,
    is_title,
    is_titled,
    names_employer,
    run_in,
    says_more,
    section_of,
    shouts,
    speaks_of_duties,
    words_in,
)
from vacancies.reading.old_job import LONG, SHORT
from vacancies.reading.words import duties_in_prose, starts_like_duty


class Openings(Body):
    """Recognises headings by their words and by what follows them."""

    def _take_run_in(self, line: Line) -> bool:
        """Take a level, factor, statement or category with its text; return whether it was one."""
        if level_of(line.text.partition("\t")[0]) is not None:
            line = replace(line, text=line.text.replace("\t", ": ", 1))
        line = replace(line, text=self._with_colons(line.text))
        name, text = run_in(line.text)
        parts = EACH_LEVEL.split(line.text)
        below = len(parts) > 1 and (self.section in PERSON or names_category(parts[0]))
        if line.level or not (below or (text and level_of(text) is None)):
            return False
        if below or section_of(name) in ("essential", "desirable"):
            self._levels_run_in(parts)
            return True
        if self._take_part_run_in(name, text, line):
            return True
        if self.section in PERSON and WISH.search(name):
            self._level_run_in(name, "desirable")
            self._person(Line(text, item=True))
            return True
        may_be = self.section != "statement" and section_of(name) in ("", "person")
        if may_be and names_category(name) and not self._is_group_of(name, text):
            if self.section not in PERSON:
                self._enter("person")
                self.essential = None
            self.category = category_of(name)
            self._paragraph(text)
            return True
        return False

    def _take_part_run_in(self, name: str, text: str, line: Line) -> bool:
        """Take a part with its text, such as "Duties: run it; teach"; return whether it was one."""
        if section_of(name) == "duties" and len(duties_in_prose(text)) > 1:
            self._known_heading(Line(name), "duties")
            self._duty(Line(text))
            return True
        if section_of(name) == "person" and section_of(run_in(text)[0]) in PERSON:
            self._known_heading(Line(name), "person")
            return self._take_run_in(Line(text))
        if section_of(name) in EFFORT and self.section not in (*PERSON, "duties"):
            self._fact(section_of(name), text, line.text)
            return True
        if section_of(name) == "statement" and not starts_like_duty(name):
            self._known_heading(Line(name), "statement")
            self._statement(text)
            return True
        return False

    def _levels_run_in(self, parts: Sequence[str]) -> None:
        for part in parts:
            name, text = run_in(part)
            if level := section_of(name):
                self._level_run_in(name, level)
            text = text if level else part
            if level and (how := split_assessed(f"{name}, {text}", self.key)[1]):
                self.methods_of_level = how
            elif OF_LEVEL.match(text):
                self._leave(text)
            elif names_category(text):
                self.category = category_of(text)
            elif level:
                self._paragraph(text)
            else:
                self._person(Line(text, item=True))

    def _level_run_in(self, name: str, level: str) -> None:
        category = self.category
        self._known_heading(Line(name), level)
        self._head()
        self.category = self.category or category

    def _is_group_of(self, name: str, text: str) -> bool:
        """Whether a name such as "Training" labels a share or a duty rather than a criterion."""
        if self.section in PERSON:
            return False
        return bool(share_alone(text)) or (
            self.section == "duties" and (starts_like_duty(text) or category_of(name) == "")
        )

    def _labelled(self, line: Line) -> tuple[str, str]:
        part, value = fact_of(line.text)
        if part in EFFORT and self.section in PERSON:
            return "", ""
        if part in LONG and section_of(value):
            self._known_heading(Line(value), section_of(value))
            return part, ""
        if of := PERSON_OF.fullmatch(line.text):
            self._short_fact("title", of[1] if is_title(of[1]) else "", line.text)
            self._known_heading(Line("Person specification", line.level), "person")
            return "person", ""
        if not part and not line.item and self.section in ("", *SHORT):
            part, value = self._unpunctuated(line)
        named, _, rest = line.text.partition(":")
        of_job = named.casefold().strip() in OF_THE_DOCUMENT or OF_NUMBERED_JOB.fullmatch(named)
        titled = not part and of_job and not self.texts["title"] and 0 < len(rest.split()) <= 8
        return ("title", rest.strip()) if titled else (part, value)

    def _opens(self, line: Line) -> bool:
        styled = 1 <= line.level < LOOSE_HEADING
        if self.section in PERSON and SIDE_BY_SIDE.search(line.text) and not styled:
            return False
        known = section_of(line.text)
        may_divide = line.level or not line.item or self._take_numbered_group(line)
        if self._begins_criteria(line) or (may_divide and self._names_group(line, known)):
            return True
        if self.section in PERSON and (names_category(line.text) or self._is_level_of_list(line)):
            apart = not line.item or line.text.endswith(":") or self._has_items_below(line)
            small = line.text[:1].islower() or self._is_last_of_list(line)
            return (apart and not small) or bool(line.level)
        if styled:
            return True
        if line.item:
            outside = bool(known) or self.section not in PERSON or self._counts_on(line)
            return outside and self._item_opens(line, known)
        if line.level:
            # A criterion in bold is not a heading.
            return bool(known) or not (self.section in PERSON and bool(category_of(line.text)))
        return self._plain_opens(line, known)

    def _is_level_of_list(self, line: Line) -> bool:
        return line.item and len(line.text) > 2 and level_of(line.text.rstrip(":")) is not None

    def _item_opens(self, line: Line, known: str) -> bool:
        """Whether a list item is a heading: numbered or bold, and set apart from any list."""
        if not (line.number or line.level) or not could_be_heading(line.text):
            return False
        after = self._next(3)
        siblings = [one for one in after if one.item and one.depth == line.depth]
        alone = not (
            siblings and siblings[0] is after[0] and bool(siblings[0].level) == bool(line.level)
        )
        if known:
            return alone or shouts(line.text)
        return bool(line.level) and alone

    def _plain_opens(self, line: Line, known: str) -> bool:
        """Whether a plain line is a heading, as shown by its name or by what follows it."""
        text = line.text
        if OF_SITE.match(text) and could_be_heading(text):
            return True
        if known and could_be_heading(text.rstrip(":?")):
            if text.endswith(":") or known in PERSON:
                return len(text) > 1 or self.section in PERSON  # else a mark of lost columns
            ends_duties = self.section == "duties" and any(one.is_prose for one in self._next(1))
            if (known in SHORT and not ends_duties) or words_in(text) > 8:
                return False
            sure = known in ("duties", "effort", "statement", *LONG) and len(text.split()) > 1
            return text[:1].isupper() and (sure or self._stands_apart(line))
        after = self._next(2)
        between = bool(after) and after[0].item and (self.duties.listed or not self.duties.duties)
        if not could_be_heading(text) or (starts_like_duty(text) and not between):
            return False
        if self.section == "duties":
            if not after or text.endswith(":") or len(text.split()) > 6:
                return False
            if self._begins_list(after[0]):
                return after[0].item or is_titled(text)
            return self.duties.listed and text[:1].isupper() and after[0].is_prose
        return self._announces_duties(line)

    def _heading(self, line: Line) -> None:
        known = section_of(line.text)
        if self._begins_criteria(line):
            self._head()
            self._enter("person")
        if self.section in PERSON and self._take_heading_of_criteria(line, known):
            return
        if self._names_group(line, known):
            self._group(line.text)
            self.numbered = line.number
        elif known:
            self._known_heading(line, known)
        elif self._announces_duties(line) and self.section != "duties":
            self._enter("duties", line.level or LOOSE_HEADING)
            self._group(line.text)
        elif self.section == "duties" and self._is_below(line) and not self._is_aside(line):
            self._group(line.text)
            self.numbered = line.number
        elif (
            speaks_of_duties(line.text)
            and self.section not in PERSON
            and (self._next() or self._before_table() or self._before_heading())
        ):
            self._enter("duties", line.level or LOOSE_HEADING)
            self._group(line.text)
        elif not self._take_title(line):
            closes = self._counts_on(line) or bool(OF_SITE.match(line.text))
            closes = closes or (bool(self.criteria) and self._closes(line))
            self._head(line.text, owed=True)
            if closes or self.section not in ("", *PERSON) or not self._is_below(line):
                self._enter("", NO_HEADING)

    def _names_group(self, line: Line, known: str) -> bool:
        """Whether a heading such as "Team" or "Systems" only divides the duties below it."""
        if self.at in self.groups:
            return True
        name, share = share_of(line.text.rstrip(": "), of_group=True)
        one_word = " " not in name and known in ("relationships", "statement")
        after = self._after
        of_factor = known in ("relationships", "decides") and not OF_CONTACTS.search(line.text)
        of_factor = of_factor and starts_like_duty(after.text)
        led = known == "statement" and line.text.endswith(":")
        led = led and after.text.startswith("You will ")
        divides = one_word or led or share or of_factor or known in ("about", "other", *SHORT)
        family = line.number.rpartition(".")[0]
        if self.section == "duties" and family and self.numbered.startswith(f"{family}."):
            return True
        if self.section != "duties" or not divides:
            return False
        styled = 1 <= self.level < line.level < LOOSE_HEADING
        counted = bool(self.numbered) or line.number == "1"  # "7." goes on with a numbered form
        plain = is_titled(line.text) and (counted or not line.level)
        if known == "statement" and after.is_prose and not led:
            return False
        listed = self._begins_list(after) and (after.item or plain)
        if after.text and "." in line.number:  # as in "3.1 Systems" above "3.1.1"
            listed = listed or after.number.startswith(f"{line.number}.")
        below = after.item or self._begins_list(after)
        styled = styled and (self._before_table() or below)
        if listed or led or styled:
            return True
        return isinstance(self._behind, Table) and column_of_duties(self._behind.rows[0]) >= 0

    def _known_heading(self, line: Line, known: str) -> None:
        if known == "duties" and self.duties.duties and self._is_of_all_staff():
            known = "statement"
        if known in PERSON:
            self.category = category_of(line.text) if names_category(line.text) else ""
            level = {"essential": True, "desirable": False}.get(known)
            self._begin_level(line.text, essential=level)
            self.methods = ()
        within = known == "duties" and self.section == "duties"
        self.counted = int(line.number) if line.number.isdigit() else self.counted
        itself = line.text.casefold().strip(" :") in OF_THE_DOCUMENT
        self.opened.add("document" if itself else known)
        self._head(
            "" if itself else line.text,
            owed=known in ("other", "statement") or says_more(line.text),
        )
        self._enter("" if itself else known, line.level or LOOSE_HEADING)
        if within:
            self.heading = ""
            self._group(line.text)

    def _take_title(self, line: Line) -> bool:
        """Take the first heading as the title if it can be one; return whether it was taken."""
        text = " ".join(line.text.split())
        if "job description" in text.casefold() or names_employer(text):
            return False
        first = not (self.section or self.rest or self.texts["title"])
        above = not self.heading or names_employer(self.heading)
        if first and above and 1 <= line.level < LOOSE_HEADING:
            self._leave()
            self.texts["title"].append(text)
            self.guessed_title = True
            return True
        return False
