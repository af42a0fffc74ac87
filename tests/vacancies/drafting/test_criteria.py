"""The person specification: add, change, move, remove, and its links to duties."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.pages import Page, error_codes
from tests.vacancies.conftest import make_criterion
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXTS, TOO_LONG, WITH_NUL, seen, shown
from vacancies.drafting.services.ordered import add_duty, move, remove
from vacancies.models import Criterion


def address(vacancy, page="criterion_list", *rest):
    return reverse(f"vacancies:{page}", args=[vacancy.pk, *rest])


def texts(vacancy):
    return list(vacancy.criteria.values_list("text", flat=True))


def answers(**changed):
    return {
        "text": "Can appraise a paper",
        "category": "skills",
        "essential": "True",
        "assessed_by": ["task", "interview"],
        "duties": [],
        "key": str(uuid.uuid4()),
        **changed,
    }


def test_criterion_create_adds_at_the_end_with_its_links(vacancy, criteria, duties, as_manager):
    linked = [duties[0].pk, duties[2].pk]
    response = as_manager.post(
        address(vacancy, "criterion_create"), answers(duties=linked), follow=True
    )
    added = vacancy.criteria.last()
    assert (added.text, added.category, added.essential) == ("Can appraise a paper", "skills", True)
    assert added.assessed_by == ["task", "interview"]
    assert set(added.duties.values_list("pk", flat=True)) == set(linked)
    page = Page(response)
    assert page.banner == "success"
    line = page.text(f"#criterion-{added.pk}")
    assert all(name.lower() in line for name in added.methods)
    assert "2" in line, "it says to how many duties it is linked"


def test_criterion_create_takes_a_desirable_one_without_anything_else(vacancy, as_manager):
    plain = answers(essential="False", assessed_by=[])
    as_manager.post(address(vacancy, "criterion_create"), plain)
    added = vacancy.criteria.get()
    assert (added.essential, added.assessed_by, added.duties.count()) == (False, [], 0)


def test_criterion_create_sent_twice_adds_once(vacancy, as_manager):
    once = answers()
    for _ in range(2):
        assert as_manager.post(address(vacancy, "criterion_create"), once).status_code == 302
    assert len(texts(vacancy)) == 1


def test_criterion_create_sent_again_leaves_what_was_changed_since(vacancy, duties, as_manager):
    once = answers(duties=[duties[0].pk])
    as_manager.post(address(vacancy, "criterion_create"), once)
    vacancy.criteria.get().duties.set(duties[1:])
    as_manager.post(address(vacancy, "criterion_create"), once)
    assert set(vacancy.criteria.get().duties.all()) == set(duties[1:])


@pytest.mark.parametrize("changed", [{"text": "Can teach"}, {"category": "knowledge"}])
def test_criterion_create_after_going_back_keeps_the_next_one_too(vacancy, as_manager, changed):
    first = answers()
    as_manager.post(address(vacancy, "criterion_create"), first)
    as_manager.post(address(vacancy, "criterion_create"), {**first, **changed})
    assert len(texts(vacancy)) == 2


def test_criterion_create_with_the_key_of_another_vacancy_adds_its_own(
    people, vacancy, other_vacancy, as_manager, client_of
):
    same = answers()
    as_manager.post(address(vacancy, "criterion_create"), same)
    client_of(people.other).post(address(other_vacancy, "criterion_create"), same)
    assert texts(vacancy) == ["Can appraise a paper"]
    assert texts(other_vacancy) == ["Can read old hands", "Can appraise a paper"]


@pytest.mark.parametrize(
    ("field", "sent", "code"),
    [
        ("text", "", "required"),
        ("text", TOO_LONG, "max_length"),
        ("category", "", "required"),
        ("category", "magic", "invalid_choice"),
        ("category", "ski\x00lls", "invalid_choice"),
        ("essential", "", "required"),
        ("essential", "perhaps", "invalid_choice"),
        ("assessed_by", ["telepathy"], "invalid_choice"),
        ("assessed_by", ["interview", "\x00"], "invalid_choice"),
        ("duties", ["not a number"], "invalid_choice"),
        ("duties", ["\x00"], "invalid_choice"),
        ("duties", [NO_ROW_HAS_IT], "invalid_choice"),
        ("duties", ["-1"], "invalid_choice"),
        ("key", "again", "invalid"),
    ],
)
@pytest.mark.parametrize("page", ["criterion_create", "criterion_edit"])
def test_criteria_refuse_at_the_field_and_keep_what_was_typed(
    vacancy, criterion, as_manager, page, field, sent, code
):
    if page == "criterion_edit" and field == "key":
        return
    rest = [criterion.pk] if page == "criterion_edit" else []
    typed = answers(**{field: sent})
    response = as_manager.post(address(vacancy, page, *rest), typed)
    shown_page = Page(response)
    assert shown_page.errors - {""} == ({field} - {"key"})
    assert error_codes(response.context["form"])[field] == {code}
    assert shown_page.value("text") == typed["text"]
    assert texts(vacancy) == ["Can plan a search"]


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_criterion_list_keeps_any_script_and_shows_no_markup(vacancy, as_manager, text):
    as_manager.post(address(vacancy, "criterion_create"), answers(text=text))
    criterion = vacancy.criteria.get()
    assert criterion.text == text
    for page in (
        address(vacancy),
        address(vacancy, "criterion_edit", criterion.pk),
        address(vacancy, "criterion_remove", criterion.pk),
        address(vacancy, "draft_detail"),
    ):
        assert shown(as_manager.get(page).content.decode(), text), page


def test_criterion_create_drops_control_characters(vacancy, as_manager):
    as_manager.post(address(vacancy, "criterion_create"), answers(text=WITH_NUL))
    assert texts(vacancy) == ["Answers enquiries"]


def test_criterion_edit_shows_and_saves_every_answer(vacancy, criterion, duties, as_manager):
    url = address(vacancy, "criterion_edit", criterion.pk)
    page = Page(as_manager.get(url))
    assert page.value("text") == "Can plan a search"
    names = {box.get("name"): box.get("value") for box in page.all("[checked]")}
    first = str(duties[0].pk)
    assert names == {"essential": "True", "assessed_by": "interview", "duties": first}
    changed = answers(
        essential="False", assessed_by=[], duties=[duties[1].pk], seen=seen(as_manager, url)
    )
    assert as_manager.post(url, changed).status_code == 302
    criterion.refresh_from_db()
    assert (criterion.text, criterion.essential) == ("Can appraise a paper", False)
    assert criterion.assessed_by == []
    assert list(criterion.duties.all()) == [duties[1]]


@pytest.mark.parametrize("page", ["criterion_create", "criterion_edit"])
def test_criteria_offer_only_duties_of_their_vacancy(
    vacancy, criterion, duties, other_vacancy, as_manager, page
):
    rest = [criterion.pk] if page == "criterion_edit" else []
    url = address(vacancy, page, *rest)
    boxes = Page(as_manager.get(url)).all("[name=duties]")
    assert [box.get("value") for box in boxes] == [str(duty.pk) for duty in duties]
    stolen = answers(duties=[duties[0].pk, other_vacancy.duties.get().pk])
    response = as_manager.post(url, stolen)
    assert error_codes(response.context["form"])["duties"] == {"invalid_choice"}
    assert other_vacancy.duties.get().criteria.count() == 1


def test_criterion_create_with_a_duty_removed_meanwhile_offers_the_rest(
    vacancy, duties, as_manager
):
    ticked = answers(duties=[duties[0].pk, duties[1].pk])
    remove(row=duties[0])
    page = Page(as_manager.post(address(vacancy, "criterion_create"), ticked))
    assert page.errors == {"duties"}
    left = [str(duty.pk) for duty in duties[1:]]
    assert [box.get("value") for box in page.all("[name=duties]")] == left
    again = {**ticked, "duties": [duties[1].pk]}
    assert as_manager.post(address(vacancy, "criterion_create"), again).status_code == 302


def test_criterion_edit_works_after_the_last_duty_is_gone(vacancy, criterion, duties, as_manager):
    for duty in duties:
        remove(row=duty)
    url = address(vacancy, "criterion_edit", criterion.pk)
    page = Page(as_manager.get(url))
    assert not page.all("[name=duties]")
    assert address(vacancy, "duty_list") in page.links
    assert as_manager.post(url, answers(seen=seen(as_manager, url))).status_code == 302
    assert texts(vacancy) == ["Can appraise a paper"]


@pytest.mark.parametrize(
    ("number", "direction", "order"),
    [
        (0, "up", [0, 1, 2]),
        (0, "down", [1, 0, 2]),
        (2, "up", [0, 2, 1]),
        (2, "down", [0, 1, 2]),
    ],
)
def test_criterion_move_goes_one_place_and_stops_at_the_edges(
    vacancy, criteria, as_manager, number, direction, order
):
    url = address(vacancy, "criterion_move", criteria[number].pk, direction)
    assert as_manager.get(url).status_code == 405
    row = f"row-{criteria[number].pk}"
    assert as_manager.post(url).headers["Location"] == f"{address(vacancy)}#{row}"
    page = Page(as_manager.get(address(vacancy)))
    assert row in page.ids
    assert [line.get("data-answer") for line in page.all("[role=status][data-answer]")] == [row]
    assert texts(vacancy) == [criteria[index].text for index in order]


def test_moving_a_criterion_removed_meanwhile_changes_nothing(vacancy, criteria):
    removed = Criterion.objects.get(pk=criteria[0].pk)
    remove(row=criteria[0])
    assert move(vacancy=vacancy, rows=[removed], direction="down") is False
    assert texts(vacancy) == [criterion.text for criterion in criteria[1:]]


def test_criterion_remove_asks_first(vacancy, criteria, duties, as_manager):
    url = address(vacancy, "criterion_remove", criteria[0].pk)
    page = Page(as_manager.get(url))
    assert page.actions == [""]
    assert "Can plan a search" in page.text()
    assert len(texts(vacancy)) == 3
    assert as_manager.post(url).headers["Location"] == address(vacancy)
    assert texts(vacancy) == ["Can teach a group", "Has catalogued books"]
    assert vacancy.duties.count() == 3
    assert as_manager.post(url).status_code == 404


@pytest.mark.parametrize("page", ["criterion_edit", "criterion_remove", "criterion_move"])
@pytest.mark.parametrize("mixed", ["their vacancy, my row", "my vacancy, their row", "no row"])
def test_criteria_of_others_are_not_there(
    vacancy, criterion, other_vacancy, as_manager, page, mixed
):
    theirs = other_vacancy.criteria.get()
    ids = {
        "their vacancy, my row": (other_vacancy.pk, criterion.pk),
        "my vacancy, their row": (vacancy.pk, theirs.pk),
        "no row": (vacancy.pk, NO_ROW_HAS_IT),
    }[mixed]
    rest = ["down"] if page == "criterion_move" else []
    url = reverse(f"vacancies:{page}", args=[*ids, *rest])
    assert as_manager.post(url, answers()).status_code == 404
    assert texts(vacancy) == ["Can plan a search"]
    assert texts(other_vacancy) == ["Can read old hands"]


@pytest.mark.parametrize("page", ["criterion_list", "criterion_create"])
def test_pages_ask_the_same_for_few_and_many_criteria(
    vacancy, criteria, duties, as_manager, page, django_assert_num_queries
):
    as_manager.get(address(vacancy, page))  # what editors corrected is stored from now on
    with CaptureQueriesContext(connection) as few:
        as_manager.get(address(vacancy, page))
    for number in range(20):
        make_criterion(vacancy, f"Criterion {number}", duties=duties)
    with django_assert_num_queries(len(few)):
        as_manager.get(address(vacancy, page))


@pytest.fixture
def grouped(vacancy):
    """Two duties of one group around two of another, and one of none."""
    rows = (("A1", "Evidence"), ("B1", "Teaching"), ("A2", "evidence"), ("B2", "Teaching"))
    return [
        add_duty(vacancy=vacancy, text=text, group=group, key=uuid.uuid4())
        for text, group in (*rows, ("C1", ""))
    ]


def test_the_criterion_form_offers_duties_by_group(vacancy, grouped, as_manager):
    url = address(vacancy, "criterion_create")
    page = as_manager.get(url).content.decode()
    names = [page.index(f">{name}</p>") for name in ("Evidence", "Teaching", "Not in a group")]
    assert names == sorted(names)
    assert page.count('role="group"') == 3
    refused = as_manager.post(url, {"duties": [NO_ROW_HAS_IT], "key": str(uuid.uuid4())})
    html = refused.content.decode()
    assert 'href="#id_duties_0_0"' in html
    assert 'id="id_duties_0_0"' in html


def test_criterion_list_is_in_two_kinds_and_moves_within_each(vacancy, as_manager):
    from tests.vacancies.conftest import make_criterion

    for text, essential in (("E1", True), ("D1", False), ("E2", True), ("D2", False)):
        make_criterion(vacancy, text, essential=essential)
    page = as_manager.get(address(vacancy, "criterion_list")).content.decode()
    places = [page.index(w) for w in (">Essential<", ">E1<", ">E2<", ">Desirable<", ">D1<", ">D2<")]
    assert places == sorted(places)
    last = vacancy.criteria.get(text="D2")
    as_manager.post(address(vacancy, "criterion_move", last.pk, "up"))
    as_manager.post(address(vacancy, "criterion_move", last.pk, "up"))
    order = list(vacancy.criteria.values_list("text", flat=True))
    assert [text for text in order if text[0] == "D"] == ["D2", "D1"]
    assert [text for text in order if text[0] == "E"] == ["E1", "E2"]
