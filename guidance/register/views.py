"""The directory of networks and email lists."""

from django.http import HttpRequest

from guidance.register.forms import FindNetworksForm
from guidance.register.models import Network
from kls_portal.answers import Answer, page
from kls_portal.public import public_page


@public_page
@page
def network_list(request: HttpRequest) -> Answer:
    form = FindNetworksForm(request.GET)
    form.is_valid()
    topic, region = (form.cleaned_data.get(name, "") for name in ("topic", "region"))
    networks = Network.objects.listed()
    if topic:
        networks = networks.filter(topics__slug=topic)
    if region:
        networks = networks.filter(region=region)
    return {
        "form": form,
        "filtered": bool(request.GET),
        "networks": [] if form.errors else list(networks),
    }
