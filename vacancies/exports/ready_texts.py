"""Short texts that are ready to send: for an email list, LinkedIn and a staff bulletin.

Each keeps within its limit: the facts that nobody may miss come first, then as many sentences of
the overview as fit. Which facts: recruitment and retention guide for KLS managers, and the lists
of channels made from it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vacancies.checks.document import Document
from vacancies.drafting.advert import Advert
from vacancies.drafting.advert_limits import Limit
from vacancies.drafting.differences import text_of
from vacancies.drafting.draft import Draft
from vacancies.drafting.routes import UNPAID

HASHTAG = "#LISJobs"
_CUT = "…"
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class ReadyText:
    """A text for one channel. `subject` is for an email, else empty. `lacks` are sentences."""

    slug: str
    name: str
    subject: str
    text: str
    limit: Limit
    lacks: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Return how long the text is, in the unit of its limit."""
        return self.limit.count(self.text)


def ready_texts(
    draft: Draft, advert: Advert, organisation: str, limits: Mapping[str, Limit]
) -> tuple[ReadyText, ...]:
    """Return the ready texts of a vacancy, each within its limit."""
    headline = _headline(draft, organisation)
    dates = _dates(draft)
    full = [headline, _pay(draft, advert), _terms(draft), dates, _contact(advert), advert.link]
    short = [headline, _pay(draft, advert), dates, advert.link]
    lacks = _lacks(draft, advert)
    return tuple(
        _ready(slug, limits[slug], subject, facts, advert.overview, lacks)
        for slug, subject, facts in (
            ("email-list", _subject(draft), full),
            ("linkedin", "", [*full[:5], advert.link, HASHTAG]),
            ("bulletin", "", short),
        )
    )


def _ready(
    slug: str,
    limit: Limit,
    subject: str,
    facts: list[str],
    overview: str,
    lacks: tuple[str, ...],
) -> ReadyText:
    lines = [" ".join(fact.split()) for fact in facts if fact.strip()]
    text = _with_sentences(lines, overview, limit)
    return ReadyText(slug, limit.name, subject, _within(text, limit), limit, lacks)


def _with_sentences(lines: list[str], overview: str, limit: Limit) -> str:
    """The facts, with as many sentences of the overview behind the first as fit."""
    document, taken = Document(overview, "advert"), ""
    for sentence in document.sentences:
        words = " ".join(overview[sentence.start : sentence.end].split())
        longer = f"{taken} {words}".strip()
        if limit.count(_joined(lines, longer)) > limit.most:
            break
        taken = longer
    return _joined(lines, taken)


def _joined(lines: list[str], sentences: str) -> str:
    first, rest = lines[:1], lines[1:]
    return _BLANK_LINES.sub("\n\n", "\n\n".join([*first, sentences, "\n".join(rest)])).strip()


def _within(text: str, limit: Limit) -> str:
    """The text itself, or its first words with “…” where the facts alone are too many."""
    if limit.count(text) <= limit.most:
        return text
    pieces, kept = re.split(r"(\s+)", text), ""
    for piece in pieces:
        if limit.count(kept + piece + _CUT) > limit.most:
            break
        kept += piece
    return kept.rstrip() + _CUT


def _headline(draft: Draft, organisation: str) -> str:
    band = f", band {draft.band}" if draft.band else ""
    return f"{draft.title}{band}, {organisation}."


def _subject(draft: Draft) -> str:
    parts = [draft.title, f"band {draft.band}" if draft.band else "", draft.place]
    return ", ".join(" ".join(part.split()) for part in parts if part.strip())


def _pay(draft: Draft, advert: Advert) -> str:
    if draft.contract in UNPAID:
        return "This role is unpaid."
    pay = advert.pay.strip()
    if pay and advert.pay_pro_rata.strip():
        return f"Pay: {pay} full time, {advert.pay_pro_rata.strip()} for these hours."
    return f"Pay: {pay}." if pay else ""


def _terms(draft: Draft) -> str:
    hours = f"{text_of(draft, 'hours')} hours a week" if draft.hours else ""
    contract = draft.contract.replace("-", " ")
    if draft.contract_length and contract:
        contract = f"{contract} ({draft.contract_length})"
    return "; ".join(part for part in (hours, contract, draft.place) if part)


def _dates(draft: Draft) -> str:
    closes, interview = text_of(draft, "closes_on"), text_of(draft, "interview_on")
    parts = [f"Closes {closes}." if closes else "", f"Interviews {interview}." if interview else ""]
    return " ".join(part for part in parts if part)


def _contact(advert: Advert) -> str:
    return f"Talk to: {advert.contact.strip()}" if advert.contact.strip() else ""


def _lacks(draft: Draft, advert: Advert) -> tuple[str, ...]:
    facts = (
        ("the overview", advert.overview),
        ("the pay", advert.pay or draft.contract in UNPAID),
        ("the closing date", draft.closes_on),
        ("the address of the advert", advert.link),
    )
    return tuple(f"Still missing: {name}." for name, value in facts if not value)
