"""Addresses of a vacancy."""

from django.urls import path

from vacancies.posts import views

urlpatterns = [
    path("new/", views.vacancy_create, name="vacancy_create"),
    path("<int:vacancy_id>/share/", views.vacancy_share, name="vacancy_share"),
    path("<int:vacancy_id>/delete/", views.vacancy_delete, name="vacancy_delete"),
]
