"""Loading the shipped data (profiles, scheme, tasks, bank), keeping editors' corrections."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction

from kls_portal.accounts.editors import grant_editor_permissions
from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.loading import (
    Related,
    columns_of,
    load,
    load_facts,
    load_rows,
    load_values,
)
from vacancies.drafting.models.draft import AdvertLimit
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.advert import shipped_limits
from vacancies.drafting.services.shipped_examples import load_examples
from vacancies.evaluation.models import PublishedText
from vacancies.planning.models import InductionGroup, PlanTask
from vacancies.planning.rules.step import steps
from vacancies.planning.services.layers import load_induction_tasks, load_vacancy_tasks
from vacancies.profiles.models import BandRange, FactorLevel, MatchingLimit, Profile, ProfileFactor
from vacancies.profiles.rules import loading as profile_loading
from vacancies.profiles.rules.profile import Profile as ProfileValue
from vacancies.profiles.services.profiles import load_bands, load_limits, load_points
from vacancies.recruiting.models.advert import AdvertChannel
from vacancies.recruiting.models.plan import TimelineStep
from vacancies.recruiting.models.selection import BankQuestion, BankTask, ScoreMarks
from vacancies.recruiting.rules.advert_plan import advertising
from vacancies.recruiting.rules.bank import HOUSE, Bank, bank
from vacancies.retention.models import MeetingTheme, PeerOffer, RetentionTool
from vacancies.retention.rules.tools import tools

FOR_PROOF = {"NP-NURSE-5"}
MARKS_OF: dict[str, Callable[[Any], str]] = {
    "one": lambda row: row.anchors.one,
    "three": lambda row: row.anchors.three,
    "five": lambda row: row.anchors.five,
}
"""The columns of a score guide, from a question or task of the bank."""


@transaction.atomic
def load_reference_data() -> dict[str, Counter[str]]:
    """Update the tables to the shipped data, keeping rows changed by an editor.

    Returns, for each kind of row, how many were added, changed, unchanged or kept.
    """
    marks = {code: {"source": HOUSE, **asdict(one)} for code, one in bank().anchors.items()}
    done = {
        "Facts": load_facts(),
        "Profiles": Counter(_load_profile(value) for value in profile_loading.profiles()),
        "Induction tasks": Counter(load_induction_tasks()),
        "Points": Counter(load_points()),
        "Bands": Counter(load_bands()),
        "Limits": Counter(load_limits()),
        "Limits of adverts": Counter(load_values(AdvertLimit, shipped_limits().values())),
        "Examples": load_examples(),
        "Interview questions": Counter(load_values(BankQuestion, bank().questions, **MARKS_OF)),
        "Assessment tasks": Counter(_load_tasks(bank())),
        "Marks": Counter(load_rows(ScoreMarks, marks)),
        "Tools to keep staff": Counter(load_values(RetentionTool, tools())),
        "Recruitment tasks": Counter(load_vacancy_tasks()),
        "Channels to advertise in": Counter(load_values(AdvertChannel, advertising().channels)),
        "Steps of the timeline": Counter(load_values(TimelineStep, steps())),
    }
    transaction.on_commit(invalidate_public_cache)
    return done


def _load_profile(value: ProfileValue) -> str:
    fields = {
        **columns_of(Profile, value),
        "for_proof": value.id in FOR_PROOF,
        **{code: levels.label for code, levels in value.ranges.items()},
    }
    row = Profile.objects.with_factors().filter(code=value.id).first() or Profile(code=value.id)
    return load(row, fields, {code: _label_of(code) for code in value.ranges})


def _load_tasks(shipped: Bank) -> Iterator[str]:
    return load_values(
        BankTask,
        shipped.tasks,
        shows=lambda task: ", ".join(task.shows),
        scoring=lambda task: ", ".join(task.scoring),
        **MARKS_OF,
    )


def _label_of(code: str) -> Related:
    def read(row: Profile) -> str:
        return next((one.label for one in row.factors.all() if one.factor == code), "")

    def write(row: Profile, label: str) -> None:
        factor = row.factors.filter(factor=code).first() or ProfileFactor(profile=row, factor=code)
        factor.label = label
        factor.save()

    return Related(read, write)


def grant_editor_permissions_on_vacancies() -> Group:
    """Let editors maintain the shared reference data, but no vacancies; idempotent.

    The admin restricts this further by model (`vacancies.admin`).
    """
    scheme = (Profile, ProfileFactor, FactorLevel, BandRange, MatchingLimit, PublishedText)
    selection = (BankQuestion, BankTask, ScoreMarks)
    tasks = (InductionGroup, PlanTask, TimelineStep)
    advert, keeping = (AdvertChannel, AdvertLimit), (RetentionTool, PeerOffer, MeetingTheme)
    return grant_editor_permissions(*scheme, *selection, *tasks, *advert, *keeping, Example)
