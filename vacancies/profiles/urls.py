"""Addresses of profiles."""

from django.urls import path

from vacancies.profiles import views

urlpatterns = [
    path("profiles/", views.profile_list, name="profile_list"),
    path("profiles/<slug:code>/", views.profile_detail, name="profile_detail"),
]
