"""Channels and choices to test with."""

from typing import Any

from vacancies.advertising.channel import Channel


def channel(name: str = "List", **changed: Any) -> Channel:
    """A free channel that reaches people outside the NHS, one working day ahead."""
    values = {
        "id": name.lower(),
        "name": name,
        "audience": "Librarians",
        "cost": "Free",
        "lead_days": 1,
        "beyond_nhs": True,
    }
    return Channel(**{**values, **changed})
