"""What editors keep true: profiles, the scheme and the induction template."""

from vacancies.admin import example, induction, profile, scheme

__all__ = ["example", "induction", "profile", "scheme"]
