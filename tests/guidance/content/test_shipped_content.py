"""Invariants over everything in guidance/content."""

import re
from html import unescape
from itertools import groupby, pairwise

import pytest
from django.urls import resolve

from guidance.content.shipped import read_content
from guidance.models import (
    Claim,
    Decision,
    DecisionStep,
    ExternalResource,
    Network,
    Page,
    Revision,
    Update,
)
from guidance.pages.services.showing import page_context
from guidance.register.citations import citations
from guidance.search.synonyms import synonyms_of
from guidance.texts.rules.html_tree import parse
from guidance.texts.rules.markdown import CLAIM, to_html
from guidance.texts.sections import SECTIONS
from kls_portal.nav import FOOTER, NAVIGATION
from kls_portal.reference import bindings
from kls_portal.reference.dated import STRENGTHS, UNITS, fact_faults
from kls_portal.reference.shipped_facts import FACT_FILES, read_facts, shipped_facts
from tests.each import each

CONTENT = read_content()
PAGES, RESOURCES = CONTENT.pages, CONTENT.resources
PATHS = {page.path for page in PAGES}


@each("page", PAGES)
def test_every_link_inside_leads_somewhere(page):
    for link in parse(to_html(page.text)).iter("a"):
        address = unescape(link.get("href"))
        if not address.startswith("/"):
            assert re.match(r"(https://|mailto:|#)", address), address
            continue
        match = resolve(address.partition("#")[0].partition("?")[0])
        if match.view_name == "guidance:page_detail":
            assert match.kwargs["path"] in PATHS, address


LINKS = re.compile(r"\[[^\[\]]*\]\([^)]*\)|^#.*$", re.MULTILINE)


@each("page", PAGES)
def test_a_resource_is_a_link_where_the_text_names_it(page):
    plain = LINKS.sub("", page.text)
    for resource in RESOURCES:
        name = re.escape(re.sub(r" \(.*?\)", "", resource.name))
        named = re.search(rf"(?<![\w-]){name}(?![\w-])", plain, re.IGNORECASE)
        assert not named or resource.url.rpartition("//")[2] in page.text, resource.name


NO_SOURCE = re.compile("[Oo]ur own|Written for this portal|each case study|questions that one ")


def cited_on(page):
    resources = [ExternalResource(name=one.name, url=one.url, confirmed=True) for one in RESOURCES]
    return citations(page.based_on, resources)


@each("page", PAGES)
def test_what_a_page_is_based_on_has_an_address_or_is_our_own(page):
    unnamed = [rest for _, address, rest in cited_on(page) if not address]
    assert [words for words in unnamed if not NO_SOURCE.match(words)] == []


@each("page", PAGES)
def test_every_page_has_headings_that_skip_no_level(page):
    levels = [int(h.tag[1]) for h in parse(to_html(page.text)).iter("h2", "h3", "h4")]
    assert levels
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each("page", PAGES)
def test_every_table_has_a_head(page):
    for table in parse(to_html(page.text)).iter("table"):
        assert table.find("thead") is not None


def test_every_resource_is_used():
    used = {code for page in PAGES for code in page.resources}
    used |= {one.resource for one in (*CONTENT.networks, *CONTENT.claims)}
    cited = {name for page in PAGES for name, _, _ in cited_on(page)}
    texts = " ".join(page.text for page in PAGES)
    used |= {one.id for one in RESOURCES if one.url in texts}
    assert {one.id for one in RESOURCES if one.name not in cited} - used == set()


A_COPY = re.compile(r"docest|vdocuments|proxy|staging|github")


def test_every_source_can_be_opened_at_its_own_address():
    assert [one.id for one in RESOURCES if not (one.confirmed and one.url)] == []
    assert [claim.id for claim in CONTENT.claims if not claim.resource] == []
    addresses = {one.id: one.url for one in RESOURCES}
    listed = [addresses[one.resource] for one in CONTENT.networks]
    assert len(listed) == len(set(listed))
    addresses |= {fact.name: fact.address for fact in shipped_facts().values()}
    steps = [step for decision in CONTENT.decisions for step in decision.steps if step.source]
    assert steps
    addresses |= {step.source: step.source_address for step in steps}
    assert [of for of, address in addresses.items() if not address or A_COPY.search(address)] == []


def test_what_is_named_is_there_and_nothing_twice():
    codes = [one.id for one in RESOURCES]
    claims = [claim.id for claim in CONTENT.claims]
    for keys in (codes, claims, [one.resource for one in CONTENT.networks]):
        assert len(keys) == len(set(keys))
    used = [code for page in PAGES for code in page.resources]
    used += [one.resource for one in (*CONTENT.networks, *CONTENT.claims)]
    assert set(used) <= set(codes)
    assert {page.parent_path for page in PAGES} <= {None, *PATHS}
    assert {code for page in PAGES for code in CLAIM.findall(page.text)} <= set(claims)
    assert synonyms_of(CONTENT.synonyms).groups


@each("entry", [*PAGES, *CONTENT.updates])
def test_a_text_names_facts_and_examples_that_are_there(entry):
    assert entry.text
    assert bindings.unknown_examples(entry.text) == []
    text = bindings.replace_examples(entry.text, lambda name: "")
    assert bindings.broken_bindings(text) == []
    facts = {fact.name for fact in shipped_facts().values()}
    assert {one.name for one in bindings.bindings_in(text)} <= facts


def test_shipped_facts_are_sound():
    facts = [fact for file in FACT_FILES for fact in read_facts(file)]
    assert len(facts) == len(shipped_facts())
    for fact in facts:
        assert fact_faults(fact) == {}, fact.code
        assert fact.value
        assert fact.unit in UNITS
        assert fact.strength in STRENGTHS


def test_pages_are_read_again_after_they_were_read():
    assert [page.path for page in PAGES if page.next_review <= page.reviewed] == []


def test_what_ships_fits_its_columns(guidance_pages):
    for model in (Claim, Decision, DecisionStep, ExternalResource, Network, Page, Revision, Update):
        for row in model.objects.all():
            row.clean_fields()


def test_what_the_frame_links_to_is_there():
    for link in (*NAVIGATION, *FOOTER):
        match = resolve(link.address)
        if match.view_name == "guidance:page_detail":
            assert match.kwargs["path"] in PATHS, link.address
    assert set(SECTIONS) <= PATHS


def test_pages_beneath_one_page_have_an_order_each():
    orders = [(page.parent_path, page.order) for page in PAGES if page.parent_path]
    assert len(orders) == len(set(orders))


@each("section", SECTIONS)
def test_pages_of_one_group_stand_together(section):
    pages = sorted((p for p in PAGES if p.parent_path == section), key=lambda page: page.order)
    groups = [name for name, _ in groupby(page.group for page in pages)]
    assert len(groups) == len(set(groups))


def test_the_order_of_work_is_the_order_of_the_groups():
    recruiting = sorted((p for p in PAGES if p.parent_path == "recruiting"), key=lambda p: p.order)
    groups = {page.path: page.group for page in recruiting}
    order = list(dict.fromkeys(groups.values()))
    text = next(page.text for page in PAGES if page.path == "recruiting")
    steps = text.partition("## Work in this order")[2].partition("##")[0].splitlines()
    leads = [re.findall(r"\]\(/([^)]*)/\)", step) for step in steps]
    told = [order.index(groups[paths[0]]) for paths in leads if paths and paths[0] in groups]
    assert len(told) >= 6
    assert told == sorted(told)


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
