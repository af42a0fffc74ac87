"""The pieces of work that are measured. Needs Django set up and the shipped data loaded."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from urllib.parse import quote_plus

from django.http import HttpResponse
from django.test import Client
from django.urls import clear_url_caches, path

from kls_portal import urls
from kls_portal.documents.calendar_file import calendar_ics
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.document_pdf import document_pdf
from tests.benchmarks.measure import Work
from tests.guidance.editing import search
from tests.vacancies.planning.shipped import groups
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.sections import sections
from vacancies.induction.exports.checklist import (
    checklist_calendar,
    checklist_document,
    checklist_series,
)
from vacancies.induction.rules.plan import plan
from vacancies.models import Vacancy
from vacancies.planning.rules.checklist import Checklist, Group, Situation
from vacancies.profiles.rules.comparison import Rulings
from vacancies.profiles.rules.loading import bands, limits, profiles, scheme
from vacancies.profiles.rules.matching import match
from vacancies.profiles.rules.ranking import ranking

SITUATION = Situation(
    role="Knowledge and library services manager",
    band="7",
    start=date(2027, 1, 4),
    manages_people=True,
    organisation="Northfield NHS Trust",
)
FORTY, FORTY_ON_SCREEN = "40 tasks as PDF", "40 tasks as PDF to tick on screen"
EMPTY = "checklist without tasks as PDF"
QUESTION = "how do I write a job description"
ASKED, UNASKED = "search page with answers", "search page without a question"
OVERVIEW, NOTHING = "first page of a vacancy", "empty view, signed in"
READ = "guidance page, signed in"
PAGE = "/recruiting/writing-a-job-description/"


def works() -> dict[str, Work]:
    """Return every piece of work by the name that the table shows."""
    return {**_rules(), **_exports(), **_pages(), **_own_pages()}


def _rules() -> dict[str, Work]:
    profile = next(profile for profile in profiles() if profile.id == "ILL-KLM-7")
    levels = {code: range_.highest for code, range_ in profile.ranges.items()}
    known = Rulings(scheme(), bands(), limits())
    draft = full_draft()
    hundred = [replace(profile, id=f"{profile.id}-{number}") for number in range(100)]
    return {
        "compare with 100 profiles": lambda: ranking(hundred, levels, known),
        "match a post with a profile": lambda: match(profile, levels, known),
        "plan a checklist": lambda: plan(groups(), SITUATION),
        "sections of a full draft": lambda: sections(draft),
    }


def _checklist_pdf(checklist: Checklist, on_screen: bool = False) -> bytes:
    return document_pdf(checklist_document(checklist, on_screen=on_screen))


def _exports() -> dict[str, Work]:
    checklist = plan(groups(), SITUATION)
    forty = first_tasks(checklist, 40)
    empty = replace(checklist, groups=())
    number = count()
    # typst keeps what it set before, so each PDF is of another Trust.
    return {
        "checklist as PDF": lambda: _checklist_pdf(
            replace(checklist, organisation=f"Trust {next(number)}")
        ),
        "checklist as PDF to tick on screen": lambda: _checklist_pdf(
            replace(checklist, organisation=f"Trust {next(number)}"), on_screen=True
        ),
        EMPTY: lambda: _checklist_pdf(replace(empty, organisation=f"Trust {next(number)}")),
        FORTY: lambda: _checklist_pdf(replace(forty, organisation=f"Trust {next(number)}")),
        FORTY_ON_SCREEN: lambda: _checklist_pdf(
            replace(forty, organisation=f"Trust {next(number)}"), on_screen=True
        ),
        "checklist as Word file": lambda: document_docx(checklist_document(checklist)),
        "checklist as calendar": lambda: calendar_ics(
            checklist_calendar(checklist, checklist_series(checklist, "benchmark"))
        ),
    }


def first_tasks(checklist: Checklist, number: int) -> Checklist:
    """Return the checklist with its first tasks alone, exactly so many."""
    found: list[Group] = []
    for group in checklist.groups:
        left = number - sum(len(kept.tasks) for kept in found)
        found.append(replace(group, tasks=group.tasks[:left]))
    first = replace(checklist, groups=tuple(found))
    if len(first.tasks) != number:
        raise RuntimeError(f"The checklist has fewer than {number} tasks to measure with.")
    return first


def _pages() -> dict[str, Work]:
    client = Client()
    # A page with a question in its address is never taken from the store.
    return {
        "search the guidance": lambda: search(QUESTION),
        ASKED: lambda: _fetch(client, f"/search/?q={quote_plus(QUESTION)}"),
        UNASKED: lambda: _fetch(client, "/search/"),
        "guidance page, made anew": lambda: _fetch(client, f"{PAGE}?anew=1"),
        "guidance page, stored": lambda: _fetch(client, PAGE),
    }


def _own_pages() -> dict[str, Work]:
    vacancy, client = Vacancy.objects.earliest("pk"), Client()
    client.force_login(vacancy.created_by)
    urls.urlpatterns.insert(0, path("nothing/", lambda request: HttpResponse()))
    clear_url_caches()
    return {
        OVERVIEW: lambda: _fetch(client, vacancy.get_absolute_url()),
        READ: lambda: _fetch(client, PAGE),
        NOTHING: lambda: _fetch(client, "/nothing/"),
    }


def _fetch(client: Client, address: str) -> None:
    status = client.get(address).status_code
    if status != 200:
        raise RuntimeError(f"{address} answered {status}, so there is nothing to measure.")


def full_draft() -> Draft:
    """Return a draft with every section written, 12 duties and 20 criteria."""
    day = date(2027, 1, 4)
    return Draft(
        title="Librarian",
        band="5",
        profile="ILL-LIB-5",
        hours=Decimal("37.5"),
        contract="permanent",
        place="Northfield",
        flexible_working="Two days a week at home.",
        opens_on=day,
        closes_on=day,
        interview_on=day,
        starts_on=day,
        about_organisation="A Trust of three hospitals.",
        purpose="Finds, explains and teaches evidence. " * 6,
        reports_to="Service manager",
        supervises="One library assistant",
        decides="Plans the week alone; asks before spending.",
        duties=tuple(Duty(n, f"Does duty {n}, so that teams have evidence") for n in range(12)),
        criteria=tuple(
            Criterion(n, "skills", n % 2 == 0, f"Can do thing {n}", ("interview",), (n % 12,))
            for n in range(20)
        ),
    )
