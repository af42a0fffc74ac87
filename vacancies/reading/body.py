"""Lines under a heading: texts, facts, effort and duties; and lines under none."""

import re
from dataclasses import replace
from itertools import takewhile

from vacancies.reading.blocks import LOOSE_HEADING, NO_HEADING, NOTHING, Line
from vacancies.reading.criteria import key_of
from vacancies.reading.criterion import asks_of_people, criterion, level_in_sentence
from vacancies.reading.duties import leads_in, leads_to_items
from vacancies.reading.facts import EFFORT, tells_of_post
from vacancies.reading.form_words import (
    ASIDE,
    EFFORTS,
    OF_CONDITIONS,
    OF_EMPLOYER,
    OF_OFFER,
    PURPOSE,
    TO_PEOPLE,
)
from vacancies.reading.groups import (
    names_duties_below,
    nested_groups,
    numbered_groups,
    tells_of_other_part,
)
from vacancies.reading.headings import PERSON, could_be_heading, is_statement, section_of, shouts
from vacancies.reading.old_job import LONG, SHORT
from vacancies.reading.person import Person
from vacancies.reading.words import (
    duties_in_prose,
    is_all_work,
    sentences_of,
    starts_like_duty,
    tasks_in_prose,
    tasks_of,
)

MOST_STATEMENTS, FIRST_WORDS, MOST_BELOW = 30, 80, 150
"""Lines in which the numbers of groups of duties are looked for."""
FEWEST_LOOSE_DUTIES = 3
"""This many consecutive lines that begin with a verb are duties, whatever the heading."""
_FACTORS = ("", "relationships", "decides")
_LABELLED = re.compile(r"[^:\t]{3,40}(?::\s|\t)")


class Body(Person):
    """Handles a line according to the part it is in."""

    def _body(self, line: Line) -> None:
        if self.section in LONG:
            self._long(line)
        elif self.section in SHORT:
            self._short(line.text)
        elif self.section in EFFORT or self.section == "effort":
            self._effort(line.text)
        elif self.section == "duties":
            self._duty(line)
        elif self.section in PERSON:
            self._person(line)
        elif self.section == "statement":
            self._statement(line.text)
        else:
            self._loose(line)

    def _long(self, line: Line) -> None:
        if self.section == "purpose" and self._starts_duties(line):
            self._enter("duties", self.level)
            self._duty(line)
            return
        if self.named_beside and _LABELLED.match(line.text):
            self.rest.append(line.text)
            return
        text = self._without_criteria(line) if self.section == "purpose" else line.text
        self.texts[self.section] += [text] if text else []
        if self.section == "purpose" and leads_in(line.text) and line.text.endswith(":"):
            self._head()
            if self._after.item or starts_like_duty(self._after.text):
                self._enter("duties", self.level)

    def _without_criteria(self, line: Line) -> str:
        """Take the sentences of a paragraph that say what applicants bring; return the others."""
        sentences = [line.text] if line.item else sentences_of(line.text)
        asked = [one for one in sentences if not line.item and asks_of_people(one)]
        for one in asked:
            self.criteria.append(criterion(one, "", level_in_sentence(one)))
        return " ".join(one for one in sentences if one not in asked) if asked else line.text

    def _starts_duties(self, line: Line) -> bool:
        """Whether a list of duties begins here: a run of lines that begin with verbs."""
        above = (one.text for one in self.passages[:-FIRST_WORDS:-1] if one.kind != "item")
        if not starts_like_duty(line.text) or OF_CONDITIONS.search(next(above, "")):
            return False
        here = [line, *self._next(FEWEST_LOOSE_DUTIES - 1)]
        run = [one for one in here if starts_like_duty(one.text) and not one.level]
        lists = len(here) > 1 and all(one.item for one in here)
        led = len(here) > 2 and all(
            one.text.casefold().startswith(("you will", "you'll")) for one in here
        )
        said = sum(len(duties_in_prose(one.text)) for one in here if not one.item)
        enough = len(run) == FEWEST_LOOSE_DUTIES or said >= FEWEST_LOOSE_DUTIES
        return enough and (lists or led or bool(self.texts["purpose"]))

    def _short(self, text: str) -> None:
        section = self.section
        left = len(self.rest)
        self._fact(section, text, text)
        if len(self.rest) > left and self.heading:
            self.rest[left : left + 1] = self._with_heading(self.rest[left])
        elif all(could_be_heading(after.text) for after in self._next()):
            self.heading = ""
        self.owed = False
        self._enter("", NO_HEADING)

    def _effort(self, text: str) -> None:
        for said in [text] if self.section in EFFORT else sentences_of(text):
            at = {of: s.start() for of, words in EFFORTS.items() if (s := words.search(said))}
            first = next((of for of, place in at.items() if place == 0 or len(at) == 1), "")
            if factor := self.section if self.section in EFFORT else first:
                self.evidence.setdefault(factor, []).append(said)
            else:
                self._leave(said)

    def _duty(self, line: Line) -> None:
        line = replace(line, text=self._without_criteria(line))
        if not line.text:
            return
        if self._is_statement_here(line):
            self._statement(line.text)
            return
        to_people = not line.item and TO_PEOPLE.search(line.text)
        if to_people or (self.unheaded and line.is_prose) or tells_of_other_part(line):
            part, level = ("relationships", LOOSE_HEADING) if to_people else ("", NO_HEADING)
            self._enter(part, level)
            self._leave(line.text)
            return
        if self._is_no_duty(line):
            self._leave(line.text)
        elif leads_to_items(line, self._after):
            *others, last = sentences_of(line.text)
            self.rest += others
            self.duties.add(Line(last, item=True, depth=-1), self._after)
        elif not self.duties.duties and self._is_above_duties(line):
            self.rest.append(line.text)
            self.overview.append((self.at, line.text))
        elif self._before_table() and not line.item and names_duties_below(line.text):
            self.duties.start(line.text.rstrip(":"))
        else:
            self._add_duty(line)

    def _add_duty(self, line: Line) -> None:
        """Add a duty, or each sentence of a paragraph in which all say what the person does."""
        sentences = [] if line.item else tasks_in_prose(line.text)
        if len(sentences) < 2:
            self.duties.add(line, self._after)
            return
        for sentence in sentences:
            self.duties.add(Line(sentence), NOTHING)

    def _is_no_duty(self, line: Line) -> bool:
        """Whether a line among duties is about the post, the employer or whom to ask."""
        text, of_offer = line.text, OF_OFFER.match(line.text) is not None
        if line.item or of_offer or not any(map(str.isalpha, text)):
            return of_offer or not any(map(str.isalpha, text)) or text.startswith("We ")
        aside = self.duties.listed and line.is_prose and not starts_like_duty(text)
        return bool(ASIDE.match(text) or aside or tells_of_post(text))

    def _is_statement_here(self, line: Line) -> bool:
        """Whether a line is a standard statement; one alone among listed duties is a duty."""
        if not is_statement(line.text) or starts_like_duty(line.text):
            return False
        if not line.item and len(tasks_in_prose(line.text)) > 1:
            return False
        beside = [*(one.text for one in self.passages[-1:]), self._after.text]
        among = line.item and self.duties.listed
        return not among or any(map(is_statement, beside))

    def _is_above_duties(self, line: Line) -> bool:
        """Whether prose above the first duty, or in place of any, is an overview."""
        ends = self._before_heading() or section_of(self._after.text)
        prose = not line.item and (self._after.item or ends or self._before_table())
        if not prose or len(line.text.split()) <= 6 or tasks_in_prose(line.text):
            return False
        mixed = ends and len(sentences_of(line.text)) > 1
        return mixed or not starts_like_duty(line.text)

    def _loose(self, line: Line) -> None:
        """Handle a line under no known heading; a list of duties may begin here."""
        if not self.duties.duties and line.item and self._starts_duties(line):
            self._leave()
            self._enter("duties")
            self.unheaded = True
            self._duty(line)
        elif self._is_prose_of_duties(line):
            self._leave()
            self._enter("duties")
            for task in tasks_of(line.text):
                self._duty(Line(task))
            self._enter("", NO_HEADING)
            self.last_prose = self.at
        elif PURPOSE.match(line.text) and not self.texts["purpose"]:
            self.texts["purpose"].append(line.text)
        elif not line.item and len(line.text.split()) > 8 and is_statement(line.text):
            text = "\n".join(filter(None, (self.heading, line.text)))
            self.heading = ""
            self.statements.append(text)
        else:
            if len(key := key_of(line.text)) > 1:
                self.key.update(key)
            self._leave(line.text)

    def _is_prose_of_duties(self, line: Line) -> bool:
        begun = self.last_prose == self.at - 1
        first = begun or not self.duties.duties
        return first and not line.item and is_all_work(line.text, begun=begun)

    def _announces_duties(self, line: Line) -> bool:
        """Whether a run of lines that begin with verbs of work follows."""
        of_employer = self.section == "about" and OF_EMPLOYER.search(line.text)
        if of_employer or OF_CONDITIONS.search(line.text):
            return False
        run: list[Line] = []
        verbs = 0
        for after in self._next(8):
            said = starts_like_duty(after.text) or " you will " in after.text[:FIRST_WORDS]
            if after.level == LOOSE_HEADING and run and section_of(after.text) in _FACTORS:
                continue  # the name of the next group
            if after.level or not (after.item or said):
                break
            run.append(after)
            verbs += said
        standard = sum(is_statement(one.text) for one in run)
        return (
            verbs >= FEWEST_LOOSE_DUTIES
            and verbs * 3 >= len(run) * 2
            and standard * 2 < len(run)
            and self.section not in PERSON
        )

    def _is_of_all_staff(self) -> bool:
        """Whether what every employee must do follows, as under "General responsibilities"."""
        run = list(takewhile(lambda one: not one.level, self._next(MOST_STATEMENTS)))
        said = [is_statement(one.text) and len(tasks_in_prose(one.text)) < 2 for one in run]
        return bool(run) and ((said[0] and not run[0].item) or sum(said) * 2 >= len(said))

    def _begins_list(self, line: Line) -> bool:
        return (
            not line.level
            and starts_like_duty(line.text)
            and (line.item or len(line.text.split()) > 3)
        )

    def _counts_on(self, line: Line) -> bool:
        """Whether a line in bold has the number behind that of the last heading of a part."""
        return bool(line.level) and line.number == str(self.counted + 1)

    def _stands_apart(self, line: Line) -> bool:
        """Whether a plain line is followed by a list, a longer line or another heading."""
        after = self._after
        if not after.text:
            return self._behind is not None
        of_duties = self.section == "duties" and self.duties.listed
        listed = of_duties or (self.section in PERSON and self.listed)
        said = len(after.text.split()) > 3 or after.text.endswith(".")
        return listed or after.item or said or bool(section_of(after.text))

    def _is_below(self, line: Line) -> bool:
        return LOOSE_HEADING in (line.level, self.level) or line.level > self.level

    def _take_numbered_group(self, line: Line) -> bool:
        """Find the other groups of duties by the first one; return whether a line is of one."""
        criteria = self.section in PERSON
        if (self.section == "duties" or criteria) and line.item and self.at not in self.groups:
            first = line.number.rpartition(".")[2] in ("1", "a", "A", "i", "I")
            nested = not criteria and {one.kind for one in self.passages[-1:]} != {"item"}
            lines = [line, *self._next(MOST_BELOW)] if first or nested else []
            below = nested_groups(lines) if nested else []
            below = below or (numbered_groups(lines, criteria=criteria) if first else [])
            self.groups.update(self.at + one for one in below)
        return self.at in self.groups

    def _is_aside(self, line: Line) -> bool:
        """Whether a heading among duties introduces prose rather than duties."""
        after = self._after
        if not after.text or after.item or starts_like_duty(after.text):
            return False
        if line.level == NO_HEADING and self.duties.listed:
            return after.is_prose
        below = takewhile(lambda one: not one.level, self._next(FEWEST_LOOSE_DUTIES * 2))
        if shouts(line.text) and not any(one.item or starts_like_duty(one.text) for one in below):
            return after.is_prose
        many = len(after.text.split()) > 8
        return many and (is_statement(after.text) or not after.text.endswith(":"))
