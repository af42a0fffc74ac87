"""The fields of the advert, and the length limits of its boxes and texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kls_portal.plain_values import rows_in
from vacancies.drafting.rules.field import Kind, described


@dataclass(frozen=True)
class Advert:
    """The texts written only for the advert. An empty text is not written yet."""

    overview: str = ""
    skills: str = ""
    working_here: str = ""
    applying: str = ""
    pay: str = ""
    pay_pro_rata: str = ""
    contact: str = ""
    other_interview: str = ""
    link: str = ""

    @property
    def is_started(self) -> bool:
        """Whether any of its longer texts is written. Until then, nothing counts as missing."""
        return any(getattr(self, one.name) for one in ADVERT_FIELDS if one.kind is Kind.TEXT)


ADVERT_FIELDS = described(Advert, "advert")
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
