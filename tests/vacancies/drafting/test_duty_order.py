"""Duties by group, their order by buttons and by dragging, their shares and areas."""

import uuid

import pytest
from django.urls import reverse

from tests.vacancies.typed import NO_ROW_HAS_IT, seen
from vacancies.drafting.services.ordered import add_duty, move_group, remove, shown_order
from vacancies.models import Duty


def address(vacancy, page="duty_list", *rest):
    return reverse(f"vacancies:{page}", args=[vacancy.pk, *rest])


@pytest.fixture
def grouped(vacancy):
    """Two duties of one group around two of another, and one of none."""
    rows = (("A1", "Evidence"), ("B1", "Teaching"), ("A2", "evidence"), ("B2", "Teaching"))
    return [
        add_duty(vacancy=vacancy, text=text, group=group, key=uuid.uuid4())
        for text, group in (*rows, ("C1", ""))
    ]


def texts(vacancy):
    return [duty.text for duty in shown_order(Duty.objects.filter(vacancy=vacancy))]


def ids(vacancy):
    return [duty.pk for duty in shown_order(Duty.objects.filter(vacancy=vacancy))]


def sent(client, vacancy, order, started_from):
    answers = {
        "order": ",".join(map(str, order)),
        "started_from": ",".join(map(str, started_from)),
    }
    return client.post(address(vacancy, "duty_order"), answers)


def test_duty_list_shows_duties_by_group_numbered_through(vacancy, grouped, as_manager):
    page = as_manager.get(address(vacancy)).content.decode()
    places = [page.index(word) for word in (">A1<", ">A2<", ">B1<", ">B2<")]
    assert places == sorted(places)
    assert [f'start="{number}"' in page for number in (1, 3, 5)] == [True] * 3
    assert "Move down<span" in page
    assert '<option value="Teaching">' in page


def test_duty_list_takes_group_share_and_area(vacancy, as_manager):
    answers = {"text": "Teaches", "group": " In  groups ", "share": "30", "area": "literacies"}
    as_manager.post(address(vacancy), {**answers, "key": str(uuid.uuid4())})
    duty = vacancy.duties.get()
    assert (duty.group, duty.share, duty.area) == ("In groups", 30, "literacies")
    page = as_manager.get(address(vacancy)).content.decode()
    assert "About 30 per cent of the time. PKSB: Literacies and learning." in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"share": "0"}, "Share of time must be between 1 and 100"),
        ({"share": "101"}, "Share of time must be between 1 and 100"),
        ({"share": "-5"}, "Share of time must be between 1 and 100"),
        ({"share": "half"}, "Share of time must be a whole number"),
        ({"share": "9" * 5_000}, "Share of time must be"),
        ({"area": "cooking"}, "Select the area of the PKSB from the list"),
        ({"group": "x" * 101}, "Group must be 100 characters or fewer"),
    ],
)
@pytest.mark.parametrize("page", ["duty_list", "duty_edit"])
def test_duties_refuse_at_the_field_and_keep_the_words(
    vacancy, duties, as_manager, page, changed, sentence
):
    url = address(vacancy, page, *([duties[0].pk] if page == "duty_edit" else []))
    answers = {
        "text": "Typed words",
        "key": str(uuid.uuid4()),
        "seen": seen_or_none(url, page, as_manager),
    }
    response = as_manager.post(url, {**answers, **changed})
    html = response.content.decode()
    assert response.status_code == 200
    assert sentence in html
    assert "Typed words" in html
    assert not Duty.objects.filter(text="Typed words").exists()


def seen_or_none(url, page, client):
    return seen(client, url) if page == "duty_edit" else ""


def test_a_duty_moves_within_its_group(vacancy, grouped, as_manager):
    as_manager.post(address(vacancy, "duty_move", grouped[2].pk, "up"))
    assert texts(vacancy) == ["A2", "A1", "B1", "B2", "C1"]
    as_manager.post(address(vacancy, "duty_move", grouped[2].pk, "up"))
    as_manager.post(address(vacancy, "duty_move", grouped[3].pk, "down"))
    assert texts(vacancy) == ["A2", "A1", "B1", "B2", "C1"]


def test_duty_group_move_moves_all_of_it(vacancy, grouped, as_manager):
    url = address(vacancy, "duty_group_move", grouped[3].pk, "up")
    row = f"{address(vacancy)}#duty-{grouped[3].pk}"
    assert as_manager.post(url).headers["Location"] == row
    assert texts(vacancy) == ["B1", "B2", "A1", "A2", "C1"]
    as_manager.post(url)
    assert texts(vacancy) == ["B1", "B2", "A1", "A2", "C1"]
    as_manager.post(address(vacancy, "duty_group_move", grouped[0].pk, "down"))
    assert texts(vacancy) == ["B1", "B2", "C1", "A1", "A2"]


def test_moving_a_group_removed_meanwhile_changes_nothing(vacancy, grouped):
    gone = Duty.objects.get(pk=grouped[4].pk)
    remove(row=grouped[4])
    assert move_group(duty=gone, direction="up") is False
    with pytest.raises(ValueError, match="A row moves up or down"):
        move_group(duty=grouped[0], direction="left")


def test_duty_order_puts_them_as_dragged(vacancy, duties, as_manager):
    now = ids(vacancy)
    wanted = [now[2], now[0], now[1]]
    assert sent(as_manager, vacancy, wanted, now).json() == {"saved": True, "order": wanted}
    assert texts(vacancy) == ["Orders books", "Answers enquiries", "Teaches searching"]


def test_duty_order_of_two_people_tells_the_later_one(vacancy, duties, as_manager):
    now = ids(vacancy)
    first, second = [now[1], now[0], now[2]], [now[2], now[1], now[0]]
    assert sent(as_manager, vacancy, first, now).json()["saved"] is True
    assert sent(as_manager, vacancy, second, now).json() == {"saved": False, "order": first}
    assert ids(vacancy) == first
    assert sent(as_manager, vacancy, second, first).json() == {"saved": True, "order": second}


def test_duty_order_keeps_duties_that_it_does_not_know(vacancy, duties, as_manager):
    old = ids(vacancy)
    new = add_duty(vacancy=vacancy, text="New", key=uuid.uuid4())
    remove(row=duties[1])
    assert sent(as_manager, vacancy, old[::-1], old).json()["saved"] is False
    answer = sent(as_manager, vacancy, old[::-1], ids(vacancy)).json()
    assert answer == {"saved": True, "order": [old[2], new.pk, old[0]]}


def test_duty_order_takes_no_duty_of_others(vacancy, duties, other_vacancy, as_manager):
    theirs, now = other_vacancy.duties.get(), ids(vacancy)
    assert sent(as_manager, vacancy, [theirs.pk, *now], now).json()["order"] == now
    assert sent(as_manager, other_vacancy, [theirs.pk], [theirs.pk]).status_code == 404
    theirs.refresh_from_db()
    assert theirs.vacancy == other_vacancy


@pytest.mark.parametrize("order", ["", "x", "1,,2", "1;2", "-1", "²", NO_ROW_HAS_IT, "1," * 2_000])
def test_duty_order_refuses_what_is_no_order(vacancy, duties, as_manager, order):
    before = ids(vacancy)
    response = as_manager.post(
        address(vacancy, "duty_order"), {"order": order, "started_from": "1"}
    )
    assert response.status_code == 400
    assert "error" in response.json()
    assert ids(vacancy) == before


@pytest.mark.parametrize("number", [5, 60])
def test_the_duties_page_asks_little_whatever_their_number(
    vacancy, reference_data, as_manager, number, django_assert_max_num_queries
):
    from vacancies.models import Profile

    type(vacancy).objects.update(profile=Profile.objects.get(code="ILL-LIB-5"))
    for count in range(number):
        add_duty(vacancy=vacancy, text=f"D{count}", group=f"G{count % 4}", key=uuid.uuid4())
    as_manager.get(address(vacancy))  # what editors corrected is stored from now on
    with django_assert_max_num_queries(9):
        assert as_manager.get(address(vacancy)).status_code == 200


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


def test_draft_detail_shows_groups_and_relationships(vacancy, grouped, as_manager):
    type(vacancy).objects.update(relationships="Works with the ward teams")
    page = as_manager.get(address(vacancy, "draft_detail")).content.decode()
    places = [page.index(w) for w in ("Evidence</h4>", "<li>A2", "Teaching</h4>", "Other duties")]
    assert places == sorted(places)
    assert "Works with the ward teams" in page
