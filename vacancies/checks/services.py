"""Checking a vacancy against the rules, its dismissed findings, and the reports."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.timezone import localdate

from kls_portal.accounts.models import User
from kls_portal.documents.document import Document
from kls_portal.operation.site_version import reading_day
from kls_portal.public import kept_in_process
from kls_portal.reference.facts import fact_table
from vacancies.checks.draft_check import DraftReport, check_draft, of_criteria
from vacancies.checks.exports import check_document, fair_document
from vacancies.checks.fair_library_jobs import FairReport, fair_report
from vacancies.checks.models import LONGEST_MESSAGE, LONGEST_SENTENCE, DismissedFinding
from vacancies.checks.place import Place, PlacedFinding
from vacancies.checks.reach import unread_texts
from vacancies.checks.vacancy_file import FIELD_RULES, Agreed, VacancyFile
from vacancies.drafting.rules.draft import Criterion
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.rules.fields import Draft, in_section
from vacancies.drafting.rules.sections import is_written
from vacancies.drafting.services.drafting import advert_of, draft_of
from vacancies.posts.models import Vacancy
from vacancies.posts.services import pay_of
from vacancies.profiles.models import Profile
from vacancies.rulebook.entries import gravest
from vacancies.rulebook.registry import TEXT_RULES
from vacancies.rulebook.rulebook import Rule, rule

KNOWLEDGE = "F2"
DATES = "dates"
_PAGES = {slug: one.page for slug, one in SECTIONS.items()} | {"versions": "version_list"}


@dataclass(frozen=True)
class CheckedFinding:
    """A finding as shown on pages, with its rule and the address where it can be fixed.

    dismissed: the row with the reason, or None if the finding is open.
    """

    placed: PlacedFinding
    rule: Rule
    address: str
    dismissed: DismissedFinding | None = None


@dataclass(frozen=True)
class Checked:
    """The open and dismissed findings of a vacancy, the report, and what was read."""

    report: DraftReport
    open: tuple[CheckedFinding, ...]
    dismissed: tuple[CheckedFinding, ...]
    file: VacancyFile

    @property
    def unread(self) -> tuple[str, ...]:
        return unread_texts(self.file)

    def is_written(self, section: str) -> bool:
        return is_written(section, self.file.draft, self.file.advert)

    def within(self, section: str) -> tuple[CheckedFinding, ...]:
        return tuple(one for one in self.open if one.placed.place.section == section)


def checked(vacancy: Vacancy, draft: Draft | None = None) -> Checked:
    """Check a vacancy fetched with `for_draft()` against every rule; makes two more queries.

    draft: a draft not yet saved, to check instead of the stored one.
    """
    file = file_of(vacancy, draft) if draft else _file_but_profile(vacancy)
    report = check_draft(file) if draft else _report_of(vacancy, file)
    rows = {row.fingerprint: row for row in vacancy.dismissed.select_related("dismissed_by")}
    judged = [
        CheckedFinding(
            placed,
            rule(placed.finding.rule),
            address_of(vacancy, placed.place),
            rows.get(placed.fingerprint),
        )
        for placed in report.findings
    ]
    return Checked(
        report=report,
        open=tuple(one for one in judged if one.dismissed is None),
        dismissed=tuple(one for one in judged if one.dismissed is not None),
        file=file,
    )


def open_severities(vacancy: Vacancy, draft: Draft) -> list[str]:
    """Return the severity of each rule with open findings, that of the gravest.

    draft: the stored one.
    """
    placed = _report_of(vacancy, _file_but_profile(vacancy, draft)).findings
    if not placed:
        return []
    dismissed = dismissed_in(vacancy)
    of_rules: dict[str, list[str]] = {}
    for one in placed:
        if one.fingerprint not in dismissed:
            of_rules.setdefault(one.finding.rule, []).append(one.finding.severity)
    return [gravest(severities) for severities in of_rules.values()]


def dismissed_in(vacancy: Vacancy) -> set[str]:
    """Return the fingerprints of the findings that are dismissed, asked for once."""
    prefetch_related_objects([vacancy], "dismissed")
    return {row.fingerprint for row in vacancy.dismissed.all()}


def lawful_criteria(vacancy: Vacancy, criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    """Return the criteria of a vacancy without those that may be unlawful.

    These have an open finding of a rule that names a law, and nothing is proposed for them: no
    link, method, question or advert text. The rules run again only if the criteria changed.
    """
    placed = kept_in_process(f"unlawful {criteria}", lambda: _against_the_law(criteria))
    if not placed:
        return criteria
    dismissed = dismissed_in(vacancy)
    unlawful = {row for row, fingerprint in placed if fingerprint not in dismissed}
    return tuple(one for one in criteria if one.id not in unlawful)


def _against_the_law(criteria: tuple[Criterion, ...]) -> list[tuple[int, str]]:
    """Return the row and fingerprint of each finding of a rule that names a law."""
    if not criteria:
        return []
    placed = of_criteria(criteria, {one for one in TEXT_RULES.judges if rule(one).laws})
    return [(one.place.row, one.fingerprint) for one in placed if one.place.row is not None]


def date_findings(vacancy: Vacancy) -> tuple[CheckedFinding, ...]:
    """Return the findings on the vacancy's own dates that are not dismissed.

    Makes one query and reads neither duties nor criteria, so fetching the organisation is enough.
    """
    file = VacancyFile(
        draft=Draft(
            vacancy.title, **{one.name: getattr(vacancy, one.name) for one in in_section(DATES)}
        ),
        today=reading_day(),
        advert=advert_of(vacancy),
        nation=vacancy.organisation.nation,
    )
    dismissed = dismissed_in(vacancy)
    return tuple(
        CheckedFinding(placed, rule(placed.finding.rule), address_of(vacancy, placed.place))
        for placed in FIELD_RULES.run(file)
        if placed.place.section == DATES and placed.fingerprint not in dismissed
    )


def file_of(vacancy: Vacancy, draft: Draft | None = None) -> VacancyFile:
    """Return everything the rules read of a vacancy fetched with `for_draft()`."""
    return replace(_file_but_profile(vacancy, draft), knowledge=_knowledge(vacancy.profile))


def _file_but_profile(vacancy: Vacancy, draft: Draft | None = None) -> VacancyFile:
    frozen_at = vacancy.last_frozen_at  # type: ignore[attr-defined]
    return VacancyFile(
        draft=draft or draft_of(vacancy),
        today=reading_day(),
        advert=advert_of(vacancy),
        agreed=frozen_at and Agreed(localdate(frozen_at), vacancy.last_agreed_with),  # type: ignore[attr-defined]
        nation=vacancy.organisation.nation,
        pay=pay_of(vacancy),
        facts=fact_table(),
    )


def _report_of(vacancy: Vacancy, file: VacancyFile) -> DraftReport:
    """Return what the rules find in a stored draft; they run again only if it changed."""
    # Only the knowledge range needs the profile, so it is fetched only when it is read.
    return kept_in_process(
        f"check {vacancy.profile_id} {file}",
        lambda: check_draft(replace(file, knowledge=_knowledge(vacancy.profile))),
    )


def address_of(vacancy: Vacancy, place: Place) -> str:
    """Return the address where the content at `place` is edited."""
    address = reverse(f"vacancies:{_PAGES[place.section]}", args=[vacancy.pk])
    if place.row and place.row > 0:
        return f"{address}#row-{place.row}"
    return f"{address}#id_{place.field}" if place.field else address


def find(vacancy: Vacancy, fingerprint: str) -> CheckedFinding | None:
    """Return the finding of a vacancy with this fingerprint, open or dismissed, or None."""
    report = checked(vacancy)
    every = (*report.open, *report.dismissed)
    return next((one for one in every if one.placed.fingerprint == fingerprint), None)


@transaction.atomic
def dismiss(*, vacancy: Vacancy, placed: PlacedFinding, reason: str, person: User) -> None:
    """Dismiss a finding with a reason, replacing any earlier reason."""
    DismissedFinding.objects.update_or_create(
        vacancy=vacancy,
        fingerprint=placed.fingerprint,
        defaults={
            "rule": placed.finding.rule,
            "severity": placed.finding.severity,
            "place": placed.place.name,
            "message": placed.finding.message[:LONGEST_MESSAGE],
            "sentence": placed.sentence[:LONGEST_SENTENCE] if placed.finding.excerpt else "",
            "reason": reason,
            "dismissed_by": person,
        },
    )


def _knowledge(profile: Profile | None) -> tuple[int, int] | None:
    if profile is None:
        return None
    row = next((one for one in profile.factors.all() if one.factor == KNOWLEDGE), None)
    return (row.lowest, row.highest) if row else None


def fair_report_of(vacancy: Vacancy) -> FairReport:
    """Return the manifesto report of a vacancy fetched with `for_draft()`."""
    report = checked(vacancy)
    return fair_report(
        report.file,
        (one.placed for one in report.open),
        (one.placed for one in report.dismissed),
    )


def fair_document_of(vacancy: Vacancy) -> Document:
    report = fair_report_of(vacancy)
    return fair_document(vacancy.title, vacancy.organisation.name, localdate(), report)


def check_document_of(vacancy: Vacancy) -> Document:
    report = checked(vacancy)
    return check_document(
        vacancy.title,
        vacancy.organisation.name,
        localdate(),
        (one.placed for one in report.open),
        (
            (one.placed, one.dismissed.reason, localdate(one.dismissed.dismissed_at))
            for one in report.dismissed
            if one.dismissed
        ),
        report.unread,
    )
