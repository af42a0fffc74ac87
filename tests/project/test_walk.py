"""Every page that a link leads to, opened once for all that is asked of it: each link leads
somewhere, no two pages have one title, no id stands twice, and html-validate finds nothing.
"""

import re
import uuid
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import resolve
from lxml.html import HtmlElement

from kls_portal.documents.document import Document
from kls_portal.documents.document_pdf import document_pdf
from kls_portal.documents.formats import FORMATS
from tests.conftest import People, make_people
from tests.documents.structure import elements, tables_without_names
from tests.pages import Page
from tests.pdfua.checker import check_pdfua, need_checker
from tests.project.controls import faults_of, faults_of_ids, is_folded
from tests.project.html_validate import html_problems
from tests.project.walk import fill, shared_titles, walk
from tests.shipped import GUIDANCE, VACANCIES
from tests.vacancies.conftest import make_criterion
from vacancies.drafting.services.ordered import add_duty
from vacancies.drafting.services.versions import freeze_draft
from vacancies.induction.services.plans import make_plan
from vacancies.models import PlanQuestion, Vacancy
from vacancies.recruiting.services.selection import add_question

ENOUGH = 50
MANY_ROWS, MANY_HEADINGS = 20, 8
SOME = {"q": "interview", "start_day": "4", "start_month": "5", "start_year": "2027"}
A_ROW = re.compile(r"/\d+/")
RECORD = (
    "/tools/decisions/panel-again/record.pdf"
    "?post=yes&record=yes&changes=nothing-or-only-names-and-layout&age=yes"
)
# An address among the words of a document: a link has it beside its words.
ADDRESS = re.compile(r"(?<!address=)'[^']*https?://[^']*'")
LABELLED = (
    "//button/@id | //input[not(@type='hidden')]/@id | //meter/@id | //output/@id"
    " | //progress/@id | //select/@id | //textarea/@id"
)
# A manager sees a page of the guidance, and a file of an example, as a visitor does.
SAME_FOR_ALL = {"guidance:page_detail", "tools:example_document_file"}
# Who walks on, over what nobody else was led to before; whether rows that are alike are left out.
WALKS = [
    pytest.param(True, id="rows that are alike left out"),
    pytest.param(False, id="every row", marks=pytest.mark.thorough),
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


@pytest.fixture
def site(db, settings, no_file_is_written) -> People:
    """What ships, people and their posts."""
    settings.NETWORK_LIMITS = dict.fromkeys(settings.NETWORK_LIMITS, 100_000)
    VACANCIES.restore_snapshot()
    GUIDANCE.restore_snapshot()
    people = make_people()
    empty_post(people)
    twins(people)
    return people


@pytest.mark.parametrize("alike_left_out", WALKS)
def test_every_page_that_a_link_leads_to(site, client_of, tmp_path, alike_left_out):
    """A failure names the checks, each with what it found."""
    visited, dead = walk(client_of(None), alike_left_out=alike_left_out)
    seen = {address for address in visited if view_of(address) in SAME_FOR_ALL}
    opened, dead_too = walk(client_of(site.manager), alike_left_out=alike_left_out, known=seen)
    faults = {"no link is dead": dead + dead_too}
    for who, found in (("a visitor", visited), ("the manager", opened)):
        pages = {address: Page(markup) for address, markup in found.items() if markup}
        assert len(pages) > ENOUGH
        faults |= {f"{check.__name__}, for {who}": check(pages) for check in CHECKS}
    manager = client_of(site.manager)
    faults["a title says what a filter found"] = unsaid(manager, {**visited, **opened})
    others = {*visited, *opened} - seen
    faults["an editor is told what to do"] = untold(client_of(site.editor), others)
    both = [*visited.items(), *opened.items()]
    faults["every page is valid HTML"] = invalid(both, tmp_path, 2 if alike_left_out else 5)
    assert {check: found for check, found in faults.items() if found} == {}


@pytest.mark.pdfua
@pytest.mark.thorough
def test_a_pdf_of_each_kind_that_a_link_leads_to_conforms(site, client_of, monkeypatch, tmp_path):
    """The whole guide has a test of its own. No link leads to a record: answers do."""
    need_checker()
    written: dict[Path, list[str]] = {}
    bare, unnamed, tables = [], [], []

    def kept(document: Document) -> bytes:
        bare.extend(ADDRESS.findall(repr(document)))
        file = tmp_path / f"{len(written)}.pdf"
        made = document_pdf(document)
        file.write_bytes(made)
        unnamed.extend(f"{document.title}: {fault}" for fault in tables_without_names(made))
        tables.extend(elements(made, "Table"))
        written[file] = []
        return b""

    monkeypatch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], write=kept))
    walk(client_of(site.manager), alike_left_out=True)
    client_of(None).get(RECORD)
    assert check_pdfua(written) == written
    assert len(written) > 20
    assert (bare, unnamed) == ([], [])
    assert len(tables) > 20


def untold(client: Client, addresses: Iterable[str]) -> list[str]:
    """Return the pages, not of a row, that refuse somebody without an organisation, and say no more
    than that.
    """
    asked = {address: client.get(address) for address in addresses if not A_ROW.search(address)}
    refused = {address: page for address, page in asked.items() if page.status_code != 200}
    assert {page.status_code for page in refused.values()} == {302, 403}
    return [
        address
        for address, page in refused.items()
        if page.status_code == 403 and "no-organisation" not in Page(page).ids
    ]


def unsaid(client: Client, found: Mapping[str, str]) -> list[str]:
    """Return the pages whose filter or form in the address is answered under the same title."""
    wrong, seen = [], set()
    for address, markup in found.items():
        page = Page(markup) if markup else None
        forms = page.all("main form[method=get]") if page else []
        if not forms or (view := view_of(address)) in seen:
            continue
        seen.add(view)
        form = forms[-1]
        for choice in form.cssselect("select"):
            choice.value = choice.value_options[-1]
        for box in form.cssselect("[type=checkbox], [type=radio]"):
            box.checked = True
        typed = {name: value or SOME.get(name, "9") for name, value in form.form_values()}
        answer = Page(client.get(form.get("action") or urlsplit(address).path, typed, follow=True))
        if answer.title == page.title:
            wrong.append(f"{address}: {page.title}")
    return wrong if len(seen) > 5 else [f"few were seen: {seen}"]


def no_title_stands_twice(pages: dict[str, Page]) -> list[str]:
    return [f"{title}: {paths}" for title, paths in shared_titles(pages).items()]


def a_title_begins_with_the_heading_and_names_the_post(pages: dict[str, Page]) -> list[str]:
    """The caption above a heading names the post on pages of a vacancy, of a plan too. Nothing is
    quoted where there is nothing.
    """
    wrong = []
    for address, page in pages.items():
        caption = page.text("h1 [class*=caption]")
        heading = page.heading.removeprefix(caption).strip()
        named = caption != "Librarian" or caption in page.title
        begins = page.title.startswith((f"{heading} – ", f"{heading} (no. "))
        if not begins or not named or "“”" in page.title:
            wrong.append(f"{address}: {page.title}: {page.heading}")
    return wrong


def no_id_stands_twice_and_what_refers_to_one_finds_it(pages: dict[str, Page]) -> list[str]:
    """Links within the page too. A label belongs to something that can have one."""
    wrong = []
    for address, page in pages.items():
        wrong += [f"{address}: {one}" for one in faults_of_ids(page)]
        controls = set(page.root.xpath(LABELLED))
        wrong += [
            f"{address}: {one}"
            for one in page.root.xpath("//label/@for[. != '']")
            if one not in controls
        ]
    return wrong


def no_page_has_too_many_controls_nor_many_of_one_name(pages: dict[str, Page]) -> list[str]:
    """As it opens: what is folded away comes when somebody asks for it."""
    return [f"{one}: {faults}" for one, page in pages.items() if (faults := faults_of(page))]


def every_table_has_a_caption_and_a_cell_that_names_each_row(pages: dict[str, Page]) -> list[str]:
    wrong, seen = [], 0
    for address, page in pages.items():
        for table in page.all("main table"):
            seen += 1
            named = [row.cssselect("th[scope=row]") for row in table.cssselect("tbody tr")]
            if not table.cssselect("caption") or not all(named):
                wrong.append(f"{address}: {table.text_content().split()[:6]}")
    return wrong if seen else ["no table was seen"]


def every_long_list_has_links_to_its_parts(pages: dict[str, Page]) -> list[str]:
    """More than 20 rows in parts of several, unless all are folded away: folds are a list too."""
    wrong, seen = [], 0
    for address, page in pages.items():
        rows = page.all("main tbody tr, main .portal-rows__row, main fieldset[id^=row]")
        parts = Counter(map(part_of, rows))
        if len(rows) <= MANY_ROWS or not 1 < len(parts) < len(rows) or all(map(is_folded, rows)):
            continue
        seen += 1
        if not has_jump_list(page):
            wrong.append(f"{address}: {len(rows)} rows in {len(parts)} parts")
    return wrong if seen else ["no long list was seen"]


def every_page_of_many_headings_has_links_to_its_parts(pages: dict[str, Page]) -> list[str]:
    """A heading that is itself a link is part of a list of links."""
    wrong, seen = [], 0
    for address, page in pages.items():
        headings = [
            heading
            for heading in page.all("main h2, main h3")
            if not is_folded(heading) and not heading.cssselect("a")
        ]
        if len(headings) > MANY_HEADINGS:
            seen += 1
            wrong += [] if has_jump_list(page) else [f"{address}: {len(headings)} headings"]
    return wrong if seen else ["no page of many headings was seen"]


def has_jump_list(page: Page) -> bool:
    links = page.all("main nav a")
    return len([link for link in links if link.get("href", "").startswith("#")]) > 1


def part_of(row: HtmlElement) -> Hashable:
    """Return the part of a page in which a row stands: its fold, or the heading before it."""
    found = row.xpath("(ancestor::details | preceding::h2)[last()]")
    return found[0] if found else None


CHECKS = (
    no_title_stands_twice,
    a_title_begins_with_the_heading_and_names_the_post,
    no_id_stands_twice_and_what_refers_to_one_finds_it,
    no_page_has_too_many_controls_nor_many_of_one_name,
    every_table_has_a_caption_and_a_cell_that_names_each_row,
    every_long_list_has_links_to_its_parts,
    every_page_of_many_headings_has_links_to_its_parts,
)


def view_of(address: str) -> str:
    return resolve(urlsplit(address).path).view_name


def invalid(found: list[tuple[str, str]], folder: Path, enough: int) -> str:
    """Return what html-validate says of the longest pages of each view. enough: how many."""
    looked_at: Counter[str] = Counter()
    for number, (address, page) in enumerate(sorted(found, key=lambda one: -len(one[1]))):
        view = view_of(address)
        looked_at[view] += bool(page)
        if page and looked_at[view] <= enough:
            name = re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-")
            (folder / f"{number}-{name}.html").write_text(page, encoding="utf-8")
    return html_problems(folder)
