"""The coverage matrix, the lines of the task list, and goals for the induction plan."""

import pytest

from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from tests.vacancies.questions import address, ask
from vacancies.models import DismissedFinding, Vacancy
from vacancies.recruiting.services.selection import gaps_of, goals_for
from vacancies.recruiting.services.selection import selection_of as plan_of


def test_coverage_detail_without_criteria_leads_to_them(vacancy, as_manager):
    page = Page(as_manager.get(address(vacancy, "coverage_detail")))
    assert page.rows() == []
    assert address(vacancy, "criterion_list") in page.links


def test_coverage_detail_has_headers_for_rows_and_columns(vacancy, criteria, as_manager):
    page = Page(as_manager.get(address(vacancy, "coverage_detail")))
    assert len(page.all("[scope=row]")) == len(criteria)
    assert len(page.all("[scope=col]")) == 6
    assert "missing" in [cell.get("data-state") for cell in page.all("[data-state]")]


def test_every_hole_leads_to_a_page_that_opens(vacancy, duties, criteria, as_manager):
    make_criterion(vacancy, "Is never assessed", assessed_by=[])
    make_criterion(vacancy, "Degree", category="qualifications", assessed_by=["certificate"])
    often = ["application", "interview", "task"]
    make_criterion(vacancy, "Uses a system", essential=False, assessed_by=often)
    make_criterion(vacancy, "Presents", assessed_by=["presentation"])
    ask(vacancy, criteria[0], weight=10)
    orphan = ask(vacancy, criteria[1], "Orphan?")
    orphan.criterion = None
    orphan.save()
    context = as_manager.get(address(vacancy, "coverage_detail")).context
    rules = {gap.rule for gap, _ in context["gaps"]}
    assert {"never-assessed", "nothing-asked", "duty-without-criterion", "orphaned"} <= rules
    assert {"one-route", "assessed-often", "checked-last", "weights"} <= rules
    for gap, where in context["gaps"]:
        assert as_manager.get(where).status_code == 200, gap


def test_coverage_detail_saves_methods_ticked_in_its_cells(vacancy, criteria, as_manager):
    url = address(vacancy, "coverage_detail")
    first, second, third = criteria
    seen = Page(as_manager.get(url)).value("version_token")
    mine = {
        "version_token": seen,
        "cell": [f"{first.pk}-task", f"{first.pk}-interview", f"{second.pk}-x"],
    }
    theirs = {
        "version_token": seen,
        "cell": [*seen.split(","), f"{third.pk}-certificate", "9-task"],
    }
    for given in (mine, theirs):
        assert as_manager.post(url, given).headers["Location"] == f"{url}#methods"
    chosen = [row.assessed_by for row in vacancy.criteria.all()]
    assert chosen == [["interview", "task"], [], ["certificate"]]
    page = Page(as_manager.get(url))
    assert len(page.all("[name=cell][checked]")) == 3
    cell = page.all("[data-state=missing]")[0]
    assert "✗" in cell.text_content()


def test_coverage_detail_accepts_usual_methods_by_one_button_alone(vacancy, criterion, as_manager):
    url = address(vacancy, "coverage_detail")
    bare = make_criterion(vacancy, "Degree", category="qualifications", assessed_by=[])
    given = {
        "version_token": Page(as_manager.get(url)).value("version_token"),
        "cell": [f"{criterion.pk}-interview"],
    }
    as_manager.post(url, given)
    bare.refresh_from_db()
    assert bare.assessed_by == []
    as_manager.post(url, given | {"do": "accept"})
    bare.refresh_from_db()
    criterion.refresh_from_db()
    assert (bare.assessed_by, criterion.assessed_by) == (
        ["application", "certificate"],
        ["interview"],
    )
    assert ("do", "accept") not in Page(as_manager.get(url)).buttons


OF_ROUTES = {"A1", "A2", "A3"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("MCLIP", {"essential": False}),
        ("MCLIP", {}),
        ("Degree in librarianship", {"essential": False}),
        ("Degree in librarianship", {}),
        ("Degree in librarianship", {"category": "knowledge"}),
        ("Degree, or working towards one", {}),
        ("Degree or equivalent experience", {}),
        ("Knows the degree programmes of the Trust", {}),
        ("NVQ, ideally level 3", {}),
        ("Chartered member of CILIP, or willing to gain it", {}),
        ("Searches well", {"assessed_by": []}),
        ("Searches well", {"assessed_by": [], "essential": False}),
        ("Searches well", {}),
    ],
)
def test_selection_and_check_say_the_same_of_a_criterion(vacancy, as_manager, text, values):
    """One rule, one verdict: for each criterion, and again once the point is dismissed."""
    values = {"category": "qualifications", "assessed_by": ["interview"]} | values
    criterion = make_criterion(vacancy, text, **values)
    for _ in range(2):
        shown = as_manager.get(address(vacancy, "draft_check")).context
        entries = (*shown["entries"], *shown["more_entries"])
        points = [point for entry in entries for _, point in entry.places]
        mine = [one.placed for one in points if one.placed.place.row == criterion.pk]
        rules = {one.finding.rule for one in mine}
        gaps = {gap.rule for gap, _ in selection_of(vacancy, as_manager)}
        assert ("one-route" in gaps) is bool(rules & OF_ROUTES)
        assert ("never-assessed" in gaps) is ("A7" in rules)
        for one in mine:
            DismissedFinding.objects.create(
                vacancy=vacancy, fingerprint=one.fingerprint, rule=one.finding.rule
            )


def selection_of(vacancy, client):
    return client.get(address(vacancy, "coverage_detail")).context["gaps"]


def test_a_hole_mended_is_not_named_any_more(vacancy, criterion, as_manager):
    def rules():
        return [gap.rule for gap, _ in selection_of(vacancy, as_manager)]

    assert "nothing-asked" in rules()
    question = ask(vacancy, criterion)
    assert "nothing-asked" not in rules()
    as_manager.post(address(vacancy, "question_remove", question.pk))
    assert "nothing-asked" in rules()


def test_coverage_detail_says_when_all_is_well(vacancy, criterion, duties, as_manager):
    for duty in duties:
        criterion.duties.add(duty)
    ask(vacancy, criterion, weight=100)
    page = Page(as_manager.get(address(vacancy, "coverage_detail")))
    assert "all-well" in page.ids
    assert not page.all("[data-rule]")


def states(response):
    """Return the states of the selection's tasks on the vacancy's first page."""
    return {
        task.status
        for stage, tasks, _ in response.context["stages"]
        for task in tasks
        if stage.slug == "choose" and task.address != stage.address
    }


def test_vacancy_detail_has_the_lines_of_the_selection(vacancy, criterion, as_manager):
    response = as_manager.get(vacancy.get_absolute_url())
    for page in ("coverage_detail", "question_list"):
        assert address(vacancy, page) in Page(response).links
    assert "incomplete" in states(response)


def test_vacancy_detail_of_a_new_vacancy_has_not_started_the_selection(vacancy, as_manager):
    assert states(as_manager.get(vacancy.get_absolute_url())) == {"not-started"}


def test_goals_for_takes_criteria_of_the_vacancy_alone(vacancy, criteria, other_vacancy):
    foreign = other_vacancy.criteria.get().pk
    wanted = [criteria[2].pk, criteria[0].pk, foreign, 10**9]
    goals = goals_for(Vacancy.objects.for_selection().get(pk=vacancy.pk), wanted)
    assert [*goals] == [criteria[0].pk, criteria[2].pk]
    assert criteria[0].text in goals[criteria[0].pk]
    assert goals_for(vacancy, []) == {}


def test_holes_show_odd_texts_as_text(vacancy, as_manager):
    make_criterion(vacancy, "<script>alert(1)</script>", assessed_by=[])
    response = as_manager.get(address(vacancy, "coverage_detail"))
    assert b"<script>alert" not in response.content
    assert "<script>alert(1)</script>" in Page(response).text("[data-rule=never-assessed]")
    assert len(gaps_of(vacancy, plan_of(vacancy))) == 1
