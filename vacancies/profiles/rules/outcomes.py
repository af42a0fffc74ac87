"""The outcomes of the matching rules in words, best first. Always indicative (MR14)."""

from collections.abc import Mapping
from types import MappingProxyType

from vacancies.profiles.rules.match import Outcome

OUTCOME_WORDS: Mapping[Outcome, str] = MappingProxyType(
    {
        "profile_match": "Profile match",
        "band_match": "Band match",
        "check_lower_band_profile": "Look at a profile of a lower band",
        "incomplete": "Not complete yet",
        "no_match": "No match",
    }
)
"""What each outcome is called on screen and in files, in the order of how good it is."""


RANK: Mapping[Outcome, int] = MappingProxyType(
    {outcome: place for place, outcome in enumerate(OUTCOME_WORDS)}
)
"""The place of each outcome in that order, from 0."""
