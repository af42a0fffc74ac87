"""The advertising channels, as shipped in `data/advert_channels.toml`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kls_portal.calendar.working_days import WorkingDays
from kls_portal.in_words import counted
from kls_portal.plain_values import read_toml


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
        """Return its audience with a capital letter, as words of their own."""
        return self.audience[:1].upper() + self.audience[1:]

    @property
    def in_short(self) -> str:
        """Return its audience, cost and lead time, in sentences."""
        days = counted(self.lead_days, "working day")
        unsure = "" if self.confirmed and self.cost_confirmed else " Not confirmed."
        every = "All vacancies use it. " if self.required else ""
        beyond = " It reaches people outside the NHS." if self.beyond_nhs else ""
        return f"{every}For {self.audience}.{beyond} {self.cost}. Takes {days}.{unsure}"

    def suits(self, band: str) -> bool:
        """Whether the channel suits a band; every channel does if no band is chosen yet."""
        return not band or not self.bands or band in self.bands


def longest_lead(channels: Iterable[Channel]) -> Channel | None:
    """Return the channel that must be sent first (the first listed on a tie), or None.

    Its `lead_days` and `name` tell how long before the opening date the texts must be ready, and
    why.
    """
    return max(channels, key=lambda channel: channel.lead_days, default=None)


def send_by(opens_on: date, lead_days: int, nation: str = "ENG") -> date:
    """Return the last working day to send something that appears on the day the advert opens.

    This is `lead_days` working days before that day; if that day is not a working day, at least the
    working day before it. The nation's bank holidays are not working days.
    """
    days = WorkingDays(nation)
    at_least = 0 if days.is_working_day(opens_on) else 1
    return days.add(opens_on, -max(lead_days, at_least))


DATA = Path(__file__).resolve().parent.parent / "data" / "advert_channels.toml"


@dataclass(frozen=True)
class PlanRule:
    """A rule for advert plans. severity: must, should or could.

    mend: the kind of page where it is met: dates, channels, case, choice or outcome.
    """

    id: str
    severity: str
    text: str
    mend: str
    source: str


@dataclass(frozen=True)
class Advertising:
    """The whole file."""

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
