"""An old job description, from Word, pasted text or PDF, as its parts.

Each block goes to the part that the heading above it opens. Whatever goes nowhere is kept in
`not_understood`: nothing is dropped without a word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vacancies.reading.blocks import (
    LOOSE_HEADING,
    NO_HEADING,
    Block,
    Cell,
    Line,
    Row,
    Table,
    row_text,
)
from vacancies.reading.criteria import (
    category_of,
    key_of,
    level_of,
    names_category,
    split_level,
    without_marks,
)
from vacancies.reading.duties import Duties, joined, joins, leads_in, share_alone
from vacancies.reading.facts import (
    EFFORT,
    FACTS,
    band_of,
    fact_of,
    hours_of,
    pairs_in,
    says_more_than_hours,
)
from vacancies.reading.files import decoded_text, is_pdf, is_word
from vacancies.reading.headings import (
    LONGEST_HEADING,
    PERSON,
    could_be_heading,
    is_titled,
    says_more,
    section_of,
    shouts,
    speaks_of_duties,
)
from vacancies.reading.markers import bare
from vacancies.reading.old_job import (
    LARGEST_FILE,
    LONG,
    SHORT,
    TOO_LARGE,
    OldCriterion,
    OldEvidence,
    OldJob,
    ReadingError,
)
from vacancies.reading.pasted import read_pasted
from vacancies.reading.pdf import read_pdf
from vacancies.reading.specification import Columns, criterion, read_specification
from vacancies.reading.statements import is_statement
from vacancies.reading.verbs import starts_like_duty
from vacancies.reading.word import read_word

FEWEST_LOOSE_DUTIES = 3
"""So many lines in a row that begin with a verb are duties, whatever stands above them."""
MOST_WORDS_OF_A_LABEL, MOST_WORDS_OF_A_VALUE = 5, 16
LONGEST_CRITERION_LINE = 240
MOST_WORDS_OF_A_TITLE = 9
_TITLE = re.compile(
    r"(?!.{0,60}\bdescription\b)[^|:\n]{0,60}\b(?:librarian|assistant|officer|manager|specialist|administrator|director|adviser|advisor|"
    r"co-?ordinator|technician|analyst|trainee|apprentice|supervisor|(?:head|lead|team leader) of|"
    r"lead|clerk|archivist|cataloguer|consultant)\b[^|:.?!;\n]{0,60}",
    re.IGNORECASE,
)
_A_WEEK = re.compile(r"\b(\d{1,2}(?:\.\d{1,2})?) ?(?:hours|hrs)(?: a| per| each|/) ?(?:week|wk)\b")
_OF_THE_DOCUMENT = frozenset(
    (
        "job description",
        "job description and person specification",
        "role description",
        "role profile",
        "job profile",
        "job details",
        "role details",
        "post details",
        "post particulars",
    )
)
_EACH_LEVEL = re.compile(r"(?<=[.;,])\s{1,3}(?=(?:Essential|Desirable)\s?:\s)")
_OF_THE_FORM = re.compile(
    r"\b(?:criteria|criterion|please|shortlist\w{0,4}|applicants?|candidates?|application form|"
    r"assess\w{0,6}|job description|post ?holders?|below|following|specification|page|section)\b",
    re.IGNORECASE,
)
_OF_METHODS = re.compile(r"(?:how |to be )?assess(?:ed|ment)\b[^:]{0,30}:", re.IGNORECASE)
_LABELLED = re.compile(r"[^:\t]{3,40}(?::\s|\t)")
_RUN_IN = re.compile(r"([^:–—\t]{3,60})(?::\s|\s[–—-]\s)(?=\S)")
_BOTH_LEVELS = re.compile(r"essential.{1,30}desirable|hanfodol.{1,30}dymunol", re.IGNORECASE)
_EFFORT_WORDS = {"physical": "F13", "mental": "F14", "emotional": "F15"}


@dataclass(frozen=True)
class Passage:
    """A line or a paragraph of a cell. kind: "heading", "item", "paragraph" or "cell".

    section: the part that it stands in; block: the number of the block it is from.
    """

    text: str
    kind: str
    section: str
    block: int


@dataclass(frozen=True)
class Reading:
    """What a document holds, and how it was read.

    begun: for duties, criteria and lines of the purpose, the number of the block in which each
    begins. opened: the parts that a heading or label opens.
    """

    job: OldJob
    passages: tuple[Passage, ...]
    begun: Mapping[str, Sequence[int]]
    opened: frozenset[str]


def read(blocks: Sequence[Block], outside: Sequence[str] = (), section: str = "") -> Reading:
    """Return what blocks hold. `outside`: texts outside the body; `section`: where they begin."""
    reader = _Reader(blocks, section)
    job = reader.read(outside)
    more = (Passage(text, "paragraph", "", len(blocks)) for text in outside)
    return Reading(job, (*reader.passages, *more), reader.begun, frozenset(reader.opened))


def old_job_from_word(data: bytes) -> OldJob:
    """Return the parts of a .docx of at most 5 MB. Raises ReadingError with one sentence."""
    found = read_word(data)
    return read(found.blocks, found.outside).job


def old_job_from_text(text: str) -> OldJob:
    """Return the parts of pasted text. Raises ReadingError if it is empty or too long."""
    return read(read_pasted(text)).job


def old_job_from_pdf(data: bytes) -> OldJob:
    """Return the parts of a PDF with text. Raises ReadingError with one sentence."""
    return read(read_pdf(data)).job


def old_job_from_file(data: bytes, name: str = "") -> OldJob:
    """Return the parts of a .docx, .pdf or .txt of at most 5 MB, whatever its name says.

    Raises ReadingError with one sentence.
    """
    if len(data) > LARGEST_FILE:
        raise ReadingError(TOO_LARGE)
    if is_word(data, name) or not data:
        return old_job_from_word(data)
    return old_job_from_pdf(data) if is_pdf(data) else old_job_from_text(decoded_text(data, name))


class _Reader:
    """Walks the blocks once, and remembers which part they are in."""

    def __init__(self, blocks: Sequence[Block], section: str = "") -> None:
        self.blocks, self.at = blocks, 0
        self.passages: list[Passage] = []
        self.begun: dict[str, list[int]] = {"duties": [], "criteria": [], "purpose": []}
        self.opened: set[str] = set()
        self.texts: dict[str, list[str]] = {name: [] for name in (*LONG, *SHORT)}
        self.hours: float | None = None
        self.criteria: list[OldCriterion] = []
        self.evidence: dict[str, list[str]] = {}
        self.statements: list[str] = []
        self.rest: list[str] = []
        self.duties = Duties(self.rest)
        self.section, self.category = section, ""
        self.level = NO_HEADING
        self.essential: bool | None = None
        self.depth = 0
        self.key: dict[str, str] = {}
        self.columns: Columns | None = None
        self.columns_unseen = False
        self.guessed_title = False
        self.listed = False  # whether the last line of the person specification was an item
        self.named_beside = False  # whether the name of the part stands on the line of its text
        self.heading = ""  # of the section under way, until something below it is left
        self.owed = False  # whether the heading is kept even where nothing below it is left

    def read(self, outside: Sequence[str] = ()) -> OldJob:
        """Return the job that the blocks describe. `outside`: texts outside the body."""
        for at, block in enumerate(self.blocks):
            self.at = at
            if isinstance(block, Table):
                self._table(block)
                self.passages += _cells(block, self.section, at)
            else:
                kind = "heading" if self._line(block) else ("item" if block.item else "paragraph")
                self.passages.append(Passage(block.text, kind, self.section, at))
            self._begun()
        self._head("", owed=False)
        self.duties.start()
        self._found_elsewhere()
        for text in outside:
            part, value = fact_of(text)
            if part in SHORT and not self.texts[part]:
                self._fact(part, value, text)
            else:
                self.rest.append(text)
        return OldJob(
            **{name: "\n".join(texts) for name, texts in self.texts.items() if name != "hours"},
            hours=self.hours,
            duties=tuple(self.duties.found),
            criteria=tuple(self.criteria),
            evidence=tuple(
                OldEvidence(factor, "\n".join(texts))
                for factor, texts in sorted(self.evidence.items())
            ),
            standard_statements=tuple(self.statements),
            not_understood=tuple(self.rest),
        )

    def _found_elsewhere(self) -> None:
        """Take the title from the first line, and hours from any, where no label says them."""
        first = self.rest[0] if self.rest else ""
        title = _TITLE.fullmatch(first) and len(first.split()) <= MOST_WORDS_OF_A_TITLE
        if title and not self.texts["title"] and self.passages[0].text == first:
            self.texts["title"].append(self.rest.pop(0))
        said = {float(hours) for text in self.rest for hours in _A_WEEK.findall(text)}
        if self.hours is None and len(said) == 1:
            self.hours = said.pop()

    def _begun(self) -> None:
        """Note in which block each duty, criterion and line of the purpose was found."""
        counts = (len(self.duties.found), len(self.criteria), len(self.texts["purpose"]))
        for begun, count in zip(self.begun.values(), counts, strict=True):
            begun += [self.at] * (count - len(begun))

    # Which part a line belongs to

    def _line(self, line: Line) -> bool:
        """Take a line; return whether it is a heading."""
        within = self.section == "duties" or self.section in PERSON
        part, value = ("", "") if within and line.item else self._labelled(line)
        if part and not value:
            return True
        if part:
            if part == self.section and self.owed:
                self.heading = ""
            self._fact(part, value, line.text)
            self.opened.add(part)
            return False
        if not line.item and self._runs_on(line):
            return False
        if self._is_label_of_next(line):
            self._label(line)
        elif self._opens(line):
            self._heading(line)
        else:
            self._body(line)
            return False
        return True

    def _runs_on(self, line: Line) -> bool:
        """Take a heading with its text on the same line, where it is a statement or a category."""
        name, text = _run_in(line.text)
        if not text or line.level or level_of(text) is not None:
            return False
        if section_of(name) in ("essential", "desirable"):
            for part in _EACH_LEVEL.split(f"{name}: {text}"):
                name, text = _run_in(part)
                self._known_heading(Line(name), section_of(name))
                self._person(Line(text, item=True))
            return True
        if section_of(name) == "statement" and not starts_like_duty(name):
            self._known_heading(Line(name), "statement")
            self._statement(text)
            return True
        if section_of(name) == "" and names_category(name) and not self._is_group_of(name, text):
            if self.section not in PERSON:
                self._enter("person", LOOSE_HEADING)
                self.essential = None
            self.category = category_of(name)
            self._person(Line(text, item=True))
            return True
        return False

    def _is_group_of(self, name: str, text: str) -> bool:
        """Whether a name such as "Training" stands before a share or a duty, not a criterion."""
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
        named, _, rest = line.text.partition(":")
        if not part and named.casefold().strip() in _OF_THE_DOCUMENT and not self.texts["title"]:
            return ("title", rest.strip()) if 0 < len(rest.split()) <= 8 else ("", "")
        return part, value

    def _next(self, most: int = 1) -> list[Line]:
        """The lines that follow, up to a table or a heading by style."""
        found: list[Line] = []
        for block in self.blocks[self.at + 1 : self.at + 1 + most]:
            if isinstance(block, Table) or 1 <= block.level < LOOSE_HEADING:
                break
            found.append(block)
        return found

    def _before_table(self) -> bool:
        return isinstance(next(iter(self.blocks[self.at + 1 : self.at + 2]), None), Table)

    def _before_heading(self) -> bool:
        after = next(iter(self.blocks[self.at + 1 : self.at + 2]), None)
        return isinstance(after, Line) and bool(after.level)

    def _is_label_of_next(self, line: Line) -> bool:
        """Whether a line is the name of a fact, and the next one its value, as on NHS Jobs."""
        part = section_of(line.text)
        if part not in (*SHORT, "other") or (line.text.endswith(":") and line.level):
            return False
        if len(line.text.split()) > MOST_WORDS_OF_A_LABEL or self.section in PERSON:
            return False
        if (line.item and self.section == "duties") or 1 <= line.level < LOOSE_HEADING:
            return False
        value = next(iter(self._next()), None)
        if value is None or value.level or value.item != line.item:
            return False
        if fact_of(value.text)[0] not in ("", part):
            return False
        words = len(value.text.split())
        if part == "other" and words > MOST_WORDS_OF_A_LABEL + 1:
            return False
        if self.section == "duties" and starts_like_duty(value.text):
            return False
        return words <= MOST_WORDS_OF_A_VALUE and not section_of(value.text)

    def _label(self, line: Line) -> None:
        if self.section == "duties":
            self._enter("", NO_HEADING)
        part = section_of(line.text)
        self._head(line.text, owed=True)
        self._enter(part if part in SHORT else "", LOOSE_HEADING)

    def _opens(self, line: Line) -> bool:
        known = section_of(line.text)
        if not line.item and self._names_group(line, known):
            return True
        if self.section in PERSON and names_category(line.text):
            return not line.item or bool(line.level)
        if 1 <= line.level < LOOSE_HEADING:
            return True
        if line.item:
            return self._item_opens(line, known) and (bool(known) or self.section not in PERSON)
        if line.level:
            # A criterion in bold type is no heading.
            return bool(known) or not (self.section in PERSON and bool(category_of(line.text)))
        return self._plain_opens(line, known)

    def _item_opens(self, line: Line, known: str) -> bool:
        """An item is a heading only where it is set apart from a list: numbered or bold, alone."""
        if not (line.number or line.level) or not could_be_heading(line.text):
            return False
        after = self._next(3)
        beside = [one for one in after if one.item and one.depth == line.depth]
        alone = not (beside and beside[0] is after[0] and bool(beside[0].level) == bool(line.level))
        if known:
            return alone or shouts(line.text)
        return bool(line.level) and alone

    def _plain_opens(self, line: Line, known: str) -> bool:
        """A plain line is a heading where its name leaves no doubt, or what follows shows it."""
        text = line.text
        if known and could_be_heading(text.rstrip(":")):
            if text.endswith(":") or known in PERSON:
                return True
            if known in SHORT or len(text.split()) > 8:
                return False
            sure = known in ("duties", "effort", "statement", *LONG) and len(text.split()) > 1
            return text[:1].isupper() and (sure or self._stands_apart(line))
        if not could_be_heading(text) or starts_like_duty(text):
            return False
        if self.section == "duties":
            after = self._next(2)
            if not after or text.endswith(":") or len(text.split()) > 6:
                return False
            if self._begins_list(after[0]):
                return after[0].item or is_titled(text)
            return self.duties.listed and text[:1].isupper() and _is_prose(after[0])
        return self._announces_duties(line)

    def _stands_apart(self, line: Line) -> bool:
        """Whether what follows a plain line is longer than a name, or a list."""
        after = next(iter(self._next()), None)
        if after is None:
            return self.at + 1 < len(self.blocks)
        listed = self.section == "duties" and self.duties.listed
        said = len(after.text.split()) > 3 or after.text.endswith(".")
        return listed or after.item or said or bool(section_of(after.text))

    def _begins_list(self, line: Line) -> bool:
        return (
            not line.level
            and starts_like_duty(line.text)
            and (line.item or len(line.text.split()) > 3)
        )

    def _announces_duties(self, line: Line) -> bool:
        """Whether a run of lines that begin with verbs of work follows."""
        run = []
        for after in self._next(8):
            if after.level or (not after.item and not starts_like_duty(after.text)):
                break
            run.append(after)
        verbs = sum(starts_like_duty(one.text) for one in run)
        standard = sum(is_statement(one.text) for one in run)
        return (
            verbs >= FEWEST_LOOSE_DUTIES
            and verbs * 3 >= len(run) * 2
            and standard * 2 < len(run)
            and self.section not in PERSON
        )

    # What a heading does

    def _enter(self, section: str, level: int) -> None:
        self.section, self.level, self.named_beside = section, level, False
        self.duties.start()

    def _heading(self, line: Line) -> None:
        known = section_of(line.text)
        if self.section in PERSON and self._inside_person(line, known):
            return
        if self._names_group(line, known):
            self._group(line.text)
        elif known:
            self._known_heading(line, known)
        elif self._announces_duties(line) and self.section != "duties":
            self._enter("duties", line.level or LOOSE_HEADING)
            self._group(line.text)
        elif self.section == "duties" and self._is_below(line) and not self._is_aside(line):
            self._group(line.text)
        elif speaks_of_duties(line.text) and self.section not in PERSON and self._next():
            self._enter("duties", line.level or LOOSE_HEADING)
            self._group(line.text)
        elif not self._is_title(line):
            self._head(line.text, owed=True)
            if self.section not in ("", *PERSON) or not self._is_below(line):
                self._enter("", NO_HEADING)

    def _names_group(self, line: Line, known: str) -> bool:
        """Whether a heading such as "Team" or "Systems" only divides the duties below it."""
        one_word = " " not in line.text.strip() and known in ("relationships", "statement")
        if self.section != "duties" or not (one_word or known in ("about", "other", *SHORT)):
            return False
        styled = 1 <= self.level < line.level < LOOSE_HEADING
        after = next(iter(self._next()), None)
        plain = not line.level and is_titled(line.text)
        listed = after is not None and self._begins_list(after) and (after.item or plain)
        return listed or (styled and self._before_table())

    def _head(self, text: str, *, owed: bool) -> None:
        """Remember a heading; keep the one before it where nothing took it and it is owed."""
        if self.owed and self.heading:
            self.rest.append(self.heading)
        self.heading, self.owed = text, owed

    def _group(self, text: str) -> None:
        group = text.rstrip(": ")
        if leads_in(text) or (text.endswith(":") and len(group.split()) > 6):
            self.rest.append(text)
            group = ""
        self.duties.start(group)

    def _known_heading(self, line: Line, known: str) -> None:
        if known in PERSON:
            self.category = category_of(line.text) if names_category(line.text) else ""
            self.essential = {"essential": True, "desirable": False}.get(known)
        within = known == "duties" and self.section == "duties"
        itself = line.text.casefold().strip(" :") in _OF_THE_DOCUMENT
        self.opened.add("document" if itself else known)
        self._head(
            "" if itself else line.text,
            owed=known in ("other", "statement") or says_more(line.text),
        )
        self._enter("" if itself else known, line.level or LOOSE_HEADING)
        if within:
            self._group(line.text)

    def _is_below(self, line: Line) -> bool:
        return LOOSE_HEADING in (line.level, self.level) or line.level > self.level

    def _is_aside(self, line: Line) -> bool:
        """Whether a heading among duties has prose of every job description below it."""
        after = next(iter(self._next()), None)
        if after is None or after.item or starts_like_duty(after.text):
            return False
        if line.level == NO_HEADING and self.duties.listed:
            return _is_prose(after)
        many = len(after.text.split()) > 8
        return many and (is_statement(after.text) or not after.text.endswith(":"))

    def _inside_person(self, line: Line, known: str) -> bool:
        """Take a heading of the person specification: a category, or essential or desirable."""
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
            if level is None and not self._level_holds(line):
                self.essential = None
        if level is not None:
            self.essential = level
        if known == "person" and not category:
            self.category, self.essential = "", None
        return bool(category) or level is not None or known == "person"

    def _level_holds(self, line: Line) -> bool:
        """Whether the level above a category still holds below it: not where one follows it."""
        after = next(iter(self._next()), None)
        return after is None or level_of(after.text.rstrip(":")) is None

    def _is_title(self, line: Line) -> bool:
        """A heading before everything else that is not "Job description" names the post."""
        text = " ".join(line.text.split())
        if "job description" in text.casefold():
            return False
        first = not self.section and not self.rest and not self.texts["title"]
        if first and not self.heading and 1 <= line.level < LOOSE_HEADING:
            self.texts["title"].append(text)
            self.guessed_title = True
            return True
        return False

    # What a line below a heading does

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
        self.texts[self.section].append(line.text)
        if self.section == "purpose" and leads_in(line.text) and line.text.endswith(":"):
            self.heading = ""
            after = next(iter(self._next()), None)
            if after is not None and (after.item or starts_like_duty(after.text)):
                self._enter("duties", self.level)

    def _starts_duties(self, line: Line) -> bool:
        """Whether duties begin here, inside a purpose: a run of lines that begin with verbs."""
        if not starts_like_duty(line.text):
            return False
        here = [line, *self._next(FEWEST_LOOSE_DUTIES - 1)]
        run = [one for one in here if starts_like_duty(one.text) and not one.level]
        lists = all(one.item for one in here)
        led = all(one.text.casefold().startswith(("you will", "you'll")) for one in here)
        return len(run) == FEWEST_LOOSE_DUTIES and (lists or led or bool(self.texts["purpose"]))

    def _short(self, text: str) -> None:
        section = self.section
        left = len(self.rest)
        self._fact(section, text, text)
        if len(self.rest) > left and self.heading:
            self.rest.insert(left, self.heading)
            self.heading = ""
        self.owed = False
        self._enter("", NO_HEADING)

    def _effort(self, text: str) -> None:
        factor = self.section if self.section in EFFORT else ""
        words = text.casefold()
        if not factor:
            named = [f for word, f in _EFFORT_WORDS.items() if words.startswith(word)]
            factor = named[0] if named else ""
        if factor:
            self.evidence.setdefault(factor, []).append(text)
        else:
            self._leave(text)

    def _duty(self, line: Line) -> None:
        if not line.item and is_statement(line.text) and not starts_like_duty(line.text):
            self._statement(line.text)
            return
        if self.duties.listed and _is_prose(line) and not starts_like_duty(line.text):
            self._leave(line.text)
            return
        following = next(iter(self._next()), None)
        listed = following is not None and following.item
        prose = not line.item and (listed or self._before_table() or self._before_heading())
        first = prose and not self.duties.found and len(line.text.split()) > 6
        if first and not starts_like_duty(line.text):
            self.rest.append(line.text)
            return
        self.duties.add(line, following)

    def _person(self, line: Line) -> None:
        text = line.text
        after_list = bool(self.criteria) and self.listed and _is_prose(line)
        self.listed = line.item
        if len(key := key_of(text)) > 1:
            self.key.update(key)
            self._leave(text)
        elif after_list or _OF_METHODS.match(text):
            self._leave(text)
        elif _BOTH_LEVELS.search(text) and could_be_heading(text):
            self.columns_unseen, self.essential = True, None
            self._leave(text)
        elif self._goes_on(line):
            last = self.criteria.pop()
            whole = joined(last.text, text, first=last.text.endswith(":"))
            self.criteria.append(replace(last, text=whole))
        elif self._is_criterion(line):
            codes = self.columns_unseen and split_level(bare(text))[1] is None
            text, methods = without_marks(bare(text), self.key, codes=codes)
            found = criterion(text, self.category, self.essential, methods, key=self.key)
            self.criteria.append(found)
            self.depth = line.depth
        else:
            self._leave(text)

    def _goes_on(self, line: Line) -> bool:
        before = self.criteria[-1].text if self.criteria else ""
        led = before.endswith(":") or line.depth > self.depth
        return bool(before) and line.item and led and joins(before, self.depth, line)

    def _is_criterion(self, line: Line) -> bool:
        if line.item or split_level(line.text)[1] is not None:
            return True
        if self._before_table():
            return False
        known = self.essential is not None or bool(self.category) or self.columns_unseen
        if not known and (self.columns or _OF_THE_FORM.search(line.text)):
            return False
        return len(line.text) <= LONGEST_CRITERION_LINE and not line.text.endswith(":")

    def _statement(self, text: str) -> None:
        """Keep what all job descriptions say, with its heading before it."""
        if self.section == "statement" and not self.heading and self.statements:
            self.statements[-1] += f"\n{text}"
        else:
            own = self.heading if self.section == "statement" else ""
            self.statements.append("\n".join(filter(None, (own, text))))
            self.heading = "" if own else self.heading

    def _loose(self, line: Line) -> None:
        """A line below no heading that is known: perhaps duties without one."""
        if not self.duties.found and line.item and self._starts_duties(line):
            self._leave()
            self._enter("duties", LOOSE_HEADING)
            self._duty(line)
        elif not line.item and len(line.text.split()) > 8 and is_statement(line.text):
            text = "\n".join(filter(None, (self.heading, line.text)))
            self.heading = ""
            self.statements.append(text)
        else:
            if len(key := key_of(line.text)) > 1:
                self.key.update(key)
            self._leave(line.text)

    def _leave(self, text: str = "") -> None:
        """Keep what was not understood, with the heading above it said once."""
        self.rest += [words for words in (self.heading, text) if words]
        self.heading = ""

    # Facts

    def _fact(self, part: str, value: str, whole: str) -> None:
        if part in EFFORT:
            self.evidence.setdefault(part, []).append(value)
            self._enter(part, LOOSE_HEADING)
            self.heading = ""
            return
        if part == "title" and self.guessed_title and value:
            self.rest.append(self.texts["title"].pop())
            self.guessed_title = False
        if part == "hours":
            self._hours(value, whole)
        elif part == "band":
            self._band(value, whole)
        elif part in SHORT:
            self._short_fact(part, value, whole)
        else:
            self.texts[part].append(value)
            self._enter(part, LOOSE_HEADING)
            self.heading, self.named_beside = "", True

    def _short_fact(self, part: str, value: str, whole: str) -> None:
        there = self.texts[part]
        if part == "reports_to" and there and "accountable" in whole.casefold():
            part, there = "accountable_to", self.texts["accountable_to"]
        if not value or (there and there[0].casefold() != value.casefold()) or len(value) > 200:
            self.rest.append(whole)
        elif not there:
            there.append(value)

    def _band(self, value: str, whole: str) -> None:
        band = band_of(value)
        there = self.texts["band"]
        if not band or (there and there[0] != band):
            self.rest.append(whole)
            return
        if not there:
            there.append(band)
        if "£" in value:
            self.rest.append(whole)

    def _hours(self, value: str, whole: str) -> None:
        hours = hours_of(value)
        if hours is None or (self.hours is not None and self.hours != hours):
            self.rest.append(whole)
            return
        self.hours = hours
        if says_more_than_hours(value):
            self.rest.append(whole)

    # Tables

    def _table(self, table: Table) -> None:
        inside = self.section in PERSON
        found = read_specification(
            table,
            self.columns if inside else None,
            self.category,
            inside=inside,
            key=self.key,
            essential=self.essential,
        )
        if found.columns:
            self.columns = found.columns
            self.key.update(found.columns.key)
            self.criteria += found.criteria
            self.rest += found.rest
            if not inside:
                self._enter("person", LOOSE_HEADING)
            self.heading = ""
            return
        if self.section == "duties" and not _holds_facts(table):
            self._duty_rows(table)
            return
        for row in table.rows:
            self._row(row)

    def _duty_rows(self, table: Table) -> None:
        rows: list[Row] = []
        for row in table.rows:
            filled = [cell for cell in row if cell.lines]
            if len(filled) == 1:
                self.duties.rows(rows)
                rows = []
                self._cell(filled[0], item=True)
                if self.section != "duties":
                    self._rows_from(table, row)
                    return
            else:
                rows.append(row)
        self.duties.rows(rows)

    def _rows_from(self, table: Table, after: Row) -> None:
        at = next(n for n, row in enumerate(table.rows) if row is after)
        for row in table.rows[at + 1 :]:
            self._row(row)

    def _cell(self, cell: Cell, *, item: bool = False) -> None:
        for text in cell.lines:
            plain = bare(text)
            known = section_of(plain)
            heading = could_be_heading(plain.rstrip(":")) and bool(known) and len(cell.lines) <= 2
            level = LOOSE_HEADING if heading else NO_HEADING
            self._line(Line(plain, level, item=(item or plain != text.strip()) and not level))

    def _row(self, row: Row) -> None:
        filled = [cell for cell in row if cell.lines and not cell.above]
        texts = [cell.text for cell in filled]
        if len(filled) == 1:
            self._cell(filled[0], item=self.section == "duties")
        elif all(fact_of(text)[0] for text in texts) and texts:
            for text in texts:
                self._fact(*fact_of(text), text)
        elif pairs := pairs_in(texts):
            self._pairs(pairs)
        elif len(texts) == 2 and self._row_opens(texts, filled[1]):
            return
        else:
            self._leave(row_text(row))

    def _pairs(self, pairs: Sequence[tuple[str, str, str]]) -> None:
        for part, label, value in pairs:
            is_header = bool(section_of(value)) and len(value.split()) <= 2
            if part in FACTS and not is_header:
                self._fact(part, value, f"{label} | {value}")
            else:
                self.rest.append(f"{label} | {value}")
        if self.section in LONG:
            self._enter("", NO_HEADING)

    def _row_opens(self, texts: Sequence[str], beside: Cell) -> bool:
        """Whether the first of two cells is the heading of what stands beside it."""
        part = section_of(texts[0])
        if part in ("duties", "statement", "effort", *PERSON) or (
            self.section in PERSON and len(texts[0]) <= LONGEST_HEADING
        ):
            if part:
                self._known_heading(Line(texts[0], LOOSE_HEADING), part)
            elif not self._inside_person(Line(texts[0], LOOSE_HEADING), part):
                return False
            if self.section == "duties":
                self.duties.rows([(beside,)])
                self.heading = ""
                return True
            for text in beside.lines:
                self._line(Line(bare(text), item=self.section in PERSON))
            return True
        return False


def _is_prose(line: Line) -> bool:
    """Whether a line below a list is a sentence of a paragraph rather than an item without mark."""
    return not line.item and not line.level and line.text.endswith(".") and line.text[0].isupper()


def _cells(table: Table, section: str, block: int) -> list[Passage]:
    return [
        Passage(text, "heading" if section_of(text) else "cell", section, block)
        for row in table.rows
        for cell in row
        if not cell.above
        for text in cell.lines
    ]


def _run_in(text: str) -> tuple[str, str]:
    """Return a short name and the text behind its colon or dash, or ("", "")."""
    found = _RUN_IN.match(text)
    return (found[1].strip(), text[found.end() :].strip()) if found else ("", "")


def _holds_facts(table: Table) -> bool:
    """Whether a table below duties is one of facts, as when a new form begins there."""
    rows = [[c.text for c in row if c.lines] for row in table.rows]
    known = sum(bool(pairs_in(row)) for row in rows)
    return known * 2 > len(rows)
