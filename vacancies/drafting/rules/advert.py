"""The advert: its fields, the limits of its boxes, and what is missing."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType

from vacancies.drafting.rules.sections import Section
from vacancies.posts.rules import UNPAID
from vacancies.rulebook.rulebook import rule

PAY_EXAMPLE = "£32,073 to £39,043 a year"
"""Full-time pay of band 5 in England from 1 April 2026, without high cost area supplement.

Source: NHS Employers, Pay scales for 2026/27, 12 February 2026, as quoted in five public files that
agree (read on 28 November 2026; the page itself was not read).
"""


@dataclass(frozen=True)
class Advert:
    """What is typed for the advert alone. Empty text means: not written yet.

    `overview`, `skills` and `working_here` fill the three short boxes of the NHS Jobs form;
    `applying` says how to apply and what the interview is like. `pay` is the full-time pay,
    `pay_pro_rata` the amount for the hours of the post, both as people read them. `contact` is a
    person to talk to, `other_interview` another day for the interview, `link` the address of the
    published advert.
    """

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
        """Whether any of its longer texts is written. Until then nothing is missing from it."""
        return any((self.overview, self.skills, self.working_here, self.applying))


FIELDS = tuple(field.name for field in fields(Advert))


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


SLUG, NAME = "advert", "Advert"
_TEXTS = (
    ("overview", "Write an overview that opens with the job."),
    ("skills", "Say which skills and qualities matter most."),
    ("working_here", "Say what it is like to work for your organisation."),
    ("applying", "Say how to apply and what the interview is like."),
)


def advert_section(advert: Advert, contract: str = "") -> Section:
    """Return the section of the advert with what is missing; pay where the route is paid."""
    missing = [sentence for field, sentence in _TEXTS if not getattr(advert, field)]
    if not advert.pay and contract not in UNPAID:
        missing.append(rule("D1").message)
    if not advert.contact:
        missing.append(rule("D12").message)
    return Section(SLUG, NAME, tuple(missing), started=advert != Advert())
