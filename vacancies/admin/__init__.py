"""What editors keep true: profiles, scheme, induction template, the bank of selection."""

from vacancies.admin import bank, echo_text, example, induction, profile, scheme

__all__ = ["bank", "echo_text", "example", "induction", "profile", "scheme"]
