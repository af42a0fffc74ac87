"""The examples library: who sees what, finding, offering, withdrawing."""

import uuid
from contextlib import suppress

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.each import each
from tests.pages import Page, error_codes, markup_of
from tests.vacancies.drafting.rules.filled import PRIVATE, text_places, texts_in, with_text
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXT, shown
from tests.vacancies.versions import freeze, offer
from vacancies.drafting.rules.fields import FIELDS
from vacancies.drafting.rules.freezing import freeze as frozen
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.rules.sharing import CHOSEN, shared_texts
from vacancies.drafting.services.examples import offer_example
from vacancies.drafting.services.ordered import add_duty
from vacancies.drafting.services.versions import draft_in
from vacancies.models import Example, Vacancy
from vacancies.posts.rules import RefusedError

LIST = "/vacancies/examples/"


def address(name, *rest):
    return reverse(f"vacancies:{name}", args=rest)


def offered(vacancy, **changed):
    """Answers of the form that offers the last version of a vacancy."""
    texts = {text.name: text.text for text in shared_texts(draft_in(vacancy.versions.first()))}
    return {**texts, "band": "5", "area": "using", "key": str(uuid.uuid4()), **changed}


@pytest.fixture
def version(vacancy, duties, criterion):
    return freeze(vacancy)


@pytest.fixture
def offer_page(version):
    return address("example_offer", version.vacancy_id, version.number)


def test_example_list_is_at_the_contract_address():
    assert address("example_list") == LIST


def test_example_list_shows_approved_ones_to_everybody_signed_in(
    vacancy, duties, people, client_of
):
    example = offer(vacancy, "approved", area="research")
    for who in (people.other, people.editor, people.manager):
        page = Page(client_of(who).get(LIST))
        assert address("example_detail", example.pk) in page.links
        line = page.text(f"[data-example='{example.pk}']")
        for words in ("Band 5", "Northfield NHS Trust", example.get_area_display()):
            assert words in line


@pytest.mark.parametrize("status", ["offered", "declined", "withdrawn"])
def test_what_is_not_approved_is_not_there_for_others(vacancy, duties, people, client_of, status):
    example = offer(vacancy, status)
    other = client_of(people.other)
    page = Page(other.get(LIST))
    assert page.ids & {"none-fits", "no-examples"} == {"no-examples"}
    assert address("example_detail", example.pk) not in page.links
    for name in ("example_detail", "example_copy", "example_withdraw"):
        assert other.get(address(name, example.pk)).status_code == 404
        assert other.post(address(name, example.pk), {}).status_code in {404, 405}


@pytest.mark.parametrize("status", ["offered", "approved", "declined", "withdrawn"])
def test_the_organisation_sees_its_own_with_status_and_reason(
    vacancy, duties, people, client_of, status
):
    example = offer(vacancy, status)
    Example.objects.update(reason="Too short")
    client = client_of(people.colleague)
    for page in (client.get(LIST), client.get(address("example_detail", example.pk))):
        assert Page(page).statuses == [status]
        assert "Too short" in markup_of(page)


def test_others_see_neither_status_nor_reason(vacancy, duties, people, client_of):
    example = offer(vacancy, "approved")
    Example.objects.update(reason="Seen by the editor only")
    page = markup_of(client_of(people.other).get(address("example_detail", example.pk)))
    assert "Answers enquiries" in page
    assert "Seen by the editor only" not in page
    assert address("example_withdraw", example.pk) not in page


@each(
    "filters, expected",
    [
        ({}, {"Librarian", "Archivist"}),
        ({"title": "libr"}, {"Librarian"}),
        ({"title": "archivist libr"}, set()),
        ({"band": "6"}, {"Archivist"}),
        ({"area": "using"}, {"Librarian"}),
        ({"area": "using", "band": "6"}, set()),
        ({"band": "", "area": "", "title": " "}, {"Librarian", "Archivist"}),
    ],
)
def test_example_list_filters(vacancy, duties, other_vacancy, people, client_of, filters, expected):
    offer(vacancy, "approved", area="using")
    offer(other_vacancy, "approved", band="6", area="records")
    page = client_of(people.editor).get(LIST, filters)
    assert {example.title for example in page.context["page"]} == expected


@pytest.mark.parametrize("filters", [{"band": "99"}, {"area": "x"}, {"title": "x" * 201}])
def test_a_filter_that_is_not_offered_gives_a_sentence(as_manager, filters):
    assert Page(as_manager.get(LIST, filters)).errors == set(filters)


@pytest.mark.parametrize("number", ["0", "x", "99", NO_ROW_HAS_IT])
def test_an_odd_page_number_shows_a_page(as_manager, number):
    assert as_manager.get(LIST, {"page": number}).status_code == 200


def test_example_list_asks_the_same_however_many_there_are(vacancy, duties, people, client_of):
    client = client_of(people.manager)

    def queries():
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST)
        return len(caught)

    offer(vacancy, "approved")
    few = queries()
    for _ in range(5):
        offer(vacancy, "approved")
    assert queries() == few < 10


def test_example_offer_offers_an_edited_copy(vacancy, version, offer_page, as_manager, people):
    given = offered(vacancy, duty_1="Answers questions", duty_2="", purpose="To help")
    response = as_manager.post(offer_page, given, follow=True)
    assert Page(response).banner == "success"
    example = Example.objects.get()
    assert (example.status, example.organisation) == ("offered", people.northfield)
    assert (example.band, example.area, example.offered_by) == ("5", "using", people.manager)
    copy = thaw(example.content)
    assert [duty.text for duty in copy.duties] == ["Answers questions", "Orders books"]
    assert (copy.band, copy.starts_on) == ("5", None)
    assert draft_in(version).duties[0].text == "Answers enquiries"


def test_sent_twice_offered_once(vacancy, offer_page, as_manager):
    given = offered(vacancy)
    for _ in range(2):
        assert as_manager.post(offer_page, given).status_code == 302
    assert Example.objects.count() == 1


@pytest.mark.parametrize(("status", "is_new"), [("approved", 0), ("declined", 1), ("withdrawn", 1)])
def test_a_version_stands_in_the_library_once(vacancy, offer_page, as_manager, status, is_new):
    as_manager.post(offer_page, offered(vacancy))
    Example.objects.update(status=status)
    response = as_manager.post(offer_page, offered(vacancy, duty_1="What I typed"))
    assert response.status_code == (302 if is_new else 200)
    assert Example.objects.count() == 1 + is_new


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("Ask Dr Jane Smith", "Dr Jane Smith", "name"),
        ("Write to a.b@nhs.net", "a.b@nhs.net", "email address"),
        ("Ring 01632 960001", "01632 960001", "phone number"),
        ("Of 943 476 5919", "943 476 5919", "NHS number"),
    ],
)
def test_personal_data_must_go_first(vacancy, duties, as_manager, text, found, kind):
    add_duty(vacancy=vacancy, text=text, key=uuid.uuid4())
    version = freeze(vacancy)
    page = address("example_offer", vacancy.pk, version.number)
    first = Page(as_manager.get(page))
    assert first.addresses("#take-out") == ["#id_duty_4"]
    assert f"“{found}”" in first.text("#take-out")
    response = as_manager.post(page, offered(vacancy, duty_1="What I typed"))
    refused = Page(response)
    assert refused.errors == {"duty_4"}
    assert error_codes(response.context["form"]) == {"duty_4": {kind}}
    assert f"“{found}”" in refused.error("duty_4")
    assert refused.value("duty_1") == "What I typed"
    assert not Example.objects.exists()
    as_manager.post(page, offered(vacancy, duty_4="Ask the head of service"))
    assert Example.objects.count() == 1


OWN = {one.name for one in FIELDS if not one.shared}
"""What is for nobody else."""


@pytest.mark.wide
@each("place", text_places())
def test_no_text_of_a_draft_reaches_an_example_with_personal_data(
    version, offer_page, as_manager, people, place
):
    """The page asks for it, and the service refuses or drops each that a page let through."""
    asked = place.rpartition(".")[2] not in CHOSEN and place not in OWN
    for private in PRIVATE:
        version.content = frozen(with_text(place, private))
        version.save()
        if private == PRIVATE[0]:
            given = offered(version.vacancy, title="x" if place != "title" else private)
            answer = as_manager.post(offer_page, given)
            assert not asked or answer.context["form"].errors
        texts = {text.name: text.text for text in shared_texts(draft_in(version))}
        with suppress(RefusedError):
            offer_example(
                version=version,
                person=people.manager,
                key=uuid.uuid4(),
                band="5",
                area="",
                texts=texts,
            )
        held = [text for one in Example.objects.all() for text in texts_in(one.content)]
        assert private not in held
        Example.objects.all().delete()


def test_a_clean_version_has_nothing_to_take_out(offer_page, as_manager):
    assert "take-out" not in Page(as_manager.get(offer_page)).ids


@pytest.mark.parametrize(("ticked", "expected"), [("on", "At our Trust"), ("", "Northfield")])
def test_the_name_of_the_organisation_can_be_replaced(
    vacancy, offer_page, as_manager, ticked, expected
):
    given = offered(vacancy, purpose="At Northfield NHS Trust", replace_name=ticked)
    as_manager.post(offer_page, given)
    assert expected in thaw(Example.objects.get().content).purpose


def test_our_trust_may_not_make_a_text_too_long(people, vacancy, offer_page, as_manager):
    people.northfield.name = "NHS"
    people.northfield.save()
    given = offered(vacancy, title="NHS " * 49, replace_name="on")
    assert Page(as_manager.post(offer_page, given)).errors == {"title"}
    assert not Example.objects.exists()


@each(
    "field, typed, code",
    [
        ("band", "", "required"),
        ("band", "99", "invalid_choice"),
        ("title", "", "required"),
        ("duty_1", "x" * 2_001, "max_length"),
        ("key", "", "required"),
    ],
)
def test_a_refused_answer_gives_a_sentence(vacancy, offer_page, as_manager, field, typed, code):
    response = as_manager.post(offer_page, offered(vacancy, **{field: typed}))
    assert Page(response).errors == {"" if field == "key" else field}
    assert error_codes(response.context["form"]) == {field: {code}}
    assert not Example.objects.exists()


def test_example_withdraw_takes_it_out(vacancy, duties, people, client_of):
    example = offer(vacancy, "approved")
    client = client_of(people.colleague)
    assert Page(client.get(address("example_withdraw", example.pk))).actions == [""]
    client.post(address("example_withdraw", example.pk))
    example.refresh_from_db()
    assert example.status == "withdrawn"
    assert client_of(people.other).get(address("example_detail", example.pk)).status_code == 404


def test_another_organisation_withdraws_nothing(vacancy, duties, people, client_of):
    example = offer(vacancy, "approved")
    response = client_of(people.other).post(address("example_withdraw", example.pk))
    assert response.status_code == 404
    example.refresh_from_db()
    assert example.status == "approved"


def test_an_example_stays_when_its_vacancy_is_deleted(vacancy, duties, as_manager):
    example = offer(vacancy, "approved")
    Vacancy.objects.all().delete()
    page = markup_of(as_manager.get(address("example_detail", example.pk)))
    assert "Answers enquiries" in page


def test_odd_texts_are_shown_as_text(vacancy, as_manager):
    add_duty(vacancy=vacancy, text=ODD_TEXT, key=uuid.uuid4())
    example = offer(vacancy, "approved")
    for page in (
        address("example_detail", example.pk),
        address("example_offer", vacancy.pk, 1),
    ):
        assert shown(markup_of(as_manager.get(page)), ODD_TEXT)


@pytest.mark.parametrize("name", ["example_detail", "example_copy", "example_withdraw"])
def test_an_example_that_is_not_there_answers_404(vacancy, duties, as_manager, name):
    offer(vacancy, "approved")
    for number in (0, int(NO_ROW_HAS_IT)):
        assert as_manager.get(address(name, number)).status_code == 404
