"""Admin of what editors maintain, and of what members write for each other."""

from vacancies.drafting import admin as drafting
from vacancies.evaluation import admin as evaluation
from vacancies.induction import admin as induction
from vacancies.profiles.admin import profile, scheme
from vacancies.recruiting import admin as recruiting
from vacancies.retention import admin as retention
