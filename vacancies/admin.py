"""What editors keep true: profiles, scheme, tasks, the bank, tools, channels of adverts.

And what members wrote for each other: examples, offers of peers, themes of meetings.
"""

from vacancies.drafting.admin import advert, example
from vacancies.evaluation import admin as echo_text
from vacancies.induction import admin as induction
from vacancies.profiles.admin import profile, scheme
from vacancies.recruiting import admin as bank
from vacancies.recruiting import admin as channel
from vacancies.recruiting import admin as stage
from vacancies.recruiting import admin as timeline
from vacancies.retention import admin as peer
from vacancies.retention import admin as retention

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
