"""Whether a post matches a profile: rules MR01 to MR14 of `data/matching_rules.toml`.

Source: NHS Job Evaluation Handbook, chapter 11, with the doubts recorded for each rule in the data
file. An in-range total above the band is reported as MR07. Factors that may not vary count towards
MR06 too. If several rules fail, all of them are listed.
"""

from collections.abc import Mapping

from vacancies.profiles.rules import sentences
from vacancies.profiles.rules.bands import RULE_OF_FIXED_FACTOR, Limits
from vacancies.profiles.rules.comparison import Comparison, Match, Outcome, Rulings, compare
from vacancies.profiles.rules.profile import Profile


def match(profile: Profile, levels: Mapping[str, int | None], rulings: Rulings) -> Match:
    """Compare the post's `levels` ({"F1": 4, …}) with `profile` and return the result.

    A factor left out, or given as None, is missing evidence: the outcome is then "incomplete",
    without score or failed rules, and nothing is assumed for that factor.

    Raises LevelError for an unknown factor or a level off its scale, BandError for a profile with
    an unknown band, and KeyError for a profile without a range for a factor.
    """
    comparison, limits = compare(profile, levels, rulings), rulings.limits
    failed = _failed_rules(comparison, limits)
    outcome = _outcome(comparison, failed)
    return Match(
        outcome=outcome,
        score=comparison.score,
        profile_band=profile.band,
        varying_factors=tuple(comparison.distances),
        missing_factors=comparison.missing,
        failed_rules=failed,
        reasons=tuple(sentences.reasons(comparison, failed, limits)),
        warnings=tuple(sentences.warnings(comparison)),
        follow_up=tuple(sentences.follow_up(comparison, outcome, limits)),
    )


def _failed_rules(comparison: Comparison, limits: Limits) -> tuple[str, ...]:
    """Return the ids of the failed rules, in order; none if the score is unknown."""
    score, varying = comparison.score, comparison.distances
    if score is None:
        return ()
    if not varying and score < comparison.lowest_score:
        return ("MR09",)
    failed = []
    if any(abs(distance) > limits.max_level_distance for distance in varying.values()):
        failed.append("MR03")
    for code, rule in RULE_OF_FIXED_FACTOR.items():
        if code in varying and code in limits.factors_that_must_match:
            failed.append(rule)
    if len(varying) > limits.max_varying_factors:
        failed.append("MR06")
    if not comparison.lowest_score <= score <= comparison.highest_score:
        failed.append("MR07")
    return tuple(failed)


def _outcome(comparison: Comparison, failed: tuple[str, ...]) -> Outcome:
    """Return the outcome by MR02, MR08, MR09 or MR10, or "incomplete" if evidence is missing."""
    if comparison.score is None:
        return "incomplete"
    if failed == ("MR09",):
        return "check_lower_band_profile"
    if failed:
        return "no_match"
    return "band_match" if comparison.distances else "profile_match"
