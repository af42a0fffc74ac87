"""URL patterns of profiles."""

from kls_portal.addresses import pages
from vacancies.profiles import views

urlpatterns = pages(
    {
        "profiles/": views.profile_list,
        "profiles/<slug:code>/": views.profile_detail,
    }
)
