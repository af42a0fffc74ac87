"""The fields of the advert, and the length limits of its boxes and texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kls_portal.plain_values import rows_in
from vacancies.drafting.rules.field import Kind, advert_field, described


@dataclass(frozen=True)
class Advert:
    """The texts written only for the advert. An empty text is not written yet."""

    overview: str = advert_field(
        "Overview",
        Kind.TEXT,
        hint="People read this first. Say what the person will do and learn.",
        rows=6,
        missing="Write an overview that opens with the job.",
        box="nhs-jobs-overview",
    )
    skills: str = advert_field(
        "Skills and qualities",
        Kind.TEXT,
        hint="Say that people may apply even if they do not meet every desirable criterion.",
        rows=6,
        missing="Say which skills and qualities matter most.",
        box="nhs-jobs-skills",
    )
    working_here: str = advert_field(
        "Working for your organisation",
        Kind.TEXT,
        hint="Say what the team is like and what you do for inclusion.",
        rows=6,
        missing="Say what it is like to work for your organisation.",
        box="nhs-jobs-working-here",
    )
    applying: str = advert_field(
        "Applying and the interview",
        Kind.TEXT,
        hint=(
            "Mention any task, questions sent in advance, travel costs and how to ask for "
            "adjustments. Offer a visit or a call."
        ),
        rows=6,
        missing="Say how to apply and what to expect at the interview.",
    )
    pay: str = advert_field(
        "Full-time pay",
        Kind.LINE,
        hint="Give the amounts in pounds a year, not just the band.",
        width=20,
        missing="D1",
        needed="paid",
    )
    pay_pro_rata: str = advert_field(
        "Pay for the hours of this post",
        Kind.LINE,
        hint="Only for a post that is not full time.",
        width=20,
    )
    contact: str = advert_field(
        "A person to talk to",
        Kind.LINE,
        hint="Job title, with a phone number or email address.",
        called="person to talk to",
        missing="D12",
    )
    other_interview: str = advert_field(
        "Another day for the interview",
        Kind.LINE,
        hint="For people who cannot come on the first one.",
        called="other day for the interview",
        width=20,
    )
    link: str = advert_field(
        "Address of the published advert",
        Kind.ADDRESS,
        hint="Copy it from NHS Jobs once the advert is out.",
        called="address of the advert",
    )

    @property
    def is_started(self) -> bool:
        """Whether any of its longer texts is written. Until then, nothing counts as missing."""
        return any(getattr(self, one.name) for one in ADVERT_FIELDS if one.kind is Kind.TEXT)


ADVERT_FIELDS = described(Advert)
"""The fields of an advert, in the order of its form."""

DATA = Path(__file__).resolve().parent.parent / "data" / "advert_limits.toml"
CHARACTERS, WORDS = "characters", "words"
UNITS = (CHARACTERS, WORDS)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Limit:
    """A length limit, from `fewest` to `most` inclusive, in `unit`, one of UNITS.

    `confirmed`: whether the numbers were checked in `source`.
    """

    id: str
    name: str
    unit: str
    fewest: int
    most: int
    source: str = ""
    confirmed: bool = False

    def count(self, text: str) -> int:
        """Return the length of `text`, stripped. A line break counts as one character."""
        plain = text.replace("\r\n", "\n").strip()
        return len(plain) if self.unit == CHARACTERS else sum(1 for _ in _WORD.finditer(plain))

    def problem(self, text: str) -> str:
        """Return a sentence on how far `text` is outside the limit, or "" if it fits."""
        count = self.count(text)
        if count > self.most:
            return f"{self._amount(count - self.most)} too many. Shorten it to {self.most:,}."
        if count < self.fewest:
            return f"{self._amount(self.fewest - count)} too few. Write at least {self.fewest:,}."
        return ""

    def _amount(self, number: int) -> str:
        return f"{number:,} {self.unit.removesuffix('s') if number == 1 else self.unit}"


@cache
def shipped_limits() -> Mapping[str, Limit]:
    """Return the limits as shipped, by id, in the order of the data."""
    return MappingProxyType({one.id: one for one in rows_in(DATA, "limits", Limit)})
