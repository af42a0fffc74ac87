"""The directory of networks and email lists."""

import pytest

from tests.pages import Page


def test_network_list_shows_what_each_is_for_and_how_to_join(client, make_network):
    make_network("ALPHA", "Jobs", confirmed=False)
    shown = Page(client.get("/networks/"))
    facts = shown.text(".guidance-network")
    for words in ("What ALPHA does.", "Anybody.", "Write to them.", "Makers of ALPHA", "Jobs"):
        assert words in facts
    assert shown.addresses(".guidance-network") == ["https://www.a.example"]
    assert shown.statuses == []


def test_network_list_names_none_without_a_confirmed_address(client, make_network):
    make_network("ALPHA", "Jobs", url="")
    make_network("BETA", "Jobs", address_confirmed=False, region="England")
    shown = Page(client.get("/networks/"))
    assert shown.all(".guidance-network") == []
    assert len(shown.all("[name=topic] option")) == len(shown.all("[name=region] option")) == 1


def test_network_list_filters_by_topic_and_region(client, make_network):
    make_network("ALPHA", "Jobs", region="UK")
    make_network("BETA", "Jobs", region="England")
    make_network("GAMMA", "Alone", region="England")
    shown = Page(client.get("/networks/?topic=jobs&region=England"))
    assert shown.texts(".guidance-network h3") == ["BETA"]
    assert shown.texts("#how-many") == ["1"]


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("topic=none", {"topic"}),
        ("region=nowhere", {"region"}),
        ("topic='%22--&region=<b>", {"topic", "region"}),
    ],
)
def test_network_list_of_a_filter_that_is_none(client, make_network, query, errors):
    make_network("ALPHA")
    response = client.get(f"/networks/?{query}")
    assert response.status_code == 200
    assert Page(response).errors == errors


def test_network_list_leaves_out_what_is_not_listed(client, make_network):
    make_network("ALPHA", "Jobs", is_listed=False)
    shown = Page(client.get("/networks/"))
    assert shown.all(".guidance-network") == []
    assert shown.texts("[name=topic] option[value=jobs]") == []


def test_network_list_needs_few_queries(client, guidance_pages, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        answer = client.get("/networks/")
    shown = Page(answer)
    names = " ".join(shown.texts(".guidance-network h3"))
    assert all(name in names for name in ("LIS-MEDICAL", "NHS Futures"))
