"""URL patterns of the vacancies app; a view, its name, template and test share a word."""

from vacancies.checks import urls as checks
from vacancies.drafting import urls as drafting
from vacancies.evaluation import urls as evaluation
from vacancies.induction import urls as induction
from vacancies.overview import urls as overview
from vacancies.posts import urls as posts
from vacancies.profiles import urls as profiles
from vacancies.recruiting import urls as recruiting
from vacancies.retention import urls as retention

app_name = "vacancies"
urlpatterns = [
    *overview.urlpatterns,
    *posts.urlpatterns,
    *evaluation.urlpatterns,
    *profiles.urlpatterns,
    *checks.urlpatterns,
    *drafting.urlpatterns,
    *recruiting.urlpatterns,
    *induction.urlpatterns,
    *retention.urlpatterns,
]
