"""The way step by step: in step with the text that tells of it, and right on each page."""

import re
from datetime import timedelta

from django.utils.timezone import localdate

from guidance.content.shipped import read_content
from guidance.pages.way import FIGURES, RECRUITING, WAY, is_on_way
from kls_portal.tools import TOOLS
from tests.pages import Page
from vacancies.models import InductionSettings, Vacancy

PAGES = {page.path: page for page in read_content().pages}


def test_the_way_tells_the_same_steps_as_the_text():
    order = PAGES["recruiting"].text.partition("## Work in this order")[2].partition("\n## ")[0]
    told = re.findall(r"^\d\. \*\*([^*]+)\*\*", order, re.M)
    names = [step.name.split()[:2] for step in RECRUITING]
    assert [words.split(" (")[0].strip(":,").split()[:2] for words in told] == names


def test_every_page_and_tool_of_the_way_is_there_once():
    pages = [path for step in WAY for path in step.pages]
    assert len(pages) == len(set(pages))
    assert set(pages) <= PAGES.keys()
    addresses = {tool.address for tool in TOOLS}
    assert addresses > {address for step in WAY for address in step.tools} > set()
    assert FIGURES.keys() <= PAGES.keys()


def test_the_way_has_the_order_of_the_list():
    way = [path for step in WAY for path in step.pages]
    assert way == sorted(
        way, key=lambda path: (PAGES[path.partition("/")[0]].order, PAGES[path].order)
    )


def test_a_page_on_the_way_shows_where_it_is(client, guidance_pages):
    page = Page(client.get("/recruiting/interviews/"))
    (now,) = page.all("[aria-current=step]")
    assert now.find("details").get("open") is not None
    assert len(page.all(".guidance-way details[open]")) == 1
    assert page.texts(".guidance-way [aria-current=page]") == ["Interviews"]
    assert "/induction/first-day-and-week/" in page.addresses(".guidance-way")
    assert page.all("#in-this-section") == []


def test_the_last_page_of_a_section_leads_to_the_next_step(client, guidance_pages):
    page = Page(client.get("/recruiting/appointment-and-checks/"))
    assert [one.get("href") for one in page.all("a[rel=next]")] == [
        "/induction/planning-an-induction/"
    ]


def test_a_page_off_the_way_lists_its_section(client, guidance_pages):
    page = Page(client.get("/recruiting/voluntary-roles/"))
    assert not is_on_way("recruiting/voluntary-roles")
    assert page.all(".guidance-way") == []
    assert page.all("#in-this-section") != []


def test_a_page_without_pages_below_it_ends_beside_its_way(guidance_pages, client):
    page = Page(client.get("/recruiting/interviews/"))
    beside = page.all(".nhsuk-grid-column-two-thirds:has(h1) #about-this-page")
    assert len(beside) == 1
    assert page.all(".nhsuk-grid-column-one-third:has(.guidance-way)")


def test_pages_with_a_picture_say_it_in_words(client, guidance_pages):
    days = Page(client.get("/recruiting/"))
    assert [int(words) for words in days.texts(".guidance-days")] == [
        step.usual_days for step in RECRUITING if step.usual_days
    ]


def test_somebody_with_a_vacancy_sees_its_days_on_the_way(
    client, guidance_pages, reference_data, people
):
    vacancy = Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Zebra librarian",
        starts_on=localdate() + timedelta(weeks=30),
    )
    assert not Page(client.get("/recruiting/interviews/")).all(".guidance-way__day")
    client.force_login(people.manager)
    page = Page(client.get("/recruiting/interviews/"))
    assert len(page.all(".guidance-way__day")) == 5
    assert vacancy.get_absolute_url() in page.addresses(".guidance-way")
    InductionSettings.objects.create(organisation=people.northfield, months=3, notice_weeks=1)
    sooner = Page(client.get("/recruiting/interviews/"))
    assert sooner.texts(".guidance-way__day")[-1] != page.texts(".guidance-way__day")[-1]
    client.force_login(people.other)
    assert "Zebra" not in Page(client.get("/recruiting/interviews/")).text(".guidance-way")
