"""The matching rules as text for readers. `matching.py` applies them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One rule: its id ("MR01"), what it says, and how well that is known."""

    id: str
    name: str
    summary: str
    confirmed: bool
    source: str
    strength: str
    note: str = ""
