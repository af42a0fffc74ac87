"""What editors keep true: profiles, scheme, induction template, the bank of selection, tools."""

from vacancies.admin import (
    advert,
    bank,
    echo_text,
    example,
    induction,
    profile,
    retention,
    scheme,
)

__all__ = [
    "advert",
    "bank",
    "echo_text",
    "example",
    "induction",
    "profile",
    "retention",
    "scheme",
]
