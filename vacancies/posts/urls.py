"""Addresses of a vacancy."""

from kls_portal.addresses import pages
from vacancies.posts import views

urlpatterns = [
    *pages(
        {
            "new/": views.vacancy_create,
        }
    ),
    *pages(
        {
            "share/": views.vacancy_share,
            "delete/": views.vacancy_delete,
        },
        below="<int:vacancy_id>/",
    ),
]
