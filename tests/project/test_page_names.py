"""One word pair names a page: the name of an address is that of its template, or all but its first
word, where several kinds of plans share one. What a page is
called in the browser's tab says which of several it is, and that a form has errors.
"""

import re
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from guidance.models import Feedback, SearchMiss
from guidance.models import Page as Guidance
from tests.each import each
from tests.pages import Page
from tests.project.controls import faults_of, faults_of_ids
from tests.project.walk import fill
from tests.vacancies.conftest import make_criterion
from vacancies.drafting.services.ordered import add_duty
from vacancies.drafting.services.versions import freeze_draft
from vacancies.induction.services.plans import make_plan
from vacancies.models import PlanQuestion, ReviewAnswer, Vacancy
from vacancies.posts.services import make_vacancy_link
from vacancies.retention.services.peers import make_offer

ROOT = Path(__file__).resolve().parents[2]
APPS = ("guidance", "vacancies")
# Pages that answer with something else than a template of their own.
WITHOUT_TEMPLATE = (
    *("_move", "_order", "_tick", "_restore", "_undo", "_vote", "_add"),
    *("_link", "_offer", "_settle"),
    *("_file", "_feed", "sitemap", "robots"),
)


@each("app", APPS)
def test_every_page_has_the_template_of_its_name(app):
    names = {pattern.name for pattern in _patterns(get_resolver(f"{app}.urls"))}
    pages = {name for name in names if name and not name.endswith(WITHOUT_TEMPLATE)}
    assert pages
    there = {file.stem for file in (ROOT / "templates" / app).rglob("*.html")}
    assert not {name for name in pages if not {name, name.partition("_")[2]} & there}


def _patterns(resolver) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield entry
        else:
            yield from _patterns(entry)


SUMMARY, PREFIX = (
    re.compile(rf"{{% error_{what}((?: [\w.]+)*) %}}") for what in ("summary", "prefix")
)


def test_a_page_that_lists_errors_says_so_in_its_title():
    """The base does for `form`; a page with others names the same in both places."""
    listed, said = {}, {}
    for file in (ROOT / "templates").rglob("*.html"):
        words = file.read_text(encoding="utf-8")
        if "{% extends" in words or file.name == "base.html":
            listed[file.name] = set(SUMMARY.findall(words)) - {" form"}
            said[file.name] = set(PREFIX.findall(words)) - {" form"}
    base = (ROOT / "templates/base.html").read_text(encoding="utf-8")
    assert (SUMMARY.findall(base), PREFIX.findall(base)) == ([" form"], [" form"])
    assert listed == said
    assert sum(map(bool, said.values())) >= 2


@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_two_rows_of_one_name_have_two_titles_in_the_admin(page, people, client_of, guidance_pages):
    rows = [Feedback.objects.create(page_id=1, useful=False, sentence="Too long") for _ in range(2)]
    client = client_of(people.editor)
    for row in rows:
        LogEntry.objects.log_actions(people.editor.pk, [row], CHANGE, single_object=True)
    pages = [Page(client.get(f"/admin/guidance/feedback/{row.pk}/{page}/")) for row in rows]
    titles = {page.title for page in pages}
    assert len(titles) == 2
    assert all(table.cssselect("caption") for page in pages for table in page.all("main table"))
    assert all(str(rows[0]) in title for title in titles)


BAD = "He must utilise young, energetic, able-bodied native speakers asap, etc. Driving."


@pytest.mark.django_db
def test_long_rows_full_of_findings_and_answers_show_few_controls(
    people, client_of, reference_data
):
    """Twenty duties and thirty criteria, each with findings; answers and questions by the dozen."""
    owned = {"organisation": people.northfield, "created_by": people.manager}
    vacancy = Vacancy.objects.create(**owned, title="Librarian", band="5")
    for number in range(20):
        add_duty(vacancy=vacancy, text=f"{BAD} {number}", group="Wards", key=uuid.uuid4())
    for number in range(30):
        make_criterion(vacancy, f"{BAD} {number}")
    version = freeze_draft(vacancy=vacancy, person=people.manager, key=uuid.uuid4())
    for number, duty in enumerate(vacancy.duties.all()):
        told = {"about": f"duty-{duty.pk}", "words": duty.text, "text": f"Say more, {number}"}
        common = {"version": version, "kind": "hr", "purge_on": "2127-05-04"}
        for again in range(2):
            ReviewAnswer.objects.create(**common, **told, key=uuid.UUID(int=2 * number + again))
    to_make = {"person": people.manager, "organisation": people.northfield, "title": "Librarian"}
    plan = make_plan(**to_make, key=uuid.uuid4(), starts_on=date(2027, 5, 4))
    for number in range(25):
        PlanQuestion.objects.create(plan=plan, text=f"Where is room {number}?")
    parts = ("duties", "person-specification", "check", "reality", "versions/1/offer", "reviews")
    client = client_of(people.manager)
    pages = {part: client.get(f"/vacancies/{vacancy.pk}/{part}/") for part in parts}
    pages["plan"] = client.get(f"/vacancies/induction/plans/{plan.pk}/")
    pasted = {"pasted": "\n".join(f"{BAD} {number}." for number in range(30)), "kind": "jd"}
    pages["text"] = client.post("/vacancies/check/", pasted)
    found = {name: faults_of(Page(page)) for name, page in pages.items()}
    assert not any(found.values()), found


@pytest.mark.django_db
def test_pages_that_no_link_leads_to_have_few_controls_too(people, client_of, reference_data):
    """What reviewers get, offers of others, and the template that a lead keeps."""
    vacancy = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian", band="5"
    )
    fill(vacancy)
    version = freeze_draft(vacancy=vacancy, person=people.manager, key=uuid.uuid4())
    asked = {"vacancy": vacancy, "person": people.manager, "days": 9, "version": version.number}
    words = {"kind": "mentoring", "region": "london", "description": "By video."}
    for number in range(5):
        offered = {"organisation": people.northfield, "topics": f"Topic {number}", **words}
        make_offer(person=people.manager, key=uuid.uuid4(), **offered)
    looks = [
        (Client(), f"/vacancies/review/{make_vacancy_link(kind='hr', **asked)}/"),
        (client_of(people.lead), f"/vacancies/induction/organisations/{people.northfield.pk}/"),
        (client_of(people.manager), "/vacancies/peers/"),
        (client_of(people.other), "/vacancies/peers/"),
    ]
    found = {address: faults_of(Page(client.get(address))) for client, address in looks}
    assert not any(found.values()), found


def test_lists_of_the_admin_have_few_controls_and_name_their_rows(
    people, client_of, reference_data, guidance_pages
):
    """As editors meet them, with a hundred entries on the desk."""
    pages = Guidance.objects.filter(live__isnull=False)
    pages.update(next_review=date(2026, 1, 1))
    for number in range(100):
        page = pages[number % len(pages)]
        Feedback.objects.create(page=page, useful=False, sentence=f"Too long, {number}")
        SearchMiss.objects.create(words=f"words {number}", last_seen=date(2026, 11, 1))
    client, wrong = client_of(people.editor), {}
    names = [f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry]
    lists = [reverse(f"admin:{name}_{what}") for name in names for what in ("changelist", "add")]
    asked = ("all=", "o=1.2", "o=1.2&review=soon&section=recruiting&owner__isnull=True")
    lists += [f"/admin/guidance/page/?{query}" for query in asked]
    for address in ("/admin/", "/admin/guidance/", "/admin/guidance/page/desk/", *lists):
        response = client.get(address)
        if response.status_code != 200:
            continue
        page = Page(response)
        rows = page.all("#result_list tbody tr")
        unnamed = [row for row in rows if not row.cssselect("th[scope=row]")]
        captioned = not rows or page.all("#result_list caption")
        if faults_of(page) or faults_of_ids(page) or unnamed or not captioned:
            wrong[address] = faults_of(page), faults_of_ids(page), len(unnamed)
    assert wrong == {}
