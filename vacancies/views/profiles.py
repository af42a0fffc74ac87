"""Job profiles to browse, open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kls_portal.public import public_page
from vacancies.job_evaluation.loading import currency_notes, profile_titles
from vacancies.models import Profile
from vacancies.services.profiles import beside, by_band


@public_page
@require_safe
def profile_list(request: HttpRequest) -> HttpResponse:
    """Show the profiles by band, those known by title only, and how current they are."""
    context = {
        "bands": by_band(Profile.objects.for_libraries().in_band_order()),
        "titles": profile_titles(),
        "notes": currency_notes(),
    }
    return render(request, "vacancies/profile_list.html", context)


@public_page
@require_safe
def profile_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show one profile with its 16 factor ranges."""
    profile = get_object_or_404(Profile.objects.with_factors(), code=code)
    neighbours = Profile.objects.for_libraries().in_band_order()
    context = {"profile": profile, "beside": beside(profile), "bands": by_band(neighbours)}
    return render(request, "vacancies/profile_detail.html", context)
