"""Filters of the directory of networks."""

from typing import Any

from django import forms

from guidance.register.models import Network
from guidance.texts.models import Tag
from kls_portal.forms import QueryForm


class FindNetworksForm(QueryForm):
    """A topic and a region, kept in the query string. Only those in use are offered."""

    topic = forms.ChoiceField(label="Topic", required=False)
    region = forms.ChoiceField(label="Region", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = Network.objects.with_an_address().order_by("region")
        topics = Tag.objects.filter(networks__in=listed).distinct()
        regions = list(dict.fromkeys(listed.values_list("region", flat=True)))
        self.fields["topic"].choices = [("", "Any topic"), *topics.values_list("slug", "name")]
        self.fields["region"].choices = [("", "Any region"), *((name, name) for name in regions)]
