"""The boxes of the NHS Jobs form and the ready-made texts for other channels."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from vacancies.drafting.rules.advert import ADVERT_FIELDS, Advert, Limit
from vacancies.drafting.rules.field import facts, written
from vacancies.drafting.rules.fields import BY_NAME, FIELDS, Draft
from vacancies.posts.pay import PostPay
from vacancies.posts.rules import UNPAID, in_groups
from vacancies.rulebook.document import Document
from vacancies.rulebook.rules.advert import opens_with_boilerplate

HASHTAG = "#LISJobs"
_CUT = "…"
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class ReadyText:
    """A text for one channel. subject: of an email, else empty. missing: sentences."""

    slug: str
    name: str
    subject: str
    text: str
    limit: Limit
    missing: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Return the length of the text in the unit of its limit."""
        return self.limit.count(self.text)


def ready_texts(
    draft: Draft,
    advert: Advert,
    organisation: str,
    limits: Mapping[str, Limit],
    pay: PostPay | None = None,
) -> tuple[ReadyText, ...]:
    """Return the ready-made texts of a vacancy, each within its limit.

    pay: the band's pay, for an advert whose pay was not entered.
    """
    if pay and not advert.pay.strip():
        own = advert.pay_pro_rata.strip() or pay.pro_rata
        advert = replace(advert, pay=pay.full, pay_pro_rata=own)
    headline = f"{_title(draft)}, {organisation}."
    dates = _dates(draft)
    contact = f"Talk to: {advert.contact.strip()}" if advert.contact.strip() else ""
    full = [headline, _pay(draft, advert), _terms(draft), dates, contact, advert.link]
    short = [headline, _pay(draft, advert), dates, advert.link]
    missing, ready = _missing(draft, advert, pay.gap if pay else ""), []
    for slug, subject, said in (
        ("email-list", _subject(draft), full),
        ("linkedin", "", [*full[:5], advert.link, HASHTAG]),
        ("bulletin", "", short),
    ):
        lines, limit = [" ".join(fact.split()) for fact in said if fact.strip()], limits[slug]
        text = _within(_with_sentences(lines, advert.overview, limit), limit)
        ready.append(ReadyText(slug, limit.name, subject, text, limit, missing))
    return tuple(ready)


def _with_sentences(lines: list[str], overview: str, limit: Limit) -> str:
    """Return the facts, with as many sentences of the overview after the first as fit."""
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
    if limit.count(text) <= limit.most:
        return text
    pieces, kept = re.split(r"(\s+)", text), ""
    for piece in pieces:
        if limit.count(kept + piece + _CUT) > limit.most:
            break
        kept += piece
    return kept.rstrip() + _CUT


def _title(draft: Draft) -> str:
    return f"{draft.title}, band {draft.band}" if draft.band else draft.title


def _subject(draft: Draft) -> str:
    parts = (_title(draft), draft.place)
    return ": ".join(" ".join(part.split()) for part in parts if part.strip())


def _pay(draft: Draft, advert: Advert) -> str:
    if draft.contract in UNPAID:
        return "This role is unpaid."
    pay = advert.pay.strip()
    if pay and advert.pay_pro_rata.strip():
        return f"Pay: {pay} full time, {advert.pay_pro_rata.strip()} for these hours."
    return f"Pay: {pay}." if pay else ""


def _terms(draft: Draft) -> str:
    hours = f"{written(draft, BY_NAME['hours'])} hours a week" if draft.hours else ""
    contract = draft.contract.replace("-", " ")
    if draft.contract_length and contract:
        contract = f"{contract} ({draft.contract_length})"
    return "; ".join(part for part in (draft.place, hours, contract) if part)


def _dates(draft: Draft) -> str:
    closes, interview = (written(draft, BY_NAME[name]) for name in ("closes_on", "interview_on"))
    parts = [f"Closes {closes}." if closes else "", f"Interviews {interview}." if interview else ""]
    return " ".join(part for part in parts if part)


def _missing(draft: Draft, advert: Advert, pay_gap: str) -> tuple[str, ...]:
    facts = (
        ("the overview.", advert.overview),
        (f"the pay. {pay_gap}".strip(), advert.pay or draft.contract in UNPAID),
        ("the closing date.", draft.closes_on),
        ("the address of the advert.", advert.link),
    )
    return tuple(f"Still missing: {what}" for what, value in facts if not value)


FAMILIES = (
    ("Qualifications", frozenset({"qualifications"})),
    ("Experience", frozenset({"experience"})),
    ("Skills", frozenset({"knowledge", "skills", "values", "other"})),
)
"""The three boxes for criteria, with the draft's categories that go into each."""


@dataclass(frozen=True)
class Box:
    """One box of the form: its text, length and warnings.

    limit: None if unknown. section, field: where its text is edited. warnings: sentences.
    """

    slug: str
    name: str
    text: str
    limit: Limit | None
    section: str
    field: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Return the length of the text in the unit of its limit."""
        return self.limit.count(self.text) if self.limit else len(self.text)


def nhs_jobs_boxes(draft: Draft, advert: Advert, limits: Mapping[str, Limit]) -> tuple[Box, ...]:
    """Return every box in form order."""
    return (
        _box(limits["nhs-jobs-title"], draft.title, "post", "title"),
        *(
            _box(limits[one.box], getattr(advert, one.name), "advert", one.name)
            for one in ADVERT_FIELDS
            if one.box
        ),
        _description(draft, advert, limits["nhs-jobs-description"]),
        *_criteria(draft),
    )


def _box(limit: Limit, text: str, section: str, field: str) -> Box:
    warnings = _problems(limit, text)
    if limit.id == "nhs-jobs-overview":
        openings = opens_with_boilerplate(Document(text, "advert"))
        warnings += [f"{one.message} Your text begins with “{one.excerpt}”." for one in openings]
    return Box(limit.id, limit.name, text.strip(), limit, section, field, tuple(warnings))


def _description(draft: Draft, advert: Advert, limit: Limit) -> Box:
    duties = "\n".join(f"- {duty.text}" for duty in in_groups(draft.duties))
    purpose, flexible = BY_NAME["purpose"], BY_NAME["flexible_working"]
    others = (one for one in FIELDS if one.nhs_jobs and one not in (purpose, flexible))
    parts = [
        *facts(draft, [purpose]),
        ("Main duties", duties),
        *facts(draft, [flexible]),
        *facts(advert, [BY_NAME["applying"]]),
        *facts(draft, others),
    ]
    parts = [(name, text.strip()) for name, text in parts if text.strip()]
    left_out: list[str] = []
    while len(parts) > 1 and limit.count(_box_joined(parts)) > limit.most:
        left_out.insert(0, parts.pop()[0].lower())
    warnings = [f"Left out to fit: {', '.join(left_out)}."] if left_out else []
    text = _box_joined(parts)
    warnings += _problems(limit, text)
    return Box(limit.id, limit.name, text, limit, "purpose", "", tuple(warnings))


def _problems(limit: Limit, text: str) -> list[str]:
    problem = limit.problem(text) if text.strip() else "Nothing is written yet."
    return [problem] if problem else []


def _box_joined(parts: list[tuple[str, str]]) -> str:
    return "\n\n".join(f"{name}\n{text}" for name, text in parts)


def _criteria(draft: Draft) -> list[Box]:
    boxes = []
    for level, essential in (("Essential", True), ("Desirable", False)):
        for family, categories in FAMILIES:
            lines = [
                " ".join(row.text.split())
                for row in draft.criteria
                if row.essential is essential and row.category in categories
            ]
            slug, name = f"{level}-{family}".lower(), f"{family}, {level.lower()}"
            boxes.append(Box(slug, name, "\n".join(lines), None, "person-specification"))
    return boxes
