"""A list of rows on one page: edited, added, ordered, merged, removed and brought back."""

import json
import uuid

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.each import each
from tests.pages import Page, form_with
from tests.vacancies.conftest import make_criterion
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXT, TOO_LONG, WITH_NUL, shown
from vacancies.drafting.forms.row_set import MOST_ROWS
from vacancies.drafting.forms.row_set import NEW as NEW_ROW
from vacancies.drafting.forms.rows import CriterionRows, DutyRows
from vacancies.drafting.services.ordered import add_duty, move, remove
from vacancies.drafting.views.rows import REMOVED
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.models import Duty, Profile, Vacancy
from vacancies.posts.rules import in_groups
from vacancies.reading.old_job import MOST_DUTIES

NEW = "rows-new-1-text"


def address(vacancy, page="duty_list"):
    return reverse(f"vacancies:{page}", args=[vacancy.pk])


def texts(vacancy):
    return list(vacancy.duties.values_list("text", flat=True))


def form_of(client, vacancy, **changed):
    """Return what the page would send, with some fields typed over."""
    return form_with(client.get(address(vacancy)).content, NEW) | changed


def field(row, name="text"):
    return f"rows-{getattr(row, 'pk', row)}-{name}"


def typed(client, vacancy, given):
    """Send the page as it sends itself while somebody types."""
    return client.post(address(vacancy), given, headers={"X-Autosave": "1"}).json()


@pytest.fixture
def grouped(vacancy):
    """Two duties of one group around two of another, and one of none."""
    rows = (("A1", "Evidence"), ("B1", "Teaching"), ("A2", "evidence"), ("B2", "Teaching"))
    return [
        add_duty(vacancy=vacancy, text=text, group=group, key=uuid.uuid4())
        for text, group in (*rows, ("C1", ""))
    ]


def test_duty_list_saves_changed_and_new_rows_in_one_go(vacancy, duties, as_manager):
    changed = {field(duties[1]): "Teaches appraisal", field(duties[1], "share"): "30"}
    group = {field(duties[0], "group"): " In  groups ", field(duties[0], "area"): "literacies"}
    before = Vacancy.objects.get(pk=vacancy.pk).changed
    given = form_of(as_manager, vacancy, **changed, **group, **{NEW: "Runs the journal club"})
    assert (
        as_manager.post(address(vacancy), given).headers["Location"] == f"/vacancies/{vacancy.pk}/"
    )
    rows = {duty.text: duty for duty in vacancy.duties.all()}
    assert rows["Teaches appraisal"].share == 30
    assert (rows["Answers enquiries"].group, rows["Answers enquiries"].area) == (
        "In groups",
        "literacies",
    )
    assert list(rows)[-1] == "Runs the journal club"
    assert Vacancy.objects.get(pk=vacancy.pk).changed > before


def test_duty_list_says_what_is_still_lacking(vacancy, duties, as_manager):
    page = Page(as_manager.get(address(vacancy)))
    assert {"missing", "advice"} & page.ids
    assert page.text("[data-sum=share] strong") == "0"


def test_duty_list_sent_twice_adds_once_and_changes_once(vacancy, duties, as_manager):
    given = form_of(as_manager, vacancy, **{NEW: "Runs the club", field(duties[0]): "Helps"})
    for _ in range(2):
        assert as_manager.post(address(vacancy), given).status_code == 302
    assert texts(vacancy) == ["Helps", *texts(vacancy)[1:3], "Runs the club"]


def test_duty_list_after_going_back_keeps_the_next_duty_too(vacancy, as_manager):
    given = form_of(as_manager, vacancy, **{NEW: "Runs the journal club"})
    as_manager.post(address(vacancy), given)
    as_manager.post(address(vacancy), {**given, NEW: "Writes the newsletter"})
    again = form_of(as_manager, vacancy, **{NEW: "Writes the newsletter"})
    as_manager.post(address(vacancy), again)
    assert texts(vacancy) == ["Runs the journal club", "Writes the newsletter"]


def test_duty_list_add_comes_back_to_an_empty_row(vacancy, duties, as_manager):
    answer = as_manager.post(address(vacancy), form_of(as_manager, vacancy, do="add"), follow=True)
    assert answer.redirect_chain[0][0] == f"{address(vacancy)}#row-new-1"
    page = Page(answer)
    assert page.all("[data-answer=row-new-1]")
    assert page.value(NEW).strip() == ""


@each(
    "typed",
    [
        {"text": "", "share": "0", "area": "cooking", "group": "x" * 101},
        {"text": "\u200b", "share": "101"},
        {"text": TOO_LONG, "share": "half"},
        {"text": " \n\t ", "share": "9" * 5_000},
    ],
)
def test_duty_list_refuses_at_the_field_and_keeps_every_word(vacancy, duties, as_manager, typed):
    wrong = {field(duties[1], name): value for name, value in typed.items()}
    more = {NEW: "Typed too", field(duties[0]): "Me"}
    page = Page(as_manager.post(address(vacancy), form_of(as_manager, vacancy, **wrong, **more)))
    assert page.errors == set(wrong)
    assert (page.value(NEW), page.value(field(duties[0]))) == ("Typed too", "Me")
    assert texts(vacancy) == ["Answers enquiries", "Teaches searching", "Orders books"]


def test_duty_list_folds_long_lists_and_opens_where_something_is_wrong(vacancy, as_manager):
    duties = [add_duty(vacancy=vacancy, text=f"D{n}", key=uuid.uuid4()) for n in range(20)]
    page = Page(as_manager.get(address(vacancy)))
    folded = page.all("details:has(tr)")
    assert [fold.get("open") is not None for fold in folded] == [True] + [False] * (len(folded) - 1)
    assert page.addresses("nav .portal-rows__actions") == [f"#{fold.get('id')}" for fold in folded]
    given = form_of(as_manager, vacancy, **{field(duties[-1]): ""})
    wrong = Page(as_manager.post(address(vacancy), given))
    assert wrong.errors == {field(duties[-1])}
    assert wrong.all("details:has(tr)")[-1].get("open") is not None


@pytest.mark.parametrize("key", ["", "\x00", TOO_LONG])
def test_duty_list_without_its_key_asks_to_open_it_again(vacancy, as_manager, key):
    page = Page(
        as_manager.post(address(vacancy), {**form_of(as_manager, vacancy), "key": key, NEW: "X"})
    )
    assert page.all(".nhsuk-error-summary")
    assert page.value(NEW) == "X"
    assert not texts(vacancy)


@each("order", ["", "x", "1;2", "²", "-1", NO_ROW_HAS_IT, "1," * 2_000])
def test_duty_list_takes_any_order_without_losing_a_duty(vacancy, duties, as_manager, order):
    given = form_of(as_manager, vacancy) | {"order": order}
    assert as_manager.post(address(vacancy), given).status_code in (200, 302)
    assert len(texts(vacancy)) == 3


@pytest.mark.wide
def test_duty_list_takes_sixty_duties_of_two_thousand_characters(vacancy, as_manager):
    given = form_of(as_manager, vacancy)
    names = [f"new-{number}" for number in range(1, 61)]
    given |= {"order": ",".join(names)}
    given |= {field(name): f"{name} ".ljust(2_000, "x") for name in names}
    assert as_manager.post(address(vacancy), given).status_code == 302
    assert [len(text) for text in texts(vacancy)] == [2_000] * 60
    with CaptureQueriesContext(connection) as asked:
        again = form_of(as_manager, vacancy)
    assert len(asked) < 20
    assert as_manager.post(
        address(vacancy), again | {field(vacancy.duties.last()): "Z"}
    ).status_code
    assert texts(vacancy)[-1] == "Z"


def test_duty_list_keeps_any_script_and_shows_no_markup(vacancy, as_manager):
    as_manager.post(address(vacancy), form_of(as_manager, vacancy, **{NEW: ODD_TEXT}))
    assert texts(vacancy) == [ODD_TEXT]
    for page in (address(vacancy), address(vacancy, "draft_detail")):
        assert shown(as_manager.get(page).content.decode(), ODD_TEXT), page


def test_duty_list_drops_control_characters_and_counts_line_ends_once(vacancy, as_manager):
    as_manager.post(address(vacancy), form_of(as_manager, vacancy, **{NEW: WITH_NUL}))
    lines = "x" * 999 + "\r\n" + "y" * 1_000
    as_manager.post(address(vacancy), form_of(as_manager, vacancy, **{NEW: lines}))
    assert texts(vacancy) == ["Answers enquiries", lines.replace("\r\n", "\n")]


def test_the_later_of_two_windows_sees_both_in_the_rows_that_both_changed(
    vacancy, duties, as_manager
):
    first = form_of(
        as_manager, vacancy, **{field(duties[0]): "Theirs", field(duties[2]): "Shelves"}
    )
    second = form_of(as_manager, vacancy, **{field(duties[0]): "Mine", field(duties[1]): "Teaches"})
    as_manager.post(address(vacancy), first)
    answer = as_manager.post(address(vacancy), second)
    page = Page(answer)
    assert page.errors == {field(duties[0])}
    assert "Theirs" in page.text(".nhsuk-card--warning")
    assert texts(vacancy) == ["Theirs", "Teaches searching", "Shelves"]
    again = form_with(answer.content, NEW)
    assert again[field(duties[0])] == "Mine"
    assert as_manager.post(address(vacancy), again).status_code == 302
    assert texts(vacancy) == ["Mine", "Teaches", "Shelves"]


def test_a_row_removed_meanwhile_is_added_anew_on_purpose_alone(vacancy, duties, as_manager):
    gone = field(duties[0])
    given = form_of(as_manager, vacancy, **{gone: "Typed too late"})
    remove(row=duties[0])
    remove(row=duties[1])
    answer = as_manager.post(address(vacancy), given)
    assert Page(answer).errors == {gone}
    assert texts(vacancy) == ["Orders books"]
    assert as_manager.post(address(vacancy), form_with(answer.content, NEW)).status_code == 302
    assert texts(vacancy) == ["Orders books", "Typed too late"]


def test_while_typing_a_new_row_is_added_once_and_then_changed(vacancy, duties, as_manager):
    given = form_of(as_manager, vacancy, **{NEW: "Runs the"})
    answer = typed(as_manager, vacancy, given)
    assert typed(as_manager, vacancy, given)["saved_at"], "an answer that got lost"
    assert texts(vacancy)[3:] == ["Runs the"]
    given |= answer["version_token"] | {NEW: "Runs the journal club"}
    given |= typed(as_manager, vacancy, given)["version_token"]
    assert texts(vacancy)[3:] == ["Runs the journal club"]
    assert as_manager.post(address(vacancy), given).status_code == 302
    assert len(texts(vacancy)) == 4


def test_while_typing_what_is_wrong_and_what_another_saved_is_said(vacancy, duties, as_manager):
    name = field(duties[0])
    late = form_of(as_manager, vacancy, **{name: "Mine"})
    wrong = form_of(as_manager, vacancy, **{field(duties[1], "share"): "101"})
    assert set(typed(as_manager, vacancy, wrong)) == {"errors"}
    typed(as_manager, vacancy, form_of(as_manager, vacancy, **{name: "Theirs"}))
    answer = typed(as_manager, vacancy, late)
    assert [one[:2] for one in answer["changed_meanwhile"]] == [["Duty 1", "Theirs"]]
    assert "saved_at" in typed(as_manager, vacancy, late | answer["version_token"])
    assert texts(vacancy)[0] == "Mine"


def test_duty_list_puts_rows_as_dragged_and_tells_the_later_of_two(vacancy, duties, as_manager):
    numbers = [str(duty.pk) for duty in duties]
    mine = form_of(as_manager, vacancy) | {"order": ",".join([*numbers[::-1], "new-1"])}
    theirs = form_of(as_manager, vacancy)
    theirs |= {"order": ",".join([numbers[1], numbers[0], numbers[2]])}
    as_manager.post(address(vacancy), theirs)
    first = texts(vacancy)
    assert first == ["Teaches searching", "Answers enquiries", "Orders books"]
    answer = as_manager.post(address(vacancy), mine)
    assert (answer.status_code, texts(vacancy)) == (200, first)
    again = form_with(answer.content, NEW)
    assert as_manager.post(address(vacancy), again).status_code == 302
    assert texts(vacancy) == ["Orders books", "Teaches searching", "Answers enquiries"]


@pytest.mark.parametrize(
    ("chosen", "direction", "order"),
    [
        ("A2", "up", "A2 A1 B1 B2 C1"),
        ("A1", "up", "A1 A2 B1 B2 C1"),
        ("B1", "down", "A1 A2 B2 B1 C1"),
        ("B1 B2", "up", "B1 B2 A1 A2 C1"),
        ("A1 A2 C1", "down", "B1 B2 A1 A2 C1"),
    ],
)
def test_rows_move_within_their_group_and_whole_groups_as_one(
    vacancy, grouped, chosen, direction, order
):
    rows = [duty for duty in grouped if duty.text in chosen.split()]
    move(vacancy=vacancy, rows=rows, direction=direction)
    assert " ".join(duty.text for duty in in_groups(vacancy.duties.all())) == order


def test_duty_list_moves_what_is_ticked_and_leaves_it_ticked(vacancy, duties, as_manager):
    answer = acts(as_manager, vacancy, "up", duties[2])
    assert answer.headers["Location"] == f"{address(vacancy)}?ticked={duties[2].pk}#ticked"
    assert texts(vacancy) == ["Answers enquiries", "Orders books", "Teaches searching"]
    page = Page(as_manager.get(answer.headers["Location"]))
    ticked = page.all("main input[type=checkbox][checked]")
    assert [box.get("name") for box in ticked] == [field(duties[2], "tick")], "to press again"
    assert page.all("[role=status][data-answer=ticked]")


def test_move_mends_places_given_twice_and_knows_two_directions(vacancy, duties):
    vacancy.duties.update(place=7)
    assert move(vacancy=vacancy, rows=[duties[2]], direction="up")
    assert list(vacancy.duties.values_list("place", flat=True)) == [1, 2, 3]
    gone = Duty.objects.get(pk=duties[0].pk)
    remove(row=duties[0])
    assert move(vacancy=vacancy, rows=[gone], direction="down") is False
    with pytest.raises(KeyError):
        move(vacancy=vacancy, rows=[duties[1]], direction="left")


def acts(client, vacancy, do, *rows, **changed):
    ticks = {field(row, "tick"): "on" for row in rows}
    return client.post(address(vacancy), form_of(client, vacancy, do=do, **ticks, **changed))


def undo(client, vacancy, answer):
    page = Page(client.get(answer.headers["Location"]))
    return client.post(address(vacancy, "duty_undo"), {"token": page.value("token")})


def test_duty_list_removes_and_brings_back_with_all_links(
    vacancy, duties, criterion, reference_data, as_manager
):
    save_evidence(vacancy=vacancy, factor="F1", text="", duties=duties[:1], level=3)
    before = list(Duty.objects.values())
    answer = acts(as_manager, vacancy, "remove", duties[0], duties[1], **{field(duties[0]): ""})
    assert answer.headers["Location"].endswith("#undo")
    assert texts(vacancy) == ["Orders books"]
    assert criterion.duties.count() == 0
    back = undo(as_manager, vacancy, answer)
    assert back.headers["Location"] == f"{address(vacancy)}#row-{duties[0].pk}"
    assert list(Duty.objects.values()) == before
    assert [row.pk for row in criterion.duties.all()] == [duties[0].pk]
    assert vacancy.evidence.get(factor="F1").duties.get() == duties[0]
    assert undo(as_manager, vacancy, answer).headers["Location"].endswith("#ticked")
    assert len(texts(vacancy)) == 3


def test_duty_list_merges_into_the_first_and_brings_back(vacancy, duties, as_manager):
    Duty.objects.update(share=30)
    linked = make_criterion(vacancy, "Can order", duties=duties[2:])
    before = list(Duty.objects.values())
    answer = acts(as_manager, vacancy, "merge", duties[0], duties[2])
    merged = Duty.objects.get(pk=duties[0].pk)
    assert (merged.text, merged.share) == ("Answers enquiries; Orders books", 60)
    assert linked.duties.get() == merged
    undo(as_manager, vacancy, answer)
    assert list(Duty.objects.values()) == before
    assert duties[2] in linked.duties.all()


def test_duty_list_merges_nothing_that_is_too_long(vacancy, duties, as_manager):
    long = {field(duty): f"{duty.pk}".ljust(1_500, "x") for duty in duties}
    answer = acts(as_manager, vacancy, "merge", *duties, **long)
    assert answer.headers["Location"].endswith("#ticked")
    assert [len(text) for text in texts(vacancy)] == [1_500] * 3, "what was typed is saved"


@pytest.mark.parametrize(("do", "number"), [("remove", 0), ("merge", 1), ("up", 0)])
def test_duty_list_asks_to_tick_first(vacancy, duties, as_manager, do, number):
    answer = acts(as_manager, vacancy, do, *duties[:number])
    assert answer.headers["Location"] == f"{address(vacancy)}#ticked"
    assert len(texts(vacancy)) == 3


def test_who_ticked_what_somebody_removed_is_told_so(vacancy, duties, as_manager):
    given = form_of(as_manager, vacancy, **{field(one, "tick"): "on" for one in duties[:2]})
    remove(row=duties[0])
    answer = as_manager.post(address(vacancy), given | {"do": "merge"}, follow=True)
    assert [str(one) for one in answer.context["messages"]] == [REMOVED]
    assert len(texts(vacancy)) == 2


def test_undo_brings_nothing_into_another_vacancy(
    people, vacancy, duties, other_vacancy, as_manager, client_of
):
    answer = acts(as_manager, vacancy, "remove", duties[0])
    token = Page(as_manager.get(answer.headers["Location"])).value("token")
    theirs = client_of(people.other)
    url = address(vacancy, "duty_undo")
    assert theirs.post(url, {"token": token}).status_code == 404
    theirs.post(address(other_vacancy, "duty_undo"), {"token": token})
    assert (len(texts(vacancy)), len(texts(other_vacancy))) == (2, 1)
    assert as_manager.get(url).status_code == 405


def test_duty_list_neither_changes_nor_takes_a_duty_of_others(
    vacancy, duties, other_vacancy, as_manager
):
    theirs = other_vacancy.duties.get()
    given = form_of(as_manager, vacancy) | {
        field(theirs): "Taken over",
        field(theirs, "tick"): "on",
    }
    given |= {"order": f"{theirs.pk},{given['order']}", "rows-new-1-stored_as": str(theirs.pk)}
    for do in ("", "remove"):
        as_manager.post(address(vacancy), given | {"do": do})
    assert texts(other_vacancy) == ["Keeps the archive"]
    assert as_manager.post(address(other_vacancy), given).status_code == 404


STUDIO = ["post_edit", "dates_edit", "purpose_edit", "advert_edit", "duty_list", "criterion_list"]
# The task list is no page of the studio: it also tells of stages, the advert and versions.
MOST = {**dict.fromkeys(STUDIO, 10), "vacancy_detail": 12}


@pytest.mark.wide
@pytest.mark.parametrize("page", MOST)
def test_pages_of_the_studio_ask_few_times_whatever_there_is(
    vacancy, duties, criterion, reference_data, as_manager, page
):
    Vacancy.objects.filter(pk=vacancy.pk).update(profile=Profile.objects.get(code="ILL-LIB-5"))
    for number in range(20):
        add_duty(vacancy=vacancy, text=f"Duty {number}", group=f"G{number % 4}", key=uuid.uuid4())
        make_criterion(vacancy, f"Criterion {number}", duties=duties)
    as_manager.get(address(vacancy, page))  # what editors corrected is stored from now on
    with CaptureQueriesContext(connection) as asked:
        assert as_manager.get(address(vacancy, page)).status_code == 200
    assert len(asked) <= MOST[page], json.dumps([query["sql"][-140:] for query in asked])


def test_draft_detail_shows_groups_and_relationships(vacancy, grouped, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(relationships="Works with the ward teams")
    page = as_manager.get(address(vacancy, "draft_detail")).content.decode()
    places = [page.index(w) for w in ("Evidence</h4>", "<li>A2", "Teaching</h4>", "Other duties")]
    assert places == sorted(places)
    assert "Works with the ward teams" in page


def test_no_row_of_a_long_list_is_dropped(vacancy):
    order = [str(number) for number in range(1, 4 * MOST_DUTIES)]
    rows = DutyRows(QueryDict(f"order={','.join([*order, NEW_ROW])}"), vacancy=vacancy)
    assert rows.names == [*order, NEW_ROW]


@pytest.mark.parametrize("rows", [DutyRows, CriterionRows])
def test_the_longest_list_is_not_refused_for_its_boxes(rows, settings):
    sent = MOST_ROWS * len(rows.form.base_fields)
    assert sent < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
