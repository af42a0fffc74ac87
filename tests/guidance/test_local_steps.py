"""An organisation's own steps: its members see them beneath the national text, nobody else does."""

import pytest

from guidance.models import LocalSteps, LocalStepsChange
from guidance.search import search
from guidance.services import publish
from guidance.services.local_steps import keep_local_steps
from kls_portal.accounts.models import Membership, Organisation
from tests.guidance.test_views import text_of

SECRET = "Book room Zanzibar first"
LINKS = "Room plan https://intranet.example/rooms"


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


def seen_in(response) -> str:
    return text_of(response).partition('name="seen" value="')[2].partition('"')[0]


# who sees the box


@pytest.mark.parametrize("role", ["manager", "colleague", "lead"])
def test_members_see_the_box_beneath_the_national_text(steps, people, client_of, role):
    response = client_of(getattr(people, role)).get("/interviews/")
    shown = text_of(response)
    assert shown.index("The text of interviews.") < shown.index("At Northfield NHS Trust")
    assert f"<li>{SECRET}</li>" in shown
    assert 'href="https://intranet.example/rooms" rel="noopener">Room plan</a>' in shown
    assert response.headers["Cache-Control"] == "private, no-store"
    assert ("Change the steps of" in shown) == (role == "lead")


@pytest.mark.parametrize("role", ["other", "editor", "superuser", None])
def test_nobody_else_sees_it(steps, people, client_of, role):
    client = client_of(role and getattr(people, role))
    for where in ("/interviews/", "/", "/search/?q=zanzibar", "/sitemap.xml", "/updates/feed/"):
        shown = client.get(where).content.decode()
        assert SECRET not in shown
        assert "Northfield" not in shown
    assert search("zanzibar") == []


def test_the_box_never_gets_into_the_stored_page_nor_out_of_it(steps, people, client, client_of):
    member = client_of(people.manager)
    assert SECRET in text_of(member.get("/interviews/"))
    for _ in range(2):
        response = client.get("/interviews/")
        assert SECRET not in text_of(response)
        assert response.headers["Cache-Control"] == "public, no-cache"
    assert SECRET in text_of(member.get("/interviews/"))


def test_whoever_leaves_the_organisation_sees_it_no_more(steps, people, client_of):
    client = client_of(people.manager)
    people.manager.memberships.all().delete()
    assert SECRET not in text_of(client.get("/interviews/"))


def test_a_session_without_a_person_is_nobody(steps, client):
    client.cookies["sessionid"] = "nonsense"
    assert SECRET not in text_of(client.get("/interviews/"))


def test_members_of_two_organisations_see_both_boxes_by_name(steps, page, people, client_of):
    Membership.objects.create(user=people.manager, organisation=people.southmoor)
    keep_local_steps(
        organisation=people.southmoor, page=page, text="Ring the bell", links="", by=people.other
    )
    shown = text_of(client_of(people.manager).get("/interviews/"))
    assert shown.index("At Northfield NHS Trust") < shown.index("At Southmoor NHS Trust")
    assert "Ring the bell" in shown


def test_the_national_text_goes_on_being_updated(steps, page, people, client_of):
    publish(page, title="Interviews", summary="New.", body="<p>A newer text.</p>")
    shown = text_of(client_of(people.manager).get("/interviews/"))
    assert "A newer text." in shown
    assert SECRET in shown


def test_a_page_without_steps_offers_them_to_leads_alone(page, people, client_of):
    assert "Add the steps of" in text_of(client_of(people.lead).get("/interviews/"))
    assert "At Northfield" not in text_of(client_of(people.manager).get("/interviews/"))


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
        "seen": seen_in(lead.get(address(page, people.northfield))),
    }
    response = lead.post(address(page, people.northfield), answers, follow=True)
    shown = text_of(response)
    assert "You saved the steps of Northfield NHS Trust." in shown
    assert "Ask HR" in shown
    change = LocalStepsChange.objects.get()
    assert (change.text, change.links, change.by) == ("Ask HR", LINKS, people.lead)


def test_local_steps_edit_shows_who_changed_them(steps, page, people, client_of):
    shown = text_of(client_of(people.lead).get(address(page, people.northfield)))
    assert ", Lead: saved" in shown


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"text": "", "links": ""}, "Enter your own steps"),
        ({"text": "x" * 4001, "links": ""}, "must be 4,000 characters or fewer"),
        ({"text": "A", "links": "Evil javascript:alert(1)"}, "Line 1 must end with an address"),
    ],
)
def test_local_steps_edit_says_what_is_not_right_and_loses_nothing(
    page, people, client_of, answers, said
):
    response = client_of(people.lead).post(address(page, people.northfield), answers)
    assert said in text_of(response)
    assert answers["links"] in response.content.decode()
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
            "seen": seen_in(lead.get(address(page, people.northfield))),
        },
    )
    shown = lead.get("/interviews/").content.decode()
    assert "&lt;script&gt;alert(1)" in shown
    assert "&lt;img src=x" in shown
    assert "&lt;b&gt;Plan" in shown
    assert "<img src=x" not in shown


def test_two_windows_lose_nothing(steps, page, people, client_of):
    lead = client_of(people.lead)
    seen = seen_in(lead.get(address(page, people.northfield)))
    there = address(page, people.northfield)
    assert lead.post(there, {"text": "First", "links": "", "seen": seen}).status_code == 302
    response = lead.post(there, {"text": "Second", "links": "", "seen": seen})
    shown = text_of(response)
    assert "This was saved in another window" in shown
    assert "First" in shown
    assert "Second" in shown
    assert LocalSteps.objects.get().text == "First"
    again = {"text": "Second", "links": "", "seen": seen_in(response)}
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
    assert "Remove the steps of Northfield NHS Trust from" in text_of(lead.get(where))
    assert LocalSteps.objects.exists()
    assert "You removed the steps" in text_of(lead.post(where, follow=True))
    assert not LocalSteps.objects.exists()
    assert SECRET not in text_of(lead.get("/interviews/"))
    assert [change.text for change in LocalStepsChange.objects.all()] == ["", steps.text]
    assert lead.post(where).status_code == 302
    assert LocalStepsChange.objects.count() == 2
