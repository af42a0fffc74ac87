"""Job profiles to browse, open to everyone."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from kls_portal.answers import Answer, page
from kls_portal.public import public_page
from kls_portal.reference.facts import with_facts
from vacancies.profiles.models import Profile
from vacancies.profiles.rules.loading import currency_notes
from vacancies.profiles.services import profiles


@public_page
@page
def profile_list(request: HttpRequest) -> Answer:
    in_force = list(Profile.objects.for_libraries().in_force().in_band_order())
    national = [profile for profile in in_force if profile.status == Profile.Status.NATIONAL]
    return {
        "bands": profiles.by_band(in_force),
        "national": national,
        "illustrative": len(national) < len(in_force),
        "withdrawn": Profile.objects.for_libraries().withdrawn().in_band_order(),
        "titles": profiles.titles_without(national),
        "notes": [(with_facts(one.text), one.confirmed) for one in currency_notes()],
    }


@public_page
@page
def profile_detail(request: HttpRequest, code: str) -> Answer:
    profile = get_object_or_404(
        Profile.objects.with_factors().select_related("replaced_by"), code=code
    )
    offered = list(Profile.objects.for_libraries().in_force().in_band_order())
    return {
        "profile": profile,
        "profile_to_compare": profiles.profile_to_compare(profile),
        "neighbours": profiles.neighbours_of(profile, offered),
    }
