"""From a stored vacancy to the words of its advert, and their limits as editors corrected them."""

from collections.abc import Mapping

from vacancies.drafting.advert import FIELDS, Advert
from vacancies.drafting.advert_limits import Limit, shipped_limits
from vacancies.drafting.advert_section import advert_section
from vacancies.drafting.differences import PARTS, text_of
from vacancies.drafting.sections import Section
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
    return advert_section(advert_of(vacancy))


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
