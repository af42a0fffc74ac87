"""The advert plan of the demonstration's vacancy."""

from decimal import Decimal
from typing import Any

from vacancies.models import AdvertCase, AdvertChannel, AdvertChoice, Vacancy

CHANNELS: dict[str, dict[str, Any]] = {
    "nhs-jobs": {"sent_by": "Recruitment team"},
    "kfh-list": {"sent_by": "Library manager"},
    "ip-jobs": {"sent_by": "Library manager", "cost": Decimal("450"), "note": "Needs an order."},
}
CASE = {
    "reasons": "The post was advertised on NHS Jobs alone last year. Six people applied, and none "
    "met the essential criteria. It was empty for five months.",
    "signed_by": "Knowledge and library services manager",
}


def demonstration_advert(vacancy: Vacancy) -> None:
    """Choose some channels for a new vacancy, one of them paid, and make the case for it."""
    for code, values in CHANNELS.items():
        if channel := AdvertChannel.objects.filter(code=code).first():
            AdvertChoice.objects.create(vacancy=vacancy, channel=channel, **values)
    AdvertCase.objects.create(vacancy=vacancy, **CASE)
