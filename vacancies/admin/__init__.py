"""What editors keep true: profiles, scheme, tasks of induction and recruitment, the bank, tools.

And what members wrote for each other: examples, offers of peers, themes of meetings.
"""

from vacancies.admin import (
    advert,
    bank,
    echo_text,
    example,
    induction,
    peer,
    profile,
    retention,
    scheme,
    stage,
)

__all__ = [
    "advert",
    "bank",
    "echo_text",
    "example",
    "induction",
    "peer",
    "profile",
    "retention",
    "scheme",
    "stage",
]
