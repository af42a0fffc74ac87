"""Every page of the admin that editors use passes axe and fits a small screen."""

import uuid
from datetime import date

import pytest
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.test import RequestFactory
from django.urls import reverse

from guidance.content.demonstration import CLAIMED, lapsed_claim, work_for_the_desk
from guidance.models import Claim, Page
from guidance.pages.services.approvals import answer, make_link
from guidance.pages.services.drafts import save_draft
from kls_portal.accounts.models import User
from tests.conftest import PASSWORD
from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.paper import faults_of_paper
from tests.journeys.sight import DARK, FORCED, faults_of_room, faults_of_sight
from tests.journeys.visitor import Visitor
from tests.vacancies.profile_files import NEWER, as_csv
from vacancies.drafting.services.versions import freeze_draft
from vacancies.management.demonstration import load_demonstration
from vacancies.models import Example, MeetingTheme, PeerOffer, Profile, PublishedText, Vacancy

pytestmark = pytest.mark.usefixtures("guidance_pages", "reference_data")


@pytest.fixture
def editor(visit, people) -> Visitor:
    """A signed-in editor."""
    return at_work(visit(), people.editor)


def at_work(visitor: Visitor, person: User) -> Visitor:
    """Return the window of somebody who has signed in to the admin."""
    visitor.page.goto("/accounts/login/?next=/admin/")
    visitor.page.get_by_label("Email address").fill(person.email)
    visitor.page.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.page.get_by_role("button", name="Sign in").click()
    visitor.page.wait_for_url("**/admin/")
    return visitor


def worked_on() -> Page:
    """A page with a draft to be compared, an answer to it, and work in each part of the desk."""
    page = Page.objects.get(path="recruiting/interviews")
    words = page.live.words() | {"body": page.live.body + f"<p>Zebras ask fairly.</p>{CLAIMED}"}
    link, _ = make_link(save_draft(page, **words, note="Zebras"), days=7, label="Workforce team")
    answer(link, key=uuid.uuid4(), is_approval=True, comment="Well said")
    Page.objects.filter(path="cookies").update(next_review=date(2026, 1, 1))
    lapsed_claim()
    assert list(work_for_the_desk(page))
    return page


def offered() -> None:
    """A row of each model of the vacancies that the portal brings none of."""
    load_demonstration()
    vacancy = Vacancy.objects.get()
    version = freeze_draft(vacancy=vacancy, person=vacancy.created_by, key=uuid.uuid4())
    Example.objects.create(
        organisation=vacancy.organisation, title="Librarian", band="5", content=version.content
    )
    PublishedText.objects.create(name="Librarian", source="A handbook")
    PeerOffer.objects.create(
        organisation=vacancy.organisation,
        made_by=vacancy.created_by,
        kind=PeerOffer.Kind.MENTORING,
        region=PeerOffer.Region.LONDON,
        topics="Systematic reviews",
        lapses_on=date(2099, 1, 1),
        key=uuid.uuid4(),
    )
    MeetingTheme.objects.create(text="How to teach searching", key=uuid.uuid4())


def addresses(person: User) -> list[str]:
    """Return each address of a registered model that somebody opens."""
    request = RequestFactory().get("/admin/")
    request.user = person
    found = []
    for model, models_admin in admin.site._registry.items():
        if not models_admin.has_view_permission(request):
            continue
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found.append(reverse(f"{name}_changelist"))
        if models_admin.has_add_permission(request):
            found.append(reverse(f"{name}_add"))
        row = model._default_manager.first()
        assert row, f"No row of {name} to open"
        found.append(reverse(f"{name}_change", args=[row.pk]))
    return found


@pytest.mark.thorough
def test_every_page_an_editor_uses_passes(editor, people):
    page, claim = worked_on(), Claim.objects.first()
    offered()
    LogEntry.objects.log_actions(people.editor.pk, [claim], CHANGE, single_object=True)
    draft = page.draft_id
    compare = reverse("admin:guidance_page_differences", args=[page.pk])
    own = [
        "/admin/",
        reverse("admin:guidance_desk"),
        reverse("admin:guidance_page_change", args=[page.pk]),
        reverse("admin:guidance_page_history", args=[page.pk]),
        reverse("admin:guidance_page_preview", args=[page.pk, draft]),
        f"{compare}?from={page.live_id}&to={draft}",
        f"{reverse('admin:guidance_linkplace_changelist')}?health=broken",
        reverse("admin:guidance_claim_history", args=[claim.pk]),
    ]
    registered = addresses(people.editor)
    assert len(registered) > 20
    faults: list[str] = []
    for address in [*own, *registered]:
        faults += _faults(editor, address)
    editor.page.goto(reverse("admin:guidance_claim_add"))
    editor.page.get_by_role("button", name="Save", exact=True).click()
    editor.page.locator(".nhsuk-error-summary:focus").wait_for()
    faults += faults_of_sight(editor.page, [DARK, *FORCED])
    assert not faults, "\n".join(faults)


@pytest.mark.thorough
def test_every_page_that_superusers_alone_use_passes(visit, people):
    worked_on()
    offered()
    own = sorted({*addresses(people.superuser)} - {*addresses(people.editor)})
    assert len(own) > 2
    superuser = at_work(visit(), people.superuser)
    own += [
        reverse("admin:guidance_transfer"),
        reverse("admin:accounts_user_delete", args=[people.manager.pk]),
    ]
    assert [_faults(superuser, address) for address in own] == [[]] * len(own)


def test_a_session_that_ends_soon_is_put_off_on_the_site_and_in_the_admin(visit, people, settings):
    day, settings.SESSION_COOKIE_AGE = settings.SESSION_COOKIE_AGE, 300
    site = at_work(visit(), people.editor).page
    admin = site.context.new_page()
    site.goto("/")
    admin.goto("/admin/")
    settings.SESSION_COOKIE_AGE = day
    for page in (site, admin):
        warning = page.locator("main .portal-session[role=alert]")
        warning.get_by_role("button").press("Enter")
        warning.wait_for(state="detached")
        assert page.evaluate("document.activeElement.localName") == "h1"
        page.locator("main .portal-answer[role=status]", has_text=":").wait_for()


@pytest.mark.thorough
def test_the_page_that_asks_before_a_profile_is_withdrawn_passes(editor, people):
    old = Profile.objects.get(code="ILL-LIB-5")
    Vacancy.objects.create(organisation=people.northfield, title="Librarian", profile=old)
    editor.goto(reverse("admin:vacancies_profile_import"))
    file = {"name": "profiles.csv", "mimeType": "text/csv", "buffer": as_csv(NEWER)}
    editor.page.locator("#id_file").set_input_files(file)
    editor.press("Import")
    editor.page.set_viewport_size(TELEPHONE)
    editor.check()
    assert not Profile.objects.filter(code=NEWER["code"]).exists()
    editor.page.locator("#id_file").set_input_files(file)
    editor.page.get_by_label("Withdraw profiles that vacancies use").check()
    editor.press("Import")
    old.refresh_from_db()
    assert old.replaced_by.code == NEWER["code"]


def _faults(visitor: Visitor, address: str) -> list[str]:
    """Return what is wrong with a page, on the desktop and on a small screen."""
    visitor.page.set_viewport_size(DESKTOP)
    visitor.page.goto(address)
    found = [*visitor.faults_at_sight(), *visitor.axe_faults()]
    found += faults_of_sight(visitor.page, [DARK, *FORCED])
    found += faults_of_paper(visitor.page)
    return [*found, *visitor.faults_when_narrow(), *faults_of_room(visitor.page)]
