"""Invariants over everything in guidance/content."""

import re
from html import unescape
from itertools import pairwise

import pytest
from django.urls import resolve

from guidance.content.shipped import read_content
from guidance.models import Page
from guidance.pages.services.showing import page_context
from guidance.texts.rules.html_tree import parse
from guidance.texts.rules.markdown import to_html
from guidance.texts.sections import SECTIONS
from kls_portal.nav import FOOTER, NAVIGATION

CONTENT = read_content()
PAGES, RESOURCES = CONTENT.pages, CONTENT.resources
PATHS = {page.path for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_link_inside_leads_somewhere(page):
    for link in parse(to_html(page.text)).iter("a"):
        address = unescape(link.get("href"))
        if not address.startswith("/"):
            assert re.match(r"(https://|mailto:|#)", address), address
            continue
        match = resolve(address.partition("#")[0].partition("?")[0])
        if match.view_name == "guidance:page_detail":
            assert match.kwargs["path"] in PATHS, address


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_page_has_headings_that_skip_no_level(page):
    levels = [int(h.tag[1]) for h in parse(to_html(page.text)).iter("h2", "h3", "h4")]
    assert levels
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_table_has_a_head(page):
    for table in parse(to_html(page.text)).iter("table"):
        assert table.find("thead") is not None


def test_every_resource_is_used():
    used = {code for page in PAGES for code in page.resources}
    used |= {network.resource for network in CONTENT.networks}
    assert {resource.code for resource in RESOURCES} - used == set()


def test_what_the_frame_links_to_is_there():
    for link in (*NAVIGATION, *FOOTER):
        match = resolve(link.address)
        if match.view_name == "guidance:page_detail":
            assert match.kwargs["path"] in PATHS, link.address
    assert set(SECTIONS) <= PATHS


def test_pages_beneath_one_page_have_an_order_each():
    orders = [(page.parent_path, page.order) for page in PAGES if page.parent_path]
    assert len(orders) == len(set(orders))


def test_every_page_opens(client, guidance_pages):
    for page in Page.objects.for_reading():
        response = client.get(page.get_absolute_url())
        assert response.status_code == 200
        assert page_context(page, page.shown)["body"].html in response.content.decode()


@pytest.mark.parametrize("update", CONTENT.updates, ids=lambda update: update.slug)
def test_every_link_of_an_update_leads_somewhere(update):
    for link in parse(to_html(update.text)).iter("a"):
        match = resolve(link.get("href"))
        if match.view_name == "guidance:page_detail":
            assert match.kwargs["path"] in PATHS
