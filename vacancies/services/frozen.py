"""A draft in words that people read: labels for slugs, and its parts in the order of the page."""

from dataclasses import dataclass, replace

from vacancies.drafting.differences import text_of
from vacancies.drafting.draft import Criterion, Draft, Duty
from vacancies.drafting.pksb import areas
from vacancies.models import Criterion as CriterionRow
from vacancies.models import Profile, Vacancy

FACTS = (
    ("Band expected", "band"),
    ("Hours a week", "hours"),
    ("Contract", "contract"),
    ("Length", "contract_length"),
    ("Place", "place"),
    ("Flexible working", "flexible_working"),
    ("Reports to", "reports_to"),
    ("Supervises", "supervises"),
)
TEXTS = (
    ("About the organisation", "about_organisation"),
    ("Purpose of the job", "purpose"),
    ("Decisions", "decides"),
    ("Working relationships", "relationships"),
)


@dataclass(frozen=True)
class Reading:
    """A draft to read: (name, words) of what is written, its duties and its criteria."""

    title: str
    facts: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    duties: tuple[Duty, ...]
    essential: tuple[Criterion, ...]
    desirable: tuple[Criterion, ...]


def reading(draft: Draft) -> Reading:
    """Return a draft as a page shows it. Asks the database nothing."""
    draft = in_words(draft)
    return Reading(
        title=draft.title,
        facts=tuple((name, words) for name, slug in FACTS if (words := text_of(draft, slug))),
        texts=tuple((name, words) for name, slug in TEXTS if (words := text_of(draft, slug))),
        duties=draft.duties,
        essential=tuple(c for c in draft.criteria if c.essential),
        desirable=tuple(c for c in draft.criteria if not c.essential),
    )


def in_words(draft: Draft, profiles: dict[str, str] | None = None) -> Draft:
    """Return `draft` with labels for slugs: “Band 5”, “Fixed term”, names of areas and methods.

    profiles: titles by code; a code that is not there stays.
    """
    categories, methods = dict(CriterionRow.Category.choices), dict(CriterionRow.Method.choices)
    names = {area.slug: area.name for area in areas()}
    return replace(
        draft,
        band=draft.band and f"Band {draft.band}",
        profile=(profiles or {}).get(draft.profile, draft.profile),
        contract=dict(Vacancy.Contract.choices).get(draft.contract, draft.contract),
        duties=tuple(replace(d, area=names.get(d.area, d.area)) for d in draft.duties),
        criteria=tuple(
            replace(
                c,
                category=categories.get(c.category, c.category),
                assessed_by=(
                    *(words for slug, words in methods.items() if slug in c.assessed_by),
                    *(slug for slug in c.assessed_by if slug not in methods),
                ),
            )
            for c in draft.criteria
        ),
    )


def titles_of(*drafts: Draft) -> dict[str, str]:
    """Return the titles of the drafts' profiles by code, in one query."""
    codes = {draft.profile for draft in drafts} - {""}
    return dict(Profile.objects.filter(code__in=codes).values_list("code", "title"))
