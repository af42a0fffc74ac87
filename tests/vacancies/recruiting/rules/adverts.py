"""Channels and choices to test with."""

from typing import Any

from vacancies.recruiting.rules.advert_plan import AdvertPlan, Channel, Choice


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


def choice(name: str = "List", number: int = 1, **changed: Any) -> Choice:
    """A choice of the channel of that name; what is no field of a choice changes the channel."""
    own = {key: changed.pop(key) for key in [*changed] if key in Choice.__dataclass_fields__}
    return Choice(id=number, channel=channel(name, **changed), **own)


NHS_JOBS = choice("NHS Jobs", 9, required=True, beyond_nhs=False, lead_days=3)


def plan(*choices: Choice, **changed: Any) -> AdvertPlan:
    """A plan with NHS Jobs and these choices."""
    return AdvertPlan(choices=(NHS_JOBS, *choices), **changed)
