"""Importing profiles from a file, all or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils.timezone import localdate

from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.loading import columns_of
from vacancies.profiles.models import Profile, ProfileFactor
from vacancies.profiles.rules.profile_files import BadRow, ReadProfile, read_profiles
from vacancies.profiles.services.profiles import rulings


@dataclass(frozen=True)
class Withdrawal:
    """A profile in force that the file withdraws, the row that does so, and its users.

    used_by: how many vacancies of each organisation have chosen it. They keep it, and editors do
    not see which vacancies they are.
    """

    old: Profile
    by: ReadProfile
    used_by: tuple[tuple[str, int], ...] = ()

    @property
    def vacancies(self) -> int:
        return sum(number for _, number in self.used_by)


@dataclass(frozen=True)
class Imported:
    """The result of an import: the profiles stored and those withdrawn, or else every bad row.

    Without either, nothing is stored, as vacancies use some of `withdrawn` and this was not agreed.
    """

    profiles: tuple[Profile, ...] = ()
    bad: tuple[BadRow, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()


def import_profiles(data: bytes, name: str, *, agreed: bool) -> Imported:
    """Store every profile of a CSV or TOML file, unless one of its rows is bad.

    A profile named under `replaces` is withdrawn today. If a vacancy uses one, nothing is stored
    unless this is `agreed`. Raises FileError for a file that cannot be read at all.
    """
    known = rulings()
    profiles, bad = read_profiles(data, name, known.scheme, known.bands)
    return _stored(profiles, bad, agreed=agreed)


def import_typed(*, profile: ReadProfile) -> Imported:
    """Store one profile that an editor typed and reviewed, withdrawing the one it replaces."""
    return _stored((profile,), (), agreed=True)


def _stored(profiles: Sequence[ReadProfile], bad: tuple[BadRow, ...], agreed: bool) -> Imported:
    try:
        return _stored_together(profiles, bad, agreed)
    except IntegrityError:  # one of these codes was stored concurrently: it is now a bad row
        return _stored_together(profiles, bad, agreed)


@transaction.atomic
def _stored_together(
    profiles: Sequence[ReadProfile], bad: tuple[BadRow, ...], agreed: bool
) -> Imported:
    bad += tuple(_faults_beside_stored(profiles))
    if bad:
        return Imported(bad=bad)
    withdrawn = withdrawals(profiles)
    if any(one.vacancies and not agreed for one in withdrawn):
        return Imported(withdrawn=withdrawn)
    stored = tuple(_store(profile) for profile in profiles)
    for profile, read in zip(stored, profiles, strict=True):
        _withdraw(read.replaces, profile)
    transaction.on_commit(invalidate_public_cache)
    return Imported(profiles=stored, withdrawn=withdrawn)


def withdrawals(profiles: Sequence[ReadProfile]) -> tuple[Withdrawal, ...]:
    """Return the profiles in force that these would withdraw, with the users of each."""
    by = {read.replaces: read for read in profiles if read.replaces}
    rows = Profile.objects.in_force().filter(code__in=by).in_band_order()
    name = "vacancies__organisation__name"
    counts = rows.exclude(vacancies=None).order_by(name).values_list("code", name)
    used: dict[str, list[tuple[str, int]]] = {}
    for code, organisation, number in counts.annotate(Count("vacancies")):
        used.setdefault(code, []).append((organisation, number))
    return tuple(Withdrawal(row, by[row.code], tuple(used.get(row.code, ()))) for row in rows)


def _faults_beside_stored(profiles: Sequence[ReadProfile]) -> list[BadRow]:
    exactly = set(Profile.objects.values_list("code", flat=True))
    stored = set(map(str.lower, exactly))
    faults = [
        BadRow(
            read.place,
            f"There is already a profile with the code “{read.code}”. "
            "Give a new version a code of its own, and name the old one under “replaces”.",
        )
        for read in profiles
        if read.code.lower() in stored
    ]
    return faults + [
        BadRow(read.place, f"There is no profile “{read.replaces[:40]}” to replace.")
        for read in profiles
        if read.replaces and read.replaces not in exactly
    ]


def _store(read: ReadProfile) -> Profile:
    profile = Profile.objects.create(code=read.code, **columns_of(Profile, read))
    for factor, label in read.labels.items():
        ProfileFactor(profile=profile, factor=factor, label=label).save()
    return profile


def _withdraw(code: str, by: Profile) -> None:
    if code:
        Profile.objects.filter(code=code, withdrawn_on=None).update(withdrawn_on=localdate())
        Profile.objects.filter(code=code).update(replaced_by=by)
