"""The draft and the advert of a stored vacancy, as the rules read them."""

from collections.abc import Mapping
from typing import Any

from kls_portal.plain_values import from_row
from vacancies.drafting.models.draft import AdvertLimit, AdvertText
from vacancies.drafting.rules.advert import Advert, Limit, shipped_limits
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.field import facts
from vacancies.drafting.rules.fields import FIELDS, Draft
from vacancies.drafting.rules.sections import Section, section, sections
from vacancies.posts.models import Vacancy


def draft_of(vacancy: Vacancy) -> Draft:
    """Return the draft of a vacancy fetched with `for_draft()`, without further queries."""
    fields: dict[str, Any] = {one.name: getattr(vacancy, one.name) for one in FIELDS}
    return Draft(
        **fields
        | {
            "band": vacancy.offered_band,
            "profile": vacancy.profile.code if vacancy.profile else "",
        },
        duties=tuple(map(duty_in, vacancy.duties.all())),
        criteria=tuple(map(criterion_in, vacancy.criteria.all())),
    )


def duty_in(row: Any, **given: Any) -> Duty:
    """Return a duty from its row. given: values in place of those of the row."""
    return from_row(Duty, row, **given)


def criterion_in(row: Any, **given: Any) -> Criterion:
    """Return a criterion from its row, as `duty_in` does."""
    duties = tuple(duty.id for duty in row.duties.all()) if row.pk else ()
    return from_row(Criterion, row, duties=duties, **given)


def sections_of(vacancy: Vacancy) -> tuple[Section, ...]:
    """Return the sections of a vacancy, but the advert, with what is missing in each."""
    return sections(draft_of(vacancy))


def section_of(vacancy: Vacancy, slug: str) -> Section:
    """Return a section of a vacancy, or its advert, with what is missing."""
    return section(slug, draft_of(vacancy), advert_of(vacancy))


MOST_DUTIES = 5


def advert_of(vacancy: Vacancy) -> Advert:
    """Return the advert of a vacancy fetched with `for_words()`."""
    row = getattr(vacancy, "advert_text", None)
    return from_row(Advert, row) if row else Advert()


def advert_row(vacancy: Vacancy, *, anew: bool = False) -> AdvertText:
    """Return the stored advert of a vacancy, or an unsaved row.

    `advert_of` reflects later changes to the row. anew: query the database again, because a request
    that waited for the lock of the vacancy has the advert as it was before.
    """
    stored = AdvertText.objects.filter(vacancy=vacancy)
    row = (stored.first() if anew else getattr(vacancy, "advert_text", None)) or AdvertText()
    row.vacancy = vacancy
    return row


def advert_limits() -> Mapping[str, Limit]:
    """Return every limit by id, as corrected by editors or else as shipped, in one query."""
    rows = {row.code: row for row in AdvertLimit.objects.in_force()}
    return {
        code: from_row(Limit, rows[code], id=code) if code in rows else shipped
        for code, shipped in shipped_limits().items()
    }


def facts_for_advert(vacancy: Vacancy) -> tuple[tuple[str, str], ...]:
    """Return the facts of the draft that an advert may use, as (name, words)."""
    draft = draft_of(vacancy)
    duties = "\n".join(f"- {duty.text}" for duty in draft.duties[:MOST_DUTIES])
    main = (("Main duties", duties),) if duties else ()
    return (*facts(draft, (one for one in FIELDS if one.advert)), *main)
