"""From a stored vacancy to the words of its advert, and their limits as editors corrected them."""

from collections.abc import Mapping
from dataclasses import dataclass

from vacancies.drafting.advert import FIELDS, Advert
from vacancies.drafting.advert_limits import Limit, shipped_limits
from vacancies.drafting.advert_section import advert_section
from vacancies.drafting.differences import PARTS, text_of
from vacancies.drafting.sections import Section
from vacancies.exports.nhs_jobs import Box, nhs_jobs_boxes
from vacancies.exports.ready_texts import ReadyText, ready_texts
from vacancies.models import AdvertLimit, Vacancy
from vacancies.services.drafting import draft_of

COLUMN = "advert_"
"""What the column of each field of an Advert begins with."""
MOST_DUTIES = 5
_FACTS = frozenset(
    {
        "purpose",
        "about_organisation",
        "flexible_working",
        "place",
        "closes_on",
        "interview_on",
    }
)


def advert_of(vacancy: Vacancy) -> Advert:
    """Return what was typed for the advert of a vacancy. Asks the database nothing."""
    return Advert(**{name: getattr(vacancy, COLUMN + name) for name in FIELDS})


def advert_section_of(vacancy: Vacancy) -> Section:
    """Return the section of the advert with what it still lacks."""
    return advert_section(advert_of(vacancy), vacancy.contract)


def advert_limits() -> Mapping[str, Limit]:
    """Return every limit by id, as corrected, in one query. What has no row is as shipped."""
    rows = {row.code: row for row in AdvertLimit.objects.all()}
    return {
        code: _limit(rows[code]) if code in rows else shipped
        for code, shipped in shipped_limits().items()
    }


def facts_for_advert(vacancy: Vacancy) -> tuple[tuple[str, str], ...]:
    """Return what the draft already says that an advert may use: (name, words) of each fact."""
    draft = draft_of(vacancy)
    duties = "\n".join(f"- {duty.text}" for duty in draft.duties[:MOST_DUTIES])
    rows = (
        *((name, text_of(draft, slug)) for slug, name in PARTS if slug in _FACTS),
        ("Main duties", duties),
    )
    return tuple((name, words) for name, words in rows if words)


def _limit(row: AdvertLimit) -> Limit:
    return Limit(row.code, row.name, row.unit, row.fewest, row.most, row.source, row.confirmed)


@dataclass(frozen=True)
class AdvertTexts:
    """Everything to paste: the boxes of the NHS Jobs form and the ready texts."""

    boxes: tuple[Box, ...]
    ready: tuple[ReadyText, ...]


def advert_texts_of(vacancy: Vacancy) -> AdvertTexts:
    """Return the texts of a vacancy for NHS Jobs, an email list, LinkedIn and a bulletin.

    Fetch the vacancy with `for_draft()`: one more query, for the limits.
    """
    draft, advert, limits = draft_of(vacancy), advert_of(vacancy), advert_limits()
    return AdvertTexts(
        boxes=nhs_jobs_boxes(draft, advert, limits),
        ready=ready_texts(draft, advert, vacancy.organisation.name, limits),
    )
