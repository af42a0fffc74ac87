"""What an advert plan still lacks, by the rules of `vacancies/data/advert_channels.toml`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vacancies.advertising.loading import plan_rules
from vacancies.advertising.plan import AdvertPlan, Choice
from vacancies.checklists.working_days import WorkingDays

CHANNELS, CASE, CHOICE = "channels", "case", "choice"


@dataclass(frozen=True)
class Point:
    """One thing to look at. severity: must, should or could.

    mend: CHANNELS, CASE or CHOICE (then `choice` is its id); remedy: the words of the link there.
    """

    rule: str
    severity: str
    sentence: str
    remedy: str
    mend: str
    choice: int = 0


def plan_points(plan: AdvertPlan) -> tuple[Point, ...]:
    """Return what a plan lacks; nothing for a plan that nobody has begun."""
    return tuple(point for rule in _RULES for point in rule(plan)) if plan.choices else ()


def _nhs_jobs_is_left_out(plan: AdvertPlan) -> Iterator[Point]:
    # Volunteers and placements are found in other ways: no checklist of theirs names NHS Jobs.
    if not plan.is_unpaid and not any(choice.channel.required for choice in plan.choices):
        yield _point("PL6", "Choose NHS Jobs too.", CHANNELS)


def _nobody_outside_the_nhs(plan: AdvertPlan) -> Iterator[Point]:
    if not any(choice.channel.beyond_nhs for choice in plan.choices):
        remedy = "Choose one marked “Reaches people outside the NHS”."
        yield _point("PL3", remedy, CHANNELS)


def _no_case(plan: AdvertPlan) -> Iterator[Point]:
    if plan.paid and not plan.reasons.strip():
        names = _listed(plan.paid)
        sentence = f"{names} costs money, and nobody has written why the post needs it."
        yield _point("PL4", "Write the case for paid advertising.", CASE, sentence)


def _no_cost_code(plan: AdvertPlan) -> Iterator[Point]:
    for choice in plan.paid:
        lacks = [
            words
            for words, there in (
                ("cost", choice.cost is not None),
                ("cost code", choice.cost_code.strip()),
            )
            if not there
        ]
        if lacks:
            name = choice.channel.name
            sentence = f"{name} is paid for, and has no {' and no '.join(lacks)}."
            remedy = f"Add the {' and the '.join(lacks)}."
            yield _point("PL4", remedy, CHOICE, sentence, choice.id)


def _appears_too_late(plan: AdvertPlan) -> Iterator[Point]:
    for choice in plan.choices:
        day = choice.sent_on or choice.send_on
        if day is None or plan.closes_on is None:
            continue
        if WorkingDays(plan.nation).add(day, choice.channel.lead_days) > plan.closes_on:
            sentence = f"{choice.channel.name} appears only after the closing date."
            remedy = "Send it earlier, or move the closing date."
            yield _point("PL7", remedy, CHOICE, sentence, choice.id)


def _point(rule: str, remedy: str, mend: str, sentence: str = "", choice: int = 0) -> Point:
    found = plan_rules()[rule]
    return Point(rule, found.severity, sentence or found.text, remedy, mend, choice)


def _listed(choices: tuple[Choice, ...]) -> str:
    names = [choice.channel.name for choice in choices]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


_RULES: tuple[Callable[[AdvertPlan], Iterator[Point]], ...] = (
    _nhs_jobs_is_left_out,
    _nobody_outside_the_nhs,
    _no_case,
    _no_cost_code,
    _appears_too_late,
)
