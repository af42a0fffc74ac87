"""The advert: the limits of its boxes and texts, and what full-time pay looks like."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

PAY_EXAMPLE = "£32,073 to £39,043 a year"
"""Full-time pay of band 5 in England from 1 April 2026, without high cost area supplement.

Source: NHS Employers, Pay scales for 2026/27, 12 February 2026, as quoted in five public files that
agree (read on 28 November 2026; the page itself was not read).
"""


DATA = Path(__file__).resolve().parent.parent / "data"
CHARACTERS, WORDS = "characters", "words"
UNITS = (CHARACTERS, WORDS)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Limit:
    """A limit. `unit` is one of UNITS; `fewest` and `most` count it, both included.

    `confirmed`: somebody read the numbers in `source`.
    """

    id: str
    name: str
    unit: str
    fewest: int
    most: int
    source: str = ""
    confirmed: bool = False

    def count(self, text: str) -> int:
        """Return how long `text` is. A line end is one character; spaces at the ends are none."""
        plain = text.replace("\r\n", "\n").strip()
        return len(plain) if self.unit == CHARACTERS else sum(1 for _ in _WORD.finditer(plain))

    def problem(self, text: str) -> str:
        """Return a sentence that says by how much `text` misses the limit, or "" if it fits."""
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
    rows = tomllib.loads((DATA / "advert_limits.toml").read_text(encoding="utf-8"))["limits"]
    return MappingProxyType({row["id"]: Limit(**row) for row in rows})
