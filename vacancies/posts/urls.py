"""Addresses of a vacancy."""

from kls_portal.addresses import pages
from vacancies.posts import views

urlpatterns = pages(
    {
        "new/": views.vacancy_create,
        "<int:vacancy_id>/share/": views.vacancy_share,
        "<int:vacancy_id>/delete/": views.vacancy_delete,
    }
)
