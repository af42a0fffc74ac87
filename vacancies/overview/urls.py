"""Addresses of the first pages."""

from django.urls import path

from vacancies.overview import views

urlpatterns = [
    path("", views.vacancy_list, name="vacancy_list"),
    path("<int:vacancy_id>/", views.vacancy_detail, name="vacancy_detail"),
]
