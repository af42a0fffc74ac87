"""URL patterns of the portal. Views, templates and tests use the same names."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from kls_portal import views
from kls_portal.reference.views import fact_list

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.site_header = admin.site.site_title = f"{settings.SITE_NAME}: editing"
admin.site.index_title = "What would you like to keep up to date?"

urlpatterns = [
    path("favicon.ico", views.favicon, name="favicon"),
    path("accounts/", include("kls_portal.accounts.urls")),
    path("admin/", admin.site.urls),
    path("facts/", fact_list, name="fact_list"),
    path("vacancies/", include("vacancies.urls")),
    path("tools/", include("vacancies.overview.tool_urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("components/", include("kls_portal.gallery")))
urlpatterns.append(path("", include("guidance.urls")))

handler400 = views.bad_request
handler500 = views.server_error
