"""The duties of a post: add, change, move, remove, and what must not be possible."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.pages import Page, error_codes
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXTS, TOO_LONG, WITH_NUL, seen, shown
from vacancies.drafting.services.ordered import add_duty, move, remove
from vacancies.models import Duty, Profile, Vacancy


def address(vacancy, page="duty_list", *rest):
    return reverse(f"vacancies:{page}", args=[vacancy.pk, *rest])


def texts(vacancy):
    return list(vacancy.duties.values_list("text", flat=True))


def answers(text="Runs the journal club", **changed):
    return {"text": text, "key": str(uuid.uuid4()), **changed}


def test_duty_list_adds_at_the_end(vacancy, duties, as_manager):
    response = as_manager.post(address(vacancy), answers(), follow=True)
    assert texts(vacancy) == [*(duty.text for duty in duties), "Runs the journal club"]
    page = Page(response)
    assert page.banner == "success"
    words = page.text()
    assert words.index("Orders books") < words.index("Runs the journal club")


def test_duty_list_says_what_is_still_lacking(vacancy, duties, as_manager):
    advice = Page(as_manager.get(address(vacancy))).text("#missing, #advice")
    assert re.findall(r"\d+", advice) == ["3", "6", "12"]


def test_duty_list_sent_twice_adds_once(vacancy, as_manager):
    once = answers()
    for _ in range(2):
        assert as_manager.post(address(vacancy), once).status_code == 302
    assert texts(vacancy) == ["Runs the journal club"]


def test_duty_list_after_going_back_keeps_the_next_duty_too(vacancy, as_manager):
    first = answers()
    as_manager.post(address(vacancy), first)
    as_manager.post(address(vacancy), {**first, "text": "Writes the newsletter"})
    assert texts(vacancy) == ["Runs the journal club", "Writes the newsletter"]


def test_duty_list_with_the_key_of_another_vacancy_adds_its_own(
    people, vacancy, other_vacancy, as_manager, client_of
):
    same = answers()
    as_manager.post(address(vacancy), same)
    client_of(people.other).post(address(other_vacancy), same)
    assert texts(vacancy) == ["Runs the journal club"]
    assert texts(other_vacancy) == ["Keeps the archive", "Runs the journal club"]


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"text": ""}, "text", "required"),
        ({"text": " \n\t "}, "text", "required"),
        ({"text": TOO_LONG}, "text", "max_length"),
        ({"key": ""}, "key", "required"),
        ({"key": "\x00"}, "key", "required"),
        ({"key": TOO_LONG}, "key", "invalid"),
    ],
)
def test_duty_list_refuses_at_the_field_and_keeps_what_was_typed(
    vacancy, duties, as_manager, changed, field, code
):
    typed = answers(**changed)
    response = as_manager.post(address(vacancy), typed)
    page = Page(response)
    assert page.errors == {"" if field == "key" else field}
    assert error_codes(response.context["form"]) == {field: {code}}
    assert page.value("text").strip() == typed["text"].strip()
    assert len(texts(vacancy)) == 3


def test_duty_list_takes_a_thousand_characters_with_line_ends_counted_once(vacancy, as_manager):
    as_manager.post(address(vacancy), answers("x" * 499 + "\r\n" + "y" * 500))
    assert texts(vacancy) == ["x" * 499 + "\n" + "y" * 500]


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_duty_list_keeps_any_script_and_shows_no_markup(vacancy, as_manager, text):
    as_manager.post(address(vacancy), answers(text))
    duty = vacancy.duties.get()
    assert duty.text == text
    for page in (
        address(vacancy),
        address(vacancy, "duty_edit", duty.pk),
        address(vacancy, "duty_remove", duty.pk),
        address(vacancy, "criterion_create"),
        address(vacancy, "draft_detail"),
    ):
        assert shown(as_manager.get(page).content.decode(), text), page


def test_duty_list_drops_control_characters(vacancy, as_manager):
    as_manager.post(address(vacancy), answers(WITH_NUL))
    assert texts(vacancy) == ["Answers enquiries"]


def test_duty_edit_changes_the_words_and_keeps_the_place(vacancy, duties, as_manager):
    url = address(vacancy, "duty_edit", duties[1].pk)
    assert Page(as_manager.get(url)).value("text") == "Teaches searching"
    typed = {"text": "Teaches appraisal", "seen": seen(as_manager, url)}
    assert as_manager.post(url, typed).status_code == 302
    assert texts(vacancy) == ["Answers enquiries", "Teaches appraisal", "Orders books"]


@pytest.mark.parametrize("text", ["", TOO_LONG, "\u200b"])
def test_duty_edit_refuses_and_changes_nothing(vacancy, duties, as_manager, text):
    page = Page(as_manager.post(address(vacancy, "duty_edit", duties[0].pk), {"text": text}))
    assert "text" in page.errors
    assert texts(vacancy) == ["Answers enquiries", "Teaches searching", "Orders books"]


def test_a_changed_duty_brings_its_vacancy_to_the_top(vacancy, duties, as_manager):
    before = vacancy.changed
    url = address(vacancy, "duty_edit", duties[0].pk)
    as_manager.post(url, {"text": "Answers questions", "seen": seen(as_manager, url)})
    vacancy.refresh_from_db()
    assert vacancy.changed > before


@pytest.mark.parametrize(
    ("number", "direction", "order"),
    [
        (0, "up", [0, 1, 2]),
        (0, "down", [1, 0, 2]),
        (1, "up", [1, 0, 2]),
        (1, "down", [0, 2, 1]),
        (2, "up", [0, 2, 1]),
        (2, "down", [0, 1, 2]),
    ],
)
def test_duty_move_goes_one_place_and_stops_at_the_edges(
    vacancy, duties, as_manager, number, direction, order
):
    url = address(vacancy, "duty_move", duties[number].pk, direction)
    row = f"duty-{duties[number].pk}"
    assert as_manager.post(url).headers["Location"] == f"{address(vacancy)}#{row}"
    page = Page(as_manager.get(address(vacancy)))
    assert row in page.ids
    assert [line.get("data-answer") for line in page.all("[role=status][data-answer]")] == [row]
    assert texts(vacancy) == [duties[index].text for index in order]


def test_duty_move_is_offered_only_where_there_is_a_place(vacancy, duties, as_manager):
    actions = Page(as_manager.get(address(vacancy))).actions
    offered = {
        (index, direction)
        for index, duty in enumerate(duties)
        for direction in ("up", "down")
        if address(vacancy, "duty_move", duty.pk, direction) in actions
    }
    assert offered == {(0, "down"), (1, "up"), (1, "down"), (2, "up")}


def test_duty_move_by_a_link_changes_nothing(vacancy, duties, as_manager):
    url = address(vacancy, "duty_move", duties[0].pk, "down")
    assert as_manager.get(url).status_code == 405
    assert texts(vacancy)[0] == "Answers enquiries"


def test_duty_move_sideways_is_no_page(vacancy, duties, as_manager):
    url = address(vacancy, "duty_move", duties[0].pk, "up").replace("/up/", "/sideways/")
    assert as_manager.get(url).status_code == 404


def test_duty_move_mends_places_that_two_people_gave_twice(vacancy, duties, as_manager):
    vacancy.duties.update(place=7)
    as_manager.post(address(vacancy, "duty_move", duties[2].pk, "up"))
    assert texts(vacancy) == ["Answers enquiries", "Orders books", "Teaches searching"]
    assert list(vacancy.duties.values_list("place", flat=True)) == [1, 2, 3]


def test_moving_a_duty_removed_meanwhile_changes_nothing(vacancy, duties, as_manager):
    removed = Duty.objects.get(pk=duties[0].pk)
    remove(row=duties[0])
    assert move(row=removed, direction="down") is False
    url = reverse("vacancies:duty_move", args=[vacancy.pk, removed.pk, "down"])
    assert as_manager.post(url).status_code == 404
    assert texts(vacancy) == ["Teaches searching", "Orders books"]


def test_move_knows_two_directions(duties):
    with pytest.raises(ValueError, match="A row moves up or down, not left"):
        move(row=duties[0], direction="left")


def test_duty_remove_asks_first_and_names_what_hangs_on_it(vacancy, criterion, duties, as_manager):
    url = address(vacancy, "duty_remove", duties[0].pk)
    page = Page(as_manager.get(url))
    assert page.actions == [""]
    assert page.texts("#linked li") == [criterion.text]
    assert len(texts(vacancy)) == 3


def test_duty_remove_leaves_the_criterion_without_the_link(vacancy, criterion, duties, as_manager):
    url = address(vacancy, "duty_remove", duties[0].pk)
    assert as_manager.post(url).headers["Location"] == address(vacancy)
    assert texts(vacancy) == ["Teaches searching", "Orders books"]
    assert criterion.duties.count() == 0
    findings = as_manager.get(address(vacancy, "criterion_list")).context["panel"]["findings"]
    not_needed = [one.found.place.row for one in findings if one.found.finding.rule == "A6"]
    assert not_needed == [criterion.pk]


def test_duty_remove_sent_twice_says_that_it_is_gone(vacancy, duties, as_manager):
    url = address(vacancy, "duty_remove", duties[0].pk)
    assert as_manager.post(url).status_code == 302
    assert as_manager.post(url).status_code == 404
    assert len(texts(vacancy)) == 2


def test_a_duty_added_after_one_was_removed_comes_last(vacancy, duties):
    remove(row=duties[0])
    add_duty(vacancy=vacancy, text="Weeds the shelves", key=uuid.uuid4())
    assert texts(vacancy) == ["Teaches searching", "Orders books", "Weeds the shelves"]


@pytest.mark.parametrize("page", ["duty_edit", "duty_remove", "duty_move"])
@pytest.mark.parametrize("mixed", ["their vacancy, my duty", "my vacancy, their duty", "no row"])
def test_duties_of_others_are_not_there(vacancy, duties, other_vacancy, as_manager, page, mixed):
    theirs = other_vacancy.duties.get()
    vacancy_id, duty_id = {
        "their vacancy, my duty": (other_vacancy.pk, duties[0].pk),
        "my vacancy, their duty": (vacancy.pk, theirs.pk),
        "no row": (vacancy.pk, NO_ROW_HAS_IT),
    }[mixed]
    rest = ["down"] if page == "duty_move" else []
    url = reverse(f"vacancies:{page}", args=[vacancy_id, duty_id, *rest])
    assert as_manager.post(url, {"text": "Taken over"}).status_code == 404
    assert texts(vacancy)[0] == "Answers enquiries"
    assert texts(other_vacancy) == ["Keeps the archive"]


@pytest.mark.parametrize("page", ["duty_list", "criterion_list", "criterion_create"])
def test_pages_ask_the_same_for_few_and_many_duties(
    vacancy, duties, as_manager, page, django_assert_num_queries
):
    as_manager.get(address(vacancy, page))  # what editors corrected is stored from now on
    with CaptureQueriesContext(connection) as few:
        as_manager.get(address(vacancy, page))
    for number in range(20):
        add_duty(vacancy=vacancy, text=f"Duty {number}", key=uuid.uuid4())
    with django_assert_num_queries(len(few)):
        as_manager.get(address(vacancy, page))


STUDIO = [
    *("post_edit", "dates_edit", "purpose_edit", "advert_edit"),
    *("duty_list", "duty_edit", "criterion_list", "criterion_create", "criterion_edit"),
]


# The task list is no page of the studio: it also tells of stages, the advert and versions.
MOST = {**dict.fromkeys(STUDIO, 9), "vacancy_detail": 12}


@pytest.mark.parametrize("page", MOST)
def test_pages_of_the_studio_ask_fewer_than_ten_times(
    vacancy, duties, criterion, reference_data, as_manager, page
):
    Vacancy.objects.filter(pk=vacancy.pk).update(profile=Profile.objects.get(code="ILL-LIB-5"))
    for number in range(20):
        add_duty(vacancy=vacancy, text=f"Duty {number}", key=uuid.uuid4())
    rows = {"duty_edit": [duties[0].pk], "criterion_edit": [criterion.pk]}.get(page, [])
    as_manager.get(address(vacancy, page, *rows))
    with CaptureQueriesContext(connection) as asked:
        assert as_manager.get(address(vacancy, page, *rows)).status_code == 200
    assert len(asked) <= MOST[page], [query["sql"][:60] + query["sql"][-140:] for query in asked]
