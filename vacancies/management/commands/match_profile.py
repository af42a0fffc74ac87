"""Compare the levels of a post with a profile: match_profile PROFILE F1=4 F2=5 …"""

from typing import Any

from django.core.management.base import CommandParser

from kls_portal.plain_command import PlainCommand, wrong
from vacancies.profiles.models import Profile
from vacancies.profiles.rules.matching import match
from vacancies.profiles.services.profiles import rulings, value_of

FIELDS = (
    "outcome",
    "score",
    "profile_band",
    "varying_factors",
    "missing_factors",
    "failed_rules",
    "indicative",
)


class Command(PlainCommand):
    help = "Compare a post's levels with a profile by the matching rules. Always indicative."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("profile", help="the code of a profile, such as ILL-LIB-5")
        parser.add_argument("levels", nargs="*", metavar="F1=4", help="the level of each factor")
        self.add_format(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        profile = Profile.objects.with_factors().filter(code__iexact=options["profile"]).first()
        if profile is None:
            raise wrong(f"There is no profile “{options['profile'][:40]}”. {_known()}")
        value = value_of(profile)
        if missing := rulings().scheme.missing(value.ranges):
            raise wrong(f"This profile has no range for {', '.join(missing)}. Add it in the admin.")
        try:
            matched = match(value, _levels(options["levels"]), rulings())
        except ValueError as problem:
            raise wrong(str(problem)) from problem
        score = "no score" if matched.score is None else f"{matched.score} points"
        outcome = matched.outcome.replace("_", " ")
        said = (*matched.reasons, *matched.warnings, *matched.follow_up, matched.notice)
        lines = [f"{profile}: {outcome}, {score} (indicative)", *(f"- {one}" for one in said)]
        data = {name: getattr(matched, name) for name in FIELDS}
        self.answer(options["format"], data, lines)


def _known() -> str:
    codes = ", ".join(Profile.objects.in_band_order().values_list("code", flat=True))
    return f"There are: {codes}." if codes else "Run load_reference_data first."


def _levels(words: list[str]) -> dict[str, int]:
    levels: dict[str, int] = {}
    for word in words:
        code, equals, level = word.partition("=")
        if not equals or not (level.isascii() and level.isdigit()) or len(level) > 2:
            raise wrong(f"“{word[:40]}” is not a factor with its level. Write it like F1=4.")
        if code.upper() in levels:
            raise wrong(f"{code.upper()} is given twice. Give each factor once.")
        levels[code.upper()] = int(level)
    return levels
