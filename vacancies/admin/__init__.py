"""What editors keep true: profiles, scheme, tasks, the bank, tools, channels of adverts.

And what members wrote for each other: examples, offers of peers, themes of meetings.
"""

from vacancies.admin import (
    advert,
    bank,
    channel,
    echo_text,
    example,
    induction,
    peer,
    profile,
    retention,
    scheme,
    stage,
    timeline,
)

__all__ = [
    "advert",
    "bank",
    "channel",
    "echo_text",
    "example",
    "induction",
    "peer",
    "profile",
    "retention",
    "scheme",
    "stage",
    "timeline",
]
