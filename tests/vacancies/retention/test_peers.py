"""The register of peers: offering, finding, writing without seeing an address, withdrawal."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, now

from kls_portal.accounts.models import Membership, User
from kls_portal.calendar.working_days import months_after
from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.typed import seen
from vacancies.models import MeetingTheme, PeerOffer
from vacancies.retention.models import OFFER_MONTHS
from vacancies.retention.services.peers import find_offers, make_offer, purge_peers

LIST = "/vacancies/peers/"
WORDS = {
    "kind": "mentoring",
    "region": "london",
    "topics": "Evidence searches, teaching",
    "description": "An hour a month by video.",
}
SENDER, MAKER = "other@test.example", "manager@test.example"


@pytest.fixture
def offer(people):
    """An offer of Northfield, made by the manager."""
    return make_offer(
        person=people.manager, organisation=people.northfield, key=uuid.uuid4(), **WORDS
    )


@pytest.fixture
def sender(people, client_of):
    """Return a member of the other organisation."""
    return client_of(people.other)


def page(offer, what):
    return f"{LIST}{offer.pk}/{what}/"


def new(people, **changed):
    given = {**WORDS, "organisation": people.northfield.pk, "key": str(uuid.uuid4())}
    return {**given, "version_token": "", **changed}


def letter(**changed):
    return {"message": "May we talk about teaching?", "key": str(uuid.uuid4()), **changed}


def words_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


# Offering


def test_peer_create_offers_for_a_year_and_only_once(as_manager, people):
    for _ in range(2):  # going back makes a new page
        key = Page(as_manager.get(f"{LIST}new/")).value("key")
        given = new(people, key=key, version_token=seen(as_manager, f"{LIST}new/"))
        PeerOffer.objects.update(offered=False)
        response = as_manager.post(f"{LIST}new/", given)
        assert response.status_code == 302
    offer = PeerOffer.objects.get()
    assert (offer.organisation, offer.made_by) == (people.northfield, people.manager)
    assert offer.offered, "one that was withdrawn is shown again"
    assert offer.lapses_on == months_after(localdate(), OFFER_MONTHS)


@pytest.mark.parametrize("field", ["topics", "description"])
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ask jo@northfield.example", "email address"),
        ("Call 01632 960001", "phone number"),
        ("Ask Mrs Patel", "name"),
    ],
)
def test_peer_create_refuses_personal_data(as_manager, people, field, words, kind):
    given = new(people, version_token=seen(as_manager, f"{LIST}new/"), **{field: words})
    response = as_manager.post(f"{LIST}new/", given)
    assert error_codes(response.context["form"]) == {field: {kind}}
    assert Page(response).value(field) == words
    assert not PeerOffer.objects.exists()


def test_peer_create_asks_about_health_and_keeps_what_was_looked_at(as_manager, people):
    given = new(
        people, version_token=seen(as_manager, f"{LIST}new/"), description="Back from chemo"
    )
    asked = as_manager.post(f"{LIST}new/", given)
    assert error_codes(asked.context["form"]) == {"description": {"health"}}
    assert not PeerOffer.objects.exists()
    as_manager.post(f"{LIST}new/", {**given, "keep_words": "on"})
    assert PeerOffer.objects.get().description == "Back from chemo"


def test_peer_create_offers_for_no_other_organisation(as_manager, people):
    given = new(people, organisation=people.southmoor.pk)
    given["version_token"] = seen(as_manager, f"{LIST}new/")
    assert as_manager.post(f"{LIST}new/", given).status_code == 200
    assert not PeerOffer.objects.exists()


def test_peer_edit_renews_an_offer_of_a_colleague(offer, people, client_of):
    PeerOffer.objects.filter(pk=offer.pk).update(offered=False, lapses_on=localdate())
    colleague, address = client_of(people.colleague), page(offer, "edit")
    given = {**WORDS, "topics": "Copyright", "version_token": seen(colleague, address)}
    assert colleague.post(address, given).status_code == 302
    offer.refresh_from_db()
    assert (offer.topics, offer.offered, offer.made_by) == ("Copyright", True, people.manager)
    assert offer.lapses_on == months_after(localdate(), OFFER_MONTHS)


def test_peer_edit_gives_the_offer_of_somebody_who_left_to_who_renews_it(offer, people, client_of):
    Membership.objects.filter(user=people.manager).delete()
    colleague, address = client_of(people.colleague), page(offer, "edit")
    assert colleague.get(LIST).context["shown"] == set()
    colleague.post(address, {**WORDS, "version_token": seen(colleague, address)})
    offer.refresh_from_db()
    assert offer.made_by == people.colleague
    assert find_offers().get() == offer


def test_peer_edit_in_two_windows_keeps_what_was_saved_first(offer, as_manager):
    opened = seen(as_manager, page(offer, "edit"))
    PeerOffer.objects.filter(pk=offer.pk).update(topics="Copyright")
    given = {**WORDS, "topics": "Archives", "version_token": opened}
    response = as_manager.post(page(offer, "edit"), given)
    assert [one.stored for one in response.context["form"].changed_meanwhile] == ["Copyright"]
    offer.refresh_from_db()
    assert offer.topics == "Copyright"


def test_peer_withdraw_hides_the_offer_and_keeps_it_for_its_organisation(offer, as_manager, sender):
    assert as_manager.post(page(offer, "withdraw")).status_code == 302
    assert WORDS["topics"] not in words_of(sender.get(LIST))
    assert "Withdrawn" in words_of(as_manager.get(LIST))
    assert sender.get(page(offer, "contact")).status_code == 404


@pytest.mark.parametrize("what", ["edit", "withdraw"])
def test_another_organisation_changes_nothing(offer, sender, people, what):
    own = make_offer(person=people.other, organisation=people.southmoor, key=uuid.uuid4(), **WORDS)
    assert sender.post(page(offer, what), {**WORDS, "topics": "Mine"}).status_code == 404
    for unchanged in (offer, own):
        unchanged.refresh_from_db()
        assert (unchanged.topics, unchanged.offered) == (WORDS["topics"], True)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite writes one at a time.")
@pytest.mark.parametrize("what", ["edit", "withdraw"])
def test_an_offer_is_kept_from_others_only_while_it_is_saved(offer, as_manager, what):
    for ask, locks in ((as_manager.get, False), (as_manager.post, True)):
        with CaptureQueriesContext(connection) as queries:
            ask(page(offer, what))
        locked = [query["sql"] for query in queries if "FOR UPDATE" in query["sql"]]
        assert any(PeerOffer._meta.db_table in sql for sql in locked) == locks


# Finding


def test_peer_list_shows_organisation_and_words_and_no_person(offer, sender, people):
    said = words_of(sender.get(LIST))
    for words in ("Northfield NHS Trust", "London", *WORDS["description"].splitlines()):
        assert words in said
    for private in (people.manager.email, people.manager.name):
        assert private not in said


@each(
    "query, found",
    [
        ("kind=mentoring", True),
        ("kind=shadowing", False),
        ("region=london", True),
        ("region=wales", False),
        ("topic=TEACHING searches", True),
        ("topic=copyright", False),
        ("kind=nothing&topic=%00", True),
        ("kind=mentoring&region=london&topic=evidence&page=99", True),
    ],
)
def test_peer_list_filters_by_the_address(offer, sender, query, found):
    response = sender.get(f"{LIST}?{query}")
    assert response.status_code == 200
    assert (WORDS["description"] in words_of(response)) is found
    if "nothing" not in query:
        assert f": {int(found)} found" in Page(response).title


@pytest.mark.parametrize("change", ["lapsed", "closed", "left"])
def test_peer_list_hides_offers_that_nobody_answers(offer, sender, people, change):
    if change == "lapsed":
        PeerOffer.objects.update(lapses_on=localdate() - timedelta(days=1))
    elif change == "closed":
        people.manager.is_active = False
        people.manager.save()
    else:
        Membership.objects.filter(user=people.manager).delete()
    assert WORDS["description"] not in words_of(sender.get(LIST))


def test_peer_list_asks_the_database_as_often_for_many_offers(
    offer, sender, people, django_assert_max_num_queries
):
    for _ in range(19):
        make_offer(person=people.manager, organisation=people.northfield, key=uuid.uuid4(), **WORDS)
    with django_assert_max_num_queries(7):
        response = sender.get(LIST)
    contacts = [link for link in Page(response).links if link.endswith("/contact/")]
    assert len(set(contacts)) == 20


# Writing


def test_peer_contact_sends_one_letter_for_two_posts(offer, sender):
    given = letter()
    for _ in range(2):
        response = sender.post(page(offer, "contact"), given)
        assert response.status_code == 302
    (sent,) = mail.outbox
    assert sent.to == [MAKER]
    assert given["message"] in sent.body
    assert "Southmoor NHS Trust" in sent.body
    assert SENDER not in f"{sent.subject} {sent.body} {sent.from_email} {sent.reply_to}"


def test_peer_contact_says_that_nobody_can_answer_by_email_in_words(offer, sender):
    sender.post(page(offer, "contact"), letter())
    assert "you cannot reply by email" in mail.outbox[0].body


def test_peer_contact_sends_other_words_of_the_same_page_too(offer, sender):
    given = letter()
    sender.post(page(offer, "contact"), given)
    sender.post(page(offer, "contact"), {**given, "message": "I forgot: “on Tuesdays” & Fridays."})
    assert len(mail.outbox) == 2
    assert "“on Tuesdays” & Fridays" in mail.outbox[1].body


def test_peer_contact_gives_the_senders_address_only_when_ticked(offer, sender):
    sender.post(page(offer, "contact"), letter(with_address="on"))
    assert f"Reply to: {SENDER}" in mail.outbox[0].body


def test_peer_contact_shows_nobody_the_makers_address(offer, sender):
    said = words_of(sender.get(page(offer, "contact")))
    response = sender.post(page(offer, "contact"), letter(), follow=True)
    assert Page(response).banner == "success"
    assert MAKER not in said + words_of(response)


def test_peer_contact_keeps_the_words_where_no_letter_can_go(offer, sender):
    given = letter()
    # Bypass the manager, which rejects such characters.
    QuerySet(User).filter(email=MAKER).update(email="no\naddress")
    response = sender.post(page(offer, "contact"), given)
    assert Page(response).errors == {""}
    assert Page(response).value("message") == given["message"]
    QuerySet(User).filter(email="no\naddress").update(email=MAKER)
    sender.post(page(offer, "contact"), given)
    assert len(mail.outbox) == 1


def test_peer_contact_says_when_too_many_were_sent(offer, sender, settings):
    settings.PEER_LETTERS_AN_HOUR = 1
    sender.post(page(offer, "contact"), letter())
    response = sender.post(page(offer, "contact"), letter())
    assert Page(response).errors == {""}
    assert len(mail.outbox) == 1


@each(
    "message, code",
    [
        ("", "required"),
        ("x" * 2_001, "max_length"),
        ("About NHS number 943 476 5919", "NHS number"),
    ],
)
def test_peer_contact_says_what_is_wrong(offer, sender, message, code):
    response = sender.post(page(offer, "contact"), letter(message=message))
    assert error_codes(response.context["form"]) == {"message": {code}}
    assert not mail.outbox


@pytest.mark.parametrize("message", ["I was off sick", "Ring 01632 960001", "Or a@b.example"])
def test_peer_contact_asks_about_private_words_once(offer, sender, message):
    given = letter(message=message)
    assert Page(sender.post(page(offer, "contact"), given)).all("[name=keep_words]")
    assert not mail.outbox
    sender.post(page(offer, "contact"), {**given, "keep_words": "on"})
    assert message in mail.outbox[0].body


def test_peer_contact_is_not_there_for_the_own_organisation(offer, as_manager):
    assert as_manager.post(page(offer, "contact"), letter()).status_code == 404
    assert not mail.outbox


# Letting lapse


def test_purge_deletes_what_lapsed_and_nothing_else(offer, people):
    today = localdate()
    old = today - timedelta(days=367)
    kept = PeerOffer.objects.create(
        organisation=people.northfield,
        made_by=people.manager,
        lapses_on=today,
        key=uuid.uuid4(),
        **WORDS,
    )
    PeerOffer.objects.filter(pk=offer.pk).update(lapses_on=today - timedelta(days=1))
    for text, held_on in (("Old", old), ("New", today), ("Open", None)):
        MeetingTheme.objects.create(text=text, held_on=held_on, key=uuid.uuid4())
    assert list(purge_peers(now())) == [
        "Deleted 1 offer of peers that lapsed.",
        "Deleted 1 theme of past meetings.",
    ]
    assert list(PeerOffer.objects.all()) == [kept]
    assert set(MeetingTheme.objects.values_list("text", flat=True)) == {"New", "Open"}
    assert list(purge_peers(now())) == []
