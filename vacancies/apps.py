"""Vacancies: one file from “she has resigned” to “probation passed”."""

from django.apps import AppConfig


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = "Vacancies"
