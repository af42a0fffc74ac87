"""From a stored vacancy to the draft that the rules read."""

from vacancies.drafting.draft import Criterion, Draft, Duty
from vacancies.drafting.sections import Section, sections
from vacancies.models import Vacancy


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
    """Return the sections of a vacancy with what each still lacks."""
    return sections(draft_of(vacancy))
