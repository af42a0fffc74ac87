"""What editors keep true: profiles, scheme, tasks, the bank, tools, channels of adverts.

And what members wrote for each other: examples, offers of peers, themes of meetings.
"""

from vacancies.drafting import admin as drafting
from vacancies.evaluation import admin as evaluation
from vacancies.induction import admin as induction
from vacancies.profiles.admin import profile, scheme
from vacancies.recruiting import admin as recruiting
from vacancies.retention import admin as retention
