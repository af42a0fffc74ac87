"""What editors keep true: profiles, scheme, induction template, the bank of selection, tools."""

from vacancies.admin import bank, example, induction, profile, retention, scheme

__all__ = ["bank", "example", "induction", "profile", "retention", "scheme"]
