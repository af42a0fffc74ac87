"""What editors keep true: profiles and the induction template."""

from vacancies.admin import induction, profile

__all__ = ["induction", "profile"]
