"""The texts of a vacancy as the rules read them, with the place of each part."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vacancies.checks.place import Place
from vacancies.checks.vacancy_file import VacancyFile, at_field, criterion_places, duty_places
from vacancies.drafting.rules.advert import ADVERT_FIELDS, Advert
from vacancies.drafting.rules.field import DescribedField, Kind
from vacancies.drafting.rules.fields import BY_NAME, FIELDS, Draft


@dataclass(frozen=True)
class Part:
    """The text at a place of the vacancy, and its offset in the whole text."""

    start: int
    text: str
    place: Place

    @property
    def end(self) -> int:
        """Return the offset after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class DraftText:
    """The text of one kind ("jd", "ps", "advert"): entered parts between generated headings."""

    kind: str
    text: str
    parts: tuple[Part, ...]

    def part_at(self, offset: int) -> Part | None:
        """Return the part containing the character at `offset`, or None in a generated heading."""
        index = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        if index >= 0 and offset < self.parts[index].end:
            return self.parts[index]
        return None


_Piece = tuple[str, Place | None]
"""A piece of a text, with its place if it was entered; without one it is a heading of ours."""


def _assembled(kind: str, pieces: Iterable[_Piece]) -> DraftText:
    words, parts, length = [], [], 0
    for text, place in pieces:
        if place:
            parts.append(Part(length, text, place))
        words.append(text)
        length += len(text)
    return DraftText(kind, "".join(words), tuple(parts))


def _entered(text: str, place: Place, before: str = "", after: str = "\n\n") -> Iterator[_Piece]:
    if text.strip():
        yield from ((before, None), (text, place), (after, None))


def draft_texts(file: VacancyFile) -> tuple[DraftText, ...]:
    """Return the job description, person specification and advert, those begun only."""
    texts = []
    description = _assembled("jd", _description(file.draft))
    if any(part.place.field != "title" for part in description.parts):
        texts.append(description)
    if file.draft.criteria:
        texts.append(_assembled("ps", _specification(file)))
    if file.advert.is_started:
        texts.append(_assembled("advert", _advert(file.draft, file.advert)))
    return tuple(texts)


def _description(draft: Draft) -> Iterator[_Piece]:
    yield "Job description\n\n", None
    fields = [one for one in FIELDS if one.read]
    first = [one for one in fields if one.kind is Kind.LINE or one.name == "purpose"]
    for one in first:
        yield from _field(draft, one)
    if draft.duties:
        yield "Main duties\n", None
        for place, words in duty_places(draft):
            yield from _entered(words, place, "- ", "\n")
        yield "\n", None
    for one in fields:
        if one not in first:
            yield from _field(draft, one)


def _field(values: Draft | Advert, one: DescribedField) -> Iterator[_Piece]:
    before = f"{one.label}: " if one.kind is Kind.LINE else f"{one.label}\n"
    return _entered(getattr(values, one.name), at_field(one.name), before)


def _specification(file: VacancyFile) -> Iterator[_Piece]:
    places = criterion_places(file.draft)
    yield "Person specification\n\n", None
    for heading, essential in (("Essential", True), ("Desirable", False)):
        if rows := file.criteria(essential):
            yield f"{heading}\n", None
            for row in rows:
                yield from _entered(row.text, places[row.id], "- ", "\n")
            yield "\n", None


def _advert(draft: Draft, advert: Advert) -> Iterator[_Piece]:
    yield from _entered(draft.title, at_field("title"))
    for one in ADVERT_FIELDS:
        if one.name == "applying":
            yield from _field(draft, BY_NAME["flexible_working"])
        if one.kind is Kind.TEXT:
            yield from _entered(getattr(advert, one.name), at_field(one.name))
