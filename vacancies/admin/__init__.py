"""What editors keep true: profiles, the scheme and the induction template."""

from vacancies.admin import induction, profile, scheme

__all__ = ["induction", "profile", "scheme"]
