"""From a stored vacancy to the draft and the advert that the rules read."""

from collections.abc import Mapping

from vacancies.drafting.models import AdvertLimit
from vacancies.drafting.rules.advert import FIELDS, Advert, Limit, advert_section, shipped_limits
from vacancies.drafting.rules.differences import PARTS, text_of
from vacancies.drafting.rules.draft import Criterion, Draft, Duty
from vacancies.drafting.rules.sections import Section, sections
from vacancies.posts.models import Vacancy


def draft_of(vacancy: Vacancy) -> Draft:
    """Return the draft of a vacancy. Fetch it with `for_draft()`: this asks nothing more."""
    return Draft(
        title=vacancy.title,
        band=vacancy.offered_band,
        profile=vacancy.profile.code if vacancy.profile else "",
        hours=vacancy.hours,
        contract=vacancy.contract,
        contract_length=vacancy.contract_length,
        place=vacancy.place,
        flexible_working=vacancy.flexible_working,
        opens_on=vacancy.opens_on,
        closes_on=vacancy.closes_on,
        interview_on=vacancy.interview_on,
        starts_on=vacancy.starts_on,
        about_organisation=vacancy.about_organisation,
        purpose=vacancy.purpose,
        reports_to=vacancy.reports_to,
        supervises=vacancy.supervises,
        decides=vacancy.decides,
        relationships=vacancy.relationships,
        duties=tuple(
            Duty(duty.id, duty.text, duty.group, duty.share, duty.area)
            for duty in vacancy.duties.all()
        ),
        criteria=tuple(
            Criterion(
                id=criterion.id,
                category=criterion.category,
                essential=criterion.essential,
                text=criterion.text,
                assessed_by=tuple(criterion.assessed_by),
                duties=tuple(duty.id for duty in criterion.duties.all()),
            )
            for criterion in vacancy.criteria.all()
        ),
    )


def sections_of(vacancy: Vacancy) -> tuple[Section, ...]:
    """Return the sections of a vacancy with what is missing in each."""
    return sections(draft_of(vacancy))


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
    """Return the section of the advert with what is missing."""
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
