"""A vacancy as read by the rules for its fields, and their registry: a decorator adds a rule."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kls_portal.reference.dated import FactTable
from vacancies.checks.place import SECTIONS, Place, PlacedFinding
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.draft import Criterion
from vacancies.drafting.rules.fields import BY_NAME, Draft
from vacancies.drafting.rules.freezing import is_drafted
from vacancies.posts.pay import PostPay
from vacancies.posts.rules import in_groups
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.registry import Registry
from vacancies.rulebook.rulebook import found, rule


@dataclass(frozen=True)
class Agreed:
    """The newest frozen version: its day and who agreed it ("" if nobody is named)."""

    day: date
    agreed_with: str = ""


@dataclass(frozen=True)
class VacancyFile:
    """Everything the rules read of a vacancy.

    agreed: None if no version is frozen. knowledge: the lowest and highest level of knowledge in
    the chosen profile, None without one. today: the day of the check. nation: a key of NATIONS,
    whose bank holidays the organisation keeps. pay: the current pay of the post, None if not looked
    up. facts: see Document.
    """

    draft: Draft
    today: date
    advert: Advert = field(default_factory=Advert)
    agreed: Agreed | None = None
    knowledge: tuple[int, int] | None = None
    nation: str = "ENG"
    pay: PostPay | None = None
    facts: FactTable | None = field(default=None, repr=False)

    @property
    def is_described(self) -> bool:
        """Whether the job description is begun; until then, nothing counts as missing from it."""
        return is_drafted(self.draft)

    def criteria(self, essential: bool) -> tuple[Criterion, ...]:
        return tuple(row for row in self.draft.criteria if row.essential is essential)


def at(section: str, name: str = "") -> Place:
    return Place(section, name or SECTIONS[section])


def at_field(name: str) -> Place:
    about = BY_NAME[name]
    return Place(about.section, about.label, name)


def duty_places(draft: Draft) -> list[tuple[Place, str]]:
    """Return the place and text of each duty, numbered as on pages."""
    rows = in_groups(draft.duties)
    return [
        (Place("duties", f"Duty {number}", row=duty.id), duty.text)
        for number, duty in enumerate(rows, start=1)
    ]


def criterion_places(draft: Draft) -> dict[int, Place]:
    """Return the place of each criterion by id, numbered as on pages."""
    rows = sorted(draft.criteria, key=lambda row: not row.essential)
    return {
        row.id: Place("person-specification", f"Criterion {number}", row=row.id)
        for number, row in enumerate(rows, start=1)
    }


def noted(
    rule_id: str,
    place: Place,
    text: str = "",
    *,
    about: str = "",
    variant: str = "",
    **values: object,
) -> PlacedFinding:
    """Return a finding of a rule for a vacancy's fields, in the rule's own words.

    text: the text at the place. about: identifies the finding if there is no text. variant and
    values: as for `rulebook.found`.
    """
    span = Span(0, len(text))
    finding = found(rule_id, Document(text), span, variant=variant, replacement="", **values)
    return PlacedFinding(finding, place, text or about)


VacancyCheck = Callable[[VacancyFile], Iterable[PlacedFinding]]


@dataclass(frozen=True)
class FieldRule:
    """A rule for a vacancy's fields. It replaces the rule for texts with its id, if there is one.

    concerns: whether it applies to such a post; missing: what else it needs that is not given yet,
    in words.
    """

    check: VacancyCheck
    concerns: Callable[[VacancyFile], bool] = lambda _file: True
    missing: Callable[[VacancyFile], tuple[str, ...]] = lambda _file: ()

    def __call__(self, file: VacancyFile) -> Iterable[PlacedFinding]:
        return self.check(file)


FIELD_RULES: Registry[FieldRule] = Registry("vacancies.checks.rules")


def field_rule(
    rule_id: str,
    concerns: Callable[[VacancyFile], bool] = FieldRule.concerns,
    missing: Callable[[VacancyFile], tuple[str, ...]] = FieldRule.missing,
) -> Callable[[VacancyCheck], VacancyCheck]:
    """Return a decorator that registers the check of a rule for a vacancy's fields."""

    def register(check: VacancyCheck) -> VacancyCheck:
        FIELD_RULES.add(rule_id, FieldRule(check, concerns, missing))
        return check

    return register


def field_missing(rule_id: str, name: str) -> None:
    """Register a rule for a field that is empty.

    It reports once the text of the rule's kind, job description or advert, is begun.
    """
    about, section = rule(rule_id), BY_NAME[name].section

    def check(file: VacancyFile) -> Iterator[PlacedFinding]:
        begun = file.advert.is_started if "advert" in about.kinds else file.is_described
        value = getattr(file.advert if section == "advert" else file.draft, name)
        if begun and not str(value or "").strip():
            yield noted(rule_id, at_field(name))

    check.__doc__ = f"{rule_id}: {about.check}. Source: {about.source}."
    FIELD_RULES.add(rule_id, FieldRule(check))
