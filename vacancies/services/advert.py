"""From a stored vacancy to the words of its advert."""

from vacancies.drafting.advert import FIELDS, Advert
from vacancies.models import Vacancy

COLUMN = "advert_"
"""What the column of each field of an Advert begins with."""


def advert_of(vacancy: Vacancy) -> Advert:
    """Return what was typed for the advert of a vacancy. Asks the database nothing."""
    return Advert(**{name: getattr(vacancy, COLUMN + name) for name in FIELDS})
