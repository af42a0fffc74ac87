"""A text as the rules read it; everything but the text and its kind is computed on demand."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kls_portal.reference.dated import FactTable
from vacancies.reading.files import FileText
from vacancies.reading.headings import is_statement
from vacancies.reading.reading import Reading, read
from vacancies.rulebook.finding import Span
from vacancies.rulebook.layout import Block, Criterion, Places
from vacancies.rulebook.sentences import WORD, Sentence
from vacancies.rulebook.sentences import sentences as read_sentences
from vacancies.rulebook.words import RUN, Phrases

KINDS = ("jd", "ps", "advert", "all")
"""Job description, person specification, advert; "all" for a text of any kind or of several."""

_SAME = str.maketrans("\r\v\f\x85\u2028\u2029\xa0’‘‐‑‒–—", "\n" * 6 + " ''-----")
_QUOTED = re.compile(
    r"“[^“”\n\r\u2029]{1,300}”|(?<!\w)\"[^\"\n\r\u2029]{1,300}\"(?!\w)"
    r"|‘[^‘’\n\r\u2029]{1,200}’(?!\w)"
)
_DENIED = re.compile(
    r"\b(?:not|cannot|can't|no|never|without|nor|isn't|don't|doesn't|won't|aren't|needn't"
    r"|rather than)\b(?!.{0,40}, (?:so|therefore|hence|thus)\b)"
)
_DENIED_BEHIND = re.compile(r"\s{1,3}(?:is|are)(?:\s(?:not|no)\b|n't)")
_ADVERT = re.compile(
    r"\b(?:closing date|apply (?:by|now|online)|(?:how to|before you|do) apply|we are looking for"
    r"|applying and)\b"
)
_JD = re.compile(
    r"\b(?:job description|role description|job title|post title|reports? to|responsible to"
    r"|accountable to|job purpose|job summary)\b"
)
_DESCRIBING = frozenset(
    ("about", "relationships", "dimensions", "decides", "effort", "F13", "F14", "F15", "F16")
)
FEWEST_WORDS = 20
"""A text with fewer words and no full stop is a letterhead or a line, not a whole document."""


@dataclass(frozen=True)
class Document:
    """A text and its kind, one of KINDS; `text` never changes, so offsets refer to it.

    `nation`: a key of NATIONS if one was given, else "". `home`: the one that counts where none was
    given and the text names none, "" for none. `today`: the date of the check, on which a
    law or a pay scale may be out of date. `file`: the file that the text is from. `facts`: pay and
    hours as left by editors, None for the shipped ones.
    """

    text: str
    kind: str = "all"
    nation: str = ""
    today: date = date.min
    file: FileText | None = None
    facts: FactTable | None = None
    home: str = ""

    @cached_property
    def folded(self) -> str:
        """The text in lower case with plain apostrophes and hyphens, offsets kept.

        Line ends are plain, and spaces inside a block.
        """
        lower = self.text.lower()
        if len(lower) != len(self.text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        lower = lower.translate(_SAME)
        pieces, end = [], 0
        for block in self.blocks:
            pieces.append(lower[end : block.start])
            pieces.append(lower[block.start : block.end].replace("\n", " "))
            end = block.end
        return "".join([*pieces, lower[end:]])

    @cached_property
    def reading(self) -> Reading:
        """The text as understood by the reader of job descriptions."""
        file = self.file or FileText(self.text)
        return read(file.blocks, file.outside, section="person" if self.kind == "ps" else "")

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    @cached_property
    def _numbered_blocks(self) -> tuple[tuple[int, Block], ...]:
        return tuple(self._places.blocks(self.reading.passages))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Headings, list items and paragraphs, in order of place."""
        return tuple(block for _, block in self._numbered_blocks)

    def _parts_of_text(self, name: str, texts: Sequence[str]) -> tuple[Span | None, ...]:
        """Return the places of the texts that the reader found for a part."""
        starts = {number: block.start for number, block in reversed(self._numbered_blocks)}
        begins = [starts.get(number, 0) for number in self.reading.begun[name]]
        return tuple(self._places.parts(texts, begins))

    @cached_property
    def _statements(self) -> tuple[Span, ...]:
        """Standard statements under a heading, and other sentences that read like them."""
        texts = self.reading.job.standard_statements
        headed = self._places_of([line for one in texts if "\n" in one for line in one.split("\n")])
        mixed = self._places_of([one for one in texts if "\n" not in one])
        among = [one.span for one in self.sentences if any(map(one.span.overlaps, mixed))]
        return (*headed, *(one for one in among if is_statement(self.text[one.start : one.end])))

    def _places_of(self, texts: Sequence[str]) -> list[Span]:
        return [place for place in self._places.parts(texts, [0] * len(texts)) if place]

    def describes(self, place: Span) -> bool:
        """Whether a place tells of the work, its effort or the employer, not of a person."""
        at = bisect_right(self.blocks, place.start, key=lambda block: block.start) - 1
        is_about_work = at >= 0 and self.blocks[at].section in _DESCRIBING
        listed = self.duties if "duties" in self.reading.opened else ()
        return is_about_work or any(duty.overlaps(place) for duty in listed)

    def is_standard(self, place: Span) -> bool:
        """Whether a place is in a statement that all the organisation's job descriptions carry."""
        return any(place.overlaps(span) for span in self._statements)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences and list items, in order of place, without headings."""
        return tuple(read_sentences(self.text, self.blocks))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Every word, including those of headings."""
        return tuple(Span(*match.span()) for match in WORD.finditer(self.text))

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        criteria = self.reading.job.criteria
        places = self._parts_of_text("criteria", [one.text for one in criteria])
        return tuple(
            Criterion(*place, one.essential)
            for one, place in zip(criteria, places, strict=True)
            if place
        )

    @cached_property
    def essential(self) -> tuple[Criterion, ...]:
        """The criteria that everybody must meet: those marked essential, or else the unmarked."""
        marked = tuple(item for item in self.criteria if item.essential)
        return marked or tuple(item for item in self.criteria if item.essential is None)

    @cached_property
    def desirable(self) -> tuple[Criterion, ...]:
        return tuple(item for item in self.criteria if item.essential is False)

    @cached_property
    def duties(self) -> tuple[Span, ...]:
        """The main duties: list items, or single sentences where they are written as prose."""
        begun = set(self.reading.begun["duties"])
        duties = self._parts_of_text("duties", [duty.text for duty in self.reading.job.duties])
        listed = tuple(filter(None, duties))
        kinds = {one.kind for one in self.reading.passages if one.block in begun}
        if kinds != {"paragraph"}:
            return listed
        return tuple(one.span for duty in listed for one in self.sentences_in(duty))

    @cached_property
    def purpose(self) -> tuple[Span, ...]:
        """The paragraphs on the purpose of the job, without their label."""
        lines = self.reading.job.purpose.split("\n") if self.reading.job.purpose else []
        return tuple(filter(None, self._parts_of_text("purpose", lines)))

    @cached_property
    def title(self) -> Span | None:
        """The place of the job title, or None."""
        return self._places.find(self.reading.job.title, 0)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Quotations that begin and end on the same line."""
        return tuple(Span(*match.span()) for match in _QUOTED.finditer(self.text))

    @cached_property
    def is_fragment(self) -> bool:
        """Whether this is a letterhead or a line rather than an incomplete document."""
        if len(self.words) >= FEWEST_WORDS or self.reading.opened:
            return False
        ends = any(self.text[sentence.end - 1] in ".!?" for sentence in self.sentences)
        return not ends and not any(block.kind == "item" for block in self.blocks)

    def demands(self, kinds: Sequence[str]) -> bool:
        """Whether something required in texts of these kinds is also required in this text.

        A text of the kind "all" counts as a job description or a person specification if it looks
        like one; nothing is required in a letterhead.
        """
        if self.is_fragment:
            return False
        if self.kind != "all":
            return self.kind in kinds
        return ("jd" in kinds and self._is_jd) or ("ps" in kinds and bool(self.criteria))

    @cached_property
    def _is_jd(self) -> bool:
        if self.reading.opened & {"duties", "document", "purpose"}:
            return not (_ADVERT.search(self.folded) and "document" not in self.reading.opened)
        return bool(_JD.search(self.folded)) and not _ADVERT.search(self.folded)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that contains the character at `offset`, or None in a heading."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def sentences_in(self, span: Span) -> Iterator[Sentence]:
        index = max(0, bisect_left(self._starts, span.start) - 1)
        while index < len(self.sentences) and self.sentences[index].start < span.end:
            if self.sentences[index].end > span.start:
                yield self.sentences[index]
            index += 1

    def around(self, span: Span) -> str:
        """Return the folded sentence around `span`, at most 300 characters on either side."""
        sentence = self.sentence_at(span.start)
        start = max(sentence.start if sentence else span.start, span.start - 300)
        end = min(sentence.end if sentence else span.end, span.end + 300)
        return self.folded[start : max(end, span.end)]

    def is_quoted(self, span: Span) -> bool:
        index = bisect_right(self.quoted, span.start, key=lambda quote: quote.start) - 1
        return index >= 0 and span.end <= self.quoted[index].end

    def is_denied(self, span: Span) -> bool:
        """Whether the words just before or after `span`, up to a semicolon, negate it."""
        sentence = self.sentence_at(span.start)
        start = max(sentence.start if sentence else span.start, span.start - 45)
        start = max(start, *(self.folded.rfind(end, start, span.start) for end in ";\t"))
        behind = _DENIED_BEHIND.match(self.folded, span.end)
        return bool(behind or _DENIED.search(self.folded, start, span.start))

    def found(self, terms: re.Pattern[str] | Phrases, within: Span | None = None) -> Iterator[Span]:
        """Yield the matches of `terms` in the folded text, outside quotations."""
        start, end = within or (0, len(self.folded))
        for match in self._matches(terms, start, end):
            span = Span(*match.span())
            if not self.is_quoted(span):
                yield span

    def has(self, terms: re.Pattern[str] | Phrases, within: Span | None = None) -> bool:
        """Whether `terms` occurs in the folded text, outside quotations."""
        return next(self.found(terms, within), None) is not None

    @cached_property
    def results(self) -> dict[Callable[["Document"], Any], Any]:
        """The results of functions cached for this document; see `per_document`."""
        return {}

    @cached_property
    def _runs_of_words(self) -> Mapping[str, Sequence[int]]:
        """The positions of each word of the folded text."""
        places: dict[str, list[int]] = defaultdict(list)
        for match in RUN.finditer(self.folded):
            places[match.group()].append(match.start())
        return places

    def _matches(
        self, terms: re.Pattern[str] | Phrases, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        if isinstance(terms, re.Pattern):
            yield from terms.finditer(self.folded, start, end)
            return
        if terms.openers is None:
            yield from terms.pattern.finditer(self.folded, start, end)
            return
        present = self._runs_of_words.keys() & terms.openers
        for at in sorted(at for opener in present for at in self._runs_of_words[opener]):
            match = terms.pattern.match(self.folded, at, end) if at >= start else None
            if match:
                start = match.end()
                yield match

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that occur in lower case."""
        return frozenset(
            self.text[start:end] for start, end in self.words if self.text[start:end].islower()
        )

    def words_in(self, span: Span) -> int:
        return sum(1 for _ in WORD.finditer(self.text, span.start, span.end))
