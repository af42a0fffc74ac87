"""Job profiles to browse, open to everyone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kls_portal.public import public_page
from kls_portal.reference.facts import with_facts
from vacancies.profiles.models import Profile
from vacancies.profiles.rules.loading import currency_notes
from vacancies.profiles.services.profiles import (
    by_band,
    neighbours_of,
    profile_to_compare,
    titles_without,
)


@public_page
@require_safe
def profile_list(request: HttpRequest) -> HttpResponse:
    in_force = list(Profile.objects.for_libraries().in_force().in_band_order())
    national = [profile for profile in in_force if profile.status == Profile.Status.NATIONAL]
    context = {
        "bands": by_band(in_force),
        "national": national,
        "illustrative": len(national) < len(in_force),
        "withdrawn": Profile.objects.for_libraries().withdrawn().in_band_order(),
        "titles": titles_without(national),
        "notes": [(with_facts(one.text), one.confirmed) for one in currency_notes()],
    }
    return render(request, "vacancies/profiles/profile_list.html", context)


@public_page
@require_safe
def profile_detail(request: HttpRequest, code: str) -> HttpResponse:
    profile = get_object_or_404(
        Profile.objects.with_factors().select_related("replaced_by"), code=code
    )
    offered = list(Profile.objects.for_libraries().in_force().in_band_order())
    neighbours = neighbours_of(profile, offered)
    others = [other for other in offered if other != profile and other not in neighbours]
    context = {
        "profile": profile,
        "profile_to_compare": profile_to_compare(profile),
        "neighbours": neighbours,
        "bands": by_band(others),
    }
    return render(request, "vacancies/profiles/profile_detail.html", context)
