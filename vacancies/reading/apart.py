"""Facts apart from their labels or without any, and the duties of an overview."""

import re
from itertools import pairwise

from vacancies.reading.blocks import LOOSE_HEADING, NO_HEADING, Line
from vacancies.reading.facts import band_in_passing, band_of, fact_of, facts_in_passing, hours_of
from vacancies.reading.form_words import OF_SOMEBODY
from vacancies.reading.headings import (
    OF_THE_DOCUMENT,
    PERSON,
    is_statement,
    is_title,
    is_titled,
    names_employer,
    run_in,
    section_of,
    shouts,
    title_in,
    words_in,
)
from vacancies.reading.labels import MOST_WORDS_OF_A_LABEL, MOST_WORDS_OF_A_VALUE
from vacancies.reading.old_job import LONG, SHORT
from vacancies.reading.openings import Openings
from vacancies.reading.parts import BEGINNING
from vacancies.reading.words import pattern, says_work, sentences_of, starts_like_duty

FIRST_LINES, LONGEST_PROSE = 6, 10_000
"""Lines that may hold the title and what stands above it; characters of a paragraph."""
_BAND_BEHIND = pattern("apart.band_behind")
_DATE = re.compile(r"\d{1,2}(?:[/.-]\d{1,2}[/.-]|(?:st|nd|rd|th)? [A-Z][a-z]{2,8} )\d{2,4}")
_BASED_AT = re.compile(
    r"\b(?:applicant|candidate|post|post ?holder|role|job|[Yy]ou) w(?:ill|ould) be based (?:at|in)"
    r" (?:the )?((?:[A-Z][\w'’.-]{1,20} ?){1,6})"
)
_ABOVE = re.compile(r"eport|sponsible to |ccountable to ")
_A_WEEK = re.compile(
    r"(?<!open )(?<!open for )(?<!up to )(?<!maximum of )\b(\d{1,2}(?:\.\d{1,2})?) ?(?:hours|hrs)"
    r"(?: a| per| each|/) ?(?:week|wk)\b"
)
_ANOTHER = re.compile(
    r"\b(?:and|or|plus|also|another|second)\b(?! the remaining)[^.;\d]{0,40}"
    r"\b(\d{1,2}(?:\.\d{1,2})?) ?(?:hours|hrs)\b(?! (?:shift|notice|(?:an?|per) (?:day|month)))"
)
"""Hours of a second post, as behind "37.5 hours a week and a part-time post"."""
_APART = ("statement", "about", "effort", *PERSON)
"""Parts that tell of no duties."""


class Apart(Openings):
    """Takes facts whose label is the line above and, at the end, what no label names."""

    def _is_label_of_next(self, line: Line) -> bool:
        """Whether a line is the label of a fact and the next line its value, as on NHS Jobs."""
        part = section_of(line.text)
        if part not in (*SHORT, "other") or (line.text.endswith(":") and line.level):
            return False
        if words_in(line.text) > MOST_WORDS_OF_A_LABEL or self.section in PERSON:
            return False
        if (line.item and self.section == "duties") or 1 <= line.level < LOOSE_HEADING:
            return False
        value = self._after
        if not value.text or value.level or value.item != line.item:
            return False
        if fact_of(value.text)[0] not in ("", part):
            return False
        if part == "title" and any(OF_SOMEBODY.match(one.text) for one in self._next(2)):
            return False
        words = len(value.text.split())
        if part == "other" and words > MOST_WORDS_OF_A_LABEL + 1 and not line.item:
            return False
        if self.section == "duties" and starts_like_duty(value.text):
            return False
        return words <= MOST_WORDS_OF_A_VALUE and not section_of(value.text)

    def _label(self, line: Line) -> None:
        if self.section == "duties":
            self._enter("", NO_HEADING)
        part, value = section_of(line.text), self._after.text
        if part == "other" and self.section in LONG and _DATE.fullmatch(value):
            self.rest.append(f"{line.text.rstrip(': ')}: {value}")
            self.taken = range(self.at + 1, self.at + 2)
            return
        self._head(line.text, owed=True)
        self._enter(part if part in SHORT else "")
        self.is_label = line.text.casefold().strip(" :") not in OF_THE_DOCUMENT

    def _found_elsewhere(self) -> None:
        """Take the title from the first line, and hours from any, where no label gives them."""
        self._take_stated()
        self._take_first_title()
        for at, (before, after) in enumerate(pairwise(self.passages)):
            line, employer = before.text, at < BEGINNING and names_employer(after.text)
            above = employer or fact_of(after.text) == ("band", after.text)
            of_advert = at and self.passages[at - 1].text.casefold() == "job advert"
            if (
                above
                and (of_advert or is_title(line))
                and not self.texts["title"]
                and line in self.rest
            ):
                self.texts["title"].append(self.rest.pop(self.rest.index(line)))
                break
        self._split_title()
        self._take_passing()
        texts = [*self.rest, *self.texts["contract"], *self.texts["purpose"]]
        said = {float(hours) for text in texts for hours in _A_WEEK.findall(text)}
        said |= {float(hours) for text in texts if said for hours in _ANOTHER.findall(text)}
        if band := "" if self.texts["band"] else band_in_passing("\n".join(texts)):
            self._band(band, band)
        places = {place.strip(" .") for text in texts for place in _BASED_AT.findall(text)}
        if len(places) == 1 and not self.texts["place"]:
            self.texts["place"] = [*places]
        in_contract = hours_of(" ".join(self.texts["contract"]))
        if self.hours is None and not self.has_several_hours and len(said) <= 1:
            self.hours = said.pop() if said else in_contract

    def _take_first_title(self) -> None:
        """Take the title from the first line below the name of the employer or document."""
        first = [one for one in self.passages[:FIRST_LINES] if one.text in self.rest]
        for passage in [] if self.texts["title"] else first:
            line = passage.text
            if title := title_in(line):
                self.texts["title"].append(title)
                at = self.rest.index(line)
                self.rest[at : at + 1] = [line] if title != line else []
                break
            short = len(line.split()) <= MOST_WORDS_OF_A_LABEL and line[-1:] not in ".:"
            named = names_employer(line) or names_employer(run_in(line)[0])
            if not (short or named or shouts(line) or passage.kind == "heading"):
                break
        first_said = "".join(self.texts["purpose"][:1])
        above = len(self.texts["purpose"]) > 1 and is_titled(first_said) and is_title(first_said)
        if above and not self.texts["title"]:
            self.texts["title"].append(self.texts["purpose"].pop(0))
            self.begun["purpose"].pop(0)

    def _split_title(self) -> None:
        """Take the band, and any hours, off the end of the title."""
        named = _BAND_BEHIND.fullmatch("".join(self.texts["title"]))
        if named and self.texts["band"] in ([], [named[2].lower()]):
            self.texts["title"], self.texts["band"] = [named[1]], [named[2].lower()]
            self.rest += [named[3]] if named[3] else []
        title = "".join(self.texts["title"])
        if band := "" if self.texts["band"] else band_of(title):
            self.texts["band"].append(band)

    def _take_stated(self) -> None:
        """Leave a first paragraph of the purpose that tells two or more facts of the post."""
        first, *others = self.texts["purpose"] or [""]
        if others and sum(bool(part) for part, _ in facts_in_passing(first)) > 1:
            self.begun["purpose"].pop(0)
            self.rest.append(self.texts["purpose"].pop(0))

    def _take_passing(self) -> None:
        """Take facts without labels from the first lines; a line that says more is kept too."""
        first = "\n".join(passage.text for passage in self.passages[:BEGINNING])
        reported = [text for text in self.rest if text in first or _ABOVE.search(text)]
        for line in reported:
            facts = list(facts_in_passing(line))
            known = [part for part, _ in facts if part]
            new = {part: value for part, value in facts if part and not self.texts[part]}
            if len(set(known)) < len(known) or (set(new) == {"hours"} and self.hours is not None):
                continue
            if len(new) == len(facts):
                self.rest.remove(line)
            for part, value in new.items():
                self._fact(part, value, "")

    def _take_prose(self) -> None:
        """Take duties from the prose of a text that has no others, and from its overview first."""
        if self.duties.duties:
            return
        for at, text in self.overview:
            self._take_said(self.rest, text, at, among_duties=True)
        if self.duties.duties:
            return
        purpose = self.texts["purpose"]
        for passage in self.passages:
            if passage.kind == "paragraph" and passage.section not in _APART:
                texts = self.rest if passage.text in self.rest else purpose
                if passage.text in texts and not is_statement(passage.text):
                    self._take_said(texts, passage.text, passage.block, among_duties=False)

    def _take_said(self, texts: list[str], text: str, at: int, *, among_duties: bool) -> None:
        """Take the sentences of a text that say what the person does; a purpose keeps its first."""
        sentences = sentences_of(text) if len(text) <= LONGEST_PROSE else []
        kept = sentences[:1] if texts is self.texts["purpose"] and text == texts[0] else []
        said = [
            one
            for one in sentences
            if one not in kept
            and one[-1] != ":"
            and (says_work(one) or (among_duties and starts_like_duty(one)))
        ]
        if not said:
            return
        left = [one for one in sentences if one not in said]
        place = texts.index(text)
        if texts is self.rest:
            texts[place : place + 1] = left
        else:
            texts[place : place + 1] = [" ".join(left)] if left else []
            self.begun["purpose"] = [one for one in self.begun["purpose"] if left or one != at]
        for sentence in said:
            self.duties.append(sentence)
            self.begun["duties"].append(at)
