"""The advertising channels shipped in data/advert_channels.toml; a vacancy’s choice among them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from kls_portal.calendar.working_days import WorkingDays
from kls_portal.in_words import counted, listed
from kls_portal.plain_values import read_toml
from vacancies.recruiting.rules.selection_plan import Gap, Remedy
from vacancies.rulebook.registry import Registry


@dataclass(frozen=True)
class Channel:
    """A place to advertise.

    lead_days: working days between sending and appearing. cost: in words, such as “Free”; paid:
    whether it always costs money. bands: those it suits, () for every band. prepare: what must be
    ready. ready_text: slug of the portal's text that suits it, “nhs-jobs” for the pack, "" for
    none. required: whether every vacancy must appear in it. `confirmed` is about the channel; price
    and lead time are confirmed separately.
    """

    id: str
    name: str
    audience: str
    cost: str
    lead_days: int
    beyond_nhs: bool
    paid: bool = False
    bands: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    tip: str = ""
    ready_text: str = ""
    required: bool = False
    address: str = ""
    source: str = ""
    confirmed: bool = False
    cost_confirmed: bool = False
    lead_confirmed: bool = False

    @property
    def reaches(self) -> str:
        return self.audience[:1].upper() + self.audience[1:]

    @property
    def in_short(self) -> str:
        """Return its audience, cost and lead time, in sentences."""
        days = counted(self.lead_days, "working day")
        unsure = "" if self.confirmed and self.cost_confirmed else " We could not confirm this."
        every = "All vacancies use it. " if self.required else ""
        beyond = " It reaches people outside the NHS." if self.beyond_nhs else ""
        return f"{every}For {self.audience}.{beyond} {self.cost}. Takes {days}.{unsure}"


def longest_lead(channels: Iterable[Channel]) -> Channel | None:
    """Return the channel that must be sent first (the first listed on a tie), or None.

    Its `lead_days` and `name` tell how long before the opening date the texts must be ready, and
    why.
    """
    return max(channels, key=lambda channel: channel.lead_days, default=None)


DATA = Path(__file__).resolve().parent.parent / "data" / "advert_channels.toml"


@dataclass(frozen=True)
class PlanRule:
    """A rule for advert plans. severity: must, should or could."""

    id: str
    severity: str
    text: str
    source: str


@dataclass(frozen=True)
class Advertising:
    channels: tuple[Channel, ...]
    rules: tuple[PlanRule, ...]


@cache
def advertising() -> Advertising:
    """Return the channels and the rules of a plan, in file order."""
    return read_toml(DATA, Advertising)


@cache
def plan_rules() -> dict[str, PlanRule]:
    """Return the rules of a plan by id, in file order."""
    return {rule.id: rule for rule in advertising().rules}


@dataclass(frozen=True)
class Choice:
    """A chosen channel. cost: in pounds, None if unknown; sent_by: a role."""

    id: int
    channel: Channel
    send_on: date | None = None
    sent_on: date | None = None
    sent_by: str = ""
    cost: Decimal | None = None
    cost_code: str = ""
    note: str = ""

    @property
    def is_paid(self) -> bool:
        """Whether the channel costs money, either always or by the cost entered."""
        return self.channel.paid or bool(self.cost)


@dataclass(frozen=True)
class AdvertPlan:
    """The choices in list order, the dates they depend on, and the case for paying.

    reasons: why the post is hard to recruit to, "" if not written; nation: whose bank holidays are
    not working days; is_unpaid: whether it is for volunteers or a placement.
    """

    choices: tuple[Choice, ...] = ()
    opens_on: date | None = None
    closes_on: date | None = None
    reasons: str = ""
    nation: str = "ENG"
    is_unpaid: bool = False

    @property
    def paid(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.is_paid)

    @property
    def total(self) -> Decimal:
        """Return the total of the known costs, in pounds."""
        return sum((choice.cost or Decimal(0) for choice in self.choices), Decimal(0))

    @property
    def longest(self) -> Channel | None:
        """Return the channel that must be sent first, or None."""
        return longest_lead(choice.channel for choice in self.choices)

    @property
    def ready_by(self) -> date | None:
        """Return the day by which all texts must be ready; None without channel or opening date."""
        return self.send_by(self.longest) if self.longest else None

    def send_by(self, channel: Channel) -> date | None:
        """Return the last working day to send a channel, None if the opening date is unknown.

        This is its lead time before that date; if that is not a working day, at least the working
        day before it. The nation's bank holidays are not working days.
        """
        if self.opens_on is None:
            return None
        days = WorkingDays(self.nation)
        at_least = 0 if days.is_working_day(self.opens_on) else 1
        return days.add(self.opens_on, -max(channel.lead_days, at_least))


CHANNELS, CASE, CHOICE = "advert_plan_detail", "advert_case_edit", "advert_choice_edit"
"""Pages where a plan is mended, by URL name; the row of a remedy is then the id of a choice."""
POINT_RULES: Registry[Callable[[AdvertPlan], Iterable[Gap]]] = Registry(__name__)


def plan_points(plan: AdvertPlan) -> tuple[Gap, ...]:
    """Return what a plan lacks; nothing for a plan without choices."""
    return tuple(POINT_RULES.run(plan)) if plan.choices else ()


@POINT_RULES.rule("PL6")
def _nhs_jobs_is_left_out(plan: AdvertPlan) -> Iterator[Gap]:
    # Volunteers and placements are recruited in other ways: their plans do not use NHS Jobs.
    if not plan.is_unpaid and not any(choice.channel.required for choice in plan.choices):
        yield _point("PL6", "Choose NHS Jobs too.", CHANNELS)


@POINT_RULES.rule("PL3")
def _nobody_outside_the_nhs(plan: AdvertPlan) -> Iterator[Gap]:
    if not any(choice.channel.beyond_nhs for choice in plan.choices):
        remedy = "Choose one marked “Reaches people outside the NHS”."
        yield _point("PL3", remedy, CHANNELS)


@POINT_RULES.rule("PL4")
def _no_case_or_code(plan: AdvertPlan) -> Iterator[Gap]:
    if plan.paid and not plan.reasons.strip():
        names = listed([choice.channel.name for choice in plan.paid], "or")
        sentence = f"{names} costs money, and you have not written why the post needs it."
        yield _point("PL4", "Write the case for paid advertising.", CASE, sentence)
    for choice in plan.paid:
        missing = [
            words
            for words, is_given in (
                ("cost", choice.cost is not None),
                ("cost code", choice.cost_code.strip()),
            )
            if not is_given
        ]
        if missing:
            name = choice.channel.name
            sentence = f"{name} is paid for, and has no {' and no '.join(missing)}."
            remedy = f"Add the {' and the '.join(missing)}."
            yield _point("PL4", remedy, CHOICE, sentence, choice.id)


@POINT_RULES.rule("PL7")
def _appears_too_late(plan: AdvertPlan) -> Iterator[Gap]:
    for choice in plan.choices:
        day = choice.sent_on or choice.send_on
        if day is None or plan.closes_on is None:
            continue
        if WorkingDays(plan.nation).add(day, choice.channel.lead_days) > plan.closes_on:
            sentence = f"{choice.channel.name} appears only after the closing date."
            remedy = "Send it earlier, or move the closing date."
            yield _point("PL7", remedy, CHOICE, sentence, choice.id)


def _point(rule: str, remedy: str, page: str, sentence: str = "", choice: int = 0) -> Gap:
    known = plan_rules()[rule]
    words, severity = sentence or known.text, known.severity
    return Gap(rule, words, Remedy(page, remedy, choice), severity=severity)
