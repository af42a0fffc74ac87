"""The texts of a vacancy as the rules read them, with the place of each part."""

from bisect import bisect_right
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


class _Writer:
    def __init__(self, kind: str) -> None:
        self.kind, self.length = kind, 0
        self.pieces: list[str] = []
        self.parts: list[Part] = []

    def ours(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def typed(self, text: str, place: Place, before: str = "", after: str = "\n\n") -> None:
        if not text.strip():
            return
        self.ours(before)
        self.parts.append(Part(self.length, text, place))
        self.ours(text)
        self.ours(after)

    def done(self) -> DraftText:
        return DraftText(self.kind, "".join(self.pieces), tuple(self.parts))


def draft_texts(file: VacancyFile) -> tuple[DraftText, ...]:
    """Return the job description, person specification and advert, those begun only."""
    texts = []
    description = _description(file.draft)
    if any(part.place.field != "title" for part in description.parts):
        texts.append(description)
    if file.draft.criteria:
        texts.append(_specification(file))
    if file.advert.is_started:
        texts.append(_advert(file.draft, file.advert))
    return tuple(texts)


def _description(draft: Draft) -> DraftText:
    writer = _Writer("jd")
    writer.ours("Job description\n\n")
    fields = [one for one in FIELDS if one.read]
    first = [one for one in fields if one.kind is Kind.LINE or one.name == "purpose"]
    for one in first:
        _write(writer, draft, one)
    if draft.duties:
        writer.ours("Main duties\n")
        for place, words in duty_places(draft):
            writer.typed(words, place, "- ", "\n")
        writer.ours("\n")
    for one in fields:
        if one not in first:
            _write(writer, draft, one)
    return writer.done()


def _write(writer: _Writer, values: Draft | Advert, one: DescribedField) -> None:
    before = f"{one.label}: " if one.kind is Kind.LINE else f"{one.label}\n"
    writer.typed(getattr(values, one.name), at_field(one.name), before)


def _specification(file: VacancyFile) -> DraftText:
    writer, places = _Writer("ps"), criterion_places(file.draft)
    writer.ours("Person specification\n\n")
    for heading, essential in (("Essential", True), ("Desirable", False)):
        rows = file.criteria(essential)
        if rows:
            writer.ours(f"{heading}\n")
        for row in rows:
            writer.typed(row.text, places[row.id], "- ", "\n")
        writer.ours("\n" if rows else "")
    return writer.done()


def _advert(draft: Draft, advert: Advert) -> DraftText:
    writer = _Writer("advert")
    writer.typed(draft.title, at_field("title"))
    for one in ADVERT_FIELDS:
        if one.name == "applying":
            _write(writer, draft, BY_NAME["flexible_working"])
        if one.kind is Kind.TEXT:
            writer.typed(getattr(advert, one.name), at_field(one.name))
    return writer.done()
