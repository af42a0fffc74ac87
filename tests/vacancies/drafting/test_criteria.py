"""The person specification on one page, and its links to duties in a table of boxes."""

import uuid

from django.urls import reverse

from tests.each import each
from tests.pages import Page, form_with
from tests.project.walk import fill
from tests.vacancies.conftest import make_criterion
from vacancies.drafting.services.ordered import add_duty, remove
from vacancies.models import Criterion

NEW = "rows-new-1-text"
KEY = "6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c99"


def address(vacancy, page="criterion_list"):
    return reverse(f"vacancies:{page}", args=[vacancy.pk])


def texts(vacancy):
    return list(vacancy.criteria.values_list("text", flat=True))


def field(row, name="text"):
    return f"rows-{getattr(row, 'pk', row)}-{name}"


def form_of(client, vacancy, **changed):
    return form_with(client.get(address(vacancy)).content, NEW) | changed


def acts(client, vacancy, do, *rows):
    ticks = {field(row, "tick"): "on" for row in rows}
    return client.post(address(vacancy), form_of(client, vacancy, do=do, **ticks))


def test_criterion_list_saves_rows_and_keeps_methods_and_links(
    vacancy, criteria, duties, as_manager
):
    first, second, _ = criteria
    changed = {field(first): "Plans searches", field(second, "essential"): "False"}
    new = {
        field("new-1", "category"): "values",
        field("new-1", "essential"): "True",
        NEW: "Is kind",
    }
    given = form_of(as_manager, vacancy, **changed, **new)
    assert as_manager.post(address(vacancy), given).status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.text, first.assessed_by) == ("Plans searches", ["interview"])
    assert first.duties.get() == duties[0]
    assert second.essential is False
    added = vacancy.criteria.last()
    assert (added.text, added.category, added.essential) == ("Is kind", "values", True)
    page = Page(as_manager.get(address(vacancy)))
    names = [area.get("name") for area in page.all("tr textarea")]
    assert names.index(field(added)) < names.index(field(second)), "the essential ones stand first"


@each("text, value", [("", ""), ("x" * 501, "perhaps")])
def test_criterion_list_refuses_at_the_field(vacancy, criterion, as_manager, text, value):
    of_both = [field(of, name) for of in (criterion, "new-1") for name in ("category", "essential")]
    wrong = dict.fromkeys(of_both, value) | {field(criterion): text}
    given = form_of(as_manager, vacancy, **wrong, **{NEW: "Is kind"})
    assert Page(as_manager.post(address(vacancy), given)).errors == set(wrong)
    assert texts(vacancy) == ["Can plan a search"]


def test_criterion_list_merges_methods_links_and_questions_and_brings_them_back(
    vacancy, criteria, duties, as_manager
):
    first, second, third = criteria
    second.duties.set(duties[1:])
    Criterion.objects.filter(pk=second.pk).update(assessed_by=["task"])
    question = second.questions.create(
        vacancy=vacancy, method="task", text="Teach us", place=1, key=KEY
    )
    before = list(Criterion.objects.values())
    answer = acts(as_manager, vacancy, "merge", first, second)
    first.refresh_from_db()
    question.refresh_from_db()
    assert first.text == "Can plan a search; Can teach a group"
    assert first.assessed_by == ["interview", "task"]
    assert first.duties.count() == 3
    assert (question.criterion, texts(vacancy)[1:]) == (first, [third.text])
    token = Page(as_manager.get(answer.headers["Location"])).value("token")
    as_manager.post(address(vacancy, "criterion_undo"), {"token": token})
    assert list(Criterion.objects.values()) == before
    question.refresh_from_db()
    assert question.criterion == second


def test_criterion_list_leaves_the_words_with_the_questions_of_what_goes(
    vacancy, criterion, as_manager
):
    question = criterion.questions.create(
        vacancy=vacancy, method="interview", text="How?", place=1, key=KEY
    )
    acts(as_manager, vacancy, "remove", criterion)
    question.refresh_from_db()
    assert (question.criterion, question.lost_criterion) == (None, "Can plan a search")


def ticks(client, vacancy, cells, **more):
    url = address(vacancy, "link_edit")
    seen = Page(client.get(url)).value("version_token")
    return client.post(url, {"version_token": seen, "cell": cells, **more})


def links(vacancy):
    return {f"{one.pk}-{duty.pk}" for one in vacancy.criteria.all() for duty in one.duties.all()}


def test_link_edit_ticks_and_unticks(vacancy, criteria, duties, as_manager):
    wanted = {f"{criteria[0].pk}-{duties[1].pk}", f"{criteria[2].pk}-{duties[2].pk}"}
    answer = ticks(as_manager, vacancy, sorted(wanted))
    assert answer.headers["Location"] == f"{address(vacancy, 'link_edit')}#links"
    assert links(vacancy) == wanted
    page = Page(as_manager.get(address(vacancy, "link_edit")))
    assert {box.get("value") for box in page.all("[name=cell][checked]")} == wanted
    assert len(page.all("tbody th[scope=row]")) == 3
    assert len(page.all("thead th[scope=col]")) == 4
    labels = page.texts("td label")
    assert len(set(labels)) == len(labels) == 9, "each box has a name of its own"


def test_link_edit_of_many_duties_is_a_list_with_boxes_for_what_is_linked(vacancy, as_manager):
    fill(vacancy)
    criteria, before = vacancy.criteria.all(), links(vacancy)
    page = Page(as_manager.get(address(vacancy, "link_edit")))
    assert {box.get("value") for box in page.all("[name=cell][checked]")} == before
    assert len(page.all("[name=cell]")) < len(criteria) * vacancy.duties.count() / 2
    fields = [f"add-{one.pk}" for one in criteria]
    assert [one.get("name") for one in page.all("fieldset input.nhsuk-input")] == fields
    numbered = page.value("numbered")
    second, third = numbered.split(",")[1:3]
    add_duty(vacancy=vacancy, text="Added meanwhile", group="A", key=uuid.uuid4())
    first = criteria[0].pk
    assert ticks(as_manager, vacancy, sorted(before), numbered=numbered, **{fields[0]: "2 to 3"})
    assert links(vacancy) == before | {f"{first}-{second}", f"{first}-{third}"}


def test_link_edit_keeps_all_where_a_number_is_no_duty(vacancy, as_manager):
    fill(vacancy)
    cell, name = min(links(vacancy)), f"add-{vacancy.criteria.first().pk}"
    page = Page(ticks(as_manager, vacancy, [cell], **{name: "1, 999"}))
    assert page.errors == {name}
    assert page.value(name) == "1, 999"
    assert [box.get("value") for box in page.all("[name=cell][checked]")] == [cell]
    assert len(links(vacancy)) > 1


def test_link_edit_of_two_windows_loses_neither(vacancy, criteria, duties, as_manager):
    url = address(vacancy, "link_edit")
    seen = Page(as_manager.get(url)).value("version_token")
    mine, theirs = (f"{criteria[n].pk}-{duties[n].pk}" for n in (1, 2))
    for cell in (mine, theirs):
        as_manager.post(url, {"version_token": seen, "cell": [seen, cell]})
    assert links(vacancy) == {seen, mine, theirs}


def test_link_edit_accepts_what_words_suggest_by_one_button_alone(vacancy, as_manager):
    duty = add_duty(vacancy=vacancy, text="Plan, deliver and evaluate training", key=uuid.UUID(KEY))
    criterion = make_criterion(vacancy, "Experience of delivering training to groups")
    page = Page(as_manager.get(address(vacancy, "link_edit")))
    assert ("do", "accept") in page.buttons
    assert not page.all("[name=cell][checked]"), "nothing is accepted by itself"
    (words,) = page.texts(".portal-matrix__words")
    assert "delivering, training" in words
    ticks(as_manager, vacancy, [])
    assert links(vacancy) == set()
    ticks(as_manager, vacancy, [], do="accept")
    assert links(vacancy) == {f"{criterion.pk}-{duty.pk}"}


@each("cell", ["", "x", "1-", "9-9", "1-1-1", "\x00", "9" * 30 + "-1"])
def test_link_edit_leaves_out_what_is_not_there(
    vacancy, criteria, duties, other_vacancy, as_manager, cell
):
    before = links(vacancy)
    stolen = f"{criteria[0].pk}-{other_vacancy.duties.get().pk}"
    assert ticks(as_manager, vacancy, [*before, cell, stolen]).status_code == 302
    assert links(vacancy) == before
    assert as_manager.post(address(other_vacancy, "link_edit"), {}).status_code == 404


def test_link_edit_without_duties_says_where_they_are_written(vacancy, criterion, as_manager):
    for duty in vacancy.duties.all():
        remove(row=duty)
    assert (
        address(vacancy, "duty_list") in Page(as_manager.get(address(vacancy, "link_edit"))).links
    )
