"""Updates, by topic and as a feed; major changes of pages stand beside them."""

import uuid
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from guidance.models import Update
from guidance.news.services import tags_of_updates
from guidance.pages.services.publishing import withdraw
from tests.guidance.editing import errors_of, publish
from tests.pages import Page

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def changed(make_page):
    """A page with one major change that readers were told of, and a minor one after it."""
    page = make_page("interviews", title="Interviews")
    words = {"title": "Interviews", "summary": "All."}
    publish(page, body="<p>2</p>", is_major=True, change_note="Send questions first.", **words)
    publish(page, body="<p>3</p>", note="A comma", **words)
    return page


def feed_of(client):
    response = client.get("/updates/feed/")
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 - our own answer


def updates_on(answer) -> list[str]:
    """Return the addresses of the updates that a page lists, in order."""
    return Page(answer).addresses(".guidance-list h3")


def changes_on(answer) -> list[str]:
    """Return what readers are told of changes to pages, in order."""
    return Page(answer).texts("#changes-to-pages .guidance-list__text")


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


# update_list


def test_update_list_shows_the_newest_first_and_no_draft(client, make_update):
    make_update("Old", published_on=date(2026, 1, 1))
    make_update("New")
    make_update("Draft", is_published=False)
    assert updates_on(client.get("/updates/")) == ["/updates/new/", "/updates/old/"]
    assert client.get("/updates/draft/").status_code == 404


def test_update_list_shows_one_topic(client, make_update):
    make_update("Money", "Pay")
    make_update("Learning", "Training")
    answer = client.get("/updates/?tag=training")
    assert "Training" in Page(answer).heading
    assert updates_on(answer) == ["/updates/learning/"]


@pytest.mark.parametrize("tag", ["none", "<script>", "'%22", "x" * 3000])
def test_update_list_of_a_topic_that_is_none(client, make_update, tag):
    make_update("Money", "Pay")
    response = client.get("/updates/", {"tag": tag})
    assert response.status_code == 200
    assert "no-such-topic" in Page(response).ids
    assert updates_on(response) == []


@pytest.mark.parametrize("page", ["2", "-1", "x", "999999999999999999999"])
def test_update_list_of_a_page_that_is_none(client, make_update, page):
    make_update("Money")
    assert client.get(f"/updates/?page={page}").status_code == 200


def test_update_list_tells_major_changes_of_pages_alone(
    client, changed, django_capture_on_commit_callbacks
):
    assert changes_on(client.get("/updates/")) == ["Send questions first."]
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(changed)
    assert changes_on(client.get("/updates/")) == []


def test_update_list_is_stored_until_an_editor_saves(
    client, make_update, people, client_of, django_capture_on_commit_callbacks
):
    update = make_update("Money")
    client.get("/updates/")
    editor = client_of(people.editor)
    address = reverse("admin:guidance_update_change", args=[update.pk])
    answers = {
        "title": "Wages",
        "slug": "money",
        "summary": "On pay.",
        "body": "<p>Text <script>alert(1)</script></p>",
        "published_on": "2026-11-20",
        "is_published": "on",
    }
    with django_capture_on_commit_callbacks(execute=True):
        assert editor.post(address, answers).status_code == 302
    assert Page(client.get("/updates/")).texts(".guidance-list h3") == ["Wages"]
    assert "script>alert" not in client.get("/updates/money/").content.decode()


def test_an_update_whose_links_lead_nowhere_is_not_saved(make_update, people, client_of):
    update = make_update("Money")
    address = reverse("admin:guidance_update_change", args=[update.pk])
    answers = {
        "title": "Wages",
        "slug": "money",
        "summary": "On pay.",
        "body": '<p><a href="/nothing/">Here</a></p>',
        "published_on": "2026-11-20",
    }
    response = client_of(people.editor).post(address, answers)
    assert errors_of(response) == {"body"}
    update.refresh_from_db()
    assert update.title == "Money"


# update_detail


def test_update_detail_shows_text_day_and_topics(client, make_update):
    make_update("Money", "Pay")
    shown = Page(client.get("/updates/money/"))
    assert shown.texts(".guidance-body p") == ["The text of Money."]
    assert shown.texts("time[datetime='2026-11-20']") == ["20 November 2026"]
    assert shown.texts("a[href='/updates/?tag=pay']") == ["Pay"]


# update_feed


def test_update_feed_is_atom_with_what_it_must_have(client, make_update, changed, settings):
    make_update("Money", "Pay")
    feed = feed_of(client)
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id").startswith("urn:uuid:")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == settings.SITE_NAME
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == "http://testserver/updates/feed/"
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        assert uuid.UUID(entry.findtext(f"{ATOM}id").removeprefix("urn:uuid:"))
        assert entry.findtext(f"{ATOM}title")
        assert "T" in entry.findtext(f"{ATOM}updated")
        assert entry.find(f"{ATOM}link").get("href").startswith("http://testserver/")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) == 2


def test_update_feed_holds_updates_and_major_changes(client, make_update, changed):
    make_update("Money", "Pay")
    make_update("Draft", is_published=False)
    feed = feed_of(client)
    change, update = sorted(titles(feed), key=lambda title: title == "Money")
    assert (change.endswith("Interviews"), update) == (True, "Money")
    assert [tag.get("term") for tag in feed.iter(f"{ATOM}category")] == ["Pay"]
    summaries = [entry.findtext(f"{ATOM}summary") for entry in feed.iter(f"{ATOM}entry")]
    assert "Send questions first." in summaries


def test_ids_of_the_feed_stay_when_words_and_addresses_change(client, make_update, changed):
    update = make_update("Money")
    before = {entry.findtext(f"{ATOM}id") for entry in feed_of(client).iter(f"{ATOM}entry")}
    Update.objects.filter(pk=update.pk).update(title="Wages", slug="wages")
    publish(changed, title="Asking", summary="All.", body="<p>4</p>")
    after = {entry.findtext(f"{ATOM}id") for entry in feed_of(client).iter(f"{ATOM}entry")}
    assert after == before


def test_every_page_names_the_feed(client, make_page):
    make_page("interviews")
    for address in ("/", "/interviews/", "/updates/"):
        feeds = Page(client.get(address)).all("head link[type='application/atom+xml']")
        assert [feed.get("href") for feed in feeds] == [reverse("guidance:update_feed")]


def test_a_page_says_what_changed_and_when(client, changed):
    shown = Page(client.get("/interviews/"))
    (change,) = shown.texts("#changes li")
    assert change.endswith(": Send questions first.")
    day = changed.revisions.get(is_major=True).published_at
    told = [moment.get("datetime") for moment in shown.all("#changes time")]
    assert told == [localtime(day).date().isoformat()]


def test_a_page_that_never_changed_says_nothing_of_it(client, make_page):
    make_page("interviews")
    assert "changes" not in Page(client.get("/interviews/")).ids


def test_home_shows_what_is_new(client, make_update):
    for number in range(4):
        make_update(f"Item {number}", published_on=date(2026, 11, number + 1))
    newest = [f"/updates/item-{number}/" for number in (3, 2, 1)]
    assert updates_on(client.get("/")) == newest


def test_the_sitemap_names_updates(client, make_update):
    make_update("Money")
    assert "/updates/money/</loc>" in client.get("/sitemap.xml").content.decode()


# Updates of a day to come

PLACES = (
    "/",
    "/updates/",
    "/updates/feed/",
    "/sitemap.xml",
    "/search/?q=begins",
    "/updates/thaw/",
)


@pytest.mark.parametrize("address", PLACES)
def test_an_update_of_a_later_day_appears_on_its_day_by_itself(
    client, make_update, on_day, address
):
    """Also where the page was stored, a moment before midnight, without it."""
    make_update("Thaw", "Ice", summary="It begins.", published_on=date(2027, 3, 1))

    def is_shown() -> bool:
        answer = client.get(address)
        return answer.status_code == 200 and "thaw" in answer.content.decode().lower()

    on_day(date(2027, 2, 28))
    assert not is_shown()
    assert not is_shown()
    on_day(date(2027, 3, 1))
    assert is_shown()


def test_a_topic_of_later_updates_alone_is_not_offered(client, make_update, on_day):
    make_update("Thaw", "Ice", published_on=date(2027, 3, 1))
    make_update("Money", "Pay")
    on_day(date(2027, 2, 28))
    assert [tag.name for tag in tags_of_updates()] == ["Pay"]
    assert updates_on(client.get("/updates/?tag=ice")) == []
    on_day(date(2027, 3, 1))
    assert [tag.name for tag in tags_of_updates()] == ["Ice", "Pay"]


@pytest.mark.parametrize(
    ("moment", "is_there"),
    [
        (datetime(2027, 3, 31, 22, 59, 59, tzinfo=UTC), False),
        (datetime(2027, 3, 31, 23, 0, 0, tzinfo=UTC), True),
    ],
)
def test_a_day_begins_at_midnight_in_london(client, make_update, time_machine, moment, is_there):
    make_update("Thaw", published_on=date(2027, 4, 1))
    time_machine.move_to(moment.timestamp(), tick=False)
    assert (client.get("/updates/thaw/").status_code == 200) is is_there
