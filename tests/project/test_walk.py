"""Every page that a link leads to, opened once for all that is asked of it: each link leads
somewhere, no two pages have one title, no id stands twice, and html-validate finds nothing.
"""

import re
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve

from guidance.guide import views as guide
from tests.conftest import People, make_people
from tests.pages import Page
from tests.project.controls import Faults, faults_of
from tests.project.html_validate import html_problems
from tests.project.walk import LINK, fill, shared_titles, walk
from tests.shipped import GUIDANCE, VACANCIES
from tests.vacancies.conftest import make_criterion
from vacancies.drafting.services.ordered import add_duty
from vacancies.drafting.services.versions import freeze_draft
from vacancies.induction.services.plans import make_plan
from vacancies.models import PlanQuestion, Vacancy
from vacancies.recruiting.services.selection import add_question

pytestmark = pytest.mark.django_db
FRAGMENT = re.compile(r'\sid="([^"]+)"')
ENOUGH = 50
WALKS = [
    pytest.param((None, True), id="visitor, rows that are alike left out"),
    pytest.param(("manager", True), id="manager, rows that are alike left out"),
    pytest.param(("manager", False), id="manager", marks=pytest.mark.thorough),
]


def twins(people: People) -> None:
    """Two posts of one title and band, each with rows in the same words, and two plans of them."""
    for number in range(2):
        vacancy = Vacancy.objects.create(
            organisation=people.northfield, created_by=people.manager, title="Librarian", band="5"
        )
        for _ in range(2):
            add_duty(vacancy=vacancy, text="Answers enquiries", key=uuid.uuid4())
            criterion = make_criterion(vacancy, "Searches")
            asked = {"method": "interview", "text": "How do you search?"}
            add_question(vacancy=vacancy, key=uuid.uuid4(), criterion=criterion, **asked)
            freeze_draft(vacancy=vacancy, person=people.manager, key=uuid.uuid4())
            if number == 0:
                break  # the pages of rows are there once for each post, and twice for one
        if number:
            fill(vacancy)
        plan = make_plan(
            person=people.manager,
            organisation=people.northfield,
            key=uuid.uuid4(),
            title="Librarian",
            starts_on=date(2027, 5, 4),
        )
        PlanQuestion.objects.create(plan=plan, text="Where do I park?")


def empty_post(people: People) -> None:
    Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        starts_on="2027-05-04",
    )


@pytest.fixture(scope="module", params=WALKS)
def walked(request, django_db_setup, django_db_blocker) -> Iterator[tuple[dict[str, str], list]]:
    """The pages of one walk, HTML by address, and the links that lead nowhere."""
    role, left_out = request.param
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        # The whole guide has tests of its own, and takes a second to make.
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(guide, "kept_guide", lambda kind, make: b"%PDF-")
        VACANCIES.restore_snapshot()
        GUIDANCE.restore_snapshot()
        people = make_people()
        empty_post(people)
        twins(people)
        client = Client()
        if role:
            client.force_login(
                getattr(people, role), backend="django.contrib.auth.backends.ModelBackend"
            )
        yield walk(client, alike_left_out=left_out)
        transaction.set_rollback(True)


@pytest.fixture
def pages(walked) -> dict[str, str]:
    found, _ = walked
    assert len(found) > ENOUGH
    return found


def test_no_link_is_dead(walked):
    _, dead = walked
    assert dead == []


def test_no_title_stands_twice(pages):
    assert shared_titles(pages) == {}


def words_of(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_a_title_holds_the_words_of_the_heading_and_names_the_post(pages):
    """The caption above a heading names the post on pages of a vacancy, of a plan too."""
    wrong = []
    for address, page in ((one, Page(markup)) for one, markup in pages.items() if markup):
        caption = page.text("h1 [class*=caption]")
        heading = page.heading.removeprefix(caption).strip()
        named = caption != "Librarian" or caption in page.title
        if words_of(heading) not in words_of(page.title) or not named:
            wrong.append(f"{address}: {page.title}: {page.heading}")
    assert not wrong, "\n".join(wrong)


def test_no_id_stands_twice_and_links_within_a_page_lead_to_one(pages):
    wrong = []
    for address, page in pages.items():
        found = Counter(FRAGMENT.findall(page))
        ids = set(found)
        twice = [one for one, times in found.items() if times > 1]
        assert twice == [], f"an id stands twice on {address}"
        wrong += [
            f"{address}{link}"
            for link in LINK.findall(page)
            if link.startswith("#") and link[1:] not in ids
        ]
    assert wrong == []


def test_no_page_has_too_many_controls_nor_many_of_one_name(pages):
    """As it opens: what is folded away comes when somebody asks for it."""
    found: dict[str, Faults] = {}
    for address, page in pages.items():
        if page and (faults := faults_of(page)):
            name = resolve(urlsplit(address).path).view_name
            found[name] = max(found.get(name, faults), faults)
    assert not found, "\n".join(map(repr, found.items()))


def test_every_table_has_a_caption_and_a_cell_that_names_each_row(pages):
    wrong, seen = [], 0
    for address, page in ((one, Page(markup)) for one, markup in pages.items() if markup):
        for table in page.all("main table"):
            seen += 1
            named = [row.cssselect("th[scope=row]") for row in table.cssselect("tbody tr")]
            if not table.cssselect("caption") or not all(named):
                wrong.append(f"{address}: {table.text_content().split()[:6]}")
    assert not wrong, "\n".join(wrong)
    assert seen


def test_every_page_is_valid_html(pages, request, tmp_path):
    """Of one view two pages say enough, or five where rows that are alike are not left out."""
    _, left_out = request.node.callspec.params["walked"]
    enough = 2 if left_out else 5
    looked_at: Counter[str] = Counter()
    for address, page in sorted(pages.items(), key=lambda one: -len(one[1])):
        view = resolve(urlsplit(address).path).view_name
        looked_at[view] += bool(page)
        if page and looked_at[view] <= enough:
            name = re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "home"
            (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    assert html_problems(tmp_path) == ""
