"""The advert plan of a vacancy: the channels chosen, what they cost, when texts must be ready."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vacancies.advertising.channel import Channel, longest_lead, send_by


@dataclass(frozen=True)
class Choice:
    """A channel that was chosen. cost: in pounds, None while nobody knows; sent_by: a role."""

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
        """Whether it costs money: always, or by the cost that was typed."""
        return self.channel.paid or bool(self.cost)


@dataclass(frozen=True)
class AdvertPlan:
    """The choices in the order of the list, the dates they hang on, and the case for paying.

    reasons: why the post is hard to recruit to, "" while nobody wrote it; nation: whose bank
    holidays are no working days; is_unpaid: whether it is for volunteers or a placement.
    """

    choices: tuple[Choice, ...] = ()
    opens_on: date | None = None
    closes_on: date | None = None
    reasons: str = ""
    nation: str = "ENG"
    is_unpaid: bool = False

    @property
    def paid(self) -> tuple[Choice, ...]:
        """Return the choices that cost money."""
        return tuple(choice for choice in self.choices if choice.is_paid)

    @property
    def total(self) -> Decimal:
        """Return what is known of the cost, in pounds."""
        return sum((choice.cost or Decimal(0) for choice in self.choices), Decimal(0))

    @property
    def longest(self) -> Channel | None:
        """Return the channel that must be sent first; None without any."""
        return longest_lead(choice.channel for choice in self.choices)

    @property
    def ready_by(self) -> date | None:
        """Return the day on which all texts must be ready; None without channel or opening."""
        return self.send_by(self.longest) if self.longest else None

    def send_by(self, channel: Channel) -> date | None:
        """Return the last day to send a channel; None while nobody knows when the advert opens."""
        return send_by(self.opens_on, channel.lead_days, self.nation) if self.opens_on else None
