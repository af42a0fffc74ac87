"""The gallery shows every component, and every field in every state."""

from collections.abc import Iterator

import pytest
from django.template import Node, NodeList
from django.template.loader import get_template
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from kls_portal.gallery import SampleForm, every_state
from kls_portal.statuses import STATUSES
from kls_portal.templatetags import components, form_components
from tests.project.nhsuk_cases import Element, parse

PAGES = ("gallery", "navigation", "feedback", "content", "forms")


@pytest.fixture
def page() -> Element:
    with override_settings(ROOT_URLCONF="tests.project.gallery_urls"):
        response = Client().get("/components/")
    assert response.status_code == 200
    return parse(response.content.decode().removeprefix("<!DOCTYPE html>"))


def used(nodes: NodeList) -> Iterator[str]:
    """Yield the name of every component tag used in some nodes and all that lies in them."""
    for node in nodes.get_nodes_by_type(Node):
        if hasattr(node, "func"):
            yield node.func.__name__
        if isinstance(getattr(node, "nodelist", None), NodeList):
            yield from used(node.nodelist)


def test_every_component_is_in_the_gallery() -> None:
    templates = [get_template(f"gallery/{name}.html").template for name in PAGES]
    shown = {name for template in templates for name in used(template.nodelist)}
    of_the_admin = {"admin_error_summary"}  # it needs the forms of a page of the admin
    assert {*components.register.tags, *form_components.register.tags} - shown == of_the_admin


@pytest.mark.usefixtures("page")
def test_every_field_is_shown_empty_filled_in_and_wrong() -> None:
    states = every_state()
    assert states["filled"].is_valid(), states["filled"].errors
    fine = {"other_route", "shared", "notes", "route"} - set(states["wrong"].errors)
    assert set(SampleForm.base_fields) == set(states["wrong"].errors) | fine
    assert not states["empty"].is_bound


def test_gallery_shows_every_status(page: Element) -> None:
    shown = {
        e.attributes["data-status"]: e.inside for e in page.all() if "data-status" in e.attributes
    }
    assert shown == {status.slug: [status.words] for status in STATUSES.values()}


def test_no_two_elements_share_an_id(page: Element) -> None:
    ids = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
    assert len(ids) == len(set(ids))


def test_every_reference_leads_to_something(page: Element) -> None:
    ids = {e.attributes["id"] for e in page.all() if "id" in e.attributes}
    names = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls")
    wanted = {
        word for e in page.all() for name in names for word in e.attributes.get(name, "").split()
    }
    wanted |= {
        e.attributes["href"][1:] for e in page.all() if e.attributes.get("href", "").startswith("#")
    }
    assert wanted - ids == set()


def test_nothing_on_the_page_needs_inline_code(page: Element) -> None:
    inline = [
        name for e in page.all() for name in e.attributes if name == "style" or name[:2] == "on"
    ]
    assert inline == []
    assert [e for e in page.all() if e.name == "script" and e.inside] == []


def test_gallery_is_not_served_without_debug() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("gallery")
