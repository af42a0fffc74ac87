"""The check of every link: what is tried, what is remembered, what an editor reads."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from guidance.models import ExternalResource, LinkCheck, LinkPlace, Page, PageResource
from guidance.pages.services.publishing import withdraw
from guidance.register import services as link_checks
from guidance.register.link_check.outcome import Outcome, State
from guidance.register.services import check, check_links, note_places, remember
from tests.guidance.editing import publish, said_in
from tests.guidance.register.misbehaving import misbehaving
from tests.pages import Page as Shown

LIST = "/admin/guidance/linkplace/"


@pytest.fixture
def server(settings):
    """A server on this machine, and settings that let the check ask it without pauses."""
    settings.LINK_CHECK_PRIVATE_HOSTS = True
    settings.LINK_CHECK_PAUSE = 0
    settings.LINK_CHECK_TIMEOUT = 1
    with misbehaving() as server:
        yield server


def body_with(*links: str) -> str:
    return "".join(
        f'<p>See <a href="{link}">the words {n}</a>.</p>' for n, link in enumerate(links)
    )


def numbers_in(said: str) -> list[int]:
    """Return the numbers of a sentence: how many were tried, how many of them are broken."""
    return [int(number) for number in re.findall(r"\d+", said)]


def run(now=None) -> str:
    return " ".join(check_links(now or timezone.now()))


def test_links_of_live_pages_are_tried_and_remembered(server, make_page):
    links = [server.address + path for path in ("/ok", "/gone", "/moved", "/ok#part")]
    make_page("a", body=body_with(*links, "/a/", "mailto:a@b.example", "#part"))
    withdraw(make_page("off", body=body_with(f"{server.address}/fault")))
    assert numbers_in(run()) == [3, 1]
    states = {row.address.removeprefix(server.address): row.state for row in rows()}
    assert states == {"/ok": "works", "/gone": "gone", "/moved": "moved"}
    gone = LinkPlace.objects.broken().get()
    assert (gone.text, gone.page.path, gone.link.code) == ("the words 1", "a", 404)


def rows():
    return LinkCheck.objects.all()


def test_what_was_tried_lately_is_left_alone_and_the_failed_are_tried_sooner(server, make_page):
    make_page("a", body=body_with(f"{server.address}/ok", f"{server.address}/gone"))
    run()
    assert run() == ""
    server.asked.clear()
    assert numbers_in(run(timezone.now() + timedelta(days=1))) == [1, 1]
    assert {path for _, path in server.asked} == {"/gone"}
    row = LinkCheck.objects.get(address__endswith="/gone")
    assert row.failures == 2
    assert numbers_in(run(timezone.now() + timedelta(days=8))) == [2, 1]


def test_since_moves_only_where_the_state_changes(db):
    row = LinkCheck.objects.create(key="k", address="https://a.example/")
    days = [timezone.now() + timedelta(days=day) for day in range(4)]
    for day, state in zip(days, [State.GONE, State.GONE, State.WORKS, State.GONE], strict=True):
        row.refresh_from_db()
        remember(row, Outcome(state), day)
    row.refresh_from_db()
    assert (row.since, row.failures, row.checked_at) == (days[3], 1, days[3])
    remember(row, Outcome(State.GONE), days[3] + timedelta(days=1))
    row.refresh_from_db()
    assert (row.since, row.failures) == (days[3], 2)


def test_a_link_taken_out_of_the_text_is_forgotten(server, make_page):
    page = make_page("a", body=body_with(f"{server.address}/gone"))
    run()
    publish(page, title="A", summary="A.", body="<p>None.</p>")
    run()
    assert not LinkPlace.objects.exists()
    assert not LinkCheck.objects.exists()


def test_a_resource_stands_once_for_each_page_that_points_to_it(make_page):
    resource = ExternalResource.objects.create(
        code="one", name="One", publisher="P", use="U.", url="www.one.example/x"
    )
    note_places()
    assert [(p.page, p.resource) for p in LinkPlace.objects.all()] == [(None, resource)]
    pages = [make_page("a"), make_page("b")]
    for page in pages:
        PageResource.objects.create(page=page, resource=resource)
    note_places()
    assert [place.page for place in LinkPlace.objects.all()] == pages
    assert LinkCheck.objects.get().address == "https://www.one.example/x"


def test_noting_twice_changes_nothing(guidance_pages):
    note_places()
    before = list(LinkPlace.objects.values()), list(LinkCheck.objects.values())
    assert before[0]
    note_places()
    assert (list(LinkPlace.objects.values()), list(LinkCheck.objects.values())) == before


def test_all_shipped_links_are_found(guidance_pages):
    note_places()
    with_address = ExternalResource.objects.exclude(url="")
    assert with_address.count() == with_address.filter(link_places__isnull=False).distinct().count()


def test_a_run_ends_when_its_time_is_up(server, make_page, settings):
    make_page("a", body=body_with(*(f"{server.address}/ok?{n}" for n in range(3))))
    settings.LINK_CHECK_SECONDS = 0
    assert numbers_in(run())[-1] == 3, "what is left for the next run is counted"
    assert server.asked == []


def test_hosts_take_turns_and_one_host_is_not_hurried(db, monkeypatch, settings):
    settings.LINK_CHECK_PAUSE = 7
    clock, asked, slept = [0.0], [], []

    def sleep(seconds):
        slept.append(round(seconds, 3))
        clock[0] += seconds

    def try_it(address, limits):
        asked.append((address, clock[0]))
        return Outcome(State.WORKS, 200)

    monkeypatch.setattr(link_checks, "sleep", sleep)
    monkeypatch.setattr(link_checks, "monotonic", lambda: clock[0])
    monkeypatch.setattr(link_checks, "try_address", try_it)
    names = ["https://a.example/1", "https://a.example/2", "https://b.example/1"]
    check([LinkCheck.objects.create(key=name, address=name) for name in names])
    assert asked == [(names[0], 0.0), (names[2], 0.0), (names[1], 7.0)]


def test_a_host_that_is_asked_too_often_is_left_in_peace(server, db):
    names = [f"{server.address}/too-many", f"{server.address}/ok"]
    tried = check([LinkCheck.objects.create(key=name, address=name) for name in names])
    assert [row.address for row in tried] == names[:1]


def test_this_machine_is_not_asked_without_the_setting(server, make_page, settings):
    settings.LINK_CHECK_PRIVATE_HOSTS = False
    make_page("a", body=body_with(f"{server.address}/ok"))
    run()
    assert LinkCheck.objects.get().state == "not-public"
    assert server.asked == []


def test_the_command_says_what_it_did(server, make_page, capsys):
    make_page("a", body=body_with(f"{server.address}/ok"))
    call_command("check_links")
    assert numbers_in(capsys.readouterr().out) == [1, 0]


# the admin


def test_the_list_names_page_words_state_and_owner(server, make_page, people, client_of):
    make_page("a", body=body_with(f"{server.address}/gone"), owner=people.editor)
    make_page("b", body=body_with(f"{server.address}/ok"))
    run()
    client = client_of(people.editor)
    broken = Shown(client.get(f"{LIST}?health=broken"))
    change = reverse("admin:guidance_page_change", args=[Page.objects.get(path="a").pk])
    (row,) = broken.texts("#result_list tbody tr")
    state = LinkCheck.objects.get(code=404).get_state_display()
    for words in ("the words 0", state, "404", "editor@test.example"):
        assert words in row
    (of_link,) = broken.addresses("#result_list tbody th")
    assert Shown(client.get(of_link)).addresses(".field-on_page") == [change]
    desk = Shown(client.get(reverse("admin:guidance_desk")))
    (row,) = desk.texts("#broken-links li")
    for words in ("“the words 0”", f"{server.address}/gone", "editor@test"):
        assert words in row
    own = Shown(client.get(f"{LIST}?page__owner__id__exact={people.editor.pk}"))
    (own_row,) = own.texts("#result_list tbody th")
    assert own_row.startswith("the words 0")
    assert client.get(f"{LIST}?health=nonsense").status_code == 200


def test_an_editor_tries_again(server, make_page, people, client_of):
    make_page("a", body=body_with(f"{server.address}/ok"))
    run()
    LinkCheck.objects.update(state="gone", failures=3)
    act = {"action": "try_again", "_selected_action": [LinkPlace.objects.get().pk]}
    (said,) = said_in(client_of(people.editor).post(LIST, act, follow=True))
    assert numbers_in(said) == [1, 0]
    assert LinkCheck.objects.get().state == "works"


def test_the_list_needs_few_queries(
    guidance_pages, people, client_of, django_assert_max_num_queries
):
    note_places()
    client = client_of(people.editor)
    with django_assert_max_num_queries(14):
        client.get(LIST)


def test_editors_type_and_delete_nothing_there(people, client_of):
    client = client_of(people.editor)
    assert client.get(f"{LIST}add/").status_code == 403
    assert "delete_selected" not in client.get(LIST).content.decode()
