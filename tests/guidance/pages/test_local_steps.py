"""An organisation's own steps: its members see them beneath the national text, nobody else does."""

import pytest

from guidance.models import LocalSteps, LocalStepsChange
from guidance.pages.services.local_steps import keep_local_steps
from kls_portal.accounts.models import Membership, Organisation
from kls_portal.reference.loading import load_facts
from tests.each import each
from tests.guidance.editing import publish, search
from tests.pages import Page

SECRET = "Book room Zanzibar first"
LINKS = "Room plan https://intranet.example/rooms"
BOX = ".guidance-local"


@pytest.fixture
def page(make_page):
    return make_page("interviews", title="Interviews")


@pytest.fixture
def steps(page, people):
    return keep_local_steps(
        organisation=people.northfield,
        page=page,
        text=f"Do this:\n\n- {SECRET}\n- then ask",
        links=LINKS,
        by=people.lead,
    )


def address(page, organisation, tail=""):
    return f"/local/{organisation.pk}/{page.pk}/{tail}"


def boxes_of(shown: Page) -> list[int]:
    """Return the numbers of the organisations whose boxes stand on a page, in order."""
    return [int(box.get("aria-labelledby").removeprefix("local-steps-")) for box in shown.all(BOX)]


def seen_in(response) -> str:
    return Page(response).value("version_token")


def test_a_fact_in_the_steps_says_the_value_of_the_day(page, people, client_of):
    load_facts()
    words = {"text": "At most {{ fact full-time-hours }}", "links": ""}
    keep_local_steps(organisation=people.northfield, page=page, by=people.lead, **words)
    assert "At most 37.5 hours a week" in Page(client_of(people.manager).get("/interviews/")).text(
        BOX
    )
    answers = {"text": "{{ fact no-such }}", "links": "", "version_token": ""}
    response = client_of(people.lead).post(address(page, people.northfield), answers)
    assert response.context["form"].errors.as_data()["text"][0].code == "no-fact"


# who sees the box


@pytest.mark.parametrize("role", ["manager", "colleague", "lead"])
def test_members_see_the_box_beneath_the_national_text(steps, people, client_of, role):
    response = client_of(getattr(people, role)).get("/interviews/")
    shown = Page(response)
    assert boxes_of(shown) == [people.northfield.pk]
    assert shown.all(f".guidance-body ~ {BOX}"), "the box stands beneath the national text"
    assert shown.texts(f"{BOX} li") == [SECRET, "then ask", "Room plan"]
    assert shown.texts(f"{BOX} a[href='https://intranet.example/rooms']") == ["Room plan"]
    assert response.headers["Cache-Control"] == "private, no-store"
    assert (address(steps.page, people.northfield) in shown.links) == (role == "lead")


@each("role", ["other", "editor", "superuser", None])
def test_nobody_else_sees_it(steps, people, client_of, role):
    client = client_of(role and getattr(people, role))
    for where in ("/interviews/", "/", "/search/?q=zanzibar", "/sitemap.xml", "/updates/feed/"):
        shown = client.get(where).content.decode()
        assert SECRET not in shown
        assert "Northfield" not in shown
    assert search("zanzibar") == []


def test_the_box_never_gets_into_the_stored_page_nor_out_of_it(steps, people, client, client_of):
    member = client_of(people.manager)
    assert boxes_of(Page(member.get("/interviews/"))) == [people.northfield.pk]
    for _ in range(2):
        response = client.get("/interviews/")
        assert SECRET not in response.content.decode()
        assert boxes_of(Page(response)) == []
        assert response.headers["Cache-Control"] == "public, no-cache"
    assert SECRET in Page(member.get("/interviews/")).text(BOX)


def test_whoever_leaves_the_organisation_sees_it_no_more(steps, people, client_of):
    client = client_of(people.manager)
    people.manager.memberships.all().delete()
    shown = client.get("/interviews/")
    assert SECRET not in shown.content.decode()
    assert boxes_of(Page(shown)) == []


def test_a_session_without_a_person_is_nobody(steps, client):
    client.cookies["sessionid"] = "nonsense"
    shown = client.get("/interviews/")
    assert SECRET not in shown.content.decode()
    assert boxes_of(Page(shown)) == []


def test_members_of_two_organisations_see_both_boxes_by_name(steps, page, people, client_of):
    Membership.objects.create(user=people.manager, organisation=people.southmoor)
    keep_local_steps(
        organisation=people.southmoor, page=page, text="Ring the bell", links="", by=people.other
    )
    shown = Page(client_of(people.manager).get("/interviews/"))
    assert boxes_of(shown) == [people.northfield.pk, people.southmoor.pk]
    north, south = shown.texts(f"{BOX} h2")
    assert (people.northfield.name in north, people.southmoor.name in south) == (True, True)
    assert "Ring the bell" in shown.texts(f"{BOX} p")


def test_the_national_text_goes_on_being_updated(steps, page, people, client_of):
    publish(page, title="Interviews", summary="New.", body="<p>A newer text.</p>")
    shown = Page(client_of(people.manager).get("/interviews/"))
    assert shown.texts(".guidance-body p") == ["A newer text."]
    assert SECRET in shown.text(BOX)


def test_a_page_without_steps_offers_them_to_leads_alone(page, people, client_of):
    edit = address(page, people.northfield)
    assert Page(client_of(people.lead).get("/interviews/")).addresses(BOX) == [edit]
    assert boxes_of(Page(client_of(people.manager).get("/interviews/"))) == []


def test_few_queries_more_for_members(
    steps, people, client, client_of, django_assert_max_num_queries
):
    member = client_of(people.manager)
    member.get("/interviews/")
    with django_assert_max_num_queries(9):
        member.get("/interviews/")


# local_steps_edit


def test_local_steps_edit_saves_what_a_lead_types(page, people, client_of):
    lead = client_of(people.lead)
    answers = {
        "text": "Ask HR",
        "links": LINKS,
        "version_token": seen_in(lead.get(address(page, people.northfield))),
    }
    response = lead.post(address(page, people.northfield), answers, follow=True)
    shown = Page(response)
    assert shown.banner == "success"
    assert "Ask HR" in shown.texts(f"{BOX} p")
    change = LocalStepsChange.objects.get()
    assert (change.text, change.links, change.by) == ("Ask HR", LINKS, people.lead)


def test_local_steps_edit_shows_who_changed_them(steps, page, people, client_of):
    shown = Page(client_of(people.lead).get(address(page, people.northfield)))
    assert [change.get("data-change") for change in shown.all("[data-change]")] == ["saved"]
    assert str(people.lead) in shown.text("[data-change]")


@each(
    "answers, errors",
    [
        ({"text": "", "links": ""}, {"text"}),
        ({"text": "x" * 4001, "links": ""}, {"text"}),
        ({"text": "A", "links": "Evil javascript:alert(1)"}, {"links"}),
    ],
)
def test_local_steps_edit_says_what_is_not_right_and_loses_nothing(
    page, people, client_of, answers, errors
):
    lead, there = client_of(people.lead), address(page, people.northfield)
    shown = Page(lead.post(there, {**answers, "version_token": seen_in(lead.get(there))}))
    assert shown.errors == errors
    assert {name: shown.value(name) for name in answers} == answers
    assert not LocalSteps.objects.exists()


def test_hostile_words_are_shown_as_words(page, people, client_of):
    lead = client_of(people.lead)
    hostile = "<script>alert(1)</script>\n- <img src=x onerror=alert(2)>"
    links = "<b>Plan</b> https://a.example"
    lead.post(
        address(page, people.northfield),
        {
            "text": hostile,
            "links": links,
            "version_token": seen_in(lead.get(address(page, people.northfield))),
        },
    )
    shown = Page(lead.get("/interviews/"))
    assert "<script>alert(1)</script>" in shown.texts(f"{BOX} p")
    assert shown.texts(f"{BOX} li") == ["<img src=x onerror=alert(2)>", "<b>Plan</b>"]
    assert shown.all(f"{BOX} script, {BOX} img, {BOX} b") == []


def test_two_windows_lose_nothing(steps, page, people, client_of):
    lead = client_of(people.lead)
    seen = seen_in(lead.get(address(page, people.northfield)))
    there = address(page, people.northfield)
    assert (
        lead.post(there, {"text": "First", "links": "", "version_token": seen}).status_code == 302
    )
    response = lead.post(there, {"text": "Second", "links": "", "version_token": seen})
    shown = Page(response)
    assert shown.errors == {""}, "what another window saved is told"
    assert "First" in shown.text(".nhsuk-card--warning")
    assert shown.value("text") == "Second"
    assert LocalSteps.objects.get().text == "First"
    again = {"text": "Second", "links": "", "version_token": seen_in(response)}
    assert lead.post(there, again).status_code == 302
    assert LocalSteps.objects.get().text == "Second"


@pytest.mark.parametrize("tail", ["", "remove/"])
def test_another_organisations_steps_are_not_there(steps, page, people, client_of, tail):
    for role, status in (("other", 404), ("editor", 404), ("superuser", 404), ("manager", 403)):
        client = client_of(getattr(people, role))
        where = address(page, people.northfield, tail)
        assert client.get(where).status_code == status, role
        assert client.post(where, {"text": "Ours now", "links": ""}).status_code == status, role
    assert LocalSteps.objects.get().text == steps.text


@pytest.mark.parametrize("tail", ["", "remove/"])
def test_an_organisation_or_page_that_is_not_there(page, people, client_of, tail):
    lead = client_of(people.lead)
    gone = Organisation(pk=10**30)
    assert lead.get(address(page, gone, tail)).status_code == 404
    assert lead.get(f"/local/{people.northfield.pk}/{10**30}/{tail}").status_code == 404


# local_steps_remove


def test_local_steps_remove_asks_first_then_removes(steps, page, people, client_of):
    lead = client_of(people.lead)
    where = address(page, people.northfield, "remove/")
    asked = Page(lead.get(where))
    assert people.northfield.name in asked.heading
    assert asked.actions == [""]
    assert LocalSteps.objects.exists()
    assert Page(lead.post(where, follow=True)).banner == "success"
    assert not LocalSteps.objects.exists()
    assert SECRET not in lead.get("/interviews/").content.decode()
    assert [change.text for change in LocalStepsChange.objects.all()] == ["", steps.text]
    assert lead.post(where).status_code == 302
    assert LocalStepsChange.objects.count() == 2
