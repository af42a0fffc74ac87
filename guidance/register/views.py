"""The directory of networks and email lists."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guidance.register.forms import FindNetworksForm
from guidance.register.models import Network
from kls_portal.public import public_page


@public_page
@require_safe
def network_list(request: HttpRequest) -> HttpResponse:
    form = FindNetworksForm(request.GET)
    form.is_valid()
    topic, region = (form.cleaned_data.get(name, "") for name in ("topic", "region"))
    networks = Network.objects.listed()
    if topic:
        networks = networks.filter(topics__slug=topic)
    if region:
        networks = networks.filter(region=region)
    context = {
        "form": form,
        "filtered": bool(request.GET),
        "networks": [] if form.errors else list(networks),
    }
    return render(request, "guidance/register/network_list.html", context)
