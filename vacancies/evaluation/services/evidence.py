"""The panel's evidence: from stored rows to the levels and the sheet that the rules read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from vacancies.drafting.models.draft import Duty
from vacancies.evaluation.models import FactorEvidence
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import in_groups
from vacancies.posts.services import touch
from vacancies.profiles.models import Profile
from vacancies.profiles.rules import evidence
from vacancies.profiles.rules.bands import Band
from vacancies.profiles.rules.comparison import OUTCOME_WORDS, Match
from vacancies.profiles.rules.loading import panel_documents
from vacancies.profiles.rules.matching import match
from vacancies.profiles.rules.scheme import Factor, LevelRange
from vacancies.profiles.services.profiles import rulings, value_of


@dataclass(frozen=True)
class FactorState:
    """One factor on the page, with its row of the sheet.

    lost: a level that no longer counts, as its evidence is gone (a duty was removed).
    """

    factor: Factor
    row: evidence.FactorRow
    lost: int | None = None

    @property
    def status(self) -> str:
        """A slug of the table of statuses."""
        has_evidence = self.row.evidence.strip() or self.row.duties
        return "no-level" if has_evidence and self.row.level is None else self.row.verdict


@dataclass(frozen=True)
class Said:
    """The evidence for a factor: the text, the numbers of the duties, and the level that counts."""

    text: str = ""
    duties: tuple[int, ...] = ()
    level: int | None = None


@dataclass(frozen=True)
class Post:
    """The post that a sheet describes. duties: the texts of all of them, numbered from 1."""

    title: str
    organisation: str
    band: str
    day: date
    duties: tuple[str, ...]


def evidence_sheet_of(vacancy: Vacancy) -> evidence.EvidenceSheet | None:
    """Return the sheet of a vacancy fetched with `for_evidence()`.

    None if no profile is chosen, or if a factor has no range in the profile.
    """
    return sheet_beside(vacancy.profile, _post_of(vacancy), _said_of(vacancy))


def sheet_beside(
    profile: Profile | None, post: Post, said: Mapping[str, Said]
) -> evidence.EvidenceSheet | None:
    """Return the evidence for a post, by factor, compared with a profile; None as above."""
    known = rulings()
    if profile is None:
        return None
    value = value_of(profile)
    if known.scheme.missing(value.ranges):
        return None
    levels = {code: one.level for code, one in said.items() if one.level is not None}
    matched = match(value, levels, known)
    return _sheet(
        post,
        _factor_rows(said, value.ranges),
        _result(matched),
        profile_title=profile.title,
        profile_band=profile.band,
        status_label=profile.get_status_display(),
        illustrative=value.is_illustrative,
        withdrawn_on=profile.withdrawn_on,
    )


def limits_of(vacancy: Vacancy) -> Band | None:
    """Return the band of the chosen profile with its points, or None without a profile."""
    bands = rulings().bands.by_name
    return bands.get(vacancy.profile.band) if vacancy.profile else None


def any_evidence_sheet_of(vacancy: Vacancy) -> evidence.EvidenceSheet | None:
    """Return the sheet as above or, without a complete profile, one that compares with nothing.

    None if the vacancy has no evidence at all.
    """
    if not any(has_evidence(row) for row in vacancy.evidence.all()):
        return None
    if sheet := evidence_sheet_of(vacancy):
        return sheet
    rows = _factor_rows(_said_of(vacancy), _ranges_of(vacancy))
    bare = tuple(replace(row, verdict=_verdict(row.level, None)) for row in rows)
    nothing = {"profile_title": "", "profile_band": "", "status_label": "", "illustrative": False}
    return _sheet(_post_of(vacancy), bare, evidence.SheetResult("", None), **nothing)


def levels_of(vacancy: Vacancy) -> dict[str, int]:
    """Return {factor code: level} for the factors with evidence; no level is assumed."""
    return {
        row.factor: row.level
        for row in vacancy.evidence.all()
        if row.level is not None and has_evidence(row)
    }


def has_evidence(row: FactorEvidence) -> bool:
    """Whether there is text or a duty as evidence; a level alone is not evidence."""
    return bool(row.text.strip() or row.duties.all())


def factor_states(vacancy: Vacancy) -> list[FactorState]:
    """Return every factor in order, with or without a profile for comparison."""
    given = {row.factor: row.level for row in vacancy.evidence.all()}
    rows = _factor_rows(_said_of(vacancy), _ranges_of(vacancy))
    return [
        FactorState(factor, row, lost=given.get(row.code) if row.level is None else None)
        for factor, row in zip(rulings().scheme.factors, rows, strict=True)
    ]


def _ranges_of(vacancy: Vacancy) -> Mapping[str, LevelRange]:
    return value_of(vacancy.profile).ranges if vacancy.profile else {}


@transaction.atomic
def save_evidence(
    *, vacancy: Vacancy, factor: str, text: str, duties: Iterable[Duty], level: int | None
) -> FactorEvidence:
    """Store the evidence for one factor, in one row per factor.

    Raises ValueError for a level without evidence.
    """
    duties = list(duties)
    if level is not None and not (text.strip() or duties):
        raise ValueError("Missing evidence never gives a level.")
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    row, _ = FactorEvidence.objects.update_or_create(
        vacancy=vacancy, factor=factor, defaults={"text": text, "level": level}
    )
    row.duties.set(duties)
    touch(vacancy)
    return row


def _verdict(level: int | None, in_profile: LevelRange | None) -> evidence.Verdict:
    if level is None:
        return "no-evidence"
    if in_profile is None:
        return "no-range"
    return "varies" if in_profile.distance(level) else "match"


def _post_of(vacancy: Vacancy) -> Post:
    return Post(
        title=vacancy.title,
        organisation=str(vacancy.organisation),
        band=vacancy.offered_band,
        day=localtime(vacancy.changed).date(),
        duties=tuple(duty.text for duty in in_groups(vacancy.duties.all())),
    )


def _said_of(vacancy: Vacancy) -> dict[str, Said]:
    levels, ordered = levels_of(vacancy), in_groups(vacancy.duties.all())
    numbers = {duty.pk: number for number, duty in enumerate(ordered, start=1)}
    return {
        row.factor: Said(
            row.text,
            tuple(sorted(numbers[duty.pk] for duty in row.duties.all())),
            levels.get(row.factor),
        )
        for row in vacancy.evidence.all()
    }


def _sheet(
    post: Post, rows: tuple[evidence.FactorRow, ...], result: evidence.SheetResult, **profile: Any
) -> evidence.EvidenceSheet:
    named = {number for row in rows for number in row.duties}
    duties = enumerate(post.duties, start=1)
    return evidence.EvidenceSheet(
        title=post.title,
        organisation=post.organisation,
        band_expected=post.band,
        day=post.day,
        factors=rows,
        duties=tuple(
            evidence.NamedDuty(number, text) for number, text in duties if number in named
        ),
        result=result,
        **profile,
    )


def _factor_rows(
    said: Mapping[str, Said], ranges: Mapping[str, LevelRange]
) -> tuple[evidence.FactorRow, ...]:
    nothing = Said()
    return tuple(
        evidence.FactorRow(
            code=factor.code,
            name=factor.name,
            range_label=ranges[factor.code].label if factor.code in ranges else "",
            evidence=(one := said.get(factor.code, nothing)).text,
            duties=one.duties,
            level=one.level,
            verdict=_verdict(one.level, ranges.get(factor.code)),
        )
        for factor in rulings().scheme.factors
    )


def _result(matched: Match) -> evidence.SheetResult:
    return evidence.SheetResult(
        outcome=OUTCOME_WORDS[matched.outcome],
        score=matched.score,
        reasons=matched.reasons,
        warnings=matched.warnings,
        to_bring=(*matched.follow_up, *(document.sentence for document in panel_documents())),
    )
