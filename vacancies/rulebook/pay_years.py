"""Pay of the NHS by year, to know an old figure when one is read.

The figures and their sources stand in data/pay_years.toml.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data") / "pay_years.toml"


def old_year(amounts: frozenset[int], today: date) -> str:
    """Return the year whose lowest or highest pay of a band `amounts` are, such as "2025/26".

    "" where they are pay of the year that holds on `today`, or of none that is known.
    """
    begun = [year for year in _years() if year[1] <= today]
    if not amounts or not begun or amounts <= _ends(begun[0][2]):
        return ""
    return next((name for name, _, bands in begun[1:] if amounts <= _ends(bands)), "")


def _ends(bands: Mapping[str, list[int]]) -> frozenset[int]:
    return frozenset(amount for ends in bands.values() for amount in ends)


@cache
def _years() -> tuple[tuple[str, date, Mapping[str, list[int]]], ...]:
    """Return the name, first day and bands of each year, the newest first."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["years"]
    return tuple((row["year"], row["from"], row["bands"]) for row in rows)
