"""What editors keep true: profiles, the scheme and the induction template."""

from vacancies.admin import advert, example, induction, profile, scheme

__all__ = ["advert", "example", "induction", "profile", "scheme"]
