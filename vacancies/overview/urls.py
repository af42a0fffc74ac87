"""URL patterns of the list of vacancies and of a vacancy's first page."""

from kls_portal.addresses import pages
from vacancies.overview import views

urlpatterns = pages({"": views.vacancy_list, "<int:vacancy_id>/": views.vacancy_detail})
