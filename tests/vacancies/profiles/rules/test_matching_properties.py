"""What must hold for every post and every profile."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.vacancies.profiles.rules.build import BANDS, PROFILES, SCHEME, result
from vacancies.profiles.rules.scheme import LevelRange

LEVELS = st.fixed_dictionaries(
    {factor.code: st.integers(1, factor.number_of_levels) for factor in SCHEME.factors}
)
ANY_PROFILE = st.sampled_from(list(PROFILES.values()))
ANY_FACTOR = st.sampled_from(SCHEME.factors)


@given(levels=LEVELS, factor=ANY_FACTOR, profile=ANY_PROFILE)
def test_raising_a_level_never_lowers_the_score(levels, factor, profile):
    assume(levels[factor.code] < factor.number_of_levels)
    raised = {**levels, factor.code: levels[factor.code] + 1}
    assert result(raised, profile).score > result(levels, profile).score


@given(levels=LEVELS, profile=ANY_PROFILE, data=st.data())
def test_the_order_of_factors_never_matters(levels, profile, data):
    shuffled = dict(data.draw(st.permutations(list(levels.items()))))
    assert result(shuffled, profile) == result(levels, profile)


@given(profile=ANY_PROFILE, data=st.data())
def test_a_profile_matches_itself_unless_its_floor_is_below_the_band(profile, data):
    inside = {
        code: data.draw(st.integers(levels.lowest, levels.highest))
        for code, levels in profile.ranges.items()
    }
    found = result(inside, profile)
    below = found.score < BANDS.band(profile.band).min_score
    assert found.outcome == ("check_lower_band_profile" if below else "profile_match")
    assert found.varying_factors == ()


@given(profile=ANY_PROFILE)
def test_a_profile_always_matches_itself_at_the_top_of_its_ranges(profile):
    top = {code: levels.highest for code, levels in profile.ranges.items()}
    assert result(top, profile).outcome == "profile_match"


@given(levels=LEVELS, profile=ANY_PROFILE)
def test_the_outcome_follows_from_the_rules_that_failed(levels, profile):
    found = result(levels, profile)
    assert found.score == sum(SCHEME.points(*one) for one in levels.items())
    if found.failed_rules:
        expected = "check_lower_band_profile" if found.failed_rules == ("MR09",) else "no_match"
    else:
        expected = "band_match" if found.varying_factors else "profile_match"
    assert found.outcome == expected
    assert list(found.failed_rules) == sorted(found.failed_rules)


@given(levels=LEVELS, profile=ANY_PROFILE, left_out=st.sets(ANY_FACTOR, min_size=1))
def test_missing_evidence_never_yields_a_score(levels, profile, left_out):
    codes = {factor.code for factor in left_out}
    found = result({code: n for code, n in levels.items() if code not in codes}, profile)
    assert found.outcome == "incomplete"
    assert found.score is None
    assert set(found.missing_factors) == codes
    assert not codes & set(found.varying_factors)


@given(lowest=st.integers(1, 8), width=st.integers(0, 7), level=st.integers(1, 8))
def test_the_distance_is_the_fewest_steps_into_the_range(lowest, width, level):
    levels = LevelRange("x", lowest, lowest + width)
    steps = min(abs(level - inside) for inside in range(lowest, lowest + width + 1))
    assert abs(levels.distance(level)) == steps
