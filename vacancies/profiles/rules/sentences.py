"""The meaning of a comparison, in plain sentences for the person drafting the post."""

from collections.abc import Iterator

from kls_portal.in_words import counted
from vacancies.profiles.rules.bands import RULE_OF_FIXED_FACTOR, Limits
from vacancies.profiles.rules.comparison import Comparison, Outcome
from vacancies.profiles.rules.profile import ILLUSTRATIVE_LABEL

_FIXED_FACTOR_OF_RULE = {rule: code for code, rule in RULE_OF_FIXED_FACTOR.items()}


def reasons(comparison: Comparison, failed: tuple[str, ...], limits: Limits) -> Iterator[str]:
    """Yield the reasons for the outcome: missing evidence, varying factors, then the rules."""
    if comparison.missing:
        yield from _missing(comparison)
    for code, distance in comparison.distances.items():
        yield _variation(comparison, code, distance)
    if comparison.score is None:
        return
    if not comparison.distances:
        yield f"All {len(comparison.scheme.factors)} factors are in the profile’s range."
    elif "MR06" not in failed:
        yield f"{vary(len(comparison.distances))}, and up to {limits.max_varying_factors} may."
    for rule in failed:
        yield from _failure(comparison, rule, limits)
    if not {"MR07", "MR09"} & set(failed):
        yield f"The total of {comparison.score} points is inside {_band_range(comparison)}."


def warnings(comparison: Comparison) -> Iterator[str]:
    """Yield warnings for any outcome: unconfirmed facts and a closed band (MR13)."""
    if comparison.profile.is_illustrative:
        yield f"{ILLUSTRATIVE_LABEL}."
    for band in comparison.bands:
        if band.closed:
            yield f"Band {band.band} is closed to new entrants, so do not use it for a new post."
    unsure = [band.band for band in comparison.bands if not band.confirmed]
    if unsure:
        yield f"The score range of band {' and '.join(unsure)} is not confirmed."
    points = sum(
        not comparison.scheme.by_code[code].levels[level - 1].points_confirmed
        for code, level in comparison.levels.items()
    )
    if points and comparison.score is not None:
        yield f"The points of {_factors(points)} are not confirmed, so the score is a guide."


def follow_up(comparison: Comparison, outcome: Outcome, limits: Limits) -> Iterator[str]:
    """Yield the next steps (MR09 to MR12)."""
    if outcome == "incomplete":
        yield "Add evidence for the missing factors, then compare again."
    elif outcome in ("profile_match", "band_match"):
        yield "Take this profile and your evidence to the matching panel."
    else:
        yield _next_profile(comparison, outcome)
        yield "If no profile matches, ask for a local evaluation of all factors."
        yield "For that, the post holder fills in the Job Analysis Questionnaire (JAQ)."
        yield "Trained job analysts then check it in an interview, and a panel scores it."
    if limits.hybrid_enabled and outcome == "no_match" and 1 <= len(comparison.distances) <= 2:
        yield "If the likely result is clear, ask about evaluating only the factors that vary."


def _missing(comparison: Comparison) -> Iterator[str]:
    names = "; ".join(comparison.scheme.by_code[code].name for code in comparison.missing)
    have = "has" if len(comparison.missing) == 1 else "have"
    yield f"{_factors(len(comparison.missing))} {have} no level yet, so there is no score."
    yield f"Evidence still needed: {names}."


def _variation(comparison: Comparison, code: str, distance: int) -> str:
    side = "below" if distance < 0 else "above"
    label = comparison.profile.ranges[code].label
    name = comparison.scheme.by_code[code].name
    return f"{name}: level {comparison.levels[code]} is {side} the profile’s “{label}”."


def _failure(comparison: Comparison, rule: str, limits: Limits) -> Iterator[str]:
    factors, allowed = comparison.scheme.by_code, limits.max_level_distance
    if rule == "MR03":
        for code, distance in comparison.distances.items():
            if abs(distance) > allowed:
                away = counted(abs(distance), "level")
                yield f"{factors[code].name}: {away} away, and at most {allowed} is allowed."
    elif rule in _FIXED_FACTOR_OF_RULE:
        yield f"{factors[_FIXED_FACTOR_OF_RULE[rule]].name}: this must match, but it varies."
    elif rule == "MR06":
        yield f"{vary(len(comparison.distances))}, but at most {limits.max_varying_factors} may."
    else:
        side = "below" if (comparison.score or 0) < comparison.lowest_score else "above"
        yield f"The total of {comparison.score} points is {side} {_band_range(comparison)}."


def _next_profile(comparison: Comparison, outcome: Outcome) -> str:
    if outcome == "no_match":
        return "Try another suitable profile: a panel compares up to about four likely ones."
    below = comparison.band_below
    if below is None or below.closed:
        return "There is no lower band open to new posts."
    return f"Try a profile for band {below.band}, the next lower band."


def _band_range(comparison: Comparison) -> str:
    score_range = f"{comparison.lowest_score} to {comparison.highest_score}"
    return f"band {comparison.profile.band} ({score_range})"


def _factors(number: int) -> str:
    return counted(number, "factor")


def vary(number: int) -> str:
    return counted(number, "factor varies", "factors vary")
