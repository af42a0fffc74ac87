"""The sections of a draft and what is missing in each.

Each message is a plain sentence that says what to do; where a rule in jd_rules.toml covers the same
point, its words and numbers are used. Sources: NHS Employers, Writing successful job descriptions,
and Job Evaluation Handbook chapter 10 (read 22 November 2026); the recruitment and retention guide
for KLS managers (reviewed 19 July 2023).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kls_portal.in_words import counted
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.draft import Criterion, share_sentence
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.rules.fields import Draft, in_section
from vacancies.rulebook.rulebook import number, rule
from vacancies.rulebook.words import variant_of

ADVERT = "advert"
QUOTED_LENGTH = 60


@dataclass(frozen=True)
class Section:
    """A section of the task list with what is missing, in the order to fix it.

    `advice` does not keep a section from being complete.
    """

    slug: str
    name: str
    missing: tuple[str, ...]
    started: bool
    advice: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """The slug of its status: not-started, incomplete or complete."""
        if not self.missing:
            return "complete"
        return "incomplete" if self.started else "not-started"


def sections(draft: Draft) -> tuple[Section, ...]:
    """Return every section of `draft`, in working order, without the advert."""
    return tuple(section(slug, draft, Advert()) for slug in SECTIONS if slug != ADVERT)


def section(slug: str, draft: Draft, advert: Advert) -> Section:
    """Return a section of a draft or of its advert with what is missing."""
    values = advert if slug == ADVERT else draft
    missing = [
        one.missing
        for one in in_section(slug)
        if one.missing and not getattr(values, one.name) and one.needed_when(draft)
    ]
    missing += _MORE_MISSING[slug](draft) if slug in _MORE_MISSING else ()
    advice = _duties_advice(draft) if slug == "duties" else ()
    started = is_written(slug, draft, advert)
    return Section(slug, SECTIONS[slug].name, tuple(missing), started, tuple(advice))


def is_written(slug: str, draft: Draft, advert: Advert) -> bool:
    """Whether anything is written in a section."""
    if slug == ADVERT:
        return advert != Advert()
    if rows := SECTIONS[slug].rows:
        return bool(getattr(draft, rows))
    return any(getattr(draft, one.name) for one in in_section(slug))


def _purpose_length(draft: Draft) -> list[str]:
    words = len(draft.purpose.split())
    low, high = number("B4", "low"), number("B4", "high")
    if not words or low <= words <= high:
        return []
    return [rule("B4").variants["short"].format(n=words, low=low, high=high)]


def _missing_of_duties(draft: Draft) -> Sequence[str]:
    count = len(draft.duties)
    if number("B5", "low") <= count <= number("B5", "high"):
        return []
    about = rule("B5")
    return [about.variants.get(variant_of(count), about.message).format(n=count)]


def _duties_advice(draft: Draft) -> Sequence[str]:
    advice = []
    without = sum(1 for duty in draft.duties if not duty.area)
    if without:
        have = counted(without, "duty has", "duties have")
        advice.append(f"{have} no PKSB area. Choose an area to show the library knowledge needed.")
    if sentence := share_sentence(draft.duties):
        advice.append(sentence)
    return advice


def _person_specification(draft: Draft) -> Sequence[str]:
    if not draft.criteria:
        return ["Add the criteria that people must meet."]
    missing = []
    if not any(criterion.essential for criterion in draft.criteria):
        missing.append("Mark at least one criterion as essential.")
    unassessed = [one for one in draft.criteria if not one.assessed_by]
    unneeded = [one for one in draft.criteria if one.essential and not one.duties]
    return [*missing, *_of_criteria("A7", unassessed), *_of_criteria("A6", unneeded)]


def _of_criteria(rule_id: str, lacking: Sequence[Criterion]) -> Sequence[str]:
    """Return what a rule says of the criteria that lack something: one by name, more by number."""
    about = rule(rule_id)
    if len(lacking) > 1:
        return [about.variants["many"].format(n=len(lacking))]
    return [about.message.format(item=shortened(one.text)) for one in lacking]


def shortened(text: str, length: int = QUOTED_LENGTH) -> str:
    """Return `text` on one line, cut at a word to at most `length` characters with “…”."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return (line[: length - 1].rsplit(" ", 1)[0] or line[: length - 1]) + "…"


_MORE_MISSING: dict[str, Callable[[Draft], Sequence[str]]] = {
    "purpose": _purpose_length,
    "duties": _missing_of_duties,
    "person-specification": _person_specification,
}
"""What a section may lack besides a field that is empty."""
