"""Pay of a post by its band and hours. Pure: the figures come from dated facts."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kls_portal.in_words import plain_number


@dataclass(frozen=True)
class PayRange:
    """Full-time pay of a band in a pay year, in pounds a year. points: as read, lowest first."""

    band: str
    year: str
    points: tuple[int, ...]

    @property
    def points_in_words(self) -> str:
        """A sentence with each point, or that points between the limits are not known."""
        first, *between, last = self.points
        if first == last:
            return ""
        if not between:
            return "We know its lowest and highest point alone."
        return f"Its points are {', '.join(f'£{one:,}' for one in self.points)}."

    @property
    def words(self) -> str:
        """The range in words, such as “£32,073 to £39,043 a year”, or the single amount."""
        return _pay_words(Decimal(self.points[0]), Decimal(self.points[-1]))

    def for_share(self, share: Decimal) -> str:
        """Return the range in words for a share of a full week, to the nearest pound."""
        return _pay_words(self.points[0] * share, self.points[-1] * share)


@dataclass(frozen=True)
class PostPay:
    """The known pay of a post on a date.

    now: the range of the pay year, None if not known. full_time: hours of a full week, None if not
    known. hours: of the post. place: the name of the nation.
    """

    band: str
    place: str
    now: PayRange | None = None
    full_time: Decimal | None = None
    hours: Decimal | None = None

    @property
    def share(self) -> Decimal:
        """The share of a full week that the post works; 1 unless known to be less."""
        part = self.hours / self.full_time if self.hours and self.full_time else Decimal(1)
        return min(part, Decimal(1))

    @property
    def full(self) -> str:
        """The full-time pay in words; "" if not known."""
        return self.now.words if self.now else ""

    @property
    def pro_rata(self) -> str:
        """The pay for the hours of a part-time post in words; "" otherwise."""
        return self.now.for_share(self.share) if self.now and self.share < 1 else ""

    @property
    def words(self) -> str:
        """The pay in words within a sentence, also for part-time hours; "" if not known."""
        if not self.pro_rata:
            return self.full
        return f"{self.full} full time, which is {self.pro_rata} for these hours"

    @property
    def gap(self) -> str:
        """What to do where the pay of the band is not known; "" without a band, or if it is."""
        if not self.band or self.now:
            return ""
        return (
            f"We have no figure for band {self.band} in {self.place}. "
            "Look it up in your pay circular."
        )

    @property
    def hint(self) -> str:
        """The hint of the field for full-time pay; "" without a band."""
        if self.now is None:
            return self.gap
        said = f"Band {self.band} in {self.place}, {self.now.year}: {self.now.words}."
        check = "Check it in your pay circular, and add any high cost area supplement."
        return " ".join(filter(None, (said, self.now.points_in_words, check)))

    @property
    def pro_rata_hint(self) -> str:
        """The hint of the field for part-time pay; "" if not known."""
        if not self.pro_rata:
            return ""
        hours, full_time = (plain_number(one) for one in (self.hours, self.full_time) if one)
        return f"For {hours} of {full_time} hours a week: {self.pro_rata}."


def _pay_words(lowest: Decimal, highest: Decimal) -> str:
    low, high = (one.quantize(Decimal(1), ROUND_HALF_UP) for one in (lowest, highest))
    return f"£{low:,} a year" if low == high else f"£{low:,} to £{high:,} a year"
