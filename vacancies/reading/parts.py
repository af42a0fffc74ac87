"""The parts found in an old job description, and the text that belongs to none."""

import re
from collections.abc import Sequence

from vacancies.reading.blocks import (
    LOOSE_HEADING,
    NO_HEADING,
    NOTHING,
    Block,
    Line,
    Passage,
    Table,
    text_of,
)
from vacancies.reading.columns import Columns
from vacancies.reading.duties import Duties, leads_in
from vacancies.reading.facts import (
    EFFORT,
    NUMERALS,
    address_in,
    band_of,
    fact_of,
    fact_without_colon,
    hours_of,
    is_of_university,
    names_bands,
    says_more_than_hours,
)
from vacancies.reading.gaps import GAP, is_gap
from vacancies.reading.headings import is_title
from vacancies.reading.old_job import LONG, SHORT, OldCriterion
from vacancies.reading.stress import Stressed, level_in_print

BEGINNING, FIRST_CHARACTERS = 20, 3_000
"""Blocks and characters at the start of a document, which show who the employer is."""
_CONTRACT = re.compile(
    r"\bpermanent\b|\bfixed[ -]term\b|\bsecondment\b|\btemporary\b|\bparhaol\b", re.IGNORECASE
)
_OVER_THE_MANAGER = re.compile(r"\b(?:accountable|responsible)\b", re.IGNORECASE)
"""Of two who are named, the one with such a label is above the other."""
_DEPARTMENT = re.compile(r"department\b(?! ?/| and)", re.IGNORECASE)
_AND_ACCOUNTABLE = re.compile(r"\w{1,20}(?: to)? and accountable to\b", re.IGNORECASE)
_MORE_THAN_A_BAND = re.compile(
    r"£|(?!(?:nhs|afc|agenda|for|change|band|banding|grade|range|graddfa|pay|scale|indicative|"
    rf"{'|'.join(NUMERALS)}|[a-d])\b)\b[^\W\d_]{{1,40}}",
    re.IGNORECASE,
)


class Parts:
    """Holds what was found, the current part and its context."""

    def __init__(
        self, blocks: Sequence[Block], section: str = "", stressed: Stressed | None = None
    ) -> None:
        self.blocks, self.at = blocks, 0
        self.stressed = stressed or {}
        self.in_print = level_in_print(blocks)  # the level that the print of a text tells
        self.of_university = is_of_university(text_of(blocks[:BEGINNING])[:FIRST_CHARACTERS])
        self.passages: list[Passage] = []
        self.begun: dict[str, list[int]] = {"duties": [], "criteria": [], "purpose": []}
        self.opened: set[str] = set()
        self.texts: dict[str, list[str]] = {name: [] for name in (*LONG, *SHORT)}
        self.hours: float | None = None
        self.hours_as_said = ""
        self.has_several_hours = False  # two lines give different ones, so that it is asked
        self.address = range(0)  # the blocks that go on with the place
        self.taken = range(0)  # the blocks that were read with the one above them
        self.groups: set[int] = set()  # the blocks that name groups by their numbers
        self.methods_of_all: tuple[str, ...] = ()  # how every criterion is assessed
        self.criteria: list[OldCriterion] = []
        self.evidence: dict[str, list[str]] = {}
        self.statements: list[str] = []
        self.rest: list[str] = []
        self.duties = Duties(self.rest)
        self.section, self.category = section, ""
        self.level = NO_HEADING
        self.essential: bool | None = None
        self.depth, self.led = 0, False  # of the last criterion, and whether sub-points follow it
        self.key: dict[str, str] = {}
        self.weights: dict[str, str] = {}  # the levels that weights stand for
        self.columns: Columns | None = None
        self.columns_unseen = False
        self.numbered = ""  # the number of the last group of duties
        self.counted = 0  # the number of the last heading of a part
        self.last_prose = -2  # the block of the last paragraph of duties that has no heading
        self.unheaded = False  # whether the current list of duties has no heading
        self.first_of_category = 0  # the number of the first criterion of the category
        self.first_of_level = 0  # and of the level
        self.methods: tuple[str, ...] = ()  # how the criteria of the category are assessed
        self.methods_of_level: tuple[str, ...] = ()  # how those of the level are, if not so
        self.methods_by_category: dict[str, tuple[str, ...]] = {}  # as one sentence says of all
        self.guessed_title = False
        self.only_accountable = False  # whether "reports to" comes from "accountable to"
        self.listed = False  # whether the last line of the person specification was an item
        self.named_beside = False  # whether the label of the part is on the same line as its text
        self.overview: list[
            tuple[int, str]
        ] = []  # the blocks above the first duty, and their texts
        self.heading = ""  # of the current section, until text below it goes to `rest`
        self.owed = False  # whether to keep the heading even if no text below it is kept
        self.is_label = False  # whether the heading is a label, whose value is the next line

    def _next(self, most: int = 1) -> list[Line]:
        """Return the lines that follow, up to a table or a styled heading."""
        lines: list[Line] = []
        for block in self.blocks[self.at + 1 : self.at + 1 + most]:
            if isinstance(block, Table) or 1 <= block.level < LOOSE_HEADING:
                break
            lines.append(block)
        return lines

    @property
    def _after(self) -> Line:
        """The line that follows; an empty one where `_next` has none."""
        return next(iter(self._next()), NOTHING)

    @property
    def _behind(self) -> Block | None:
        """The block that follows."""
        return self.blocks[self.at + 1] if self.at + 1 < len(self.blocks) else None

    def _before_table(self) -> bool:
        return isinstance(self._behind, Table)

    def _before_heading(self) -> bool:
        return isinstance(self._behind, Line) and bool(self._behind.level)

    def _enter(self, section: str, level: int = LOOSE_HEADING) -> None:
        self.section, self.level, self.named_beside = section, level, False
        self.unheaded, self.numbered = False, ""
        self.duties.start()

    def _begin_category(self, category: str) -> None:
        """Note the category of the criteria that follow."""
        self.category = category
        self.first_of_category, self.methods = len(self.criteria), ()

    def _head(self, text: str = "", *, owed: bool = False) -> None:
        """Remember a heading; keep the previous one if nothing used it and it is owed."""
        if self.owed and self.heading:
            self.rest.append(self.heading)
        self.heading, self.owed, self.is_label = text, owed, False

    def _leave(self, text: str = "") -> None:
        """Keep text that was not understood, after the heading above it, which is kept once."""
        self.rest += self._with_heading(text)

    def _with_heading(self, text: str) -> list[str]:
        """Return a text after the heading above it, or behind it if that is a label."""
        heading, self.heading = self.heading, ""
        if self.is_label and heading and text and not text.endswith("."):
            return [f"{heading.rstrip(': ')}: {text}"]
        return [words for words in (heading, text) if words]

    def _statement(self, text: str) -> None:
        """Keep a standard statement, with its heading before it."""
        if self.section == "statement" and not self.heading and self.statements:
            self.statements[-1] += f"\n{text}"
        else:
            own = self.heading if self.section == "statement" else ""
            self.statements.append("\n".join(filter(None, (own, text))))
            self.heading = "" if own else self.heading

    def _fact(self, part: str, value: str, whole: str) -> None:
        if not part or is_gap(value) or (part in SHORT and GAP.search(value)):
            self.rest.append(whole or value)
            return
        if part in EFFORT:
            self.evidence.setdefault(part, []).append(value)
            self._enter(part)
            self._head()
            return
        if part == "title" and self.guessed_title and value:
            self.rest.append(self.texts["title"].pop())
            self.guessed_title = False
        if part == "hours":
            self._hours(value, whole)
        elif part == "band":
            self._band(value, whole)
        elif part in SHORT:
            of_department = part == "department" and bool(_DEPARTMENT.match(whole))
            above = self.texts[part] if of_department and self.texts[part] != [value] else []
            self.rest += above
            above.clear()  # it was a directorate
            self._short_fact(part, value, whole)
        else:
            self.texts[part].append(value)
            self._enter(part)
            self._head()
            self.named_beside = True

    def _short_fact(self, part: str, value: str, whole: str) -> None:
        known = self.texts[part]
        accountable = bool(_OVER_THE_MANAGER.search(whole))
        if part == "contract" and "status" in whole[:20].casefold():
            value = value if _CONTRACT.search(value) else ""
        if part == "reports_to" and accountable and _AND_ACCOUNTABLE.match(whole):
            self._short_fact("accountable_to", value, "")
            accountable = False
        if part == "reports_to" and known and not accountable and self.only_accountable:
            self.texts["accountable_to"] = self.texts["accountable_to"] or [known[0]]
            known.clear()
        elif part == "reports_to" and known and accountable:
            part, known = "accountable_to", self.texts["accountable_to"]
        if part == "reports_to" and not known:
            self.only_accountable = accountable
        types = {bool(_CONTRACT.search(one)) for one in (value, *known)}
        if part == "contract" and value and len(types) > 1:
            known[0] = f"{known[0]}, {value}"  # the type and how long, as two facts
            return
        value = value.replace("\n", ", ") if part == "place" else value
        if not value or (known and known[0].casefold() != value.casefold()) or len(value) > 200:
            self.rest.append(whole)
        elif not known:
            known.append(value)
            if part == "place" and isinstance(self.blocks[self.at], Line):
                after = address_in([line.text for line in self._next(4)])
                self.address = range(self.at + 1, self.at + 1 + after)

    def _band(self, value: str, whole: str) -> None:
        of_nhs = names_bands(whole) or not self.of_university
        band = band_of(value) if of_nhs else ""
        known = self.texts["band"]
        if not band or (known and known[0] != band):
            self.rest.append(whole)
            return
        if not known:
            known.append(band)
        if _MORE_THAN_A_BAND.search(value):
            self.rest.append(whole)

    def _hours(self, value: str, whole: str) -> None:
        hours = hours_of(value)
        if hours is None or self.has_several_hours:
            self.rest.append(whole)
            return
        if self.hours not in (None, hours):
            self.rest += filter(None, (self.hours_as_said, whole))
            self.hours, self.has_several_hours = None, True
            return
        self.hours = hours
        if says_more_than_hours(value):
            if _CONTRACT.search(value) and not self.texts["contract"]:
                self.texts["contract"].append(value)
            else:
                self.rest.append(whole)
        elif not self.hours_as_said:
            self.hours_as_said = whole

    def _group(self, text: str) -> None:
        group = text.rstrip(": ")
        if leads_in(text) or (text.endswith(":") and len(group.split()) > 6):
            self.rest.append(text)
            group = ""
        self.duties.start(group)

    def _unpunctuated(self, line: Line) -> tuple[str, str]:
        """Return a fact whose label has no colon, where a line beside it is a fact as well."""
        fact = fact_without_colon(line.text)
        if fact[0] == "title" and is_title(fact[1]):
            return fact
        if not fact[0] or line.text.removesuffix(fact[1]).isupper() > fact[1].isupper():
            return fact
        beside = [b for b in self.blocks[max(self.at - 1, 0) : self.at + 2] if isinstance(b, Line)]
        facts = (fact_of(one.text)[0] or fact_without_colon(one.text)[0] for one in beside)
        return fact if sum(map(bool, facts)) > 1 else ("", "")

    def _begun(self) -> None:
        """Record the block in which each duty, criterion and line of the purpose was found."""
        counts = (len(self.duties.duties), len(self.criteria), len(self.texts["purpose"]))
        for begun, count in zip(self.begun.values(), counts, strict=True):
            begun += [self.at] * (count - len(begun))
