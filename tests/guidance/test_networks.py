"""The directory of networks and email lists."""

import pytest

from guidance.models import ExternalResource, Network, Tag
from tests.guidance.test_views import text_of


@pytest.fixture
def make_network(db):
    """Return a function that lists a network; what is left out is filled in."""

    def make(name: str, *topics: str, **given) -> Network:
        resource = ExternalResource.objects.create(
            code=name.lower(),
            name=name,
            publisher=f"Makers of {name}",
            use="To ask.",
            url=given.pop("url", ""),
            confirmed=given.pop("address_confirmed", False),
        )
        row = Network.objects.create(
            resource=resource,
            kind="list",
            region=given.pop("region", "UK"),
            what_for=f"What {name} does.",
            who_may_join="Anybody.",
            how_to_join="Write to them.",
            **given,
        )
        for topic in topics:
            row.topics.add(Tag.objects.get_or_create(name=topic, slug=topic.lower())[0])
        return row

    return make


def test_network_list_shows_what_each_is_for_and_how_to_join(client, make_network):
    make_network("ALPHA", "Jobs", confirmed=True, url="www.a.example", address_confirmed=True)
    shown = text_of(client.get("/networks/"))
    for words in ("What ALPHA does.", "Anybody.", "Write to them.", "Makers of ALPHA", "Jobs"):
        assert words in shown
    assert 'href="https://www.a.example"' in shown
    assert "Not confirmed" not in shown


def test_network_list_says_what_is_not_confirmed(client, make_network):
    make_network("ALPHA", url="www.a.example")
    shown = text_of(client.get("/networks/"))
    assert "www.a.example" not in shown
    assert "Not confirmed, so we have left the link out." in shown
    assert ">Not confirmed</strong>" in shown


def test_network_list_filters_by_topic_and_region(client, make_network):
    make_network("ALPHA", "Jobs", region="UK")
    make_network("BETA", "Jobs", region="England")
    make_network("GAMMA", "Alone", region="England")
    shown = text_of(client.get("/networks/?topic=jobs&region=England"))
    assert "What BETA does." in shown
    assert "What ALPHA does." not in shown
    assert "What GAMMA does." not in shown
    assert "Found: 1" in shown


@pytest.mark.parametrize("query", ["topic=none", "region=nowhere", "topic='%22--&region=<b>"])
def test_network_list_of_a_filter_that_is_none(client, make_network, query):
    make_network("ALPHA")
    response = client.get(f"/networks/?{query}")
    assert response.status_code == 200
    assert "from the list" in text_of(response)


def test_network_list_leaves_out_what_is_not_listed(client, make_network):
    make_network("ALPHA", "Jobs", is_listed=False)
    shown = text_of(client.get("/networks/"))
    assert "ALPHA" not in shown
    assert ">Jobs<" not in shown


def test_network_list_needs_few_queries(client, guidance_pages, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        shown = text_of(client.get("/networks/"))
    assert "LIS-MEDICAL" in shown
    assert "Sweden" in shown
