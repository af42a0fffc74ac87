"""What editors keep true: profiles, scheme, induction template, the bank of selection."""

from vacancies.admin import bank, example, induction, profile, scheme

__all__ = ["bank", "example", "induction", "profile", "scheme"]
