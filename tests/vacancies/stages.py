"""A vacancy at a stage of its recruitment, and the tasks of the stage."""

from datetime import date

from django.urls import reverse

from vacancies.models import Vacancy
from vacancies.recruiting.services.stages import stage_of

DATES = {
    "opens_on": date(2026, 12, 7),
    "closes_on": date(2027, 1, 4),
    "interview_on": date(2027, 1, 18),
    "starts_on": date(2027, 4, 6),
}


def at(name, vacancy, *rest):
    return reverse(f"vacancies:{name}", args=[vacancy.pk, *rest])


def change(vacancy, **fields):
    Vacancy.objects.filter(pk=vacancy.pk).update(**fields)
    return fresh(vacancy)


def fresh(vacancy):
    return Vacancy.objects.for_stages().get(pk=vacancy.pk)


def task(vacancy, stage, code):
    """A task as the checklist has it now, or None."""
    found = stage_of(fresh(vacancy), stage).tasks
    return next((one for one in found if one.id == code), None)
