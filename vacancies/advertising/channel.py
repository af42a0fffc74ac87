"""A channel to advertise in, and how long before the opening it must be sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vacancies.checklists.working_days import WorkingDays


@dataclass(frozen=True)
class Channel:
    """Where to advertise.

    lead_days: working days between sending and appearing. cost: in words, such as “Free”; paid:
    whether it always costs money. bands: those it suits, () for every band. prepare: what must be
    ready. ready_text: slug of the text of the portal that suits it, “nhs-jobs” for the pack, ""
    for none. required: the channel in which every vacancy appears. `confirmed` is about the
    channel; price and lead time are confirmed by themselves.
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

    def suits(self, band: str) -> bool:
        """Whether it suits a band; where no band is chosen yet, every channel does."""
        return not band or not self.bands or band in self.bands


def longest_lead(channels: Iterable[Channel]) -> Channel | None:
    """Return the channel that must be sent first, the first of several; None without any.

    Its `lead_days` and `name` say how long before the opening date texts must be ready, and why.
    """
    return max(channels, key=lambda channel: channel.lead_days, default=None)


def send_by(opens_on: date, lead_days: int, nation: str = "ENG") -> date:
    """Return the last working day to send something that appears on the day the advert opens.

    `lead_days` working days before that day; where it is no working day itself, at least the
    working day before it. Bank holidays of the nation are no working days.
    """
    days = WorkingDays(nation)
    at_least = 0 if days.is_working_day(opens_on) else 1
    return days.add(opens_on, -max(lead_days, at_least))
