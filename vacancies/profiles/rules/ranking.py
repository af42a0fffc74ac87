"""Several profiles compared with the same evidence: which are worth taking to a panel.

Source: rules MR01 to MR14 as `matching` applies them; a panel compares up to about four likely
profiles (NHS Job Evaluation Handbook, chapter 11, matching procedure, read as a stored copy).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vacancies.profiles.rules.comparison import RANK, Match, Rulings, compare
from vacancies.profiles.rules.matching import match
from vacancies.profiles.rules.profile import Profile
from vacancies.profiles.rules.sentences import vary

WORTH_TAKING = "Worth taking to a panel"
STILL_OPEN = "Still open"
RULED_OUT = "Not worth taking"


@dataclass(frozen=True)
class Ranked:
    """One profile with its result. worth: in words; because: one plain sentence."""

    profile: Profile
    match: Match
    worth: str
    because: str


def ranking(
    profiles: Iterable[Profile], levels: Mapping[str, int | None], rulings: Rulings
) -> tuple[Ranked, ...]:
    """Compare `levels` with every profile: best outcome first, then fewest varying factors.

    If evidence is missing, profiles already ruled out by the other factors come last. Raises the
    same errors as `match`.
    """
    ranked = [_ranked(profile, levels, rulings) for profile in profiles]
    return tuple(sorted(ranked, key=_place))


def _place(ranked: Ranked) -> tuple[int, bool, int]:
    out = ranked.worth == RULED_OUT
    return RANK[ranked.match.outcome], out, len(ranked.match.varying_factors)


def _ranked(profile: Profile, levels: Mapping[str, int | None], rulings: Rulings) -> Ranked:
    matched, scheme = match(profile, levels, rulings), rulings.scheme
    if matched.outcome in ("profile_match", "band_match"):
        return Ranked(profile, matched, WORTH_TAKING, _match_because(matched))
    if matched.outcome == "check_lower_band_profile":
        because = "All factors match, but the total is below the band."
        return Ranked(profile, matched, RULED_OUT, because)
    if matched.outcome == "no_match":
        return Ranked(profile, matched, RULED_OUT, _failure_because(profile, matched, rulings))
    if already := _ruled_out(profile, levels, rulings):
        return Ranked(profile, matched, RULED_OUT, already)
    given = len(scheme.factors) - len(matched.missing_factors)
    varying = len(matched.varying_factors)
    because = f"{given} of {len(scheme.factors)} factors have a level. So far {vary(varying)}."
    return Ranked(profile, matched, STILL_OPEN, because)


def _match_because(matched: Match) -> str:
    varying = len(matched.varying_factors)
    if not varying:
        return "Every factor is in the profile’s range, and the total is in the band."
    return f"{vary(varying)}, which is within the limits, and the total is in the band."


def _failure_because(profile: Profile, matched: Match, rulings: Rulings) -> str:
    if fixed := _fixed(matched.varying_factors, rulings):
        return fixed
    if "MR06" in matched.failed_rules:
        most = rulings.limits.max_varying_factors
        return f"{vary(len(matched.varying_factors))}, and at most {most} may."
    if "MR03" in matched.failed_rules:
        return "A factor is too far outside the profile’s range."
    return f"The total of {matched.score} points is outside band {profile.band}."


def _ruled_out(profile: Profile, levels: Mapping[str, int | None], rulings: Rulings) -> str:
    """Return why further evidence cannot make this profile match, or "" if it still might."""
    distances, limits = compare(profile, levels, rulings).distances, rulings.limits
    if fixed := _fixed(tuple(distances), rulings):
        return fixed
    if any(abs(distance) > limits.max_level_distance for distance in distances.values()):
        return "A factor is already too far outside the profile’s range."
    if len(distances) > limits.max_varying_factors:
        return f"{vary(len(distances))} already, and at most {limits.max_varying_factors} may."
    return ""


def _fixed(varying: tuple[str, ...], rulings: Rulings) -> str:
    fixed = rulings.limits.factors_that_must_match
    names = [rulings.scheme.factor(code).name for code in varying if code in fixed]
    if not names:
        return ""
    return (
        f"{' and '.join(names)} must match, but {'it varies' if len(names) == 1 else 'they vary'}."
    )
