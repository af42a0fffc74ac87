"""Meeting themes: proposed once, each vote counted once, and voters never shown."""

import re
import uuid

import pytest
from django.utils.timezone import localdate

from tests.each import each
from tests.pages import error_codes
from vacancies.models import MeetingTheme, ThemeVote
from vacancies.retention.services.peers import MOST_OPEN, propose_theme, vote

LIST = "/vacancies/peers/themes/"


@pytest.fixture
def theme(people):
    """Return a theme that the manager proposed, and so voted for."""
    return propose_theme(person=people.manager, text="Working alone", key=uuid.uuid4())


@pytest.fixture
def colleague(people, client_of):
    return client_of(people.colleague)


def words_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


def post_vote(client, theme, want="yes"):
    return client.post(f"{LIST}{theme.pk}/vote/", {"want": want})


def test_theme_list_takes_a_proposal_once_with_its_vote(as_manager):
    given = {"text": "Copyright & licences", "key": str(uuid.uuid4())}
    for _ in range(2):
        assert as_manager.post(LIST, given).status_code == 302
    assert MeetingTheme.objects.get().votes.count() == 1
    assert "1 vote, one is yours" in words_of(as_manager.get(LIST))


@each(
    "text, codes",
    [
        ("", {"text": {"required"}}),
        ("x" * 201, {"text": {"max_length"}}),
        ("A talk by Dr Patel", {"text": {"name"}}),
        ("WORKING alone", {"text": {None}}),
    ],
)
def test_theme_list_says_what_is_wrong(as_manager, theme, text, codes):
    response = as_manager.post(LIST, {"text": text, "key": str(uuid.uuid4())})
    assert error_codes(response.context["form"]) == codes
    assert MeetingTheme.objects.count() == 1


def test_theme_list_asks_about_health_and_takes_what_was_looked_at(as_manager):
    given = {"text": "Serving a cancer team", "key": str(uuid.uuid4())}
    asked = as_manager.post(LIST, given)
    assert error_codes(asked.context["form"]) == {"text": {"health"}}
    assert as_manager.post(LIST, {**given, "keep_words": "on"}).status_code == 302
    assert MeetingTheme.objects.get().text == given["text"]


def test_theme_list_stops_a_flood_and_goes_on_after_a_meeting(as_manager, theme):
    def propose(number):
        return as_manager.post(LIST, {"text": f"Theme {number}", "key": str(uuid.uuid4())})

    assert [propose(n).status_code for n in range(MOST_OPEN)] == [302] * (MOST_OPEN - 1) + [200]
    MeetingTheme.objects.filter(pk=theme.pk).update(held_on=localdate())
    assert propose("after").status_code == 302


def test_theme_vote_counts_once_and_can_be_taken_back(colleague, theme):
    for _ in range(2):
        assert post_vote(colleague, theme).status_code == 302
    assert theme.votes.count() == 2
    for _ in range(2):
        post_vote(colleague, theme, "no")
    assert theme.votes.count() == 1


def test_theme_list_shows_the_most_wanted_first_and_never_who(colleague, theme, people):
    second = propose_theme(person=people.lead, text="Archives", key=uuid.uuid4())
    vote(theme=second, person=people.other)
    response = colleague.get(LIST)
    assert [(t.text, t.number_of_votes) for t in response.context["themes"]] == [
        ("Archives", 2),
        ("Working alone", 1),
    ]
    said = words_of(response)
    for person in (people.manager, people.lead, people.other):
        assert person.email not in said
        assert person.name not in said


def test_theme_that_was_held_takes_no_votes(colleague, theme):
    MeetingTheme.objects.filter(pk=theme.pk).update(held_on=localdate())
    assert post_vote(colleague, theme).status_code == 404
    assert theme.votes.count() == 1
    shown = colleague.get(LIST).context
    assert ([*shown["themes"]], [*shown["held"]]) == ([], [theme])


def test_theme_stays_and_votes_go_with_an_account(theme, people):
    people.manager.delete()
    assert MeetingTheme.objects.get() == theme
    assert not ThemeVote.objects.exists()


def test_theme_pages_are_closed_to_who_belongs_to_no_organisation(client_of, people, theme):
    editor = client_of(people.editor)
    assert editor.post(LIST, {"text": "X", "key": str(uuid.uuid4())}).status_code == 403
    assert post_vote(editor, theme).status_code == 403
    assert (MeetingTheme.objects.count(), theme.votes.count()) == (1, 1)


def test_editor_says_when_a_theme_was_held(client_of, people, theme, reference_data):
    address = f"/admin/vacancies/meetingtheme/{theme.pk}/change/"
    given = {"text": theme.text, "held_on": "2026-11-20"}
    assert client_of(people.editor).post(address, given).status_code == 302
    theme.refresh_from_db()
    assert theme.held_on.isoformat() == "2026-11-20"
